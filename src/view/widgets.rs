//! What several views are made of: marks, rows, cells, fields, choices and buttons.

use leptos::ev::{self, Event, MouseEvent};
use nodes::{Element, Node, el, live, text};
use plans::catalog::{Plan, PlanIndex, Text};

use crate::page::{Page, PageState};
use crate::signal::RwSignal;

/// A text in a `span` of its own.
pub fn span(class: &str, content: impl Into<Node>) -> Node {
    el("span").class(class).child(content).into()
}

/// A text of the catalog in an element, which says its language if that is not the page's.
pub fn said(page: &PageState, element: Element, text: &Text) -> Element {
    let lang = text.is_foreign().then(|| &*page.catalog().own_language);
    element.attr("lang", lang).child(&**text)
}

/// A text of the catalog, in an element only if that has to say its language.
pub fn said_alone(page: &PageState, words: &Text) -> Node {
    if words.is_foreign() { said(page, el("span"), words).into() } else { text(&**words) }
}

/// A text of the catalog in a `span` of its own.
pub fn said_in_span(page: &PageState, class: &str, text: &Text) -> Node {
    said(page, el("span").class(class), text).into()
}

/// A paragraph.
pub fn paragraph(class: &str, content: impl Into<Node>) -> Node {
    el("p").class(class).child(content).into()
}

/// Nodes that stand together.
pub fn div(class: &str, children: Vec<Node>) -> Node {
    el("div").class(class).children(children).into()
}

/// The words that mark the visitor's own plan; none for any other.
pub fn mine_mark(page: Page, plan: PlanIndex) -> Node {
    let mark = move || {
        let page = page.get();
        let is_mine = page.mine() == Some(plan);
        if is_mine { page.messages().decide.mine_mark().to_owned() } else { String::new() }
    };
    span("pc-mark", live(mark))
}

/// The heading of a section.
pub fn heading(page: &PageState, class: &str, text: impl Into<Node>) -> Element {
    const LEVELS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let level = LEVELS.get(page.heading_level() - 1).unwrap_or(&"h6");
    el(level).class(class).child(text)
}

/// A section with its heading.
pub fn panel(page: &PageState, id: &str, class: &str, title: &str, content: Vec<Node>) -> Node {
    let id = page.id(id);
    el("section")
        .class(&format!("pc-panel {class}"))
        .attr("aria-labelledby", &*id)
        .child(heading(page, "pc-panel__heading", title).id(&id))
        .children(content)
        .into()
}

/// A row of the comparison with its heading and its cells. The roles keep it a row where the layout
/// is not a table's.
pub fn row(row: Element, label: Vec<Node>, cells: Node) -> Node {
    let label = el("th")
        .attr("scope", "row")
        .attr("role", "rowheader")
        .class("pc-label-cell")
        .children(label);
    row.attr("role", "row").child(label).child(cells).into()
}

/// A cell of a plan, of a kind that is also its class. The plan's name stands in the cell where
/// there are no columns.
pub fn cell(kind: &str, plan: &Plan) -> Element {
    el("td").attr("role", "cell").class(&format!("pc-cell {kind}")).attr("data-label", &*plan.short)
}

/// Controls that answer one question, with a class beside the one of all fields.
pub fn field(class: &str, legend: &str, controls: Vec<Node>) -> Node {
    let legend = el("legend").child(legend);
    el("fieldset").class(&format!("pc-field {class}")).child(legend).children(controls).into()
}

/// A checkbox or radio button with its label.
pub struct ChoiceControl<'a> {
    /// `checkbox` or `radio`.
    pub kind: &'static str,
    /// The control's name.
    pub name: &'static str,
    /// The control's value.
    pub value: &'a str,
    /// The label.
    pub label: Text,
    /// A description under the label.
    pub about: Option<&'a Text>,
    /// Whether the control is on.
    pub chosen: Box<dyn FnMut() -> bool>,
    /// What happens when the control is switched.
    pub change: Box<dyn FnMut(Event)>,
    /// What happens before that.
    pub click: Option<Box<dyn FnMut(MouseEvent)>>,
}

impl ChoiceControl<'_> {
    /// The control in its label.
    pub fn view(self, page: &PageState) -> Node {
        let id = page.id(&format!("{}-{}", self.name, self.value));
        let about_id = format!("{id}-about");
        let mut control = el("input")
            .attr("type", self.kind)
            .id(&id)
            .attr("name", self.name)
            .attr("value", self.value)
            .attr("aria-describedby", self.about.map(|_| &*about_id))
            .prop("checked", self.chosen)
            .on(ev::change, self.change);
        if let Some(click) = self.click {
            control = control.on(ev::click, click);
        }
        let label = el("label")
            .class(&format!("pc-choice pc-choice--{}", self.kind))
            .attr("for", &*id)
            .child(control)
            .child(said_in_span(page, "pc-choice__name", &self.label));
        match self.about {
            Some(about) => {
                let about_words = el("span").class("pc-choice__about").id(&about_id);
                label.child(said(page, about_words, about)).into()
            }
            None => label.into(),
        }
    }
}

/// A button that does something on the page.
pub fn button(label: impl Into<Node>, click: impl FnMut(MouseEvent) + 'static) -> Element {
    el("button").attr("type", "button").class("pc-button").on(ev::click, click).child(label)
}

/// A button that shows the element with an id, and hides it. The text of the button is its label.
pub fn expander(id: &str, is_open: RwSignal<bool>) -> Element {
    el("button")
        .attr("type", "button")
        .attr("aria-controls", id)
        .attr("aria-expanded", move || if is_open.get() { "true" } else { "false" })
        .on(ev::click, move |_| is_open.set(!is_open.get_untracked()))
}

/// A text that changes.
pub type LiveText = Box<dyn FnMut() -> String>;

/// A control to type into, with its label and what is said about it.
pub struct TextControl {
    /// The control's id.
    pub id: String,
    /// What the control is called.
    pub label: LiveText,
    /// What is said about the control.
    pub hint: Option<LiveText>,
    /// What is wrong with the text in the control; announced when it appears.
    pub error: LiveText,
}

impl TextControl {
    /// The input with its label, the buttons beside it, its hint and its error, in their order.
    pub fn around(self, input: Element, buttons: Vec<Node>) -> Vec<Node> {
        let (hint, error) = (format!("{}-hint", self.id), format!("{}-bad", self.id));
        let mut notes = Vec::new();
        let mut described_by = Vec::new();
        if let Some(text) = self.hint {
            notes.push(el("p").class("pc-hint").id(&hint).child(live(text)).into());
            described_by.push(hint);
        }
        let note = el("p").class("pc-bad").id(&error).attr("role", "alert").child(live(self.error));
        notes.push(note.into());
        described_by.push(error);
        let input = input
            .class("pc-input")
            .id(&self.id)
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("aria-describedby", described_by.join(" "));
        let mut nodes: Vec<Node> = vec![
            el("label").class("pc-label").attr("for", self.id).child(live(self.label)).into(),
            el("div").class("pc-field__row").child(input).children(buttons).into(),
        ];
        nodes.extend(notes);
        nodes
    }
}

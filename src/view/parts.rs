//! The parts that the page is made of: rows, cells, fields, choices and buttons.

use leptos::ev::Event;

use super::node::{Dynamic, Element, Handler, Node, el};
use crate::catalog::Plan;

/// A text in a `span` of its own.
pub fn span(class: &str, words: impl Into<Node>) -> Node {
    el("span").class(class).child(words).into()
}

/// A paragraph.
pub fn paragraph(class: &str, words: impl Into<Node>) -> Node {
    el("p").class(class).child(words).into()
}

/// Parts that stand together.
pub fn div(class: &str, parts: Vec<Node>) -> Node {
    el("div").class(class).children(parts).into()
}

/// A heading.
pub fn heading(level: &'static str, class: &str, words: &str) -> Element {
    el(level).class(class).child(words)
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

/// A cell of a plan, of a kind that is also its class. Its plan's name stands in it where there are
/// no columns.
pub fn cell(kind: &str, plan: &Plan) -> Element {
    el("td").attr("role", "cell").class(&format!("pc-cell {kind}")).attr("data-label", &plan.short)
}

/// Controls that answer one question.
pub fn field(legend: &str, controls: Vec<Node>) -> Node {
    let legend = el("legend").child(legend);
    el("fieldset").class("pc-field").child(legend).children(controls).into()
}

/// A checkbox or radio button with its label.
pub struct Choice<'a> {
    /// `checkbox` or `radio`.
    pub kind: &'static str,
    /// The control's name.
    pub name: &'static str,
    /// The control's value.
    pub value: &'a str,
    /// The label.
    pub label: &'a str,
    /// What else is said about it.
    pub about: Option<&'a str>,
    /// Whether it is chosen.
    pub chosen: Dynamic<bool>,
    /// What happens when it is chosen or no longer so.
    pub change: Handler,
    /// What happens before that.
    pub click: Option<Handler>,
}

impl Choice<'_> {
    /// The control in its label.
    pub fn view(self) -> Node {
        let id = super::ids::choice(self.name, self.value);
        let about_id = format!("{id}-about");
        let mut control = el("input")
            .attr("type", self.kind)
            .attr("id", &id)
            .attr("name", self.name)
            .attr("value", self.value)
            .maybe("aria-describedby", self.about.map(|_| &*about_id))
            .checked(self.chosen)
            .on("onchange", self.change);
        if let Some(click) = self.click {
            control = control.on("onclick", click);
        }
        let label = el("label")
            .class(&format!("pc-choice pc-choice--{}", self.kind))
            .attr("for", &id)
            .child(control)
            .child(span("pc-choice__name", self.label));
        match self.about {
            Some(about) => {
                label.child(el("span").class("pc-choice__about").attr("id", &about_id).child(about))
            }
            None => label,
        }
        .into()
    }
}

/// A button that does something on the page.
pub fn button(label: impl Into<Node>, click: impl FnMut(Event) + Send + 'static) -> Element {
    el("button").attr("type", "button").class("pc-button").on("onclick", click).child(label)
}

/// A control to type into, with its label and what is said about it.
pub struct Control {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub label: Dynamic<String>,
    /// What is said about it.
    pub hint: Option<Dynamic<String>>,
    /// What is wrong with what was typed; announced when it appears.
    pub bad: Option<Dynamic<String>>,
}

impl Control {
    /// The parts around an input, in their order.
    pub fn around(self, input: Element) -> Vec<Node> {
        let (hint, bad) = (format!("{}-hint", self.id), format!("{}-bad", self.id));
        let said = |class: &str, id: &str, words: Option<Dynamic<String>>| {
            let words: Vec<Node> = words.into_iter().map(Node::Changing).collect();
            el("p").class(class).attr("id", id).children(words)
        };
        let input = input
            .class("pc-input")
            .attr("id", self.id)
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("aria-describedby", &format!("{hint} {bad}"));
        vec![
            el("label")
                .class("pc-label")
                .attr("for", self.id)
                .child(Node::Changing(self.label))
                .into(),
            input.into(),
            said("pc-hint", &hint, self.hint).into(),
            said("pc-bad", &bad, self.bad).attr("role", "alert").into(),
        ]
    }
}

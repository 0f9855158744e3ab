//! The parts that the page is made of: rows, cells, fields, choices and buttons.
//!
//! The framework compiles its machinery once for each type of closure and each shape of element.
//! So closures of one kind stand behind a pointer here, and each part has one shape, whoever uses
//! it, which makes the program much smaller.

use leptos::prelude::*;

use crate::catalog::Plan;

/// Something that is worked out again whenever what it reads changes.
pub type Dynamic<T> = Box<dyn FnMut() -> T + Send>;

/// What happens on an event.
pub type Handler<E> = Box<dyn FnMut(E)>;

/// A text or attribute that changes.
pub fn dynamic<T>(compute: impl FnMut() -> T + Send + 'static) -> Dynamic<T> {
    Box::new(compute)
}

/// A part of the page that is made anew when what it reads changes.
pub fn part(make: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let make: Dynamic<AnyView> = Box::new(make);
    make.into_any()
}

/// What happens on an event.
pub fn on<E>(handle: impl FnMut(E) + 'static) -> Handler<E> {
    Box::new(handle)
}

/// A text.
pub fn text(words: impl Into<String>) -> AnyView {
    words.into().into_any()
}

/// A text that changes.
pub fn changing(words: impl FnMut() -> String + Send + 'static) -> AnyView {
    dynamic(words).into_any()
}

/// A text in a `span` of its own.
pub fn span(class: &'static str, words: AnyView) -> AnyView {
    view! { <span class=class>{words}</span> }.into_any()
}

/// A paragraph.
pub fn paragraph(class: &'static str, words: AnyView) -> AnyView {
    view! { <p class=class>{words}</p> }.into_any()
}

/// A row of the comparison. The roles keep it a row where the layout is not a table's.
#[derive(Default)]
pub struct Row {
    /// The class, if it changes.
    pub class: Option<Dynamic<String>>,
    /// The priority whose targets it has.
    pub priority: Option<String>,
    /// The entitlement whose values it has.
    pub entitlement: Option<String>,
    /// The heading.
    pub label: Vec<AnyView>,
}

impl Row {
    /// The row with its cells.
    pub fn of(self, cells: AnyView) -> AnyView {
        let class = self.class.unwrap_or_else(|| dynamic(|| "pc-row".to_owned()));
        view! {
            <tr role="row" class=class data-priority=self.priority data-entitlement=self.entitlement>
                <th scope="row" role="rowheader" class="pc-label-cell">{self.label}</th>
                {cells}
            </tr>
        }
        .into_any()
    }
}

/// A cell of a plan.
#[derive(Default)]
pub struct Cell {
    /// What kind of cell it is, as a class.
    pub class: &'static str,
    /// The plan whose deadline it holds.
    pub deadline: Option<String>,
    /// Why it holds none.
    pub error: Option<Dynamic<Option<String>>>,
    /// The plan whose value or target it holds.
    pub plan: Option<String>,
    /// The value of an entitlement.
    pub value: Option<String>,
    /// A target's figure.
    pub target: Option<String>,
    /// A target's coverage.
    pub coverage: Option<String>,
    /// The coverage that the region has instead.
    pub effective_coverage: Option<Dynamic<Option<String>>>,
}

impl Cell {
    /// The cell with what it holds. Its plan's name stands in it where there are no columns.
    pub fn of(self, plan: &Plan, content: AnyView) -> AnyView {
        view! {
            <td role="cell" class=format!("pc-cell {}", self.class) data-label=plan.short.to_string()
                data-deadline=self.deadline data-error=self.error data-plan=self.plan data-value=self.value
                data-target=self.target data-coverage=self.coverage
                data-effective-coverage=self.effective_coverage>{content}</td>
        }
        .into_any()
    }
}

/// Controls that answer one question.
pub fn field(legend: &str, controls: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset class="pc-field">
            <legend>{legend.to_owned()}</legend>
            {controls}
        </fieldset>
    }
    .into_any()
}

/// A checkbox or radio button with its label.
pub struct Choice {
    /// `checkbox` or `radio`.
    pub kind: &'static str,
    /// The control's name.
    pub name: &'static str,
    /// The control's value.
    pub value: String,
    /// The label.
    pub label: String,
    /// What else is said about it.
    pub about: Option<String>,
    /// Whether it is chosen.
    pub chosen: Dynamic<bool>,
    /// What happens when it is chosen or no longer so.
    pub change: Handler<leptos::ev::Event>,
    /// What happens before that.
    pub click: Handler<leptos::ev::MouseEvent>,
}

impl Choice {
    /// The control in its label.
    pub fn view(mut self) -> AnyView {
        let id = super::ids::choice(self.name, &self.value);
        let about_id = format!("{id}-about");
        let described = self.about.as_ref().map(|_| about_id.clone());
        let at_first = untrack(|| (self.chosen)());
        let about = self
            .about
            .map(|about| view! { <span class="pc-choice__about" id=about_id>{about}</span> });
        view! {
            <label class=format!("pc-choice pc-choice--{}", self.kind) for=id.clone()>
                <input type=self.kind id=id.clone() name=self.name value=self.value aria-describedby=described
                    checked=at_first prop:checked=self.chosen on:click=self.click on:change=self.change/>
                <span class="pc-choice__name">{self.label}</span>
                {about}
            </label>
        }
        .into_any()
    }
}

/// The value of the attribute `hidden`.
pub fn hidden_if(hidden: impl Fn() -> bool + Send + 'static) -> Dynamic<Option<String>> {
    dynamic(move || hidden().then(String::new))
}

/// A button that does something on the page.
pub fn button(
    label: AnyView,
    hidden: Option<Dynamic<Option<String>>>,
    click: impl FnMut(leptos::ev::MouseEvent) + 'static,
) -> AnyView {
    view! { <button type="button" class="pc-button" hidden=hidden on:click=on(click)>{label}</button> }.into_any()
}

/// A control to type into, with its label and what is said about it.
#[derive(Default)]
pub struct Control {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its kind, such as `date`.
    pub kind: &'static str,
    /// The step of its value.
    pub step: Option<&'static str>,
    /// The id of the list of its values.
    pub list: Option<&'static str>,
    /// The value that it has in the document.
    pub at_first: Option<String>,
    /// What is said about it.
    pub hint: Option<Dynamic<String>>,
    /// What is wrong with what was typed; announced when it appears.
    pub bad: Option<Dynamic<String>>,
    /// `true` while something is wrong with it.
    pub invalid: Option<Dynamic<Option<String>>>,
}

impl Control {
    /// The control; `change` is what happens when its value was changed, `key` when a key is
    /// pressed in it.
    pub fn view(
        self,
        label: Dynamic<String>,
        value: Dynamic<String>,
        change: Handler<leptos::ev::Event>,
        key: Handler<leptos::ev::KeyboardEvent>,
    ) -> AnyView {
        let (hint, bad) = (format!("{}-hint", self.id), format!("{}-bad", self.id));
        view! {
            <label class="pc-label" for=self.id>{label}</label>
            <input class="pc-input" id=self.id name=self.name type=self.kind step=self.step list=self.list
                autocomplete="off" spellcheck="false" aria-describedby=format!("{hint} {bad}")
                aria-invalid=self.invalid value=self.at_first prop:value=value on:change=change on:keydown=key/>
            <p class="pc-hint" id=hint>{self.hint}</p>
            <p class="pc-bad" id=bad role="alert">{self.bad}</p>
        }
        .into_any()
    }
}

/// Parts that stand together.
pub fn div(class: &'static str, parts: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{parts}</div> }.into_any()
}

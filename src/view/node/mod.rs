//! What the views are made of: elements with attributes, listeners and children, as values.
//!
//! [`Node`] is a view of Leptos like any other, but one that has the same compiled shape whatever
//! it holds. Leptos compiles its own machinery anew for each shape of element and each type of
//! closure; ARCHITECTURE.md says what that weighed. `dom` puts nodes into a document, `html` writes
//! them for the static pages.

mod dom;
mod html;

use leptos::ev::Event;

use crate::catalog::PlanIndex;

/// Something that is worked out again whenever what it reads changes.
pub type Dynamic<T> = Box<dyn Compute<T> + Send>;

/// What a closure does, without the code that every pointer to a closure has for calling it once.
pub trait Compute<T> {
    /// Works it out.
    fn compute(&mut self) -> T;
}

impl<T, F: FnMut() -> T> Compute<T> for F {
    fn compute(&mut self) -> T {
        self()
    }
}

/// What happens on an event.
pub type Handler = Box<dyn FnMut(Event) + Send>;

/// A piece of the page.
pub enum Node {
    /// A text.
    Text(String),
    /// A text that changes.
    Changing(Dynamic<String>),
    /// An element.
    Element(Element),
    /// A piece that is made anew when what it reads changes. What stays the same is left alone.
    Part(Dynamic<Node>),
    /// A piece for each plan that is shown.
    PerPlan(PerPlan),
    /// Pieces in a row.
    All(Vec<Node>),
}

/// An element of the document. A pointer, so that passing it on costs little code.
pub struct Element(Box<Parts>);

/// What an element is made of.
struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Attribute)>,
    listeners: Vec<(&'static str, Handler)>,
    children: Vec<Node>,
}

/// The value of an attribute, or of a property that goes by its name.
enum Attribute {
    Fixed(String),
    /// Absent while there is none.
    Changing(Dynamic<Option<String>>),
    /// What a control holds; the document keeps what it held at first.
    Value(Dynamic<String>),
    /// Whether a control is on; likewise.
    Checked(Dynamic<bool>),
    /// Markup of ours in the place of children.
    Markup(Dynamic<String>),
}

/// A piece for each plan that is shown. When a plan comes or goes, the pieces of the others stay.
pub struct PerPlan {
    /// The plans, in catalog order.
    pub shown: Dynamic<Vec<PlanIndex>>,
    /// Makes the piece of a plan.
    pub make: Box<dyn FnMut(PlanIndex) -> Node + Send>,
}

/// A text or attribute that changes.
pub fn dynamic<T>(compute: impl FnMut() -> T + Send + 'static) -> Dynamic<T> {
    Box::new(compute)
}

/// A text that changes.
pub fn changing(words: impl FnMut() -> String + Send + 'static) -> Node {
    Node::Changing(Box::new(words))
}

/// A piece that is made anew when what it reads changes.
pub fn part(make: impl FnMut() -> Node + Send + 'static) -> Node {
    Node::Part(Box::new(make))
}

/// A text.
pub fn text(words: impl Into<String>) -> Node {
    Node::Text(words.into())
}

/// An element without anything.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

impl Element {
    #[inline(never)]
    fn with(mut self, name: &'static str, attribute: Attribute) -> Self {
        self.0.attributes.push((name, attribute));
        self
    }

    /// With a class or several.
    #[inline(never)]
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// With an attribute.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.with(name, Attribute::Fixed(value.to_owned()))
    }

    /// With an attribute if there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// With an attribute that changes, and is absent while there is no value.
    #[inline(never)]
    pub fn changing(self, name: &'static str, value: Dynamic<Option<String>>) -> Self {
        self.with(name, Attribute::Changing(value))
    }

    /// With what a control holds.
    pub fn value(self, value: Dynamic<String>) -> Self {
        self.with("value", Attribute::Value(value))
    }

    /// With whether a control is on.
    pub fn checked(self, checked: Dynamic<bool>) -> Self {
        self.with("checked", Attribute::Checked(checked))
    }

    /// Hidden while that is so.
    pub fn hidden(self, mut hidden: impl FnMut() -> bool + Send + 'static) -> Self {
        self.changing("hidden", Box::new(move || hidden().then(String::new)))
    }

    /// With markup of ours, texts in it escaped, in the place of children.
    pub fn markup(self, markup: Dynamic<String>) -> Self {
        self.with("", Attribute::Markup(markup))
    }

    /// With something that happens on an event, named by the element's property for it, such as
    /// `onclick`. One for each.
    pub fn on(
        mut self,
        property: &'static str,
        handle: impl FnMut(Event) + Send + 'static,
    ) -> Self {
        self.0.listeners.push((property, Box::new(handle)));
        self
    }

    /// With another child at the end.
    pub fn child(self, child: impl Into<Node>) -> Self {
        self.followed_by(child.into())
    }

    #[inline(never)]
    fn followed_by(mut self, child: Node) -> Self {
        self.push(child);
        self
    }

    /// With other children at the end.
    pub fn children(self, children: Vec<Node>) -> Self {
        self.child(Node::All(children))
    }

    /// Children in a row become children themselves, so that each has its place.
    #[inline(never)]
    fn push(&mut self, child: Node) {
        match child {
            Node::All(children) => children.into_iter().for_each(|child| self.push(child)),
            child => self.0.children.push(child),
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<Vec<Node>> for Node {
    fn from(nodes: Vec<Node>) -> Self {
        Self::All(nodes)
    }
}

impl From<&str> for Node {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

impl From<String> for Node {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

//! Nodes: all that can stand in a document.

use crate::compute::Dynamic;
use crate::element::Element;
use crate::list::Items;

/// A piece of a document: a text, an element, several of them in a row, or what a closure makes.
///
/// A node has one type whatever it holds. [`leptos::mount::mount_to_renderer`] puts it into a
/// document.
#[must_use]
pub struct Node(pub(crate) Kind);

/// What a [`Node`] holds.
pub enum Kind {
    /// A text that stays.
    Text(String),
    /// A text that follows its closure.
    Live(Dynamic<Option<String>>),
    /// An element.
    Element(Element),
    /// A piece that its closure makes anew.
    Reactive(Dynamic<Node>),
    /// A keyed list.
    Each(Box<dyn Items>),
    /// Nodes in a row.
    Row(Vec<Kind>),
}

/// A text.
///
/// # Example
///
/// ```
/// assert_eq!(nodes::to_html(nodes::text("R & D")), "R &amp; D");
/// ```
pub fn text(text: impl Into<String>) -> Node {
    Kind::Text(text.into()).into()
}

/// A text that follows a closure: it changes whenever what the closure reads changes.
///
/// # Example
///
/// ```
/// use leptos::prelude::*;
/// use nodes::{live, to_html};
///
/// let owner = Owner::new();
/// owner.set();
/// let minutes = RwSignal::new(30);
/// assert_eq!(to_html(live(move || format!("{} min", minutes.get()))), "30 min");
/// ```
pub fn live(mut content: impl FnMut() -> String + 'static) -> Node {
    Kind::Live(Box::new(move || Some(content()))).into()
}

/// A piece that a closure makes anew whenever what the closure reads changes.
///
/// The new piece is compared with the one in the document. A text that is the same, and an
/// element of the same name with the same names of attributes, stay there and become like the new
/// one. Whatever has a closure of its own (a changing attribute, a listener, a [`live`] text,
/// another `reactive` piece or a list) is exchanged.
///
/// # Example
///
/// ```
/// use leptos::prelude::*;
/// use nodes::{el, reactive, to_html};
///
/// let owner = Owner::new();
/// owner.set();
/// let is_open = RwSignal::new(true);
/// let piece = reactive(move || is_open.get().then(|| el("b").child("Open")).into());
/// assert_eq!(to_html(piece), "<b>Open</b>");
/// ```
pub fn reactive(make: impl FnMut() -> Node + 'static) -> Node {
    Kind::Reactive(Box::new(make)).into()
}

impl From<Kind> for Node {
    fn from(kind: Kind) -> Self {
        Self(kind)
    }
}

impl From<&str> for Node {
    fn from(content: &str) -> Self {
        text(content)
    }
}

impl From<String> for Node {
    fn from(content: String) -> Self {
        text(content)
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Kind::Element(element).into()
    }
}

impl From<Vec<Self>> for Node {
    fn from(nodes: Vec<Self>) -> Self {
        Kind::Row(nodes.into_iter().map(|node| node.0).collect()).into()
    }
}

/// `None` stands for nothing.
impl<T: Into<Self>> From<Option<T>> for Node {
    fn from(node: Option<T>) -> Self {
        match node {
            Some(node) => node.into(),
            None => Kind::Row(Vec::new()).into(),
        }
    }
}

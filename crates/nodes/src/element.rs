//! Elements, and what can be said about one before it stands in a document.

use leptos::ev::EventDescriptor;
use wasm_bindgen::JsValue;

use crate::attribute::{AttributeValue, IntoAttribute, IntoValue, Target, Value};
use crate::node::{Kind, Node};

/// An element with its attributes, listeners and children.
///
/// The element stands behind a pointer, so that passing it on costs little code.
#[must_use]
pub struct Element(pub(crate) Box<Parts>);

/// What an element consists of.
pub struct Parts {
    /// The element's name.
    pub tag: &'static str,
    /// The namespace, or `None` for HTML.
    pub namespace: Option<&'static str>,
    /// Attributes and properties by name.
    pub attributes: Vec<(&'static str, Value)>,
    /// Listeners in the order in which they were added.
    pub listeners: Vec<Listening>,
    /// Children in their order.
    pub children: Vec<Kind>,
}

/// A listener that no element has yet.
pub struct Listening {
    /// The event's name.
    pub event: std::borrow::Cow<'static, str>,
    /// Whether the listener hears the event on its way down to where it happened.
    pub capture: bool,
    /// What happens on the event.
    pub handler: Box<dyn FnMut(JsValue)>,
}

/// An HTML element with nothing in it.
///
/// # Example
///
/// ```
/// use nodes::{el, to_html};
///
/// let item = el("li").class("due").child("Monday");
/// assert_eq!(to_html(item.into()), r#"<li class="due">Monday</li>"#);
/// ```
pub fn el(tag: &'static str) -> Element {
    element(tag, None)
}

/// An element of the SVG namespace with nothing in it, `svg("svg")` itself included.
///
/// # Example
///
/// ```
/// use nodes::{svg, to_html};
///
/// let picture = svg("svg").child(svg("text").attr("x", "4").child("4 h"));
/// assert_eq!(to_html(picture.into()), r#"<svg><text x="4">4 h</text></svg>"#);
/// ```
pub fn svg(tag: &'static str) -> Element {
    element(tag, Some("http://www.w3.org/2000/svg"))
}

fn element(tag: &'static str, namespace: Option<&'static str>) -> Element {
    Element(Box::new(Parts {
        tag,
        namespace,
        attributes: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

impl Element {
    /// Sets the attribute `class` to one class, or several with spaces between them.
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Sets the attribute `id`.
    pub fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// Sets an attribute, or lets it follow a closure. [`IntoAttribute`] lists what values may be.
    ///
    /// # Example
    ///
    /// ```
    /// use nodes::{el, to_html};
    ///
    /// let note = el("p").attr("lang", "nl").attr("title", None::<String>).attr("hidden", || true);
    /// assert_eq!(to_html(note.into()), r#"<p lang="nl" hidden=""></p>"#);
    /// ```
    pub fn attr(self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.attribute(name, value.into_attribute())
    }

    /// Lets a property of the element follow a closure: `value` a text, or `checked` a `bool`.
    ///
    /// HTML has the attribute of that name in its place. In a document the attribute, which is the
    /// default, follows the property, so that resetting a form does not bring an old choice back.
    /// WebKit resets controls when a visitor comes back to a page that it kept whole.
    ///
    /// # Example
    ///
    /// ```
    /// use nodes::{el, to_html};
    ///
    /// let control = el("input").attr("type", "checkbox").prop("checked", || true);
    /// assert_eq!(to_html(control.into()), r#"<input type="checkbox" checked="">"#);
    /// ```
    pub fn prop<T: IntoValue>(
        self,
        name: &'static str,
        mut value: impl FnMut() -> T + 'static,
    ) -> Self {
        let target = if T::IS_FLAG { Target::Flag } else { Target::Text };
        let value = Value::Live(Box::new(move || value().into_value()), target);
        self.attribute(name, AttributeValue(value))
    }

    fn attribute(mut self, name: &'static str, value: AttributeValue) -> Self {
        debug_assert!(
            self.0.attributes.iter().all(|(known, _)| *known != name),
            "the attribute {name} of the element {} is set twice",
            self.0.tag,
        );
        self.0.attributes.push((name, value.0));
        self
    }

    /// Listens for an event of [`leptos::ev`] for as long as the element exists.
    ///
    /// The handler may cause its own element to go. A handler that causes the same event at the
    /// same element is not called for it while it runs; the browser reports an error.
    pub fn on<E>(self, event: E, mut handler: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: From<JsValue>,
    {
        self.listener(Listening {
            event: event.name(),
            capture: E::CAPTURE,
            handler: Box::new(move |event| handler(event.into())),
        })
    }

    fn listener(mut self, listener: Listening) -> Self {
        self.0.listeners.push(listener);
        self
    }

    /// Adds a child at the end.
    pub fn child(self, child: impl Into<Node>) -> Self {
        self.followed_by(child.into())
    }

    /// Adds children at the end.
    pub fn children(self, children: Vec<Node>) -> Self {
        self.child(children)
    }

    fn followed_by(mut self, child: Node) -> Self {
        self.push(child.0);
        self
    }

    /// Children in a row become children themselves, so that no placeholder marks their end.
    fn push(&mut self, child: Kind) {
        match child {
            Kind::Row(children) => children.into_iter().for_each(|child| self.push(child)),
            child => self.0.children.push(child),
        }
    }
}

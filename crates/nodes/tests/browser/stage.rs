//! A place in the document to show nodes in, and a translator as browsers have one.

use std::cell::Cell;
use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to_renderer};
use nodes::{Node, NodeState};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement};

/// An element of the document with a node in it, which goes when the stage is dropped.
pub struct Stage {
    pub host: Element,
    mounted: Option<UnmountHandle<NodeState>>,
}

impl Stage {
    pub fn new(make: impl FnOnce() -> Node + 'static) -> Self {
        let host = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&host).unwrap();
        let mounted = Some(mount_to_renderer(&host, make));
        Self { host, mounted }
    }

    pub fn unmount(&mut self) {
        self.mounted = None;
    }

    /// The markup without placeholders.
    pub fn html(&self) -> String {
        self.host.inner_html().replace("<!---->", "")
    }

    pub fn find(&self, selector: &str) -> HtmlElement {
        self.host.query_selector(selector).unwrap().unwrap().unchecked_into()
    }

    /// What is read, whether it is translated or not.
    pub fn read(&self) -> String {
        self.host.text_content().unwrap().replace(['«', '»'], "")
    }

    #[track_caller]
    pub fn check(&self, html: &str) {
        assert_eq!(self.html(), html);
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.unmount();
        self.host.remove();
    }
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Waits until all effects have run.
pub async fn settle() {
    for _ in 0..4 {
        JsFuture::from(js_sys::Promise::resolve(&JsValue::UNDEFINED)).await.unwrap();
        leptos::task::tick().await;
    }
}

/// What a translator does to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Translator {
    /// Moves the text into an element of its own, and changes it there.
    Wraps,
    /// Puts an element of its own with other words in the text's place.
    Replaces,
    /// Changes the text where it is.
    Writes,
}

pub const TRANSLATORS: [Translator; 3] =
    [Translator::Wraps, Translator::Replaces, Translator::Writes];

impl Translator {
    /// Translates each text in an element that is not translated.
    pub fn translate(self, element: &Element) {
        for text in texts(element) {
            self.translate_text(&text);
        }
    }

    pub fn translate_text(self, text: &web_sys::Node) {
        let words = text.node_value().unwrap();
        if words.is_empty() || words.starts_with('«') {
            return;
        }
        let translated = format!("«{words}»");
        if self == Self::Writes {
            text.set_node_value(Some(&translated));
            return;
        }
        let (outer, inner) = (font(), font());
        outer.append_child(&inner).unwrap();
        text.parent_node().unwrap().replace_child(&outer, text).unwrap();
        if self == Self::Wraps {
            text.set_node_value(Some(&translated));
            inner.append_child(text).unwrap();
        } else {
            inner.set_text_content(Some(&translated));
        }
    }
}

/// Puts an element of the translator around a node.
pub fn wrap(node: &web_sys::Node) {
    let outer = font();
    node.parent_node().unwrap().replace_child(&outer, node).unwrap();
    outer.append_child(node).unwrap();
}

fn font() -> Element {
    document().create_element("font").unwrap()
}

/// The texts in an element.
pub fn texts(element: &web_sys::Node) -> Vec<web_sys::Node> {
    let mut found = Vec::new();
    let children = element.child_nodes();
    for at in 0..children.length() {
        let child = children.item(at).unwrap();
        match child.node_type() {
            web_sys::Node::TEXT_NODE => found.push(child),
            _ => found.extend(texts(&child)),
        }
    }
    found
}

/// Something that is counted for as long as a closure keeps it.
pub struct Counted(Rc<Cell<usize>>);

impl Counted {
    pub fn new(count: &Rc<Cell<usize>>) -> Self {
        count.set(count.get() + 1);
        Self(Rc::clone(count))
    }

    /// Makes a closure keep it.
    pub fn touch(&self) {}
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

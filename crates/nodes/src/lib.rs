//! Elements of one compiled shape for Leptos, with keyed lists.
//!
//! Leptos' `view!` compiles its machinery anew for each shape of element and each type of closure,
//! which costs tens of kilobytes of WebAssembly on a page with many views. A [`Node`] of this crate
//! has one type whatever it holds: what is compiled for each closure is only the closure itself.
//! Leptos' signals, memos, events and mounting stay as they are, and the names here are Leptos'
//! names wherever it has one.
//!
//! The crate knows no plans, reads nothing but what it is given, and writes HTML natively too.
//!
//! # Example
//!
//! A list of lines, a text that follows it, and a button that adds a line:
//!
//! ```
//! use leptos::ev;
//! use leptos::prelude::*;
//! use nodes::{Node, each, el, live, to_html};
//!
//! fn lines() -> Node {
//!     let shown = RwSignal::new(vec![1_u64]);
//!     let add = move |_| shown.update(|shown| shown.push(shown.len() as u64 + 1));
//!     el("section")
//!         .class("lines")
//!         .child(el("ol").child(each(
//!             move || shown.get(),
//!             |line| *line,
//!             |line| el("li").child(format!("Line {line}")).into(),
//!         )))
//!         .child(el("button").attr("disabled", move || shown.get().len() > 9).on(ev::click, add))
//!         .child(live(move || shown.get().len().to_string()))
//!         .into()
//! }
//!
//! // In a browser: leptos::mount::mount_to_body(lines)
//! let html = Owner::new().with(|| to_html(lines()));
//! assert_eq!(
//!     html,
//!     r#"<section class="lines"><ol><li>Line 1</li></ol><button></button>1</section>"#
//! );
//! ```
//!
//! # What changes, and what stays
//!
//! - [`live`] is a text and [`Element::attr`] with a closure an attribute: each is written only
//!   when what the closure returns is another value than before.
//! - [`reactive`] is a piece that is made anew. What comes out the same is left alone.
//! - [`each`] is a list whose pieces keep their elements, effects and signals while their key stays.
//!
//! # Ownership
//!
//! An element ends its effects and listeners when it goes, and a piece of a list disposes of the
//! signals that it made. Dropping the handle that Leptos' `mount_to_renderer` returns releases
//! everything.
//! Closures of effects are dropped by Leptos' executor, right after the task that removed the
//! element.
//!
//! # Translators in browsers
//!
//! A translator puts elements of its own in the place of texts, or around texts and elements. A
//! change finds that out by asking the nodes that it is about to touch for their parent, and then
//! restores the children of the element around them: what is foreign goes, what is missing returns.
//! So words that change are right, exactly once, and words that do not change may stay translated.
//!
//! # What it cannot do
//!
//! - **Take over HTML that is there.** A node is always built anew; nothing is hydrated.
//! - **Hold other views, or stand in one.** The children of a node are nodes: no components with an
//!   own view type, no `Suspense`, no `Show`; and `view!` does not take a node, which would have to
//!   be sendable between threads. A closure in [`reactive`] does what `Show` does.
//! - **Give context to the pieces of a list.** The owner of a piece has no parent, so
//!   `use_context` finds in a piece only what the piece itself provided.
//! - **Forget memos for Leptos.** A memo that goes stays in the list of readers of each signal and
//!   memo outside that it read: until that signal changes, or as long as that memo lives. Pieces
//!   that come and go often should make memos of their own signals only.
//! - **Keep parts of what is made anew.** [`reactive`] compares in order, without keys, and
//!   exchanges whatever has a closure of its own.
//! - **Mend around the outermost nodes.** What stands directly in the element that a node is
//!   mounted to is not put back, since others may have put something beside it. The outermost node
//!   should be one element.
//! - **Notice that an element was exchanged for a copy.** Translators leave elements themselves in
//!   the document; what replaces them by copies takes them from this crate's sight.
//! - **Set an attribute twice.** The last call does not win and classes are not joined: debug
//!   builds panic.
//! - **Set options of listeners.** [`Element::on`] knows whether an event is captured, but not
//!   `passive`, `once` or the options of `leptos::ev::Custom`.
//! - **Write every element as HTML.** Texts in `script` and `style` would be escaped, and the
//!   property `value` of `textarea` and `select` has no attribute to stand for it.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod attribute;
mod compute;
mod dom;
mod element;
mod html;
mod list;
mod node;

pub use attribute::{AttributeValue, IntoAttribute, IntoValue};
pub use dom::NodeState;
pub use element::{Element, el, svg};
pub use html::to_html;
pub use list::each;
pub use node::{Node, live, reactive, text};

//! The page: components that show what the core computed, and pass on what the visitor chooses.
//!
//! Nothing here knows a browser: the present moment, the words of dates and the clipboard come from
//! outside ([`Env`]), so the same components write the static pages. What never changes is in
//! [`Frame`], which only the build renders; the running page renders [`App`] into it.

mod comparison;
mod controls;
mod data;
mod env;
#[cfg(not(target_arch = "wasm32"))]
mod facts;
#[cfg(not(target_arch = "wasm32"))]
mod frame;
pub mod ids;
pub mod node;
mod notice;
mod page;
mod parts;
mod state;

pub use data::PageData;
pub use env::{Env, Told};
#[cfg(not(target_arch = "wasm32"))]
pub use frame::{Frame, LanguageLink};
pub use page::Page;

use leptos::prelude::*;

use node::{Node, changing, el};

/// Everything on the page that depends on the visitor.
#[component]
pub fn App(
    /// The state of the page.
    page: Page,
) -> impl IntoView {
    let columns = el("div")
        .class("pc-columns")
        .child(controls::controls(page))
        .child(comparison::comparison(page));
    let status = el("div")
        .class("pc-hidden")
        .attr("role", "status")
        .child(changing(move || page.status.get()));
    Node::All(vec![notice::notice(page), columns.into(), status.into()])
}

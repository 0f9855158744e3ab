//! What stands on the page: nodes that show what the core computed, and pass on what the visitor
//! chooses.
//!
//! Views take values and give [`plans::case::Choice`]s. They do no arithmetic on time and know no
//! browser: the same views write the static pages.

mod answer;
pub mod chunks;
pub mod demo;
mod details;
pub mod ids;
pub mod includes;
mod notice;
mod question;
mod table;
mod which;
mod why;
mod widgets;

use nodes::{Node, el, live};

use crate::page::Page;
pub use chunks::Chunks;

/// Everything that depends on the visitor.
pub fn app(page: Page, chunks: Chunks) -> Node {
    let comparison = el("div")
        .class("pc-comparison")
        .id(&page.get().id(ids::COMPARISON))
        .attr("tabindex", "-1")
        .child(answer::section(page, chunks))
        .child(why::section(page, chunks))
        .child(which::section(page, chunks))
        .child(includes::section(page, chunks));
    let status = el("div")
        .class("pc-hidden")
        .attr("role", "status")
        .child(live(move || page.get().status()));
    el("div")
        .class("pc pc-app")
        .children(vec![
            notice::notice(page, chunks),
            question::form(page),
            comparison.into(),
            status.into(),
        ])
        .into()
}

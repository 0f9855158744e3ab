//! What the page answers: when each plan's first reply is due and why, which plan fits, and what
//! each plan includes.

mod account;
mod answers;
mod entitlements;
mod fit;
mod matrix;
mod pictures;
mod table;
mod targets;

use super::ids;
use super::node::{Node, el};
use super::page::Page;
use super::parts::heading;
use table::Shown;

/// The sections of the comparison, one under the other.
pub fn comparison(page: Page) -> Node {
    let shown = Shown::new(move || page.scenario.with(|scenario| scenario.plans.clone()));
    el("div")
        .class("pc-comparison")
        .attr("id", ids::COMPARISON)
        .attr("tabindex", "-1")
        .child(answers::section(page, shown))
        .child(pictures::section(page))
        .child(fit::section(page))
        .child(matrix::section(page, shown))
        .into()
}

/// A section with its heading.
fn panel(id: &str, class: &str, title: &str, parts: Vec<Node>) -> Node {
    el("section")
        .class(&format!("pc-panel {class}"))
        .attr("aria-labelledby", id)
        .child(heading("h2", "pc-panel__heading", title).attr("id", id))
        .children(parts)
        .into()
}

//! The form: what the visitor can choose.

mod choices;
mod holidays;
mod moment;
mod zone;

use super::ids;
use super::node::{Node, el};
use super::page::Page;
use super::parts::heading;

/// Every control, in the order in which the questions arise.
pub fn controls(page: Page) -> Node {
    let title = heading("h2", "pc-controls__heading", &page.messages().controls.heading);
    el("form")
        .class("pc-controls")
        .attr("autocomplete", "off")
        .attr("aria-labelledby", ids::CONTROLS_HEADING)
        .on("onsubmit", |event| event.prevent_default())
        .child(title.attr("id", ids::CONTROLS_HEADING))
        .child(choices::priority(page))
        .child(moment::moment(page))
        .child(moment::by(page))
        .child(choices::region(page))
        .child(choices::plans(page))
        .child(holidays::holidays(page))
        .into()
}

//! The form: what the visitor can choose about the case.

mod choices;
mod date_input;
mod holidays;
mod moment;
mod zone;

use leptos::ev;
use nodes::{Node, el};

use super::ids;
use super::widgets::heading;
use crate::page::Page;

/// Every control, in the order in which the questions arise.
pub fn form(page: Page) -> Node {
    let state = page.get();
    let id = state.id(ids::QUESTION_HEADING);
    let title = heading("h2", "pc-controls__heading", state.messages().controls.heading());
    el("form")
        .class("pc-controls")
        .attr("autocomplete", "off")
        // The page says itself what cannot be read. The browser would move the focus there.
        .attr("novalidate", true)
        .attr("aria-labelledby", &*id)
        .on(ev::submit, |event| event.prevent_default())
        .child(title.id(&id))
        .child(choices::priority(page))
        .child(moment::opened(page))
        .child(moment::by(page))
        .child(choices::region(page))
        .child(choices::plans(page))
        .child(holidays::holidays(page))
        .into()
}

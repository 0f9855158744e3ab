//! The form: what the visitor can choose about the case.

mod choices;
mod date_input;
mod holidays;
mod moment;
mod zone;

use leptos::ev;
use leptos::prelude::untrack;
use nodes::{Node, el, live};

use super::ids;
use super::widgets::heading;
use crate::page::Page;
use crate::signal::RwSignal;

/// The question in words, and every control, in the order in which the questions arise. Where there is
/// no room the words stand for the controls, until a button opens them.
pub fn form(page: Page) -> Node {
    let state = page.get();
    let messages = &state.messages().controls;
    let is_wanted = RwSignal::new(false);
    // A value that cannot be read must be seen.
    let is_open = move || is_wanted.get() || page.get().has_unreadable_field();
    let (id, heading_id) = (state.id(ids::QUESTION), state.id(ids::QUESTION_HEADING));
    let title = heading(&state, "pc-hidden", messages.heading());
    let button = el("button")
        .attr("type", "button")
        .class("pc-button pc-question__button")
        .attr("data-question", "")
        .attr("aria-controls", &*id)
        .attr("aria-expanded", move || if is_open() { "true" } else { "false" })
        .on(ev::click, move |_| {
            // What must be seen is not put away under the visitor's hands once it can be read.
            let must_stay = untrack(|| page.get().has_unreadable_field());
            is_wanted.set(must_stay || !is_wanted.get_untracked());
        })
        .child(messages.change());
    let summary =
        el("p").class("pc-question__summary").child(live(move || page.get().case_in_brief()));
    let mut fields = vec![moment::opened(page), moment::by(page)];
    // A desk that never closes needs no holidays, and a clock only where days are counted.
    if state.catalog().has_desk_hours() {
        fields.insert(0, holidays::holidays(page));
    }
    if state.catalog().has_desk_clock() {
        fields.insert(0, zone::zone(page));
    }
    let count = fields.len().to_string();
    let fields = el("div").class("pc-question__fields").attr("data-fields", count).children(fields);
    let controls = el("div")
        .class("pc-question__controls")
        .id(&id)
        .child(choices::target(page))
        .child(choices::priority(page))
        .child(choices::region(page))
        .child(fields);
    el("form")
        .class("pc-question")
        .attr("autocomplete", "off")
        // The page says itself what cannot be read. The browser would move the focus there.
        .attr("novalidate", true)
        .attr("aria-labelledby", &*heading_id)
        .on(ev::submit, |event| event.prevent_default())
        .child(title.id(&heading_id))
        .child(summary)
        .child(button)
        .child(controls)
        .into()
}

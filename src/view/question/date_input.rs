//! Inputs for dates, with or without a time of day.

use std::rc::Rc;

use leptos::ev::{self, Event};
use leptos::prelude::{event_target_value, untrack};
use nodes::{Element, el};
use plans::link::Key;

use crate::page::Page;

/// An input for a date. What is typed and cannot be read stays in it: half a date, and a year of five
/// digits, which browsers take for one.
pub struct DateInput {
    /// The parameter that the input sets.
    pub key: Key,
    /// `date` or `datetime-local`.
    pub kind: &'static str,
    /// What the input holds; empty for nothing.
    pub value: Rc<dyn Fn() -> String>,
    /// Takes a text of the visitor, which is empty for nothing. `false` if the text cannot be read.
    pub take: Rc<dyn Fn(&str) -> bool>,
}

impl DateInput {
    /// The input. A text that cannot be read is kept in the state of the page until it can.
    pub fn view(self, page: Page) -> Element {
        let Self { key, kind, value, take } = self;
        let typed = move |text: String| {
            if take(&text) {
                page.get().forget_unreadable(key);
            } else {
                page.get().keep_unreadable(key, text);
            }
        };
        let taken = typed.clone();
        let changed = move |event: Event| {
            // While somebody replaces one figure of the date, nothing is said.
            if !page.get().edge().is_unfinished(&event) {
                taken(event_target_value(&event));
            }
        };
        let held = Rc::clone(&value);
        let left = move |event: Event| {
            let state = page.get();
            let was_empty = untrack(|| state.unreadable(key).is_none() && held().is_empty());
            if state.edge().is_unfinished(&event) {
                state.keep_unreadable(key, String::new());
            } else if event_target_value(&event).is_empty() && !was_empty {
                // Browsers do not report that the rest of half a date was deleted.
                typed(String::new());
            }
        };
        let mut shown = String::new();
        let text = move || {
            match page.get().unreadable(key) {
                None => shown = value(),
                // The browser does not say what half a date is, and writing would delete it.
                Some(half) if half.is_empty() => {}
                Some(unreadable) => shown = unreadable,
            }
            shown.clone()
        };
        el("input")
            .attr("type", kind)
            .attr("name", key.as_str())
            .attr("aria-invalid", move || page.get().unreadable(key).map(|_| "true"))
            .prop("value", text)
            // WebKit tells of a change only when the field is left.
            .on(ev::input, changed.clone())
            .on(ev::change, changed)
            .on(ev::blur, move |event| left(event.into()))
    }
}

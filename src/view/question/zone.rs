//! The zone in which the desk's hours are read.

use leptos::ev;
use leptos::prelude::event_target_value;
use nodes::{Node, el, reactive};
use plans::link::{Key, MAX_SHOWN_CHARS};
use plans::wording::fill;
use worktime::zone::Zone;

use crate::page::Page;
use crate::signal::RwSignal;
use crate::view::ids;
use crate::view::widgets::TextControl;

/// A field that takes any IANA name, with a list to choose from. A text that names no zone stays in
/// the field with an error, and is not used.
pub fn zone(page: Page) -> Node {
    let state = page.get();
    let wants_list = RwSignal::new(false);
    let text = move || {
        let page = page.get();
        page.unreadable(Key::Zone).unwrap_or_else(|| page.zone().name().to_owned())
    };
    let hint = move || {
        let page = page.get();
        let zone = page.zone();
        let at = page.opened().and_then(Result::ok).map(|opened| opened.at);
        let Some(offset) = at.and_then(|at| zone.offset_at(at).ok()) else { return String::new() };
        let values = [("place", &*zone.place()), ("offset", &offset.to_string())];
        fill(page.messages().controls.zone_hint(), &values)
    };
    let error = move || {
        let page = page.get();
        let Some(text) = page.unreadable(Key::Zone) else { return String::new() };
        let text: String = text.chars().take(MAX_SHOWN_CHARS).collect();
        let values = [("value", &*text), ("zone", page.zone().name())];
        fill(page.messages().controls.zone_unknown(), &values)
    };
    // Made only when somebody looks for a zone: there are some six hundred.
    let names = move || {
        let names = if wants_list.get() { Zone::names().collect() } else { Vec::new() };
        let option = |name: &&str| el("option").attr("value", *name).into();
        names.iter().map(option).collect::<Vec<_>>().into()
    };
    let zones = state.id(ids::ZONES);
    let input = el("input")
        .attr("type", "text")
        .attr("name", Key::Zone.as_str())
        .attr("list", &*zones)
        .attr("aria-invalid", move || page.get().unreadable(Key::Zone).map(|_| "true"))
        .prop("value", text)
        .on(ev::focus, move |_| wants_list.set(true))
        // Firefox tells of a change only when the field is left, also of a name from the list.
        .on(ev::input, move |event| {
            let text = event_target_value(&event);
            if Zone::named(&text).is_some_and(|zone| zone.name() == text) {
                page.get().type_zone(text);
            }
        })
        .on(ev::change, move |event| page.get().type_zone(event_target_value(&event)));
    let control = TextControl {
        id: state.id(ids::ZONE),
        label: Box::new(move || page.get().messages().controls.zone().to_owned()),
        hint: Some(Box::new(hint)),
        error: Box::new(error),
    };
    el("div")
        .class("pc-field pc-field--zone")
        .children(control.around(input, Vec::new()))
        .child(el("datalist").id(&zones).child(reactive(names)))
        .into()
}

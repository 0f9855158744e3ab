//! The zone in which the desk's hours are read.

use leptos::prelude::*;

use super::super::ids;
use super::super::page::Page;
use super::super::parts::{Control, dynamic, on, part};
use crate::scenario::{Key, SHOWN};
use crate::text::fill;
use crate::zone::Zone;

/// A field that takes any IANA name, with a list to choose from. A name that is none is told, kept
/// in the field, and not used.
pub fn zone(page: Page) -> AnyView {
    let wanted = RwSignal::new(false);
    let zone = move || page.scenario.with(|scenario| scenario.zone);
    let typed = move || page.bad_zone.get();
    let choose = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        match Zone::named(typed.trim()) {
            Some(zone) => {
                page.bad_zone.set(None);
                let said = fill(&page.messages().status.zone, &[("zone", zone.name())]);
                page.choose(|scenario| scenario.zone = zone, &said);
            }
            None => page.bad_zone.set(Some(typed)),
        }
    };
    let shown = move || typed().unwrap_or_else(|| zone().name().to_owned());
    let hint = move || {
        let zone = zone();
        let at = page.opened().and_then(Result::ok).map(|opened| opened.at);
        let Some(offset) = at.and_then(|at| zone.offset_at(at).ok()) else { return String::new() };
        fill(
            &page.messages().controls.zone_hint,
            &[("place", &zone.place()), ("offset", &offset.to_string())],
        )
    };
    let told = move || {
        let Some(typed) = typed() else { return String::new() };
        let value: String = typed.chars().take(SHOWN).collect();
        fill(&page.messages().controls.zone_bad, &[("value", &value), ("zone", zone().name())])
    };
    let names = move || {
        let names = wanted.get().then(|| {
            Zone::names().map(|name| view! { <option value=name></option> }).collect_view()
        });
        names.into_any()
    };
    let control = Control {
        id: ids::ZONE,
        name: Key::Zone.as_str(),
        kind: "text",
        list: Some(ids::ZONES),
        at_first: Some(untrack(shown)),
        hint: Some(dynamic(hint)),
        bad: Some(dynamic(told)),
        invalid: Some(dynamic(move || typed().map(|_| "true".to_owned()))),
        ..Control::default()
    }
    .view(
        dynamic(move || page.messages().controls.zone.clone()),
        dynamic(shown),
        on(choose),
        on(|_| ()),
    );
    let asked_for = on(move |_| wanted.set(true));
    view! { <div class="pc-zone" on:focusin=asked_for>{control}<datalist id=ids::ZONES>{part(names)}</datalist></div> }
        .into_any()
}

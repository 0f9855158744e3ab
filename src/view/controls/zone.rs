//! The zone in which the desk's hours are read.

use leptos::prelude::*;

use super::super::ids;
use super::super::node::{Node, dynamic, el, part};
use super::super::page::Page;
use super::super::parts::Control;
use super::super::state::State;
use crate::scenario::{Key, SHOWN};
use crate::text::fill;
use crate::zone::Zone;

/// A field that takes any IANA name, with a list to choose from. A name that is none is told, kept
/// in the field, and not used.
pub fn zone(page: Page) -> Node {
    let wanted = State::new(false);
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
    // Only when somebody looks for one: they are many.
    let names = move || {
        let names = if wanted.get() { Zone::names().collect() } else { Vec::new() };
        let option = |name: &&str| el("option").attr("value", name).into();
        names.iter().map(option).collect::<Vec<_>>().into()
    };
    let input = el("input")
        .attr("type", "text")
        .attr("name", Key::Zone.as_str())
        .attr("list", ids::ZONES)
        .changing("aria-invalid", dynamic(move || typed().map(|_| "true".to_owned())))
        .value(dynamic(shown))
        .on("onfocus", move |_| wanted.set(true))
        .on("onchange", choose);
    let control = Control {
        id: ids::ZONE,
        label: dynamic(move || page.messages().controls.zone.clone()),
        hint: Some(dynamic(hint)),
        bad: Some(dynamic(told)),
    };
    el("div")
        .class("pc-zone")
        .children(control.around(input))
        .child(el("datalist").attr("id", ids::ZONES).child(part(names)))
        .into()
}

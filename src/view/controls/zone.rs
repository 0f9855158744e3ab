//! The zone in which the desk's hours are read.

use leptos::prelude::*;

use super::super::ids;
use super::super::page::Page;
use crate::scenario::Key;
use crate::text::fill;
use crate::zone::Zone;

/// A field that takes any IANA name, with a list to choose from. A name that is none is told, kept
/// in the field, and not used.
#[component]
pub fn ZoneChoice(page: Page) -> impl IntoView {
    let messages = page.messages();
    let bad = RwSignal::new(None::<String>);
    let wanted = RwSignal::new(false);
    let zone = Memo::new(move |_| page.scenario.with(|scenario| scenario.zone));
    let choose = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        match Zone::named(typed.trim()) {
            Some(zone) => {
                bad.set(None);
                let said = fill(&page.messages().status.zone, &[("zone", zone.name())]);
                page.choose(|scenario| scenario.zone = zone, &said);
            }
            None => bad.set(Some(typed)),
        }
    };
    let shown = move || bad.get().unwrap_or_else(|| zone.get().name().to_owned());
    let hint = move || {
        let zone = zone.get();
        let at = page.opened.get().and_then(Result::ok).map(|opened| opened.at);
        let offset = at.and_then(|at| zone.offset_at(at).ok()).map(|offset| offset.to_string());
        let values = [("place", &*zone.place()), ("offset", offset.as_deref().unwrap_or("UTC±?"))];
        offset.as_ref().map(|_| fill(&page.messages().controls.zone_hint, &values))
    };
    let complaint = move || {
        let values = bad.get()?;
        let (value, zone) = (shorten(&values), zone.get());
        Some(fill(&page.messages().controls.zone_bad, &[("value", &value), ("zone", zone.name())]))
    };
    let names = move || wanted.get().then(|| Zone::names().map(|name| view! { <option value=name></option> }).collect_view());
    // A zone that comes from elsewhere, with another region, puts an end to the complaint.
    Effect::new(move |before: Option<Zone>| {
        let zone = zone.get();
        if before.is_some_and(|before| before != zone) {
            bad.set(None);
        }
        zone
    });
    view! {
        <div class="pc-field">
            <label class="pc-label" for=ids::ZONE>{messages.controls.zone.clone()}</label>
            <input class="pc-input" type="text" id=ids::ZONE name=Key::Zone.as_str() list=ids::ZONES
                autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-describedby=format!("{} {}", ids::ZONE_HINT, ids::ZONE_BAD)
                aria-invalid=move || bad.get().is_some().then_some("true")
                value=shown() prop:value=shown on:focus=move |_| wanted.set(true) on:change=choose/>
            <datalist id=ids::ZONES>{names}</datalist>
            <p class="pc-hint" id=ids::ZONE_HINT>{hint}</p>
            <p class="pc-bad" id=ids::ZONE_BAD role="alert">{complaint}</p>
        </div>
    }
}

/// What was typed, as far as a sentence can hold it.
fn shorten(typed: &str) -> String {
    typed.chars().take(crate::scenario::SHOWN).collect()
}

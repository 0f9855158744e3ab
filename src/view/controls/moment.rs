//! The moment at which the case is opened: now, or a moment that stays.

use leptos::prelude::*;

use super::super::ids;
use super::super::page::Page;
use crate::scenario::{Key, Opened, OpenedAt};
use crate::text::fill;
use crate::zone::{LocalTime, Reading};

/// A date and time on the desk's clock; empty for the present moment, which ticks by the minute and
/// can be paused or kept.
#[component]
pub fn Moment(page: Page) -> impl IntoView {
    let messages = page.messages();
    let is_now = Memo::new(move |_| page.scenario.with(|scenario| scenario.opened == Opened::Now));
    let zone = Memo::new(move |_| page.scenario.with(|scenario| scenario.zone));
    let label = move || fill(&page.messages().controls.opened_label, &[("zone", &zone.get().place())]);
    let value = move || match page.scenario.with(|scenario| scenario.opened) {
        Opened::Now => String::new(),
        Opened::Reading(reading) => reading.to_string(),
        Opened::At(at) => zone.get().local(at).map(|reading| reading.to_string()).unwrap_or_default(),
    };
    let choose = move |event: leptos::ev::Event| {
        let status = page.messages().status.clone();
        match LocalTime::parse(&event_target_value(&event)) {
            Some(reading) => page.choose(|scenario| scenario.opened = Opened::Reading(reading), &status.opened),
            None => page.choose(|scenario| scenario.opened = Opened::Now, &status.now),
        }
    };
    let use_now = move |_| page.choose(|scenario| scenario.opened = Opened::Now, &page.messages().status.now);
    let pin = move |_| {
        if let Some(now) = page.now.get_untracked() {
            page.choose(|scenario| scenario.opened = Opened::At(now), &page.messages().status.opened);
        }
    };
    view! {
        <fieldset class="pc-field">
            <legend>{messages.controls.opened.clone()}</legend>
            <label class="pc-label" for=ids::OPENED>{label}</label>
            <input class="pc-input" type="datetime-local" step="1" id=ids::OPENED name=Key::Opened.as_str()
                aria-describedby=ids::OPENED_HINT prop:value=value on:change=choose/>
            <p class="pc-hint" id=ids::OPENED_HINT>
                <span hidden=move || !is_now.get()>{messages.controls.opened_hint.clone()}" "</span>
                {move || told(page)}
            </p>
            <div class="pc-buttons">
                <button type="button" class="pc-button" hidden=move || !is_now.get() on:click=move |_| toggle_clock(page)>
                    {move || {
                        let words = page.messages();
                        if page.running.get() { words.controls.pause.clone() } else { words.controls.resume.clone() }
                    }}
                </button>
                <button type="button" class="pc-button" hidden=move || !is_now.get() on:click=pin>
                    {messages.controls.pin.clone()}
                </button>
                <button type="button" class="pc-button" hidden=move || is_now.get() on:click=use_now>
                    {messages.controls.use_now.clone()}
                </button>
            </div>
        </fieldset>
    }
}

/// The moment in words, on the visitor's clock too where it reads differently, and what a clock
/// change does to it. Nothing while the present moment is unknown.
fn told(page: Page) -> Option<String> {
    let words = page.messages().controls.clone();
    let wording = page.wording();
    let (zone, opened) = page.scenario.with(|scenario| (scenario.zone, scenario.opened));
    let OpenedAt { at, odd } = page.opened.get()?.ok()?;
    let moment = wording.moment(&zone, at).ok()?;
    let mut told = match (odd, opened) {
        (Some(odd), Opened::Reading(reading)) => {
            let template = if matches!(odd, Reading::Skipped { .. }) { &words.skipped } else { &words.repeated };
            let time = reading.time_of_day().to_string();
            fill(template, &[("place", &zone.place()), ("reading", &time), ("moment", &moment)])
        }
        (_, Opened::Now) => fill(&words.now, &[("moment", &moment)]),
        _ => fill(&words.pinned, &[("moment", &moment)]),
    };
    if let Some(visitor) = page.on_visitors_clock(at) {
        told.push(' ');
        told.push_str(&fill(&words.visitor, &[("moment", &visitor)]));
    }
    Some(told)
}

fn toggle_clock(page: Page) {
    let running = !page.running.get_untracked();
    page.running.set(running);
    let status = page.messages().status.clone();
    let zone = page.scenario.with_untracked(|scenario| scenario.zone);
    if let Some(now) = page.now.get_untracked() {
        let moment = page.wording().moment_anyway(&zone, now);
        let template = if running { &status.resumed } else { &status.paused };
        page.status.set(fill(template, &[("moment", &moment)]));
    }
}

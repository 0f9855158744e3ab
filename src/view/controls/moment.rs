//! The moment at which the case is opened: now, or a moment that stays.

use leptos::prelude::*;

use super::super::ids;
use super::super::page::Page;
use super::super::parts::{Control, button, changing, div, dynamic, field, hidden_if, on};
use crate::scenario::{Key, Opened, OpenedAt};
use crate::text::fill;
use crate::zone::{LocalTime, Reading};

/// A date and time on the desk's clock; empty for the present moment, which ticks by the minute and
/// can be paused or kept.
pub fn moment(page: Page) -> AnyView {
    let messages = page.messages();
    let is_now = move || page.scenario.with(|scenario| scenario.opened == Opened::Now);
    let zone = move || page.scenario.with(|scenario| scenario.zone);
    let label = move || fill(&page.messages().controls.opened_label, &[("zone", &zone().place())]);
    let value = move || match page.scenario.with(|scenario| scenario.opened) {
        Opened::Now => String::new(),
        Opened::Reading(reading) => reading.to_string(),
        Opened::At(at) => zone().local(at).map(|reading| reading.to_string()).unwrap_or_default(),
    };
    let choose = move |event: leptos::ev::Event| {
        // A piece was deleted to type another: the rest must not be lost.
        if (page.env().is_unfinished)(&event) {
            return;
        }
        let messages = page.messages();
        let status = &messages.status;
        match LocalTime::parse(&event_target_value(&event)) {
            Some(reading) => {
                page.choose(|scenario| scenario.opened = Opened::Reading(reading), &status.opened)
            }
            None => page.choose(|scenario| scenario.opened = Opened::Now, &status.now),
        }
    };
    let control = Control {
        id: ids::OPENED,
        name: Key::Opened.as_str(),
        kind: "datetime-local",
        step: Some("1"),
        hint: Some(dynamic(move || told(page).unwrap_or_default())),
        ..Control::default()
    }
    .view(dynamic(label), dynamic(value), on(choose), on(|_| ()));
    let pause = move || {
        let words = page.messages();
        if page.running.get() {
            words.controls.pause.clone()
        } else {
            words.controls.resume.clone()
        }
    };
    // One button that keeps the focus, whichever of the two it does.
    let pin_or_release = move || {
        let words = page.messages();
        if is_now() { words.controls.pin.clone() } else { words.controls.use_now.clone() }
    };
    let buttons = vec![
        button(changing(pin_or_release), None, move |_| {
            let status = &page.messages().status;
            match page.now.get_untracked().filter(|_| untrack(is_now)) {
                Some(now) => {
                    page.choose(|scenario| scenario.opened = Opened::At(now), &status.opened)
                }
                None => page.choose(|scenario| scenario.opened = Opened::Now, &status.now),
            }
        }),
        button(changing(pause), Some(hidden_if(move || !is_now())), move |_| toggle_clock(page)),
    ];
    field(&messages.controls.opened, vec![control, div("pc-buttons", buttons)])
}

/// The moment in words, on the visitor's clock too where it reads differently, and what a clock
/// change does to it. Nothing while the present moment is unknown.
fn told(page: Page) -> Option<String> {
    let wording = page.wording();
    let words = &wording.messages.controls;
    let (zone, opened) = page.scenario.with(|scenario| (scenario.zone, scenario.opened));
    let OpenedAt { at, odd } = page.opened()?.ok()?;
    let moment = wording.moment(&zone, at).ok()?;
    let mut told = match (odd, opened) {
        (Some(odd), Opened::Reading(reading)) => {
            let template = if matches!(odd, Reading::Skipped { .. }) {
                &words.skipped
            } else {
                &words.repeated
            };
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
    let messages = page.messages();
    let zone = page.scenario.with_untracked(|scenario| scenario.zone);
    page.status.set(match page.now.get_untracked() {
        Some(now) if !running => {
            fill(&messages.status.paused, &[("moment", &page.wording().moment_anyway(&zone, now))])
        }
        _ => messages.status.resumed.clone(),
    });
}

//! The moments that the visitor names: when the case is opened, and by when a reply is needed.

use leptos::prelude::*;

use super::super::ids;
use super::super::node::{Node, changing, dynamic, el};
use super::super::page::Page;
use super::super::parts::{Control, button, div, field};
use crate::scenario::{Key, Moment, ResolvedMoment, Scenario};
use crate::text::{Wording, fill};
use crate::zone::{LocalTime, Reading, Zone};

/// A control for a date and time on the desk's clock.
struct MomentControl {
    id: &'static str,
    key: Key,
    /// What it is called, with the desk's place in it.
    label: fn(Page) -> String,
    /// What is said about it.
    hint: fn(Page) -> Option<String>,
    /// The moment that it holds; empty without.
    of: fn(&Scenario) -> Option<Moment>,
    /// What happens when the visitor names another moment, or none.
    choose: fn(Page, Option<Moment>),
}

impl MomentControl {
    fn view(self, page: Page) -> Vec<Node> {
        let Self { id, key, label, hint, of, choose } = self;
        let zone = move || page.scenario.with(|scenario| scenario.zone);
        let label = move || fill(&label(page), &[("zone", &zone().place())]);
        let value = move || match page.scenario.with(of) {
            None => String::new(),
            Some(Moment::Reading(reading)) => reading.to_string(),
            Some(Moment::At(at)) => {
                zone().local(at).map(|reading| reading.to_string()).unwrap_or_default()
            }
        };
        let changed = move |event: leptos::ev::Event| {
            // A piece was deleted to type another: the rest must not be lost.
            if !(page.env().is_unfinished)(&event) {
                choose(page, LocalTime::parse(&event_target_value(&event)).map(Moment::Reading));
            }
        };
        let input = el("input")
            .attr("type", "datetime-local")
            .attr("step", "1")
            .attr("name", key.as_str())
            .value(dynamic(value))
            .on("onchange", changed);
        let hint = Some(dynamic(move || hint(page).unwrap_or_default()));
        Control { id, label: dynamic(label), hint, bad: None }.around(input)
    }
}

/// By when a reply is needed; empty if any moment will do.
pub fn by(page: Page) -> Node {
    let control = MomentControl {
        id: ids::BY,
        key: Key::By,
        label: |page| page.messages().controls.by_label.clone(),
        hint: needed_by,
        of: |scenario| scenario.by,
        choose: |page, by| {
            let said = untrack(|| page.plans_by(by))
                .map(|plans| page.wording().in_time(page.catalog(), &plans));
            let said = said.unwrap_or_else(|| page.messages().status.by_any.clone());
            page.choose(|scenario| scenario.by = by, &said);
        },
    };
    field(&page.messages().controls.by, control.view(page))
}

/// The moment by which a reply is needed, and the plans that make it.
fn needed_by(page: Page) -> Option<String> {
    let wording = page.wording();
    let words = &wording.messages.controls;
    let (zone, by) = page.scenario.with(|scenario| (scenario.zone, scenario.by));
    let resolved = by?.on(&zone).and_then(|by| Ok((by, wording.moment(&zone, by.at)?)));
    let Ok((resolved, moment)) = resolved else { return Some(words.by_outside.clone()) };
    let in_time = wording.in_time(page.catalog(), &page.plans_by(by)?);
    let told = fill(&words.by_told, &[("moment", &moment), ("in_time", &in_time)]);
    Some(match odd(&wording, &zone, by, resolved, &moment) {
        Some(odd) => format!("{odd} {told}"),
        None => told,
    })
}

/// What a clock change does to a reading that the visitor named.
fn odd(
    wording: &Wording,
    zone: &Zone,
    named: Option<Moment>,
    resolved: ResolvedMoment,
    moment: &str,
) -> Option<String> {
    let words = &wording.messages.controls;
    let Some(Moment::Reading(reading)) = named else { return None };
    let skipped = matches!(resolved.odd?, Reading::Skipped { .. });
    let template = if skipped { &words.skipped } else { &words.repeated };
    let time = reading.time_of_day().to_string();
    Some(fill(template, &[("place", &zone.place()), ("reading", &time), ("moment", moment)]))
}

/// When the case is opened; empty for the present moment, which ticks by the minute and can be
/// paused or kept.
pub fn moment(page: Page) -> Node {
    let messages = page.messages();
    let is_now = move || page.scenario.with(|scenario| scenario.opened.is_none());
    let control = MomentControl {
        id: ids::OPENED,
        key: Key::Opened,
        label: |page| page.messages().controls.opened_label.clone(),
        hint: told,
        of: |scenario| scenario.opened,
        choose: |page, opened| page.open_at(opened),
    };
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
        button(changing(pin_or_release), move |_| {
            let now = page.now.get_untracked().filter(|_| untrack(is_now));
            page.open_at(now.map(Moment::At));
        })
        .into(),
        button(changing(pause), move |_| toggle_clock(page)).hidden(move || !is_now()).into(),
    ];
    let mut controls = control.view(page);
    controls.push(div("pc-buttons", buttons));
    field(&messages.controls.opened, controls)
}

/// The moment in words, on the visitor's clock too where it reads differently, and what a clock
/// change does to it. Nothing while the present moment is unknown.
fn told(page: Page) -> Option<String> {
    let wording = page.wording();
    let words = &wording.messages.controls;
    let (zone, opened) = page.scenario.with(|scenario| (scenario.zone, scenario.opened));
    let resolved = page.opened()?.ok()?;
    let at = resolved.at;
    let moment = wording.moment(&zone, at).ok()?;
    let template = if opened.is_none() { &words.now } else { &words.pinned };
    let mut told = odd(&wording, &zone, opened, resolved, &moment)
        .unwrap_or_else(|| fill(template, &[("moment", &moment)]));
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

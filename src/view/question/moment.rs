//! The moments that the visitor names: when the case is opened, and by when a reply is needed.

use std::rc::Rc;

use leptos::prelude::untrack;
use nodes::{Node, live};
use plans::case::{Choice, Moment, ResolvedMoment};
use plans::link::Key;
use plans::wording::fill;
use worktime::zone::Reading;

use super::date_input::DateInput;
use crate::page::{Page, PageState};
use crate::view::ids;
use crate::view::widgets::{TextControl, button, field};

/// A control for a date and time on the desk's clock.
struct MomentControl {
    id: &'static str,
    key: Key,
    /// What the control is called, with the desk's place in it.
    label: fn(&PageState) -> &str,
    /// What is said about the control.
    hint: fn(&PageState) -> Option<String>,
    /// What is said of a text that cannot be read.
    unreadable: fn(&PageState) -> &str,
    /// The moment that the control holds; `None` if it is empty.
    value: fn(&PageState) -> Option<Moment>,
    /// The choice of another moment, or of none.
    choice: fn(Option<Moment>) -> Choice,
}

impl MomentControl {
    fn view(self, page: Page, buttons: Vec<Node>) -> Vec<Node> {
        let Self { id, key, label, hint, unreadable, value, choice } = self;
        let label = move || {
            let page = page.get();
            fill(label(&page), &[("zone", &page.zone().place())])
        };
        let take = move |text: &str| {
            let moment = Moment::parse(text);
            let is_readable = moment.is_some() || text.is_empty();
            if is_readable {
                page.choose(choice(moment));
            }
            is_readable
        };
        let input = DateInput {
            key,
            kind: "datetime-local",
            value: Rc::new(move || text(&page.get(), value(&page.get()))),
            take: Rc::new(take),
        };
        let error = move || {
            let page = page.get();
            page.unreadable(key).map_or_else(String::new, |_| unreadable(&page).to_owned())
        };
        TextControl {
            id: page.get().id(id),
            label: Box::new(label),
            hint: Some(Box::new(move || hint(&page.get()).unwrap_or_default())),
            error: Box::new(error),
        }
        .around(input.view(page).attr("step", "1"), buttons)
    }
}

/// A moment as a control holds it.
fn text(page: &PageState, moment: Option<Moment>) -> String {
    let reading = moment.and_then(|moment| match moment {
        Moment::Reading(reading) => Some(reading),
        Moment::At(at) => page.zone().local(at).ok(),
    });
    reading.map(|reading| reading.to_string()).unwrap_or_default()
}

/// By when a reply is needed; empty if any moment will do.
pub fn by(page: Page) -> Node {
    let control = MomentControl {
        id: ids::BY,
        key: Key::By,
        label: |page| page.messages().controls.needed_by_label(),
        hint: by_hint,
        unreadable: |page| page.messages().controls.needed_by_unreadable(),
        value: |page| page.question().by,
        choice: Choice::By,
    };
    field(
        "pc-field--by",
        page.get().messages().controls.needed_by(),
        control.view(page, Vec::new()),
    )
}

/// The moment by which a reply is needed.
fn by_hint(page: &PageState) -> Option<String> {
    let messages = &page.messages().controls;
    let zone = page.zone();
    let Some(by) = page.question().by else { return Some(messages.needed_by_any().to_owned()) };
    let resolved = by
        .on(&zone)
        .and_then(|resolved| Ok((resolved, page.wording().instant(&zone, resolved.at)?)));
    let Ok((resolved, moment)) = resolved else {
        return Some(messages.needed_by_outside().to_owned());
    };
    let needed = fill(messages.needed_by_moment(), &[("moment", &moment)]);
    Some(match clock_change(page, by, resolved, &moment) {
        Some(clock_change) => format!("{clock_change} {needed}"),
        None => needed,
    })
}

/// What a clock change does to the reading that the visitor named; `None` if nothing.
fn clock_change(
    page: &PageState,
    named: Moment,
    resolved: ResolvedMoment,
    moment: &str,
) -> Option<String> {
    let messages = &page.messages().controls;
    let Moment::Reading(reading) = named else { return None };
    let skipped = matches!(resolved.clock_change?, Reading::Skipped { .. });
    let template = if skipped { messages.reading_skipped() } else { messages.reading_repeated() };
    let time = reading.time_of_day().to_string();
    let place = page.zone().place();
    Some(fill(template, &[("place", &place), ("reading", &time), ("moment", moment)]))
}

/// When the case is opened; empty for the present instant, which ticks by the minute and can be
/// paused or kept.
pub fn opened(page: Page) -> Node {
    let is_now = move || page.get().case().opened.is_none();
    let control = MomentControl {
        id: ids::OPENED,
        key: Key::Opened,
        label: |page| page.messages().controls.opened_label(),
        hint: opened_hint,
        unreadable: |page| page.messages().controls.opened_unreadable(),
        value: |page| page.case().opened,
        choice: Choice::Opened,
    };
    let pause_or_resume = move || {
        let page = page.get();
        let messages = &page.messages().controls;
        if page.is_running() { messages.pause().to_owned() } else { messages.resume().to_owned() }
    };
    // One button that keeps the focus, whichever of the two it does.
    let pin_or_release = move || {
        let page = page.get();
        let messages = &page.messages().controls;
        if is_now() { messages.keep_moment().to_owned() } else { messages.use_now().to_owned() }
    };
    let buttons = vec![
        button(live(pin_or_release), move |_| {
            let now = untrack(|| page.get().now().filter(|_| is_now()));
            page.choose(Choice::Opened(now.map(Moment::At)));
        })
        .into(),
        button(live(pause_or_resume), move |_| page.get().toggle_clock())
            .attr("hidden", move || !is_now())
            .into(),
    ];
    field("pc-field--opened", page.get().messages().controls.opened(), control.view(page, buttons))
}

/// The moment in words, on the visitor's clock too where it reads differently, and what a clock
/// change does to it; `None` while the present instant is not known.
fn opened_hint(page: &PageState) -> Option<String> {
    let messages = &page.messages().controls;
    let named = page.case().opened;
    let resolved = page.opened()?.ok()?;
    let moment = page.wording().instant(&page.zone(), resolved.at).ok()?;
    let template = if named.is_none() { messages.now() } else { messages.opened_at() };
    let mut hint = named
        .and_then(|named| clock_change(page, named, resolved, &moment))
        .unwrap_or_else(|| fill(template, &[("moment", &moment)]));
    if let Some(clock) = page.visitors_clock(&page.zone(), resolved.at) {
        let visitor = page.wording().brief_reading(&clock, resolved.at).unwrap_or_default();
        hint.push(' ');
        hint.push_str(&fill(messages.visitor_clock(), &[("moment", &visitor)]));
    }
    Some(hint)
}

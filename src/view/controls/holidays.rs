//! Days on which the desk is closed, as the visitor knows them.

use leptos::prelude::*;

use super::super::ids;
use super::super::page::Page;
use super::super::parts::{Control, button, div, dynamic, field, on, paragraph, part, text};
use crate::calendar::{Holidays, MAX_HOLIDAYS};
use crate::scenario::Key;
use crate::text::fill;
use crate::zone::LocalDate;

/// A date to add, and the list of those added.
pub fn holidays(page: Page) -> AnyView {
    let messages = page.messages();
    let typed = RwSignal::new(String::new());
    let bad = RwSignal::new(String::new());
    let add = move || bad.set(add(page, typed).err().unwrap_or_default());
    let control = Control {
        id: ids::HOLIDAY,
        name: Key::Holidays.as_str(),
        kind: "date",
        bad: Some(dynamic(move || bad.get())),
        ..Control::default()
    }
    .view(
        dynamic(move || page.messages().controls.holiday_label.clone()),
        dynamic(move || typed.get()),
        on(move |event| typed.set(event_target_value(&event))),
        on(move |event: leptos::ev::KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                add();
            }
        }),
    );
    let add =
        div("pc-buttons", vec![button(text(&messages.controls.holiday_add), None, move |_| add())]);
    field(&messages.controls.holidays, vec![control, add, part(move || list(page))])
}

/// Adds the date that was typed.
///
/// # Errors
///
/// Why it was not added, in words.
fn add(page: Page, typed: RwSignal<String>) -> Result<(), String> {
    let (messages, wording) = (page.messages(), page.wording());
    let words = &messages.controls;
    let date =
        LocalDate::parse(&typed.get_untracked()).ok_or_else(|| words.holiday_missing.clone())?;
    let known = page.scenario.with_untracked(|scenario| scenario.holidays.clone());
    let in_words = wording.date(date);
    if known.contains(date) {
        return Err(fill(&words.holiday_known, &[("date", &in_words)]));
    }
    let more = Holidays::limited(known.dates().iter().copied().chain([date])).map_err(|_| {
        fill(&words.holidays_full, &[("date", &in_words), ("limit", &MAX_HOLIDAYS.to_string())])
    })?;
    page.choose(
        |scenario| scenario.holidays = more,
        &fill(&messages.status.holiday_added, &[("date", &in_words)]),
    );
    typed.set(String::new());
    Ok(())
}

/// The dates added, each with a way to take it back.
fn list(page: Page) -> AnyView {
    let dates = page.scenario.with(|scenario| scenario.holidays.clone());
    if dates.dates().is_empty() {
        return paragraph("pc-hint", text(&page.messages().controls.holidays_none));
    }
    let item = |date: &LocalDate| {
        let date = *date;
        let label =
            fill(&page.messages().controls.holiday_remove, &[("date", &page.wording().date(date))]);
        button(text(label), None, move |_| remove(page, date))
    };
    div("pc-buttons", dates.dates().iter().map(item).collect())
}

fn remove(page: Page, date: LocalDate) {
    let said =
        fill(&page.messages().status.holiday_removed, &[("date", &page.wording().date(date))]);
    page.choose(
        |scenario| {
            let rest = scenario.holidays.dates().iter().copied().filter(|known| *known != date);
            scenario.holidays = Holidays::new(rest.collect::<Vec<_>>());
        },
        &said,
    );
    // Its button is gone, and the focus must not go with it.
    (page.env().focus)(ids::HOLIDAY);
}

//! Days on which the desk is closed, as the visitor knows them.

use leptos::prelude::*;

use super::super::ids;
use super::super::node::{Node, dynamic, el, part};
use super::super::page::Page;
use super::super::parts::{Control, button, div, field, paragraph};
use super::super::state::State;
use crate::calendar::{Holidays, MAX_HOLIDAYS};
use crate::scenario::Key;
use crate::text::fill;
use crate::zone::LocalDate;

/// A date to add, and the list of those added.
pub fn holidays(page: Page) -> Node {
    let messages = page.messages();
    let typed = State::new(String::new());
    let bad = State::new(String::new());
    let add = move || bad.set(add(page, typed).err().unwrap_or_default());
    let input = el("input")
        .attr("type", "date")
        .attr("name", Key::Holidays.as_str())
        .value(dynamic(move || typed.get()))
        .on("onchange", move |event| typed.set(event_target_value(&event)))
        .on("onkeydown", move |event| {
            if (page.env().is_enter)(&event) {
                event.prevent_default();
                add();
            }
        });
    let control = Control {
        id: ids::HOLIDAY,
        label: dynamic(move || page.messages().controls.holiday_label.clone()),
        hint: None,
        bad: Some(dynamic(move || bad.get())),
    };
    let mut controls = control.around(input);
    let add = button(&*messages.controls.holiday_add, move |_| add());
    controls.push(div("pc-buttons", vec![add.into()]));
    controls.push(part(move || list(page)));
    field(&messages.controls.holidays, controls)
}

/// Adds the date that was typed.
///
/// # Errors
///
/// Why it was not added, in words.
fn add(page: Page, typed: State<String>) -> Result<(), String> {
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
fn list(page: Page) -> Node {
    let dates = page.scenario.with(|scenario| scenario.holidays.clone());
    if dates.dates().is_empty() {
        return paragraph("pc-hint", &*page.messages().controls.holidays_none);
    }
    let item = |date: &LocalDate| {
        let date = *date;
        let label =
            fill(&page.messages().controls.holiday_remove, &[("date", &page.wording().date(date))]);
        button(label, move |_| remove(page, date)).into()
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

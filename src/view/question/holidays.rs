//! Days on which the desk is closed, as the visitor knows them.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::untrack;
use nodes::{Node, reactive};
use plans::case::Choice;
use plans::catalog::Holidays;
use plans::link::Key;
use plans::wording::fill;
use worktime::zone::LocalDate;

use super::date_input::DateInput;
use crate::page::Page;
use crate::signal::RwSignal;
use crate::view::ids;
use crate::view::widgets::{TextControl, button, div, field, paragraph};

/// A date to add, and the list of the dates added.
pub fn holidays(page: Page) -> Node {
    let state = page.get();
    let messages = &state.messages().controls;
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let add = move || {
        // The error says already that a date cannot be read.
        if untrack(|| page.get().unreadable(Key::Holidays)).is_some() {
            return;
        }
        match add(page, &typed.get_untracked()) {
            Ok(()) => {
                typed.set(String::new());
                error.set(String::new());
            }
            Err(why) => error.set(why),
        }
    };
    let take = move |text: &str| {
        let is_readable = text.is_empty() || LocalDate::parse(text).is_some();
        if is_readable {
            typed.set(text.to_owned());
        }
        is_readable
    };
    let input = DateInput {
        key: Key::Holidays,
        kind: "date",
        value: Rc::new(move || typed.get()),
        take: Rc::new(take),
    };
    let input = input.view(page).on(ev::keydown, move |event| {
        if event.key() == "Enter" {
            event.prevent_default();
            let state = page.get();
            if state.edge().is_unfinished(&event) {
                state.keep_unreadable(Key::Holidays, String::new());
            }
            add();
        }
    });
    let control = TextControl {
        id: state.id(ids::HOLIDAY),
        label: Box::new(move || page.get().messages().controls.holiday_label().to_owned()),
        hint: None,
        error: Box::new(move || {
            let state = page.get();
            let unreadable = state.unreadable(Key::Holidays);
            let words = || state.messages().controls.holiday_unreadable().to_owned();
            unreadable.map_or_else(|| error.get(), |_| words())
        }),
    };
    let add = button(messages.holiday_add(), move |_| add());
    let mut controls = control.around(input, vec![add.into()]);
    controls.push(reactive(move || list(page)));
    field("", messages.holidays(), controls)
}

/// Adds the date of a text.
///
/// # Errors
///
/// Why the date was not added, in words.
fn add(page: Page, text: &str) -> Result<(), String> {
    let state = page.get();
    let messages = &state.messages().controls;
    let date = LocalDate::parse(text).ok_or_else(|| messages.holiday_missing().to_owned())?;
    let known = untrack(|| state.case()).holidays;
    let in_words = state.wording().date(date);
    if known.contains(date) {
        return Err(fill(messages.holiday_known(), &[("date", &in_words)]));
    }
    if known.dates().len() == Holidays::MOST {
        let values = [("date", &*in_words), ("limit", &Holidays::MOST.to_string())];
        return Err(fill(messages.holidays_full(), &values));
    }
    page.choose(Choice::AddHoliday(date));
    Ok(())
}

/// The dates added, each with a button that removes it.
fn list(page: Page) -> Node {
    let state = page.get();
    let messages = &state.messages().controls;
    let holidays = state.case().holidays;
    let of_region = state.catalog().region(state.region());
    let day = state.day();
    let of_desk = day.and_then(|day| state.wording().dates_of_desk(of_region, day));
    if holidays.dates().is_empty() {
        return match of_desk {
            Some(dates) => paragraph("pc-hint", dates),
            // The static page does not know the year.
            None if day.is_some() || of_region.dates.is_empty() => {
                paragraph("pc-hint", messages.holidays_none())
            }
            None => Vec::new().into(),
        };
    }
    let of_desk = of_desk.map(|dates| paragraph("pc-hint", dates));
    let item = |date: &LocalDate| {
        let date = *date;
        let label = fill(messages.holiday_remove(), &[("date", &state.wording().date(date))]);
        let remove = move |_| {
            page.choose(Choice::RemoveHoliday(date));
            // The button is gone, and the focus must not go with it.
            let page = page.get();
            page.edge().focus(&page.id(ids::HOLIDAY));
        };
        button(label, remove).into()
    };
    let buttons = div("pc-buttons", holidays.dates().iter().map(item).collect());
    of_desk.into_iter().chain([buttons]).collect::<Vec<Node>>().into()
}

//! Days on which the desk is closed, as the visitor knows them.

use leptos::prelude::*;

use super::super::ids;
use super::super::page::Page;
use crate::calendar::{Holidays, MAX_HOLIDAYS};
use crate::scenario::Key;
use crate::text::fill;
use crate::zone::LocalDate;

/// A date to add, and the list of those added.
#[component]
pub fn HolidayList(page: Page) -> impl IntoView {
    let messages = page.messages();
    let typed = RwSignal::new(String::new());
    let bad = RwSignal::new(String::new());
    let add = move || {
        let words = page.messages();
        let date = LocalDate::parse(&typed.get_untracked());
        let known = page.scenario.with_untracked(|scenario| scenario.holidays.dates().to_vec());
        let problem = match date {
            None => Some(words.controls.holiday_missing.clone()),
            Some(date) if known.contains(&date) => {
                Some(fill(&words.controls.holiday_known, &[("date", &page.wording().date(date))]))
            }
            Some(date) if known.len() >= MAX_HOLIDAYS => {
                let values = [("date", &*page.wording().date(date)), ("limit", &MAX_HOLIDAYS.to_string())];
                Some(fill(&words.controls.holidays_full, &values))
            }
            Some(_) => None,
        };
        if let (None, Some(date)) = (&problem, date) {
            let said = fill(&words.status.holiday_added, &[("date", &page.wording().date(date))]);
            page.choose(|scenario| scenario.holidays = Holidays::new(known.into_iter().chain([date])), &said);
            typed.set(String::new());
        }
        bad.set(problem.unwrap_or_default());
    };
    let dates = move || page.scenario.with(|scenario| scenario.holidays.dates().to_vec());
    let on_enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            add();
        }
    };
    view! {
        <fieldset class="pc-field">
            <legend>{messages.controls.holidays.clone()}</legend>
            <label class="pc-label" for=ids::HOLIDAY>{messages.controls.holiday_label.clone()}</label>
            <div class="pc-add">
                <input class="pc-input" type="date" id=ids::HOLIDAY name=Key::Holidays.as_str()
                    aria-describedby=ids::HOLIDAY_BAD prop:value=typed on:keydown=on_enter
                    on:input=move |event| typed.set(event_target_value(&event))/>
                <button type="button" class="pc-button" on:click=move |_| add()>
                    {messages.controls.holiday_add.clone()}
                </button>
            </div>
            <p class="pc-bad" id=ids::HOLIDAY_BAD role="alert">{bad}</p>
            <p class="pc-hint" hidden=move || !dates().is_empty()>{messages.controls.holidays_none.clone()}</p>
            <ul class="pc-holidays" hidden=move || dates().is_empty()>
                <For each=dates key=|date| *date let:date>
                    <li>
                        <span>{page.wording().date(date)}</span>
                        <button type="button" class="pc-button pc-button--small" aria-label=remove_label(page, date)
                            on:click=move |_| remove(page, date)>"×"</button>
                    </li>
                </For>
            </ul>
        </fieldset>
    }
}

fn remove_label(page: Page, date: LocalDate) -> String {
    fill(&page.messages().controls.holiday_remove, &[("date", &page.wording().date(date))])
}

fn remove(page: Page, date: LocalDate) {
    let said = fill(&page.messages().status.holiday_removed, &[("date", &page.wording().date(date))]);
    page.choose(
        |scenario| {
            let rest = scenario.holidays.dates().iter().copied().filter(|known| *known != date);
            scenario.holidays = Holidays::new(rest.collect::<Vec<_>>());
        },
        &said,
    );
}

//! The form: what the visitor can choose.

mod choices;
mod holidays;
mod moment;
mod zone;

use leptos::prelude::*;

use super::ids;
use super::page::Page;
use choices::{PlanChoice, PriorityChoice, RegionChoice};
use holidays::HolidayList;
use moment::Moment;
use zone::ZoneChoice;

/// Every control, in the order in which the questions arise.
#[component]
pub fn Controls(page: Page) -> impl IntoView {
    let words = page.messages().controls.clone();
    view! {
        <form class="pc-controls" aria-labelledby=ids::CONTROLS_HEADING on:submit=|event| event.prevent_default()>
            <h2 class="pc-controls__heading" id=ids::CONTROLS_HEADING>{words.heading}</h2>
            <PriorityChoice page/>
            <Moment page/>
            <RegionChoice page/>
            <ZoneChoice page/>
            <PlanChoice page/>
            <HolidayList page/>
        </form>
    }
}

//! The form: what the visitor can choose.

mod choices;
mod holidays;
mod moment;
mod zone;

use leptos::prelude::*;

use super::ids;
use super::page::Page;

/// Every control, in the order in which the questions arise.
#[component]
pub fn Controls(page: Page) -> impl IntoView {
    let heading = page.messages().controls.heading.clone();
    let fields = vec![
        choices::priority(page),
        moment::moment(page),
        moment::by(page),
        choices::region(page),
        choices::plans(page),
        holidays::holidays(page),
    ];
    view! {
        <form class="pc-controls" autocomplete="off" aria-labelledby=ids::CONTROLS_HEADING on:submit=|event| event.prevent_default()>
            <h2 class="pc-controls__heading" id=ids::CONTROLS_HEADING>{heading}</h2>
            {fields}
        </form>
    }
}

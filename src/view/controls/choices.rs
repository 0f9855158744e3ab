//! Choices among a few: plans, priority and region.

use leptos::prelude::*;

use super::super::ids::choice;
use super::super::page::Page;
use crate::catalog::{PlanIndex, PriorityIndex, RegionIndex};
use crate::scenario::Key;
use crate::text::fill;

/// Which plans are shown; the last one stays.
#[component]
pub fn PlanChoice(page: Page) -> impl IntoView {
    let (catalog, messages) = (page.catalog(), page.messages());
    let plan = |index: PlanIndex| {
        let plan = catalog.plan(index).clone();
        let id = choice(Key::Plans.as_str(), &plan.id);
        let shown = move || page.scenario.with(|scenario| scenario.plans.contains(&index));
        let is_last = move || shown() && page.scenario.with(|scenario| scenario.plans.len() == 1);
        let name = plan.name.clone();
        let toggle = move |_| {
            let status = page.messages().status.clone();
            let said = if untrack(shown) { &status.plan_hidden } else { &status.plan_shown };
            page.choose(|scenario| scenario.toggle_plan(index), &fill(said, &[("plan", &name)]));
        };
        let name = plan.name.clone();
        // Stopping the click leaves the box as it was, so that no change is reported.
        let keep_last = move |event: leptos::ev::MouseEvent| {
            if untrack(is_last) {
                event.prevent_default();
                page.status.set(fill(&page.messages().status.last_plan, &[("plan", &name)]));
            }
        };
        view! {
            <label class="pc-choice pc-choice--plan" for=id.clone()>
                <input type="checkbox" id=id.clone() name=Key::Plans.as_str() value=plan.id.to_string()
                    checked=untrack(shown) prop:checked=shown on:click=keep_last on:change=toggle/>
                <span class="pc-choice__name">{plan.short.to_string()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="pc-field">
            <legend>{messages.controls.plans.clone()}</legend>
            <div class="pc-plans">{catalog.plan_indices().map(plan).collect_view()}</div>
            <p class="pc-hint">{messages.controls.plans_hint.clone()}</p>
        </fieldset>
    }
}

/// How urgent the case is, each priority with the state of affairs that calls for it.
#[component]
pub fn PriorityChoice(page: Page) -> impl IntoView {
    let (catalog, messages) = (page.catalog(), page.messages());
    let option = |index: PriorityIndex| {
        let priority = catalog.priority(index).clone();
        let id = choice(Key::Priority.as_str(), &priority.id);
        let about = format!("{id}-about");
        let chosen = move || page.scenario.with(|scenario| scenario.priority == index);
        let choose = move |_| {
            let said = fill(&page.messages().status.priority, &[("priority", &priority.name)]);
            page.choose(|scenario| scenario.priority = index, &said);
        };
        let priority = catalog.priority(index);
        view! {
            <label class="pc-choice pc-choice--told" for=id.clone()>
                <input type="radio" id=id.clone() name=Key::Priority.as_str() value=priority.id.to_string()
                    aria-describedby=about.clone() checked=untrack(chosen) prop:checked=chosen on:change=choose/>
                <span class="pc-choice__name">{priority.name.to_string()}</span>
                <span class="pc-choice__about" id=about>{priority.definition.to_string()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="pc-field">
            <legend>{messages.controls.priority.clone()}</legend>
            {catalog.priority_indices().map(option).collect_view()}
        </fieldset>
    }
}

/// Whose desk answers.
#[component]
pub fn RegionChoice(page: Page) -> impl IntoView {
    let (catalog, messages) = (page.catalog(), page.messages());
    let option = |index: RegionIndex| {
        let region = catalog.region(index).clone();
        let id = choice(Key::Region.as_str(), &region.id);
        let chosen = move || page.scenario.with(|scenario| scenario.region == index);
        let choose = move |_| {
            let (catalog, messages) = (page.catalog(), page.messages());
            let zone = crate::scenario::desk_zone(&catalog, index, page.visitor());
            let values = [("region", &*catalog.region(index).name), ("zone", zone.name())];
            let said = fill(&messages.status.region, &values);
            page.choose(|scenario| scenario.choose_region(&catalog, index, page.visitor()), &said);
        };
        view! {
            <label class="pc-choice pc-choice--told" for=id.clone()>
                <input type="radio" id=id.clone() name=Key::Region.as_str() value=region.id.to_string()
                    checked=untrack(chosen) prop:checked=chosen on:change=choose/>
                <span class="pc-choice__name">{region.name.to_string()}</span>
                <span class="pc-choice__about">{region.hours.to_string()}</span>
            </label>
        }
    };
    // Said only while it is true: the link may have named a region, and the visitor may choose.
    let preselected = move || {
        let zone = page.guessed_from()?;
        let catalog = page.catalog();
        let region = &catalog.region(catalog.region_of(&zone)).name;
        Some(fill(&page.messages().controls.region_preselected, &[("region", region), ("zone", zone.name())]))
    };
    view! {
        <fieldset class="pc-field">
            <legend>{messages.controls.region.clone()}</legend>
            {catalog.region_indices().map(option).collect_view()}
            <p class="pc-hint">{catalog.region_rule.to_string()}" "{preselected}</p>
        </fieldset>
    }
}

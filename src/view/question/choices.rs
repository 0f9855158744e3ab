//! Choices among a few: plans, priority and region.

use leptos::prelude::untrack;
use nodes::{Node, live};
use plans::case::Choice;
use plans::catalog::{PlanIndex, PriorityIndex, RegionIndex};
use plans::link::Key;
use plans::wording::fill;

use crate::page::Page;
use crate::view::widgets::{ChoiceControl, div, field, paragraph};

/// Which plans are shown; the last one stays.
pub fn plans(page: Page) -> Node {
    let state = page.get();
    let messages = &state.messages().controls;
    let choices = state.catalog().plan_indices().map(|index| plan(page, index)).collect();
    let hint = paragraph("pc-hint", messages.plans_hint());
    field(messages.plans(), vec![div("pc-plans", choices), hint])
}

fn plan(page: Page, index: PlanIndex) -> Node {
    let state = page.get();
    let plan = state.catalog().plan(index);
    ChoiceControl {
        kind: "checkbox",
        name: Key::Plans.as_str(),
        value: &plan.id,
        label: &plan.short,
        about: None,
        chosen: Box::new(move || page.get().is_shown(index)),
        change: Box::new(move |_| {
            let shown = untrack(|| page.get().is_shown(index));
            page.choose(if shown { Choice::Hide(index) } else { Choice::Show(index) });
        }),
        // The last plan stays. Stopping the click leaves the box on, and no change is reported.
        click: Some(Box::new(move |event| {
            let state = page.get();
            if untrack(|| state.is_shown(index) && state.shown_count() == 1) {
                event.prevent_default();
                page.choose(Choice::Hide(index));
            }
        })),
    }
    .view(&state)
}

/// How urgent the case is, each priority with its definition.
pub fn priority(page: Page) -> Node {
    let state = page.get();
    let option = |index: PriorityIndex| {
        let priority = state.catalog().priority(index);
        ChoiceControl {
            kind: "radio",
            name: Key::Priority.as_str(),
            value: &priority.id,
            label: &priority.name,
            about: Some(&priority.definition),
            chosen: Box::new(move || page.get().priority() == index),
            change: Box::new(move |_| page.choose(Choice::Priority(index))),
            click: None,
        }
        .view(&state)
    };
    let options = state.catalog().priority_indices().map(option).collect();
    field(state.messages().controls.priority(), options)
}

/// The region whose desk answers, and the clock on which the desk's hours are read.
pub fn region(page: Page) -> Node {
    let state = page.get();
    let option = |index: RegionIndex| {
        let region = state.catalog().region(index);
        ChoiceControl {
            kind: "radio",
            name: Key::Region.as_str(),
            value: &region.id,
            label: &region.name,
            about: Some(&region.hours),
            chosen: Box::new(move || page.get().region() == index),
            change: Box::new(move |_| page.choose(Choice::Region(index))),
            click: None,
        }
        .view(&state)
    };
    // Said only while it is true: the link may have named a region, and the visitor may choose.
    let preselected = move || {
        let page = page.get();
        let Some(zone) = page.guessed_from() else { return String::new() };
        let catalog = page.catalog();
        let region = &catalog.region(catalog.region_of(&zone)).name;
        let values = [("region", &**region), ("zone", zone.name())];
        fill(page.messages().controls.region_preselected(), &values)
    };
    let mut controls: Vec<Node> = state.catalog().region_indices().map(option).collect();
    controls.push(paragraph("pc-hint", &*state.catalog().region_rule));
    controls.push(paragraph("pc-hint pc-hint--preselected", live(preselected)));
    controls.push(super::zone::zone(page));
    field(state.messages().controls.region(), controls)
}

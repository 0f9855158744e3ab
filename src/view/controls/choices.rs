//! Choices among a few: plans, priority and region.

use leptos::prelude::*;

use super::super::node::{Node, changing, dynamic};
use super::super::page::Page;
use super::super::parts::{Choice, div, field, paragraph};
use crate::catalog::{PlanIndex, PriorityIndex, RegionIndex};
use crate::scenario::{Key, desk_zone};
use crate::text::fill;

/// Which plans are shown; the last one stays.
pub fn plans(page: Page) -> Node {
    let (catalog, messages) = (page.catalog(), page.messages());
    let choices = catalog.plan_indices().map(|index| plan(page, index)).collect::<Vec<_>>();
    let choices = div("pc-plans", choices);
    let hint = paragraph("pc-hint", &*messages.controls.plans_hint);
    field(&messages.controls.plans, vec![choices, hint])
}

fn plan(page: Page, index: PlanIndex) -> Node {
    let catalog = page.catalog();
    let plan = catalog.plan(index);
    let shown = move || page.scenario.with(|scenario| scenario.plans.contains(&index));
    let is_last = move || shown() && page.scenario.with(|scenario| scenario.plans.len() == 1);
    let (name, kept) = (plan.name.clone(), plan.name.clone());
    Choice {
        kind: "checkbox",
        name: Key::Plans.as_str(),
        value: &plan.id,
        label: &plan.short,
        about: None,
        chosen: dynamic(shown),
        change: Box::new(move |_| {
            let messages = page.messages();
            let status = &messages.status;
            let said = if untrack(shown) { &status.plan_hidden } else { &status.plan_shown };
            page.choose(|scenario| scenario.toggle_plan(index), &fill(said, &[("plan", &name)]));
        }),
        // Stopping the click leaves the box as it was, so that no change is reported.
        click: Some(Box::new(move |event| {
            if untrack(is_last) {
                event.prevent_default();
                page.status.set(fill(&page.messages().status.last_plan, &[("plan", &kept)]));
            }
        })),
    }
    .view()
}

/// How urgent the case is, each priority with the state of affairs that calls for it.
pub fn priority(page: Page) -> Node {
    let (catalog, messages) = (page.catalog(), page.messages());
    let option = |index: PriorityIndex| {
        let priority = catalog.priority(index);
        let name = priority.name.clone();
        Choice {
            kind: "radio",
            name: Key::Priority.as_str(),
            value: &priority.id,
            label: &priority.name,
            about: Some(&priority.definition),
            chosen: dynamic(move || page.scenario.with(|scenario| scenario.priority == index)),
            change: Box::new(move |_| {
                let said = fill(&page.messages().status.priority, &[("priority", &name)]);
                page.choose(|scenario| scenario.priority = index, &said);
            }),
            click: None,
        }
        .view()
    };
    field(&messages.controls.priority, catalog.priority_indices().map(option).collect())
}

/// Whose desk answers, and on which clock its hours are read.
pub fn region(page: Page) -> Node {
    let (catalog, messages) = (page.catalog(), page.messages());
    let option = |index: RegionIndex| {
        let region = catalog.region(index);
        let name = region.name.clone();
        Choice {
            kind: "radio",
            name: Key::Region.as_str(),
            value: &region.id,
            label: &region.name,
            about: Some(&region.hours),
            chosen: dynamic(move || page.scenario.with(|scenario| scenario.region == index)),
            change: Box::new(move |_| {
                let catalog = page.catalog();
                page.bad_zone.set(None);
                let zone = desk_zone(catalog, index, page.visitor());
                let values = [("region", &*name), ("zone", zone.name())];
                let said = fill(&page.messages().status.region, &values);
                page.choose(
                    |scenario| scenario.choose_region(catalog, index, page.visitor()),
                    &said,
                );
            }),
            click: None,
        }
        .view()
    };
    // Said only while it is true: the link may have named a region, and the visitor may choose.
    let preselected = move || {
        let Some(zone) = page.guessed_from() else { return String::new() };
        let catalog = page.catalog();
        let region = &catalog.region(catalog.region_of(&zone)).name;
        fill(
            &page.messages().controls.region_preselected,
            &[("region", region), ("zone", zone.name())],
        )
    };
    let mut controls: Vec<Node> = catalog.region_indices().map(option).collect();
    controls.push(paragraph("pc-hint", &*catalog.region_rule));
    controls.push(paragraph("pc-hint pc-hint--preselected", changing(preselected)));
    controls.push(super::zone::zone(page));
    field(&messages.controls.region, controls)
}

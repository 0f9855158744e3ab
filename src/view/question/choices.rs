//! Choices among a few: what is to be due, the priority and the region.

use nodes::{Node, el, live};
use plans::case::Choice;
use plans::catalog::{PriorityIndex, RegionIndex, TableIndex};
use plans::link::Key;
use plans::wording::fill;

use crate::page::Page;
use crate::view::widgets::{ChoiceControl, div, field, paragraph, said};

/// What is to be due; nothing where there is one table of targets.
pub fn target(page: Page) -> Node {
    let state = page.get();
    let catalog = state.catalog();
    if catalog.tables.len() < 2 {
        return Vec::new().into();
    }
    let option = |index: TableIndex| {
        let table = catalog.table(index);
        ChoiceControl {
            kind: "radio",
            name: Key::Target.as_str(),
            value: &table.id,
            label: table.name.clone().unwrap_or_default(),
            about: table.definition.as_ref(),
            chosen: Box::new(move || page.get().row().table == index),
            change: Box::new(move |_| page.choose(Choice::Target(index))),
            click: None,
        }
        .view(&state)
    };
    let options = catalog.table_indices().map(option).collect();
    field("pc-field--target", state.messages().controls.target(), vec![div("pc-chips", options)])
}

/// How urgent the case is, each priority with its definition; nothing where there is one priority.
pub fn priority(page: Page) -> Node {
    let state = page.get();
    if state.catalog().priorities.len() < 2 {
        return Vec::new().into();
    }
    let option = |index: PriorityIndex| {
        let priority = state.catalog().priority(index);
        ChoiceControl {
            kind: "radio",
            name: Key::Priority.as_str(),
            value: &priority.id,
            label: priority.name.clone(),
            about: priority.definition.as_ref(),
            chosen: Box::new(move || page.get().row().priority == index),
            change: Box::new(move |_| page.choose(Choice::Priority(index))),
            click: None,
        }
        .view(&state)
    };
    let options = state.catalog().priority_indices().map(option).collect();
    let choices = div("pc-priorities", options);
    field("pc-field--priority", state.messages().controls.priority(), vec![choices])
}

/// The region whose desk answers; nothing where there is one region.
pub fn region(page: Page) -> Node {
    let state = page.get();
    let catalog = state.catalog();
    if catalog.regions.len() < 2 {
        return Vec::new().into();
    }
    let option = |index: RegionIndex| {
        let region = catalog.region(index);
        ChoiceControl {
            kind: "radio",
            name: Key::Region.as_str(),
            value: &region.id,
            label: region.name.clone(),
            about: region.hours.as_ref(),
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
    let rule = catalog.region_rule.clone().unwrap_or_default();
    let controls = vec![
        div("pc-regions", catalog.region_indices().map(option).collect()),
        said(&state, el("p").class("pc-hint pc-region-rule"), &rule).into(),
        paragraph("pc-hint pc-hint--preselected", live(preselected)),
    ];
    field("pc-field--region", state.messages().controls.region(), controls)
}

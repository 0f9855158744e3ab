//! What the plans of a scenario include and promise in its region, side by side.

use plans::catalog::{Entitlement, EntitlementIndex, Group, PlanIndex, TargetRow, Value};
use plans::compare::{Row, equal_rows, promise};
use serde_json::{Value as Json, json};

use crate::{Asked, days, object};

/// The rows of all entitlements, then those of all targets. Each has a cell for each plan that the scenario
/// shows, and says whether these cells are equal.
pub fn rows(asked: &Asked) -> Json {
    let (catalog, shown) = (asked.catalog, &*asked.scenario.display.plans);
    let equal = equal_rows(catalog, asked.scenario.case.desk.region, shown);
    let is_equal = |row: Row| equal.binary_search(&row).is_ok();
    let groups = catalog.indexed_groups();
    let entitlements = groups.iter().flat_map(|(group, indices)| {
        let row = |index: &EntitlementIndex| {
            entitlement(asked, group, *index, is_equal(Row::Entitlement(*index)))
        };
        indices.iter().map(row).collect::<Vec<Json>>()
    });
    let targets = catalog.target_rows().map(|row| target(asked, row, is_equal(Row::Target(row))));
    entitlements.chain(targets).collect()
}

fn cells(asked: &Asked, cell: impl Fn(PlanIndex) -> Json) -> Json {
    asked.scenario.display.plans.iter().map(|plan| cell(*plan)).collect()
}

fn entitlement(asked: &Asked, group: &Group, index: EntitlementIndex, is_equal: bool) -> Json {
    let entitlement = asked.catalog.entitlement(index);
    json!({
        "kind": "entitlement",
        "id": &*entitlement.id,
        "name": &*entitlement.name,
        "group": &*group.id,
        "isEqual": is_equal,
        "cells": cells(asked, |plan| value(asked, entitlement, plan)),
    })
}

/// The `value` as the catalog's format names its kind, what it consists of, and the whole in words.
fn value(asked: &Asked, entitlement: &Entitlement, plan: PlanIndex) -> Json {
    let (catalog, wording) = (asked.catalog, asked.wording);
    let value = entitlement.value_in(plan, asked.scenario.case.desk.region);
    let (mut count, mut time, mut coverage) = (None, None, None);
    match &value.value {
        Value::Count { count: number, .. } => count = Some(Json::from(*number)),
        Value::Time { length, .. } => time = Some(Json::from(length.to_string())),
        Value::Coverage(index) => coverage = Some(Json::from(&*catalog.coverage(*index).id)),
        _ => {}
    }
    object([
        ("plan", Some(Json::from(&*catalog.plan(plan).id))),
        ("value", Some(Json::from(value.value.kind()))),
        ("count", count),
        ("time", time),
        ("coverage", coverage),
        ("text", Some(wording.value(catalog, value).into())),
        ("note", value.note.as_ref().map(|note| Json::from(&**note))),
    ])
}

fn target(asked: &Asked, row: TargetRow, is_equal: bool) -> Json {
    let catalog = asked.catalog;
    json!({
        "kind": "target",
        "target": &*catalog.table(row.table).id,
        "priority": &*catalog.priority(row.priority).id,
        "name": asked.wording.priority(catalog, row),
        "isEqual": is_equal,
        "cells": cells(asked, |plan| promised(asked, row, plan)),
    })
}

/// The `target`, its `days` and the `coverage` that count in the region, or the `error`; and the whole in words.
fn promised(asked: &Asked, row: TargetRow, plan: PlanIndex) -> Json {
    let (catalog, wording) = (asked.catalog, asked.wording);
    let promise = promise(catalog, row, plan, asked.scenario.case.desk.region);
    let figure = promise.figure();
    let coverage = figure.and_then(|(coverage, _)| coverage);
    let error = promise.stated().err();
    object([
        ("plan", Some(Json::from(&*catalog.plan(plan).id))),
        ("target", figure.map(|(_, target)| target.to_string().into())),
        ("days", figure.and_then(|(_, target)| days(target))),
        ("coverage", coverage.map(|it| Json::from(&*catalog.coverage(it).id))),
        ("error", error.map(|error| error.id().into())),
        ("text", Some(wording.promised(catalog, &promise).into())),
        ("note", promise.said.note.as_ref().map(|note| Json::from(&**note))),
    ])
}

//! What each plan includes.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Shown, group, per_plan};
use crate::catalog::{Catalog, Entitlement, Value};
use crate::view::node::{Node, changing, el, text};
use crate::view::page::Page;
use crate::view::parts::{self, cell, span};

/// A row per entitlement, in groups; a cell per plan.
pub fn entitlements(page: Page, shown: Shown) -> Vec<Node> {
    let catalog = page.catalog();
    let groups = catalog.groups.iter().map(|of| {
        let rows =
            of.entitlements.iter().map(|entitlement| row(page, shown, entitlement)).collect();
        group(shown, "pc-entitlements", vec![span("pc-group__name", &*of.name)], rows)
    });
    groups.collect()
}

fn row(page: Page, shown: Shown, entitlement: &Arc<Entitlement>) -> Node {
    let mut label = vec![text(&*entitlement.name)];
    if let Some(note) = &entitlement.note {
        label.push(span("pc-label-cell__note", &**note));
    }
    if entitlement.regional {
        label.push(span("pc-label-cell__note", changing(move || rules(page))));
    }
    let values = Arc::clone(entitlement);
    let value = move |plan| {
        let (catalog, wording) = (page.catalog(), page.wording());
        let value = values.value(plan);
        let plan = catalog.plan(plan);
        cell("pc-value", plan)
            .attr("data-plan", &plan.id)
            .attr("data-value", &attribute(&catalog, value))
            .child(wording.value(&catalog, value))
            .into()
    };
    let row = el("tr").class("pc-row").attr("data-entitlement", &entitlement.id);
    parts::row(row, label, per_plan(shown, value))
}

/// What the chosen region's rules say about the rows that they qualify.
fn rules(page: Page) -> String {
    let (catalog, region) = (page.catalog(), page.scenario.with(|scenario| scenario.region));
    let rules = catalog.overrides.iter().filter(|rule| rule.region == region);
    rules.map(|rule| &*rule.note).collect::<Vec<_>>().join(" ")
}

/// A value as the attribute has it: a kind, a count, or a coverage's id.
fn attribute(catalog: &Catalog, value: &Value) -> String {
    match value {
        Value::Included => "included".into(),
        Value::NotIncluded => "not-included".into(),
        Value::NotStated => "not-stated".into(),
        Value::OnRequest => "on-request".into(),
        Value::Unlimited => "unlimited".into(),
        Value::Text(_) => "text".into(),
        Value::Count { count, .. } => count.to_string(),
        Value::Coverage(coverage) => catalog.coverage(*coverage).id.to_string(),
    }
}

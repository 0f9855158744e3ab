//! What each plan includes.

use nodes::{Node, el, live, text};
use plans::catalog::{Catalog, EntitlementIndex, Group, Value};
use plans::compare::Row;

use super::change::AllPlanChanges;
use crate::page::Page;
use crate::view::table::{headed_group, per_plan};
use crate::view::widgets::{self, cell, span};

/// A row for each entitlement, in groups; a cell for each plan.
pub fn entitlements(page: Page, changes: AllPlanChanges) -> Vec<Node> {
    let state = page.get();
    let group = |(group, indices): (&Group, Vec<EntitlementIndex>)| {
        let rows = indices.iter().map(|index| row(page, changes, *index)).collect();
        let heading = vec![span("pc-group__name", &*group.name)];
        let hidden = move || {
            let page = page.get();
            indices.iter().all(|index| page.hides(Row::Entitlement(*index)))
        };
        headed_group(page, "pc-entitlements", heading, hidden, rows)
    };
    state.catalog().indexed_groups().into_iter().map(group).collect()
}

fn row(page: Page, changes: AllPlanChanges, index: EntitlementIndex) -> Node {
    let state = page.get();
    let entitlement = state.catalog().entitlement(index);
    let mut label = vec![text(&*entitlement.name)];
    if let Some(note) = &entitlement.note {
        label.push(span("pc-label-cell__note", &**note));
    }
    if entitlement.regional {
        label.push(span("pc-label-cell__note", live(move || rules(page))));
    }
    let changes = changes.of(Row::Entitlement(index));
    let value = move |plan_index| {
        let state = page.get();
        let catalog = state.catalog();
        let plan = catalog.plan(plan_index);
        let value = catalog.entitlement(index).value(plan_index);
        let words = span("pc-value__words", state.wording().value(catalog, value));
        let cell = cell("pc-value", plan)
            .attr("data-plan", &*plan.id)
            .attr("data-value", attribute(catalog, value));
        changes.mark(cell, plan_index, vec![words])
    };
    let row = el("tr")
        .class("pc-row")
        .attr("data-entitlement", &*entitlement.id)
        .attr("hidden", move || page.get().hides(Row::Entitlement(index)));
    widgets::row(row, label, per_plan(page, value))
}

/// The rules of the chosen region, which qualify some rows.
fn rules(page: Page) -> String {
    let page = page.get();
    let region = page.region();
    let rules = page.catalog().overrides.iter().filter(|rule| rule.region == region);
    rules.map(|rule| rule.note.to_string()).collect::<Vec<_>>().join(" ")
}

/// A value as the attribute has it: a kind, a count, or a coverage's id.
fn attribute(catalog: &Catalog, value: &Value) -> String {
    match value {
        Value::Count { count, .. } => count.to_string(),
        Value::Coverage(coverage) => catalog.coverage(*coverage).id.to_string(),
        other => other.kind().to_owned(),
    }
}

//! What each plan includes.

use nodes::{Node, el, live, reactive, text};
use plans::catalog::{
    Catalog, EntitlementIndex, Group, PlanIndex, PlanValue, Rule, Value, ValueInRegion,
};
use plans::compare::Row;
use plans::wording::Wording;

use super::change::AllPlanChanges;
use crate::page::{Page, PageState};
use crate::view::table::{headed_group, per_plan};
use crate::view::widgets::{self, cell, said_alone, said_in_span, span};

/// A row for each entitlement, in groups; a cell for each plan.
pub fn entitlements(page: Page, changes: AllPlanChanges) -> Vec<Node> {
    let state = page.get();
    let group = |(group, indices): (&Group, Vec<EntitlementIndex>)| {
        let rows = indices.iter().map(|index| row(page, changes, *index)).collect();
        let heading = vec![said_in_span(&state, "pc-group__name", &group.name)];
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
    let mut label = vec![said_alone(&state, &entitlement.name)];
    if let Some(note) = &entitlement.note {
        label.push(said_in_span(&state, "pc-label-cell__note", note));
    }
    if entitlement.regional {
        label.push(span("pc-label-cell__note", live(move || rules(page))));
    }
    let changes = changes.of(Row::Entitlement(index));
    let has_exceptions = !entitlement.exceptions().is_empty();
    if has_exceptions {
        label.push(span("pc-label-cell__note", live(move || elsewhere(&page.get(), index))));
    }
    let value = move |plan_index| {
        let state = page.get();
        let catalog = state.catalog();
        let plan = catalog.plan(plan_index);
        let cell = cell("pc-value", plan).attr("data-plan", &*plan.id);
        if has_exceptions {
            let here = move || {
                let page = page.get();
                attribute(page.catalog(), value_in(&page, index, plan_index))
            };
            let words = reactive(move || {
                let page = page.get();
                words(&page, value_in(&page, index, plan_index)).into()
            });
            return changes.mark(cell.attr("data-value", here), plan_index, vec![words]);
        }
        let value = catalog.entitlement(index).value(plan_index);
        let cell = cell.attr("data-value", attribute(catalog, value));
        changes.mark(cell, plan_index, words(&state, value))
    };
    let row = el("tr")
        .class("pc-row")
        .attr("data-entitlement", &*entitlement.id)
        .attr("hidden", move || page.get().hides(Row::Entitlement(index)));
    widgets::row(row, label, per_plan(page, value))
}

/// What a plan has in the chosen region.
fn value_in(page: &PageState, index: EntitlementIndex, plan: PlanIndex) -> &PlanValue {
    page.catalog().entitlement(index).value_in(plan, page.region())
}

/// What is said of the regions, other than the chosen one, in which plans have something else.
fn elsewhere(page: &PageState, index: EntitlementIndex) -> String {
    let (catalog, region) = (page.catalog(), page.region());
    let mut notes = Vec::new();
    let exceptions = catalog.entitlement(index).exceptions().iter();
    for ValueInRegion { region, value, .. } in exceptions.filter(|it| it.region != region) {
        let Some(note) = &value.note else { continue };
        let note = Wording::in_region(catalog.region(*region), note);
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes.join(" ")
}

/// What a plan has, and what is said beside it.
fn words(page: &PageState, value: &PlanValue) -> Vec<Node> {
    let mut words = vec![match &value.value {
        Value::Text { words, .. } if value.add_on.is_none() => {
            said_in_span(page, "pc-value__words", words)
        }
        _ => span("pc-value__words", page.wording().value(page.catalog(), value)),
    }];
    if let Some(note) = &value.note {
        words.extend([text(" "), said_in_span(page, "pc-value__note", note)]);
    }
    words
}

/// The rules of the chosen region that are about targets, which qualify some rows.
fn rules(page: Page) -> String {
    let page = page.get();
    let region = page.region();
    let is_here = |rule: &&Rule| rule.region == region && rule.tables.iter().any(|holds| *holds);
    let rules = page.catalog().rules.iter().filter(is_here);
    rules.map(|rule| rule.note.to_string()).collect::<Vec<_>>().join(" ")
}

/// A value as the attribute has it: a kind, a count, an ISO 8601 duration, or a coverage's id.
fn attribute(catalog: &Catalog, value: &PlanValue) -> String {
    match &value.value {
        Value::Count { count, .. } => count.to_string(),
        Value::Time { length, .. } => length.to_string(),
        Value::Coverage(coverage) => catalog.coverage(*coverage).id.to_string(),
        other => other.kind().to_owned(),
    }
}

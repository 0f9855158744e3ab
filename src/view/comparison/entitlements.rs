//! What each plan includes.

use super::matrix::marked;
use super::table::{Shown, headed_group, per_plan};
use crate::catalog::{Catalog, EntitlementIndex, Value};
use crate::compare::Row;
use crate::view::node::{Node, changing, el, text};
use crate::view::page::Page;
use crate::view::parts::{self, cell, span};

/// A row per entitlement, in groups; a cell per plan.
pub fn entitlements(page: Page, shown: Shown) -> Vec<Node> {
    let catalog = page.catalog();
    let group = |(of, indices): (&_, Vec<EntitlementIndex>)| {
        let of: &crate::catalog::Group = of;
        let rows = indices.iter().map(|index| row(page, shown, *index)).collect();
        let heading = vec![span("pc-group__name", &*of.name)];
        let hidden = move || indices.iter().all(|index| page.hides(Row::Entitlement(*index)));
        headed_group(shown, "pc-entitlements", heading, hidden, rows)
    };
    catalog.indexed_groups().into_iter().map(group).collect()
}

fn row(page: Page, shown: Shown, index: EntitlementIndex) -> Node {
    let catalog = page.catalog();
    let entitlement = catalog.entitlement(index);
    let mut label = vec![text(&*entitlement.name)];
    if let Some(note) = &entitlement.note {
        label.push(span("pc-label-cell__note", &**note));
    }
    if entitlement.regional {
        label.push(span("pc-label-cell__note", changing(move || rules(page))));
    }
    let value = move |plan| {
        let (catalog, wording) = (page.catalog(), page.wording());
        let value = catalog.entitlement(index).value(plan);
        let words = catalog.plan(plan);
        let said = span("pc-value__words", wording.value(catalog, value));
        let cell = cell("pc-value", words)
            .attr("data-plan", &words.id)
            .attr("data-value", &attribute(catalog, value));
        marked(page, cell, plan, Row::Entitlement(index), vec![said])
    };
    let row = el("tr")
        .class("pc-row")
        .attr("data-entitlement", &entitlement.id)
        .hidden(move || page.hides(Row::Entitlement(index)));
    parts::row(row, label, per_plan(shown, value))
}

/// What the chosen region's rules say about the rows that they qualify.
fn rules(page: Page) -> String {
    let (catalog, region) = (page.catalog(), page.scenario.with(|scenario| scenario.region));
    let rules = catalog.overrides.iter().filter(|rule| rule.region == region);
    rules.map(|rule| rule.note.to_string()).collect::<Vec<_>>().join(" ")
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

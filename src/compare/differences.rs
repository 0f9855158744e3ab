//! In which rows the plans that are shown differ.

use crate::catalog::{Catalog, EntitlementIndex, PlanIndex, PriorityIndex};
use crate::scenario::Scenario;

/// A row of the comparison that says the same thing about each plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// What a plan has of an entitlement.
    Entitlement(EntitlementIndex),
    /// What a plan promises for a priority.
    Target(PriorityIndex),
}

/// Every row: the entitlements, then the targets, each in catalog order.
pub fn rows(catalog: &Catalog) -> impl Iterator<Item = Row> + use<> {
    let entitlements = catalog.entitlement_indices().map(Row::Entitlement);
    entitlements.chain(catalog.priority_indices().map(Row::Target))
}

/// The rows in which all shown plans have the same; none if fewer than two are shown, since there
/// is nothing to compare.
///
/// Targets are the same only if everything in their cells is, also what the region changes.
#[must_use]
pub fn equal_rows(catalog: &Catalog, scenario: &Scenario) -> Vec<Row> {
    match scenario.plans.as_slice() {
        [] | [_] => Vec::new(),
        [first, others @ ..] => {
            let all_same =
                |row: &Row| others.iter().all(|other| same(catalog, *row, *first, *other));
            rows(catalog).filter(all_same).collect()
        }
    }
}

/// Whether two plans have the same in a row. What a region changes follows from the plan's own
/// word, so that this need not be looked at.
pub(super) fn same(catalog: &Catalog, row: Row, one: PlanIndex, other: PlanIndex) -> bool {
    match row {
        Row::Entitlement(index) => {
            let entitlement = catalog.entitlement(index);
            entitlement.value(one) == entitlement.value(other)
        }
        Row::Target(priority) => catalog.target(one, priority) == catalog.target(other, priority),
    }
}

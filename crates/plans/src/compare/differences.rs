//! The rows of the comparison, and those in which the shown plans are equal.

use crate::catalog::{Catalog, EntitlementIndex, PlanIndex, PriorityIndex};

/// A row of the comparison: one entitlement or one target, with a cell for each plan. Rows are
/// ordered as [`rows`] yields them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// The row of an entitlement.
    Entitlement(EntitlementIndex),
    /// The row of a priority's targets.
    Target(PriorityIndex),
}

/// Every row: the entitlements, then the targets, both in catalog order.
pub fn rows(catalog: &Catalog) -> impl Iterator<Item = Row> + use<> {
    let entitlements = catalog.entitlement_indices().map(Row::Entitlement);
    entitlements.chain(catalog.priority_indices().map(Row::Target))
}

/// The rows in which the cells of all shown plans are equal, in the order of [`rows`]. No row is
/// equal if fewer than two plans are shown.
///
/// Cells of targets are equal only if the target and the coverage are.
#[must_use]
pub fn equal_rows(catalog: &Catalog, shown: &[PlanIndex]) -> Vec<Row> {
    match shown {
        [] | [_] => Vec::new(),
        [first, others @ ..] => {
            let all_equal =
                |row: &Row| others.iter().all(|other| is_equal(catalog, *row, *first, *other));
            rows(catalog).filter(all_equal).collect()
        }
    }
}

/// Whether the cells of two plans are equal in a row. The region does not matter: equal cells stay
/// equal under its rules.
pub(super) fn is_equal(catalog: &Catalog, row: Row, one: PlanIndex, other: PlanIndex) -> bool {
    match row {
        Row::Entitlement(index) => {
            let entitlement = catalog.entitlement(index);
            entitlement.value(one) == entitlement.value(other)
        }
        Row::Target(priority) => catalog.target(one, priority) == catalog.target(other, priority),
    }
}

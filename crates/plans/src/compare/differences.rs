//! The rows of the comparison, and those in which the shown plans are equal.

use super::promise;
use crate::catalog::{Catalog, EntitlementIndex, PlanIndex, RegionIndex, TargetRow};

/// A row of the comparison: one entitlement or one target, with a cell for each plan. Rows are
/// ordered as [`rows`] yields them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// The row of an entitlement.
    Entitlement(EntitlementIndex),
    /// A row of targets.
    Target(TargetRow),
}

/// Every row: the entitlements, then the targets, both in catalog order.
pub fn rows(catalog: &Catalog) -> impl Iterator<Item = Row> + use<> {
    let entitlements = catalog.entitlement_indices().map(Row::Entitlement);
    entitlements.chain(catalog.target_rows().map(Row::Target))
}

/// The rows in which the cells of all shown plans are equal, also under the rules of a region, in the
/// order of [`rows`]. No row is equal if fewer than two plans are shown.
///
/// Cells of targets are equal only if the target and the coverage are, and what is said beside them.
#[must_use]
pub fn equal_rows(catalog: &Catalog, region: RegionIndex, shown: &[PlanIndex]) -> Vec<Row> {
    match shown {
        [] | [_] => Vec::new(),
        [first, others @ ..] => {
            let all_equal = |row: &Row| {
                others.iter().all(|other| is_equal(catalog, region, *row, *first, *other))
            };
            rows(catalog).filter(all_equal).collect()
        }
    }
}

/// Whether the cells of two plans are equal in a row, as they are in a region.
pub(super) fn is_equal(
    catalog: &Catalog,
    region: RegionIndex,
    row: Row,
    one: PlanIndex,
    other: PlanIndex,
) -> bool {
    match row {
        Row::Entitlement(index) => {
            let entitlement = catalog.entitlement(index);
            entitlement.value_in(one, region) == entitlement.value_in(other, region)
        }
        Row::Target(row) => {
            let (one, other) =
                (promise(catalog, row, one, region), promise(catalog, row, other, region));
            (one.said, one.limited_to) == (other.said, other.limited_to)
        }
    }
}

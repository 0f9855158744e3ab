//! What changes, row by row, from the visitor's own plan to another plan.
//!
//! A change is named more or less only if that is certain. If the catalog does not tell, or if
//! neither value exceeds the other, the change is [`Change::Other`].

use super::differences::{Row, is_equal, rows};
use super::terms::weekly_hours;
use super::{Promise, promise};
use crate::catalog::{
    Catalog, CoverageIndex, EntitlementIndex, PlanIndex, PriorityIndex, RegionIndex, TargetCell,
    Value,
};
use worktime::schedule::Target;

/// How the cell of a plan differs from the cell of the visitor's own plan in the same row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The plan has the entitlement or target; the visitor's own plan does not.
    Gained,
    /// The visitor's own plan has the entitlement or target; the plan does not.
    Lost,
    /// The plan has more of the entitlement; or its reply is never due later and sometimes earlier.
    More,
    /// The plan has less of the entitlement; or its reply is never due earlier and sometimes later.
    Less,
    /// The cells differ, and no other variant is certain.
    Other,
}

impl Change {
    /// The name of the change in the page's attributes.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Gained => "gained",
            Self::Lost => "lost",
            Self::More => "more",
            Self::Less => "less",
            Self::Other => "other",
        }
    }
}

/// A plan compared with the visitor's own plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The visitor's own plan.
    pub mine: PlanIndex,
    /// The plan that is compared with it.
    pub plan: PlanIndex,
    /// The rows in which the plans differ, in the order of [`rows`].
    pub rows: Vec<(Row, Change)>,
}

impl Changes {
    /// The change in a row; `None` if the plans are equal in it.
    #[must_use]
    pub fn of(&self, row: Row) -> Option<Change> {
        let place = self.rows.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.rows.get(place).map(|(_, change)| *change)
    }
}

/// Compares a plan with the visitor's own plan `mine`, for the desk of a region.
#[must_use]
pub fn changes(
    catalog: &Catalog,
    region: RegionIndex,
    mine: PlanIndex,
    plan: PlanIndex,
) -> Changes {
    let differs = |row: &Row| !is_equal(catalog, *row, mine, plan);
    let change = |row: Row| match row {
        Row::Entitlement(index) => (row, entitlement_change(catalog, region, index, (mine, plan))),
        Row::Target(priority) => (row, target_change(catalog, region, priority, (mine, plan))),
    };
    Changes { mine, plan, rows: rows(catalog).filter(differs).map(change).collect() }
}

/// The change of an entitlement in which the visitor's own plan and another plan differ.
fn entitlement_change(
    catalog: &Catalog,
    region: RegionIndex,
    index: EntitlementIndex,
    (mine, plan): (PlanIndex, PlanIndex),
) -> Change {
    let entitlement = catalog.entitlement(index);
    let (mine, plan) = (entitlement.value(mine), entitlement.value(plan));
    match (mine, plan) {
        (Value::NotStated | Value::Text(_), _) | (_, Value::NotStated | Value::Text(_)) => {
            Change::Other
        }
        _ if is_absent(mine) && is_absent(plan) => Change::Other,
        _ if is_absent(mine) => Change::Gained,
        _ if is_absent(plan) => Change::Lost,
        (Value::Count { .. }, Value::Unlimited) => Change::More,
        (Value::Unlimited, Value::Count { .. }) => Change::Less,
        (Value::Count { count: mine, per: mine_per }, Value::Count { count, per })
            if mine_per == per =>
        {
            more_or_less(count >= mine, count <= mine)
        }
        // If the region has rules of its own, a wider coverage is not certainly wider there.
        (Value::Coverage(mine), Value::Coverage(plan))
            if !(entitlement.regional && has_overrides(catalog, region)) =>
        {
            let includes = |outer, inner| includes(catalog, region, outer, inner);
            more_or_less(includes(*plan, *mine), includes(*mine, *plan))
        }
        _ => Change::Other,
    }
}

/// Whether a value means that a plan does not have the entitlement.
fn is_absent(value: &Value) -> bool {
    matches!(value, Value::NotIncluded | Value::Count { count: 0, .. })
}

fn has_overrides(catalog: &Catalog, region: RegionIndex) -> bool {
    catalog.overrides.iter().any(|rule| rule.region == region)
}

/// The change of a target in which the visitor's own plan and another plan differ.
fn target_change(
    catalog: &Catalog,
    region: RegionIndex,
    priority: PriorityIndex,
    (mine, plan): (PlanIndex, PlanIndex),
) -> Change {
    let (mine, plan) =
        (promise(catalog, mine, priority, region), promise(catalog, plan, priority, region));
    match (mine.cell, plan.cell) {
        (TargetCell::NotOffered, TargetCell::Figure { .. }) => return Change::Gained,
        (TargetCell::Figure { .. }, TargetCell::NotOffered) => return Change::Lost,
        _ => {}
    }
    let (Some((my_coverage, mine)), Some((coverage, plan))) = (figure(&mine), figure(&plan)) else {
        return Change::Other;
    };
    let includes = |outer, inner| includes(catalog, region, outer, inner);
    let is_wider = includes(coverage, my_coverage);
    let is_narrower = includes(my_coverage, coverage);
    match (mine, plan) {
        (Target::Time(mine), Target::Time(plan)) => {
            more_or_less(is_wider && plan <= mine, is_narrower && plan >= mine)
        }
        // Business days of different coverages end at different times of day.
        (Target::BusinessDays(mine), Target::BusinessDays(plan)) if is_wider && is_narrower => {
            more_or_less(plan <= mine, plan >= mine)
        }
        _ => Change::Other,
    }
}

/// The coverage in which a promise is counted in its region, and its target; `None` if the promise
/// has no figure.
fn figure(promise: &Promise) -> Option<(CoverageIndex, Target)> {
    let TargetCell::Figure { coverage, target } = promise.cell else { return None };
    Some((promise.changed.as_ref().map_or(*coverage, |(changed, _)| *changed), *target))
}

/// The change of a value that is at least, or at most, that of the visitor's own plan.
const fn more_or_less(at_least: bool, at_most: bool) -> Change {
    match (at_least, at_most) {
        (true, false) => Change::More,
        (false, true) => Change::Less,
        _ => Change::Other,
    }
}

/// Whether a region's desk is open under the coverage `outer` whenever it is under `inner`.
fn includes(
    catalog: &Catalog,
    region: RegionIndex,
    outer: CoverageIndex,
    inner: CoverageIndex,
) -> bool {
    match (weekly_hours(catalog, region, outer), weekly_hours(catalog, region, inner)) {
        // A coverage that is always open has no holidays; every other coverage has.
        (None, _) => true,
        (Some(_), None) => false,
        (Some(outer), Some(inner)) => outer.includes(inner),
    }
}

//! What changes, row by row, from the visitor's own plan to another plan.
//!
//! A change is named more or less only if that is certain. If the catalog does not tell, or if
//! neither value exceeds the other, the change is [`Change::Other`].

use super::differences::{Row, is_equal, rows};
use super::promise;
use super::terms::weekly_hours;
use crate::catalog::{
    Catalog, CoverageIndex, EntitlementIndex, PlanIndex, RegionIndex, TargetPromise, TargetRow,
    Text, Value,
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
    let differs = |row: &Row| !is_equal(catalog, region, *row, mine, plan);
    let change = |row: Row| match row {
        Row::Entitlement(index) => (row, entitlement_change(catalog, region, index, (mine, plan))),
        Row::Target(target) => (row, target_change(catalog, region, target, (mine, plan))),
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
    let (mine, plan) = (entitlement.value_in(mine, region), entitlement.value_in(plan, region));
    if mine.value == plan.value {
        // Only what is said beside the values differs.
        return Change::Other;
    }
    let (mine, plan) = (&mine.value, &plan.value);
    match (has(mine), has(plan)) {
        (None, _) | (_, None) => return Change::Other,
        (Some(false), Some(true)) => return Change::Gained,
        (Some(true), Some(false)) => return Change::Lost,
        (Some(false), Some(false)) => return Change::Other,
        (Some(true), Some(true)) => {}
    }
    match (mine, plan) {
        (Value::Count { .. } | Value::Time { .. }, Value::Unlimited) => Change::More,
        (Value::Unlimited, Value::Count { .. } | Value::Time { .. }) => Change::Less,
        (
            Value::Count { count: mine, per: mine_per, unit: mine_unit, up_to: mine_up_to },
            Value::Count { count, per, unit, up_to },
        ) if (mine_per, mine_unit, mine_up_to) == (per, unit, up_to) => {
            more_or_less(count >= mine, count <= mine)
        }
        (
            Value::Time { length: mine, per: mine_per, up_to: mine_up_to },
            Value::Time { length, per, up_to },
        ) if (mine_per, mine_up_to) == (per, up_to) => more_or_less(length >= mine, length <= mine),
        (Value::Text { rank: Some(mine), .. }, Value::Text { rank: Some(plan), .. }) => {
            more_or_less(plan >= mine, plan <= mine)
        }
        (Value::List(mine), Value::List(plan)) => {
            let all_in = |these: &[Text], those: &[Text]| these.iter().all(|it| those.contains(it));
            more_or_less(all_in(mine, plan), all_in(plan, mine))
        }
        // If the region has rules of its own, a wider coverage is not certainly wider there.
        (Value::Coverage(mine), Value::Coverage(plan))
            if !(entitlement.regional && has_rules(catalog, region)) =>
        {
            let includes = |outer, inner| includes(catalog, region, outer, inner);
            more_or_less(includes(*plan, *mine), includes(*mine, *plan))
        }
        _ => Change::Other,
    }
}

/// Whether a value means that a plan has the entitlement; `None` if it does not say. What can be had
/// on request is had; what costs extra is not.
fn has(value: &Value) -> Option<bool> {
    match value {
        Value::NotStated => None,
        Value::NotIncluded | Value::AddOn => Some(false),
        Value::Count { count, .. } => Some(*count > 0),
        Value::Text { has, .. } => *has,
        _ => Some(true),
    }
}

fn has_rules(catalog: &Catalog, region: RegionIndex) -> bool {
    catalog.rules.iter().any(|rule| rule.region == region)
}

/// The change of a target in which the visitor's own plan and another plan differ.
fn target_change(
    catalog: &Catalog,
    region: RegionIndex,
    row: TargetRow,
    (mine, plan): (PlanIndex, PlanIndex),
) -> Change {
    let (mine, plan) = (promise(catalog, row, mine, region), promise(catalog, row, plan, region));
    match (mine.here, plan.here) {
        (TargetPromise::NotOffered, TargetPromise::Figure(_)) => return Change::Gained,
        (TargetPromise::Figure(_), TargetPromise::NotOffered) => return Change::Lost,
        _ => {}
    }
    let (Some((my_coverage, mine)), Some((coverage, plan))) = (mine.figure(), plan.figure()) else {
        return Change::Other;
    };
    if let (Target::CalendarDays(mine), Target::CalendarDays(plan)) = (mine, plan) {
        return more_or_less(plan <= mine, plan >= mine);
    }
    let (Some(my_coverage), Some(coverage)) = (my_coverage, coverage) else {
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
        (Target::BusinessDays(mine, my_due), Target::BusinessDays(plan, due))
            if is_wider && is_narrower && my_due == due =>
        {
            more_or_less(plan <= mine, plan >= mine)
        }
        _ => Change::Other,
    }
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
    let (outer_hours, inner_hours) =
        (weekly_hours(catalog, region, outer), weekly_hours(catalog, region, inner));
    let (outer, inner) = (catalog.coverage(outer), catalog.coverage(inner));
    match (outer_hours, inner_hours) {
        // A coverage that is always open is open on every date.
        (None, _) => true,
        (Some(_), None) => false,
        (Some(outer_hours), Some(inner_hours)) => {
            let observes_no_more = inner.observes_dates || !outer.observes_dates;
            outer.zone == inner.zone && observes_no_more && outer_hours.includes(&inner_hours)
        }
    }
}

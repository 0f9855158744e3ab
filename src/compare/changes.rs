//! What a plan has more and less of than the visitor's own.
//!
//! Says only what is certain: where neither is more than the other, or the catalog does not say, it
//! is merely something else.

use super::differences::{Row, rows, same};
use super::{Promise, promise};
use crate::calendar::{Target, Week};
use crate::catalog::{
    Catalog, CoverageIndex, EntitlementIndex, Hours, PlanIndex, PriorityIndex, RegionIndex,
    TargetCell, Value,
};
use crate::scenario::Scenario;

/// How what a plan has in a row stands to what the visitor's own has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It has it; the visitor's own has none.
    Gained,
    /// It has none; the visitor's own has it.
    Lost,
    /// It has more; of a target, a reply that is due no later and sometimes earlier.
    More,
    /// It has less; of a target, a reply that is due no earlier and sometimes later.
    Less,
    /// It is not the same, and none of the above is certain.
    Other,
}

impl Change {
    /// Its name in attributes.
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

/// What a plan has compared with the visitor's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The visitor's own.
    pub mine: PlanIndex,
    /// The plan.
    pub plan: PlanIndex,
    /// The rows that are not the same, in the order of [`rows`].
    pub rows: Vec<(Row, Change)>,
}

impl Changes {
    /// What changes in a row; `None` where the plans are the same.
    #[must_use]
    pub fn of(&self, row: Row) -> Option<Change> {
        self.rows.iter().find(|(changed, _)| *changed == row).map(|(_, change)| *change)
    }
}

/// What a plan has compared with the visitor's own, in the scenario's region.
#[must_use]
pub fn changes(
    catalog: &Catalog,
    scenario: &Scenario,
    mine: PlanIndex,
    plan: PlanIndex,
) -> Changes {
    let region = scenario.region;
    let differs = |row: &Row| !same(catalog, *row, mine, plan);
    let change = |row: Row| match row {
        Row::Entitlement(index) => (row, of_entitlement(catalog, region, index, (mine, plan))),
        Row::Target(priority) => (row, of_target(catalog, region, priority, (mine, plan))),
    };
    Changes { mine, plan, rows: rows(catalog).filter(differs).map(change).collect() }
}

/// Of an entitlement that is not the same in both plans, the first being the visitor's own.
fn of_entitlement(
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
        _ if is_none(mine) && is_none(plan) => Change::Other,
        _ if is_none(mine) => Change::Gained,
        _ if is_none(plan) => Change::Lost,
        (Value::Count { .. }, Value::Unlimited) => Change::More,
        (Value::Unlimited, Value::Count { .. }) => Change::Less,
        (Value::Count { count: mine, per }, Value::Count { count, per: of }) if per == of => {
            more_or_less(count >= mine, count <= mine)
        }
        // Where the region's rules qualify the values, they may take away what one has more.
        (Value::Coverage(mine), Value::Coverage(plan))
            if !(entitlement.regional && has_rules(catalog, region)) =>
        {
            let includes = |outer, inner| includes(catalog, region, outer, inner);
            more_or_less(includes(*plan, *mine), includes(*mine, *plan))
        }
        _ => Change::Other,
    }
}

/// Whether a value means that a plan has none of it.
fn is_none(value: &Value) -> bool {
    matches!(value, Value::NotIncluded | Value::Count { count: 0, .. })
}

fn has_rules(catalog: &Catalog, region: RegionIndex) -> bool {
    catalog.overrides.iter().any(|rule| rule.region == region)
}

/// Of a priority's targets that are not the same in both plans, the first being the visitor's own.
fn of_target(
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
    let (Some((my_hours, mine)), Some((hours, plan))) = (figure(&mine), figure(&plan)) else {
        return Change::Other;
    };
    let includes = |outer, inner| includes(catalog, region, outer, inner);
    let (wider, narrower) = (includes(hours, my_hours), includes(my_hours, hours));
    match (mine, plan) {
        (Target::Time(mine), Target::Time(plan)) => {
            more_or_less(wider && plan <= mine, narrower && plan >= mine)
        }
        // Business days of other hours end at other times of day.
        (Target::BusinessDays(mine), Target::BusinessDays(plan)) if wider && narrower => {
            more_or_less(plan <= mine, plan >= mine)
        }
        _ => Change::Other,
    }
}

/// The coverage that counts in the region, and the target; none where there is no figure.
fn figure(promise: &Promise) -> Option<(CoverageIndex, Target)> {
    let TargetCell::Figure { coverage, target } = promise.cell else { return None };
    Some((promise.changed.as_ref().map_or(*coverage, |(changed, _)| *changed), *target))
}

/// What follows from being at least as much and at most as much.
const fn more_or_less(at_least: bool, at_most: bool) -> Change {
    match (at_least, at_most) {
        (true, false) => Change::More,
        (false, true) => Change::Less,
        _ => Change::Other,
    }
}

/// Whether a coverage is open in a region whenever another is.
fn includes(
    catalog: &Catalog,
    region: RegionIndex,
    outer: CoverageIndex,
    inner: CoverageIndex,
) -> bool {
    match (week(catalog, region, outer), week(catalog, region, inner)) {
        // Holidays do not matter to the one, and take away from all others.
        (None, _) => true,
        (Some(_), None) => false,
        (Some(outer), Some(inner)) => outer.includes(inner),
    }
}

/// The weekly hours of a coverage, from which holidays are taken; none if it is always open.
fn week(catalog: &Catalog, region: RegionIndex, coverage: CoverageIndex) -> Option<&Week> {
    match &catalog.coverage(coverage).hours {
        Hours::Always => None,
        Hours::Weekly(week) => Some(week),
        Hours::Regional => Some(&catalog.region(region).week),
    }
}

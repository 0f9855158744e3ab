//! The terms of a plan for a case: its target, and the schedule in which the target is counted.

use std::sync::Arc;

use worktime::schedule::{Exceptions, Schedule, Target, Week};

use super::NoDeadline;
use crate::case::{Case, Desk};
use crate::catalog::{
    Catalog, CoverageIndex, Holidays, Hours, Override, PlanIndex, PriorityIndex, RegionIndex,
    TargetCell, Text,
};

/// A plan's target for a priority, with the change that a region makes to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise<'a> {
    /// The plan's own cell.
    pub cell: &'a TargetCell,
    /// The coverage that replaces the cell's own in the region, and the rule that replaces it; `None`
    /// if the cell's own coverage applies.
    pub changed: Option<(CoverageIndex, &'a Override)>,
}

/// What a plan promises for a priority in a region. This function applies the region's own rules, of
/// which Japan has one.
#[must_use]
pub fn promise(
    catalog: &Catalog,
    plan: PlanIndex,
    priority: PriorityIndex,
    region: RegionIndex,
) -> Promise<'_> {
    let cell = catalog.target(plan, priority);
    let changed = match cell {
        TargetCell::Figure { coverage, .. } => {
            let (effective, rule) = catalog.effective_coverage(*coverage, priority, region);
            rule.map(|rule| (effective, rule))
        }
        _ => None,
    };
    Promise { cell, changed }
}

/// What is counted until a plan's first reply to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The working time, or the business days, until the reply is due.
    pub target: Target,
    /// The coverage in which the target is counted.
    pub coverage: CoverageIndex,
    /// The change that the region makes; `None` if the plan's own coverage applies.
    pub changed: Option<ChangedCoverage>,
    /// The desk's schedule under the coverage.
    pub schedule: Arc<Schedule>,
    /// What the terms assume beyond the catalog's source.
    pub assumptions: Vec<Assumption>,
}

/// The coverage of a plan where a region replaces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedCoverage {
    /// The coverage that the plan states.
    pub stated: CoverageIndex,
    /// The region's rule, in the catalog's words.
    pub note: Text,
}

/// An assumption behind an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// An assumption that the catalog states in words.
    Stated(Text),
    /// No date is a holiday, since neither the catalog nor the visitor names one.
    NoHolidays,
    /// No date is a holiday but those that the catalog and the visitor name, this many.
    OnlyTheseHolidays(usize),
    /// The desk's clock runs in the zone that the visitor chose.
    ZoneChosen,
}

/// The terms of every plan of a catalog for one case and desk.
///
/// Plans with the same coverage share one [`Schedule`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllTerms(Vec<Result<Arc<Terms>, NoDeadline>>);

impl AllTerms {
    /// The terms of every plan. When the case is opened does not matter, nor does the desk of the
    /// case: `desk` answers.
    #[must_use]
    pub fn new(catalog: &Catalog, case: &Case, desk: &Desk) -> Self {
        let mut schedules = Schedules { catalog, case, desk, built: Vec::new() };
        let terms = |plan| terms_with(plan, &mut schedules).map(Arc::new);
        Self(catalog.plan_indices().map(terms).collect())
    }

    /// The terms of one plan.
    ///
    /// # Errors
    ///
    /// [`NoDeadline`] if the plan has no target with a figure.
    pub fn of(&self, plan: PlanIndex) -> Result<&Arc<Terms>, NoDeadline> {
        // A plan of another catalog has no target here.
        let terms = self.0.get(plan.place()).ok_or(NoDeadline::NotOffered)?;
        terms.as_ref().map_err(Clone::clone)
    }
}

/// The terms of one plan for a case and desk. For several plans [`AllTerms`] builds fewer schedules.
///
/// # Errors
///
/// [`NoDeadline`] if the plan has no target with a figure.
///
/// # Example
///
/// ```
/// use plans::case::Scenario;
/// use plans::compare::terms;
/// let catalog = bundled::catalog("en");
/// let case = Scenario::initial(&catalog, None).case;
/// let elite = catalog.plan_named("elite").expect("a plan");
/// let terms = terms(&catalog, &case, &case.desk, elite)?;
/// assert_eq!(terms.target.to_string(), "PT15M");
/// # Ok::<(), plans::compare::NoDeadline>(())
/// ```
pub fn terms(
    catalog: &Catalog,
    case: &Case,
    desk: &Desk,
    plan: PlanIndex,
) -> Result<Terms, NoDeadline> {
    terms_with(plan, &mut Schedules { catalog, case, desk, built: Vec::new() })
}

fn terms_with(plan: PlanIndex, schedules: &mut Schedules) -> Result<Terms, NoDeadline> {
    let (catalog, case, desk) = (schedules.catalog, schedules.case, schedules.desk);
    let Promise { cell, changed } = promise(catalog, plan, case.priority, desk.region);
    let (stated, target) = match cell {
        TargetCell::Figure { coverage, target } => (*coverage, *target),
        TargetCell::TextOnly(text) => return Err(NoDeadline::NoFigure(text.clone())),
        TargetCell::NotStated => return Err(NoDeadline::NotStated),
        TargetCell::NotOffered => return Err(NoDeadline::NotOffered),
    };
    let coverage = changed.as_ref().map_or(stated, |(coverage, _)| *coverage);
    Ok(Terms {
        target,
        coverage,
        changed: changed.map(|(_, rule)| ChangedCoverage { stated, note: rule.note.clone() }),
        schedule: schedules.of(coverage),
        assumptions: assumptions(catalog, case, desk, coverage),
    })
}

/// Builds the schedule of each coverage at most once.
struct Schedules<'a> {
    catalog: &'a Catalog,
    case: &'a Case,
    desk: &'a Desk,
    built: Vec<(CoverageIndex, Arc<Schedule>)>,
}

impl Schedules<'_> {
    fn of(&mut self, coverage: CoverageIndex) -> Arc<Schedule> {
        if let Some((_, schedule)) = self.built.iter().find(|(built, _)| *built == coverage) {
            return Arc::clone(schedule);
        }
        let schedule = Arc::new(schedule(self.catalog, self.case, self.desk, coverage));
        self.built.push((coverage, Arc::clone(&schedule)));
        schedule
    }
}

/// The schedule of a desk under a coverage.
fn schedule(catalog: &Catalog, case: &Case, desk: &Desk, coverage: CoverageIndex) -> Schedule {
    match weekly_hours(catalog, desk.region, coverage) {
        None => Schedule::new(desk.zone, Week::always(), Exceptions::default()),
        Some(week) => {
            let holidays = holidays(catalog, case, desk);
            Schedule::new(desk.zone, week.clone(), Exceptions::from(&holidays))
        }
    }
}

/// The weekly hours of a coverage in a region; `None` if the coverage is always open, even on
/// holidays.
pub(super) fn weekly_hours(
    catalog: &Catalog,
    region: RegionIndex,
    coverage: CoverageIndex,
) -> Option<&Week> {
    match &catalog.coverage(coverage).hours {
        Hours::Always => None,
        Hours::Weekly(week) => Some(week),
        Hours::Regional => Some(&catalog.region(region).week),
    }
}

/// The holidays of a desk: those of its region, and those that the visitor named in the case.
#[must_use]
pub fn holidays(catalog: &Catalog, case: &Case, desk: &Desk) -> Holidays {
    case.holidays.and(&catalog.region(desk.region).holidays)
}

/// What an answer assumes if its target is counted in a coverage.
fn assumptions(
    catalog: &Catalog,
    case: &Case,
    desk: &Desk,
    coverage: CoverageIndex,
) -> Vec<Assumption> {
    let coverage = catalog.coverage(coverage);
    let region = catalog.region(desk.region);
    let mut assumptions: Vec<Assumption> =
        coverage.assumption.iter().cloned().map(Assumption::Stated).collect();
    if coverage.hours == Hours::Always {
        return assumptions;
    }
    if coverage.hours == Hours::Regional {
        assumptions.extend(region.week_assumption.iter().cloned().map(Assumption::Stated));
    }
    assumptions.extend(region.zone_assumption.iter().cloned().map(Assumption::Stated));
    if desk.zone != region.zone {
        assumptions.push(Assumption::ZoneChosen);
    }
    assumptions.push(match holidays(catalog, case, desk).dates().len() {
        0 => Assumption::NoHolidays,
        count => Assumption::OnlyTheseHolidays(count),
    });
    assumptions
}

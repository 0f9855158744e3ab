//! The terms of a plan for a case: its target, and the schedule in which the target is counted.

use std::sync::Arc;

use worktime::schedule::{Exception, Exceptions, Schedule, Target, Week};

use super::NoDeadline;
use crate::case::{Case, Desk};
use crate::catalog::{
    Catalog, CoverageIndex, Effect, Figure, Hours, PlanIndex, RegionIndex, Rule, TargetCell,
    TargetPromise, TargetRow, Text,
};

/// A plan's target for a priority, with what the rules of a region make of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise<'a> {
    /// The plan's own cell.
    pub cell: &'a TargetCell,
    /// The cell that stands for it in the region.
    pub said: &'a TargetCell,
    /// What is promised in the region.
    pub here: &'a TargetPromise,
    /// The coverage that replaces the promise's own in the region.
    pub limited_to: Option<CoverageIndex>,
    /// The rule that makes the promise another than the plan's own; `None` if that applies.
    pub rule: Option<&'a Rule>,
}

impl Promise<'_> {
    /// The figure that is promised in the region, in the hours that the plan states.
    ///
    /// # Errors
    ///
    /// Why there is none.
    pub fn stated(&self) -> Result<&Figure, NoDeadline> {
        match self.here {
            TargetPromise::Figure(figure) => Ok(figure),
            TargetPromise::TextOnly(text) => Err(NoDeadline::NoFigure(text.clone())),
            TargetPromise::NotStated => Err(NoDeadline::NotStated),
            TargetPromise::NotOffered => Err(NoDeadline::NotOffered),
            TargetPromise::NoSuchPriority => Err(NoDeadline::NoSuchPriority),
        }
    }

    /// The figure that applies in the region, with the coverage in which it is counted there; `None`
    /// if the promise has no figure.
    #[must_use]
    pub fn figure(&self) -> Option<(Option<CoverageIndex>, Target)> {
        let TargetPromise::Figure(figure) = self.here else { return None };
        Some((self.limited_to.or(figure.coverage), figure.target))
    }
}

/// What a plan promises in a row of a table of targets in a region. This function applies the region's
/// own rules, of which Japan has one.
#[must_use]
pub fn promise(
    catalog: &Catalog,
    row: TargetRow,
    plan: PlanIndex,
    region: RegionIndex,
) -> Promise<'_> {
    let cell = catalog.target(row, plan);
    let here = &cell.promise;
    let mut promise = Promise { cell, said: cell, here, limited_to: None, rule: None };
    if *here == TargetPromise::NoSuchPriority {
        return promise;
    }
    let holds = |rule: &&Rule| {
        rule.region == region
            && *rule.tables.of(row.table)
            && *rule.priorities.of(row.priority)
            && *rule.plans.of(plan)
    };
    let rules = || catalog.rules.iter().filter(holds);
    // First what is promised, then in which hours.
    for rule in rules() {
        if let Effect::Instead(instead) = &rule.effect
            && instead != cell
        {
            (promise.said, promise.here) = (instead, &instead.promise);
            promise.rule = Some(rule);
            break;
        }
    }
    for rule in rules() {
        if let Effect::LimitedTo(coverage) = rule.effect
            && let Some((Some(stated), target)) = promise.figure()
            && target.counts_hours()
            && !catalog.coverage(coverage).is_open_as(catalog.coverage(stated))
        {
            promise.limited_to = Some(coverage);
            promise.rule = Some(rule);
            break;
        }
    }
    promise
}

/// What is counted until a plan's first reply to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The region whose desk answers.
    pub region: RegionIndex,
    /// The working time, or the days, until the reply is due.
    pub target: Target,
    /// The coverage in which the target is counted. A target in days of the calendar may have none.
    pub coverage: Option<CoverageIndex>,
    /// The change that the region makes; `None` if the plan's own promise applies.
    pub changed: Option<ChangedTerms>,
    /// The desk's schedule under the coverage.
    pub schedule: Arc<Schedule>,
    /// What the terms assume beyond the catalog's source.
    pub assumptions: Vec<Assumption>,
}

/// The promise of a plan where a region makes it another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedTerms {
    /// The coverage that the plan states, if the region replaces it.
    pub stated: Option<CoverageIndex>,
    /// The region's rule, in the catalog's words.
    pub note: Text,
}

/// An assumption behind an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// An assumption that the catalog states in words.
    Stated(Text),
    /// The target is counted in this coverage, although the source states none.
    Coverage(CoverageIndex),
    /// No date is a holiday, since neither the catalog nor the visitor names one.
    NoHolidays,
    /// No date has other hours but those that the catalog and the visitor name, this many.
    OnlyTheseDates(usize),
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
    let promise = promise(catalog, case.row(), plan, desk.region);
    let figure = promise.stated()?;
    let coverage = promise.limited_to.or(figure.coverage);
    let stated = promise.limited_to.and(figure.coverage);
    let mut assumptions = assumptions(catalog, case, desk, (coverage, figure.target));
    if figure.is_assumed
        && let (None, Some(coverage)) = (promise.limited_to, coverage)
    {
        assumptions.insert(0, Assumption::Coverage(coverage));
    }
    Ok(Terms {
        region: desk.region,
        target: figure.target,
        coverage,
        changed: promise.rule.map(|rule| ChangedTerms { stated, note: rule.note.clone() }),
        schedule: schedules.of(coverage),
        assumptions,
    })
}

/// Builds the schedule of each coverage at most once.
struct Schedules<'a> {
    catalog: &'a Catalog,
    case: &'a Case,
    desk: &'a Desk,
    built: Vec<(Option<CoverageIndex>, Arc<Schedule>)>,
}

impl Schedules<'_> {
    fn of(&mut self, coverage: Option<CoverageIndex>) -> Arc<Schedule> {
        if let Some((_, schedule)) = self.built.iter().find(|(built, _)| *built == coverage) {
            return Arc::clone(schedule);
        }
        let schedule = Arc::new(schedule(self.catalog, self.case, self.desk, coverage));
        self.built.push((coverage, Arc::clone(&schedule)));
        schedule
    }
}

/// The schedule of a desk under a coverage. Without a coverage only the zone matters.
fn schedule(
    catalog: &Catalog,
    case: &Case,
    desk: &Desk,
    coverage: Option<CoverageIndex>,
) -> Schedule {
    let Some(index) = coverage else {
        return Schedule::new(desk.zone, Week::always(), Exceptions::default());
    };
    let coverage = catalog.coverage(index);
    let (week, dates) = match weekly_hours(catalog, desk.region, index) {
        None => (Week::always(), Exceptions::default()),
        Some(week) if coverage.observes_dates => (week, exceptions(catalog, case, desk)),
        Some(week) => (week, Exceptions::default()),
    };
    let week = week.with_business_weekdays_of(&catalog.region(desk.region).week);
    Schedule::new(coverage.zone.unwrap_or(desk.zone), week, dates)
}

/// The weekly hours of a coverage in a region; `None` if the coverage is always open, even on
/// holidays.
pub(super) fn weekly_hours(
    catalog: &Catalog,
    region: RegionIndex,
    coverage: CoverageIndex,
) -> Option<Week> {
    let of_region = &catalog.region(region).week;
    match &catalog.coverage(coverage).hours {
        Hours::Always => None,
        Hours::Weekly(week) => Some(week.clone()),
        Hours::Regional => Some(of_region.clone()),
        // The reader refuses a region that has no business weekdays.
        Hours::BusinessWeekdays => {
            Some(of_region.whole_business_weekdays().unwrap_or_else(|| of_region.clone()))
        }
        Hours::ByRegion(weeks) => Some(weeks.of(region).clone()),
    }
}

/// The dates on which a desk has other hours: those of its region, and those that the visitor named
/// as holidays in the case.
#[must_use]
pub fn exceptions(catalog: &Catalog, case: &Case, desk: &Desk) -> Exceptions {
    let of_region = catalog.region(desk.region).dates.iter();
    let of_region = of_region.map(|dated| (dated.date, dated.exception.clone()));
    let of_visitor = case.holidays.dates().iter().map(|date| (*date, Exception::Closed));
    of_region.chain(of_visitor).collect()
}

/// What an answer assumes if its target is counted in a coverage.
fn assumptions(
    catalog: &Catalog,
    case: &Case,
    desk: &Desk,
    (coverage, target): (Option<CoverageIndex>, Target),
) -> Vec<Assumption> {
    let region = catalog.region(desk.region);
    let stated = |text: &Option<Text>| text.iter().cloned().map(Assumption::Stated).collect();
    let coverage = coverage.map(|coverage| catalog.coverage(coverage));
    let mut assumptions: Vec<Assumption> =
        coverage.map(|coverage| stated(&coverage.assumption)).unwrap_or_default();
    let counts_hours = target.counts_hours();
    let hours = coverage.filter(|_| counts_hours).map(|coverage| &coverage.hours);
    if hours == Some(&Hours::Always) {
        return assumptions;
    }
    if hours == Some(&Hours::Regional) {
        assumptions.extend(stated(&region.week_assumption));
    }
    if coverage.is_none_or(|coverage| coverage.zone.is_none()) {
        assumptions.extend(stated(&region.zone_assumption));
        if desk.zone != region.zone {
            assumptions.push(Assumption::ZoneChosen);
        }
    }
    if coverage.is_some_and(|coverage| coverage.observes_dates) && counts_hours {
        assumptions.push(match exceptions(catalog, case, desk).iter().count() {
            0 => Assumption::NoHolidays,
            count => Assumption::OnlyTheseDates(count),
        });
    }
    assumptions
}

//! What is shown for a scenario: each plan's answer, and each cell of the targets.
//!
//! Brings the catalog's words about hours together with the engine that counts them. Knows nothing
//! of languages, links or the page.

mod by;
mod changes;
mod differences;
mod fits;
mod waits;

pub use by::{Margin, PlansBy, plans_answering_by};
pub use changes::{Change, Changes, changes};
pub use differences::{Row, equal_rows, rows};
pub use fits::{Fit, Fits, Missing, Nearest, Outside, fits};
pub use waits::{LongestWait, Weekly, coverage_week, longest_wait};

use crate::calendar::{self, Holidays, Target, Week};
use crate::catalog::{
    Catalog, CoverageIndex, Hours, Override, PlanIndex, PriorityIndex, RegionIndex, TargetCell,
    Text,
};
use crate::deadline::{self, Deadline, respond_by};
use crate::scenario::Scenario;
use crate::zone::{Instant, OutsideTable};

/// What a plan answers to the scenario's case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The plan.
    pub plan: PlanIndex,
    /// When its first reply is due, or why that cannot be said.
    pub outcome: Result<Reply, NoReply>,
}

/// A first reply that is due at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The moment and its account.
    pub deadline: Deadline,
    /// The coverage that was counted.
    pub coverage: CoverageIndex,
    /// The coverage that the plan names and the rule that changed it, where the region has one.
    pub changed: Option<(CoverageIndex, Text)>,
    /// What of the answer is our reading and not the source's word.
    pub assumptions: Vec<Assumption>,
}

/// Something taken for granted in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// In the catalog's words.
    Stated(Text),
    /// That no day is a holiday, since neither the catalog nor the visitor named one.
    NoHolidays,
    /// That the holidays named, so many, are all.
    OnlyTheseHolidays(usize),
    /// That the desk's clock is set by the zone chosen.
    ZoneChosen,
}

/// Why a plan has no moment by which its first reply is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoReply {
    /// The plan does not have the priority.
    NotOffered,
    /// The source has no target for it.
    NotStated,
    /// The target has no figure, only words.
    NoFigure(Text),
    /// The case is opened outside the years for which there are zone rules.
    OpenedOutsideTable,
    /// The reply would be due after those years.
    DueOutsideTable,
}

impl NoReply {
    /// Its name in attributes.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotOffered => "not-offered",
            Self::NotStated => "not-stated",
            Self::NoFigure(_) => "no-figure",
            Self::OpenedOutsideTable => "opened-outside-zone-data",
            Self::DueOutsideTable => "due-outside-zone-data",
        }
    }
}

impl From<deadline::Error> for NoReply {
    fn from(error: deadline::Error) -> Self {
        match error {
            deadline::Error::OpenedOutsideTable => Self::OpenedOutsideTable,
            deadline::Error::DueOutsideTable => Self::DueOutsideTable,
        }
    }
}

/// A cell of the targets, as the plan has it and as the region takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise<'a> {
    /// The plan's word.
    pub cell: &'a TargetCell,
    /// The coverage that the region has instead, and the rule that says so.
    pub changed: Option<(CoverageIndex, &'a Override)>,
}

/// What a plan promises for a priority in a region.
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

/// What each shown plan answers to a case opened at a moment; or, where the moment could not even
/// be said, why not.
#[must_use]
pub fn answers(
    catalog: &Catalog,
    scenario: &Scenario,
    opened: Result<Instant, OutsideTable>,
) -> Vec<Answer> {
    let answer =
        |plan: &PlanIndex| Answer { plan: *plan, outcome: reply(catalog, scenario, *plan, opened) };
    scenario.plans.iter().map(answer).collect()
}

fn reply(
    catalog: &Catalog,
    scenario: &Scenario,
    plan: PlanIndex,
    opened: Result<Instant, OutsideTable>,
) -> Result<Reply, NoReply> {
    let Counted { target, coverage, changed, hours } = counted(catalog, scenario, plan)?;
    let opened = opened.map_err(|OutsideTable| NoReply::OpenedOutsideTable)?;
    Ok(Reply {
        deadline: respond_by(&hours, target, opened)?,
        coverage,
        changed: changed.map(|(stated, rule)| (stated, rule.note.clone())),
        assumptions: assumptions(catalog, scenario, coverage),
    })
}

/// What is counted until a plan's first reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted<'a> {
    /// How much is counted.
    pub target: Target,
    /// The coverage in which it is.
    pub coverage: CoverageIndex,
    /// The coverage that the plan names and the rule that changed it, where the region has one.
    pub changed: Option<(CoverageIndex, &'a Override)>,
    /// When the desk works, going by that coverage.
    pub hours: calendar::Coverage,
}

/// What is counted until a plan's first reply in a scenario.
///
/// # Errors
///
/// [`NoReply`] where the plan has no target with a figure.
pub fn counted<'a>(
    catalog: &'a Catalog,
    scenario: &Scenario,
    plan: PlanIndex,
) -> Result<Counted<'a>, NoReply> {
    let Promise { cell, changed } = promise(catalog, plan, scenario.priority, scenario.region);
    let (stated, target) = match cell {
        TargetCell::Figure { coverage, target } => (*coverage, *target),
        TargetCell::Words(words) => return Err(NoReply::NoFigure(words.clone())),
        TargetCell::NotStated => return Err(NoReply::NotStated),
        TargetCell::NotOffered => return Err(NoReply::NotOffered),
    };
    let coverage = changed.as_ref().map_or(stated, |(coverage, _)| *coverage);
    let changed = changed.map(|(_, rule)| (stated, rule));
    Ok(Counted { target, coverage, changed, hours: desk_hours(catalog, scenario, coverage) })
}

/// When the scenario's desk works, going by a coverage.
fn desk_hours(
    catalog: &Catalog,
    scenario: &Scenario,
    coverage: CoverageIndex,
) -> calendar::Coverage {
    let region = catalog.region(scenario.region);
    let (week, observes_holidays) = match &catalog.coverage(coverage).hours {
        Hours::Always => (Week::always(), false),
        Hours::Weekly(week) => (week.clone(), true),
        Hours::Regional => (region.week.clone(), true),
    };
    let holidays =
        if observes_holidays { holidays(catalog, scenario) } else { Holidays::default() };
    calendar::Coverage::new(scenario.zone, week, holidays)
}

/// The days off of the region and those that the visitor named.
fn holidays(catalog: &Catalog, scenario: &Scenario) -> Holidays {
    let of_region = catalog.region(scenario.region).holidays.dates();
    match (of_region, scenario.holidays.dates()) {
        ([], _) => scenario.holidays.clone(),
        (of_region, of_visitor) => Holidays::new(of_region.iter().chain(of_visitor).copied()),
    }
}

/// What an answer that counts a coverage takes for granted.
fn assumptions(catalog: &Catalog, scenario: &Scenario, coverage: CoverageIndex) -> Vec<Assumption> {
    let coverage = catalog.coverage(coverage);
    let region = catalog.region(scenario.region);
    let mut assumptions: Vec<Assumption> =
        coverage.assumption.iter().cloned().map(Assumption::Stated).collect();
    if coverage.hours == Hours::Always {
        return assumptions;
    }
    if coverage.hours == Hours::Regional {
        assumptions.extend(region.week_assumption.iter().cloned().map(Assumption::Stated));
    }
    assumptions.extend(region.zone_assumption.iter().cloned().map(Assumption::Stated));
    if scenario.zone != region.zone {
        assumptions.push(Assumption::ZoneChosen);
    }
    assumptions.push(match holidays(catalog, scenario).dates().len() {
        0 => Assumption::NoHolidays,
        count => Assumption::OnlyTheseHolidays(count),
    });
    assumptions
}

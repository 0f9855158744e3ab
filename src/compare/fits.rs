//! Which plans do what a visitor asks: what they must include, and when they must reply.
//!
//! Every plan of the catalog is asked, whether it is shown or not. There is no score: a plan fits,
//! or everything that it misses is named.

use super::{Counted, NoReply, counted, longest_wait};
use crate::catalog::{Catalog, EntitlementIndex, PlanIndex, Value};
use crate::deadline;
use crate::scenario::Scenario;
use crate::zone::{Duration, Instant, OutsideTable};

/// How every plan stands to what is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fits {
    /// Every plan, in catalog order.
    pub plans: Vec<Fit>,
    /// Why no plan at all can be said to fit, if so.
    pub outside: Option<Outside>,
    /// How many entitlements are asked for.
    pub asked: usize,
}

/// How a plan stands to what is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The plan.
    pub plan: PlanIndex,
    /// What it misses; if nothing, it fits.
    pub missing: Vec<Missing>,
    /// When its first reply is due, if a reply is needed by some moment and this is known.
    pub due: Option<Instant>,
    /// The longest wait of the year ahead, if waits are limited and this is known.
    pub longest: Option<Duration>,
}

/// Something that is asked and that a plan does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It does not certainly include an entitlement.
    Entitlement(EntitlementIndex),
    /// Its first reply is due so long after the moment at which one is needed.
    Late(Duration),
    /// A case opened at the worst moment waits too long.
    Slow {
        /// How long.
        longest: Duration,
        /// How much longer than accepted.
        over: Duration,
    },
    /// There is no moment by which its first reply is due.
    NoReply(NoReply),
    /// The longest wait is not known, since the year ahead leaves the zone table.
    YearOutsideTable,
    /// Whether it replies in time cannot be said, since the moment at which a reply is needed lies
    /// outside the zone table.
    ByOutsideTable,
}

impl Missing {
    /// Whether it is about the plan, and not the moment of opening or the one at which a reply is
    /// needed.
    #[must_use]
    pub const fn of_plan(&self) -> bool {
        !matches!(self, Self::ByOutsideTable | Self::NoReply(NoReply::OpenedOutsideTable))
    }
}

/// A moment of the visitor's that lies outside the zone table, so that no plan can be said to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// The moment by which a reply is needed.
    By,
    /// The moment of opening.
    Opened,
}

/// Those that come nearest in each respect; of several that come as near, all. None in a respect
/// that was not asked or is not known of any plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// How few of the entitlements are missing at least, and the plans that miss so few.
    pub fewest: Option<(i64, Vec<PlanIndex>)>,
    /// The earliest moment by which a first reply is due, and the plans that reply by it.
    pub soonest: Option<(Instant, Vec<PlanIndex>)>,
    /// The shortest of the longest waits, and the plans that have it.
    pub shortest: Option<(Duration, Vec<PlanIndex>)>,
}

impl Fits {
    /// The plans that do all that is asked, in catalog order.
    #[must_use]
    pub fn fitting(&self) -> Vec<PlanIndex> {
        let fitting = self.plans.iter().filter(|fit| fit.missing.is_empty());
        fitting.map(|fit| fit.plan).collect()
    }

    /// The plans that come nearest.
    #[must_use]
    pub fn nearest(&self) -> Nearest {
        let lacking = |fit: &Fit| {
            let entitlement = |missing: &&Missing| matches!(missing, Missing::Entitlement(_));
            let count = fit.missing.iter().filter(entitlement).count();
            (self.asked > 0).then(|| i64::try_from(count).unwrap_or(i64::MAX))
        };
        Nearest {
            fewest: self.least(&lacking),
            soonest: self
                .least(&|fit| Some(fit.due?.unix()))
                .map(|(due, plans)| (Instant::from_unix(due), plans)),
            shortest: self
                .least(&|fit| Some(fit.longest?.as_seconds()))
                .map(|(wait, plans)| (Duration::seconds(wait), plans)),
        }
    }

    /// The least of a figure that plans have, and the plans that have it.
    fn least(&self, of: &dyn Fn(&Fit) -> Option<i64>) -> Option<(i64, Vec<PlanIndex>)> {
        let least = self.plans.iter().filter_map(of).min()?;
        let as_little = self.plans.iter().filter(|fit| of(fit) == Some(least));
        Some((least, as_little.map(|fit| fit.plan).collect()))
    }
}

/// How every plan stands to what the scenario asks, given the present moment; `None` if it asks
/// nothing.
///
/// A reply due at exactly the moment at which one is needed is in time, and a wait that is exactly
/// as long as accepted is accepted. The longest wait is that of the year from the day of opening.
#[must_use]
pub fn fits(catalog: &Catalog, scenario: &Scenario, now: Instant) -> Option<Fits> {
    if scenario.need.is_empty() && scenario.by.is_none() && scenario.within.is_none() {
        return None;
    }
    let opened = opened(scenario, now);
    let plans = catalog.plan_indices().map(|plan| fit(catalog, scenario, plan, opened));
    let outside = if scenario.needed_by().is_err() {
        Some(Outside::By)
    } else {
        let matters = scenario.by.is_some() || scenario.within.is_some();
        (matters && opened.is_err()).then_some(Outside::Opened)
    };
    Some(Fits { plans: plans.collect(), outside, asked: scenario.need.len() })
}

/// The moment of opening.
fn opened(scenario: &Scenario, now: Instant) -> Result<Instant, OutsideTable> {
    let opened = scenario.opened_at(now)?.at;
    scenario.zone.offset_at(opened).map(|_| opened)
}

fn fit(
    catalog: &Catalog,
    scenario: &Scenario,
    plan: PlanIndex,
    opened: Result<Instant, OutsideTable>,
) -> Fit {
    let lacks = |index: &&EntitlementIndex| !is_had(catalog.entitlement(**index).value(plan));
    let lacking = scenario.need.iter().filter(lacks);
    let mut missing: Vec<Missing> = lacking.map(|index| Missing::Entitlement(*index)).collect();
    let (due, late) = in_time(catalog, scenario, plan, opened);
    let (longest, slow) = quick(catalog, scenario, plan, opened);
    for other in [late, slow].into_iter().flatten() {
        // Of a plan without a reply both would say so.
        if !missing.contains(&other) {
            missing.push(other);
        }
    }
    Fit { plan, missing, due, longest }
}

/// When the first reply is due, and what keeps it from being in time; neither if any moment will do.
fn in_time(
    catalog: &Catalog,
    scenario: &Scenario,
    plan: PlanIndex,
    opened: Result<Instant, OutsideTable>,
) -> (Option<Instant>, Option<Missing>) {
    if scenario.by.is_none() {
        return (None, None);
    }
    match (due(catalog, scenario, plan, opened), scenario.needed_by()) {
        (Err(why), _) => (None, Some(Missing::NoReply(why))),
        (Ok(due), Err(OutsideTable)) => (Some(due), Some(Missing::ByOutsideTable)),
        (Ok(due), Ok(Some(by))) if by < due => (Some(due), Some(Missing::Late(due - by))),
        (Ok(due), Ok(_)) => (Some(due), None),
    }
}

/// The longest wait, and what is wrong with it; neither if any wait will do.
fn quick(
    catalog: &Catalog,
    scenario: &Scenario,
    plan: PlanIndex,
    opened: Result<Instant, OutsideTable>,
) -> (Option<Duration>, Option<Missing>) {
    let Some(limit) = scenario.within else { return (None, None) };
    match longest(catalog, scenario, plan, opened) {
        Ok(wait) if wait > limit.duration() => {
            let over = wait - limit.duration();
            (Some(wait), Some(Missing::Slow { longest: wait, over }))
        }
        Ok(wait) => (Some(wait), None),
        Err(NoReply::DueOutsideTable) => (None, Some(Missing::YearOutsideTable)),
        Err(why) => (None, Some(Missing::NoReply(why))),
    }
}

/// Whether a value means that a plan certainly has it.
const fn is_had(value: &Value) -> bool {
    match value {
        Value::Included | Value::Coverage(_) | Value::Unlimited => true,
        Value::Count { count, .. } => *count > 0,
        Value::NotIncluded | Value::NotStated | Value::OnRequest | Value::Text(_) => false,
    }
}

/// When a plan's first reply is due.
fn due(
    catalog: &Catalog,
    scenario: &Scenario,
    plan: PlanIndex,
    opened: Result<Instant, OutsideTable>,
) -> Result<Instant, NoReply> {
    let Counted { target, hours, .. } = counted(catalog, scenario, plan)?;
    let opened = opened.map_err(|OutsideTable| NoReply::OpenedOutsideTable)?;
    Ok(deadline::due(&hours, target, opened)?)
}

/// The longest wait of the year from the day of opening on the desk's clock.
fn longest(
    catalog: &Catalog,
    scenario: &Scenario,
    plan: PlanIndex,
    opened: Result<Instant, OutsideTable>,
) -> Result<Duration, NoReply> {
    let day = opened.and_then(|opened| scenario.zone.local(opened));
    match day {
        Ok(day) => Ok(longest_wait(catalog, scenario, plan, day.date())?.wait),
        // A plan that has no target says so rather.
        Err(OutsideTable) => {
            Err(counted(catalog, scenario, plan).err().unwrap_or(NoReply::OpenedOutsideTable))
        }
    }
}

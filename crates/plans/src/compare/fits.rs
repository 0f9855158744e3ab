//! Which plans meet a visitor's requirements, and what each other plan lacks.
//!
//! Every plan of the catalog is checked, whether it is shown or not. Plans get no score: a plan
//! fits, or everything that it misses is listed.

use super::{AllTerms, NoDeadline, longest_wait};
use crate::case::{Desk, Question};
use crate::catalog::{Catalog, EntitlementIndex, PlanIndex, RegionIndex, Value};
use worktime::deadline;
use worktime::zone::{Duration, Instant, OutsideTable, Zone};

/// How far every plan meets a [`Question`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fits {
    /// Every plan, in catalog order.
    pub plans: Vec<Fit>,
    /// The instant of the visitor's for which there are no zone rules, so that no plan certainly
    /// fits; `None` if there are rules for all that matter.
    pub outside: Option<Outside>,
    /// The number of entitlements that the question requires.
    pub asked: usize,
}

/// How far one plan meets a [`Question`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The plan.
    pub plan: PlanIndex,
    /// The requirements that the plan misses. The plan fits if the list is empty.
    pub missing: Vec<Missing>,
    /// When the plan's first reply is due; `None` if the question names no moment, or if the plan
    /// has no deadline.
    pub due: Option<Instant>,
    /// The plan's longest wait in the year from opening; `None` if the question has no limit, or if
    /// the wait is not known.
    pub longest: Option<Duration>,
}

/// A requirement that a plan misses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The plan does not certainly include an entitlement.
    Entitlement(EntitlementIndex),
    /// The first reply is due this long after the instant by which it is needed.
    Late(Duration),
    /// The longest wait exceeds the accepted one.
    TooSlow {
        /// The plan's longest wait.
        longest: Duration,
        /// The part of the wait that exceeds the accepted one.
        over: Duration,
    },
    /// The first reply has no deadline.
    NoDeadline(NoDeadline),
    /// The longest wait is not known, since the zone has no rules for a part of the year.
    YearOutsideTable,
    /// The margin is not known, since the zone has no rules for the moment by which a reply is
    /// needed.
    ByOutsideTable,
}

impl Missing {
    /// Whether the plan is the cause. Otherwise the cause is a moment that the visitor named.
    #[must_use]
    pub const fn of_plan(&self) -> bool {
        !matches!(self, Self::ByOutsideTable | Self::NoDeadline(NoDeadline::OpenedOutsideTable))
    }
}

/// A moment of the visitor's for which the zone has no rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// The moment by which a reply is needed.
    By,
    /// The moment of opening.
    Opened,
}

/// For each kind of requirement the best value of any plan, with all plans that have this value, in
/// catalog order.
///
/// A field is `None` if the question has no requirement of its kind, or if no plan has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The smallest number of missing entitlements.
    pub fewest: Option<(i64, Vec<PlanIndex>)>,
    /// The earliest deadline.
    pub soonest: Option<(Instant, Vec<PlanIndex>)>,
    /// The shortest of the plans' longest waits.
    pub shortest: Option<(Duration, Vec<PlanIndex>)>,
}

impl Fits {
    /// The plans that meet every requirement, in catalog order.
    #[must_use]
    pub fn fitting(&self) -> Vec<PlanIndex> {
        let fitting = self.plans.iter().filter(|fit| fit.missing.is_empty());
        fitting.map(|fit| fit.plan).collect()
    }

    /// The plans that come nearest to each kind of requirement.
    #[must_use]
    pub fn nearest(&self) -> Nearest {
        let lacking = |fit: &Fit| {
            let is_entitlement = |missing: &&Missing| matches!(missing, Missing::Entitlement(_));
            let count = fit.missing.iter().filter(is_entitlement).count();
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

    /// The smallest value of any plan, and the plans that have this value. A plan for which `value`
    /// is `None` does not take part.
    fn least(&self, value: &dyn Fn(&Fit) -> Option<i64>) -> Option<(i64, Vec<PlanIndex>)> {
        let least = self.plans.iter().filter_map(value).min()?;
        let nearest = self.plans.iter().filter(|fit| value(fit) == Some(least));
        Some((least, nearest.map(|fit| fit.plan).collect()))
    }
}

/// Checks every plan against a question; `None` if the question is empty.
///
/// `desk` is the desk that answers. `opened` is the instant of opening, or the error that the
/// visitor's reading has no instant.
///
/// A reply that is due at exactly the instant by which it is needed is in time. A wait that equals
/// the limit is accepted. The longest wait is taken over the 365 days from the date of opening.
///
/// # Example
///
/// ```
/// use plans::case::{Choice, Scenario};
/// use plans::compare::{AllTerms, fits};
/// let catalog = bundled::catalog("en");
/// let mut scenario = Scenario::initial(&catalog, None);
/// let event_management = catalog.entitlement_named("event-management").expect("an entitlement");
/// scenario.apply(&catalog, None, &Choice::Need(event_management));
/// let (case, question) = (&scenario.case, &scenario.question);
/// let terms = AllTerms::new(&catalog, case, &case.desk);
/// let opened = Ok(worktime::zone::Instant::from_unix(1_780_000_000));
/// let fits = fits(&catalog, question, &case.desk, &terms, opened).expect("a requirement");
/// assert_eq!(fits.fitting(), [catalog.plan_named("elite").expect("a plan")]);
/// ```
#[must_use]
pub fn fits(
    catalog: &Catalog,
    question: &Question,
    desk: &Desk,
    terms: &AllTerms,
    opened: Result<Instant, OutsideTable>,
) -> Option<Fits> {
    let zone = &desk.zone;
    if question.is_empty() {
        return None;
    }
    let check = Check {
        question,
        needed_by: question.needed_by(zone),
        opened: opened.ok().filter(|opened| zone.offset_at(*opened).is_ok()),
        zone,
        region: desk.region,
        terms,
    };
    let outside = if check.needed_by.is_err() {
        Some(Outside::By)
    } else {
        let opening_matters = question.by.is_some() || question.within.is_some();
        (opening_matters && check.opened.is_none()).then_some(Outside::Opened)
    };
    let plans = catalog.plan_indices().map(|plan| check.fit(catalog, plan)).collect();
    Some(Fits { plans, outside, asked: question.need.len() })
}

/// A question, and everything that is needed to check a plan against it.
struct Check<'a> {
    question: &'a Question,
    needed_by: Result<Option<Instant>, OutsideTable>,
    /// The instant of opening; `None` if the zone has no rules for it.
    opened: Option<Instant>,
    zone: &'a Zone,
    region: RegionIndex,
    terms: &'a AllTerms,
}

impl Check<'_> {
    fn fit(&self, catalog: &Catalog, plan: PlanIndex) -> Fit {
        let need = self.question.need.iter();
        let lacks = |index: &&EntitlementIndex| {
            !certainly_has(&catalog.entitlement(**index).value_in(plan, self.region).value)
        };
        let mut missing: Vec<Missing> =
            need.filter(lacks).map(|index| Missing::Entitlement(*index)).collect();
        let (due, late) = self.check_deadline(plan);
        let (longest, too_slow) = self.check_longest_wait(plan);
        for other in [late, too_slow].into_iter().flatten() {
            // A plan without a deadline misses both requirements for one reason.
            if !missing.contains(&other) {
                missing.push(other);
            }
        }
        Fit { plan, missing, due, longest }
    }

    /// When the first reply is due, and why it is not in time. Both are `None` if the question names
    /// no moment.
    fn check_deadline(&self, plan: PlanIndex) -> (Option<Instant>, Option<Missing>) {
        if self.question.by.is_none() {
            return (None, None);
        }
        match (self.due(plan), self.needed_by) {
            (Err(why), _) => (None, Some(Missing::NoDeadline(why))),
            (Ok(due), Err(_)) => (Some(due), Some(Missing::ByOutsideTable)),
            (Ok(due), Ok(Some(by))) if by < due => (Some(due), Some(Missing::Late(due - by))),
            (Ok(due), Ok(_)) => (Some(due), None),
        }
    }

    fn due(&self, plan: PlanIndex) -> Result<Instant, NoDeadline> {
        let terms = self.terms.of(plan)?;
        let opened = self.opened.ok_or(NoDeadline::OpenedOutsideTable)?;
        Ok(deadline::due(&terms.schedule, terms.target, opened)?)
    }

    /// The longest wait, and why it is not accepted. Both are `None` if the question has no limit.
    fn check_longest_wait(&self, plan: PlanIndex) -> (Option<Duration>, Option<Missing>) {
        let Some(limit) = self.question.within else { return (None, None) };
        match self.longest_wait(plan) {
            Ok(wait) if wait > limit.duration() => {
                let over = wait - limit.duration();
                (Some(wait), Some(Missing::TooSlow { longest: wait, over }))
            }
            Ok(wait) => (Some(wait), None),
            Err(NoDeadline::DueOutsideTable) => (None, Some(Missing::YearOutsideTable)),
            Err(why) => (None, Some(Missing::NoDeadline(why))),
        }
    }

    /// The longest wait in the year from the date of opening on the desk's clock.
    fn longest_wait(&self, plan: PlanIndex) -> Result<Duration, NoDeadline> {
        let terms = self.terms.of(plan)?;
        let reading = self.opened.and_then(|opened| self.zone.local(opened).ok());
        let reading = reading.ok_or(NoDeadline::OpenedOutsideTable)?;
        Ok(longest_wait(terms, reading.date())?.wait)
    }
}

/// Whether a value means that a plan certainly has the entitlement.
const fn certainly_has(value: &Value) -> bool {
    match value {
        Value::Included
        | Value::Coverage(_)
        | Value::Unlimited
        | Value::Time { .. }
        | Value::List(_)
        | Value::Text { has: Some(true), .. } => true,
        Value::Count { count, .. } => *count > 0,
        Value::NotIncluded
        | Value::NotStated
        | Value::OnRequest
        | Value::AddOn
        | Value::Text { .. } => false,
    }
}

/// Whether some plan certainly has an entitlement in a region, so that it can be asked for.
#[must_use]
pub fn can_be_needed(
    catalog: &Catalog,
    region: RegionIndex,
    entitlement: EntitlementIndex,
) -> bool {
    let entitlement = catalog.entitlement(entitlement);
    let mut plans = catalog.plan_indices();
    plans.any(|plan| certainly_has(&entitlement.value_in(plan, region).value))
}

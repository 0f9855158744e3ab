//! The answers of plans to a case, and how the plans compare.
//!
//! The module turns each plan's promise into [`Terms`], whose deadlines and waits the crate
//! `worktime` computes. Start with [`AllTerms`]: the other functions need them. The module knows
//! nothing of languages, links or the page.
//!
//! # Example
//!
//! ```
//! use plans::case::{Moment, Scenario};
//! use plans::compare::{AllTerms, answer};
//! let catalog = bundled::catalog("en");
//! let case = Scenario::initial(&catalog, None).case;
//! let terms = AllTerms::new(&catalog, &case, &case.desk);
//! let business = catalog.plan_named("business").expect("a plan");
//! let friday = Moment::parse("2026-03-27T16:30").expect("a moment");
//! let opened = friday.on(&case.desk.zone)?.at;
//! let reply = answer(&terms, business, Ok(opened)).outcome?;
//! assert_eq!(reply.terms.target.to_string(), "PT1H");
//! assert_eq!(reply.deadline.due.to_string(), "2026-03-27T16:30:00Z");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod by;
mod changes;
mod differences;
mod fits;
mod offered;
mod terms;
mod waits;
mod week;

pub use by::{Margin, PlansBy, plans_answering_by};
pub use changes::{Change, Changes, changes};
pub use differences::{Row, equal_rows, rows};
pub use fits::{Fit, Fits, Missing, Nearest, Outside, can_be_needed, fits};
pub use offered::offered_waits;
pub use terms::{AllTerms, Assumption, ChangedTerms, Promise, Terms, exceptions, promise, terms};
pub use waits::{LongestWait, RecurringOpenings, WorstOpenings, longest_wait, ordinary_wait};
pub use week::{WeekOfWaits, week_of_waits};

use std::sync::Arc;

use worktime::deadline::{self, Deadline, respond_by};
use worktime::zone::{Instant, OutsideTable};

use crate::catalog::{PlanIndex, Text};

/// The answer of a plan to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The plan.
    pub plan: PlanIndex,
    /// When the plan's first reply is due, or why it has no deadline.
    pub outcome: Result<Reply, NoDeadline>,
}

impl Answer {
    /// The instant at which the plan's first reply is due; `None` if it has no deadline.
    #[must_use]
    pub fn due(&self) -> Option<Instant> {
        Some(self.outcome.as_ref().ok()?.deadline.due)
    }
}

/// A first reply with a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// When the reply is due, and the account of how that was counted.
    pub deadline: Deadline,
    /// The terms that were counted.
    pub terms: Arc<Terms>,
}

/// Why a plan's first reply has no deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoDeadline {
    /// The plan does not offer a reply to the priority.
    NotOffered,
    /// The plan has other priorities.
    NoSuchPriority,
    /// The catalog states no target for the priority.
    NotStated,
    /// The target is this text, which has no figure.
    NoFigure(Text),
    /// The zone has no rules for the instant of opening.
    OpenedOutsideTable,
    /// The reply would be due after the end of the zone rules.
    DueOutsideTable,
}

impl NoDeadline {
    /// The reason as the page's attributes name it.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotOffered => "not-offered",
            Self::NoSuchPriority => "no-such-priority",
            Self::NotStated => "not-stated",
            Self::NoFigure(_) => "no-figure",
            Self::OpenedOutsideTable => "opened-outside-zone-data",
            Self::DueOutsideTable => "due-outside-zone-data",
        }
    }
}

impl core::fmt::Display for NoDeadline {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.id())
    }
}

impl core::error::Error for NoDeadline {}

impl From<deadline::Error> for NoDeadline {
    fn from(error: deadline::Error) -> Self {
        match error {
            deadline::Error::OpenedOutsideTable(_) => Self::OpenedOutsideTable,
            _ => Self::DueOutsideTable,
        }
    }
}

/// The answer of a plan to a case. `opened` is the instant of opening, or the error that the
/// visitor's reading has no instant.
#[must_use]
pub fn answer(terms: &AllTerms, plan: PlanIndex, opened: Result<Instant, OutsideTable>) -> Answer {
    Answer { plan, outcome: reply(terms, plan, opened) }
}

fn reply(
    terms: &AllTerms,
    plan: PlanIndex,
    opened: Result<Instant, OutsideTable>,
) -> Result<Reply, NoDeadline> {
    let terms = terms.of(plan)?;
    let opened = opened.map_err(|_| NoDeadline::OpenedOutsideTable)?;
    let deadline = respond_by(&terms.schedule, terms.target, opened)?;
    Ok(Reply { deadline, terms: Arc::clone(terms) })
}

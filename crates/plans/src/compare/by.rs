//! The plans whose first reply is due by the instant at which the visitor needs a reply.

use super::Answer;
use crate::catalog::PlanIndex;
use worktime::zone::{Duration, Instant};

/// The time between a deadline and the instant by which the visitor needs a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// The deadline is this long before that instant; zero if it is at that instant.
    Makes(Duration),
    /// The deadline is this long after that instant.
    Misses(Duration),
}

impl Margin {
    /// The margin of a reply that is due at `due` and needed by `by`.
    #[must_use]
    pub fn of(due: Instant, by: Instant) -> Self {
        if due <= by { Self::Makes(by - due) } else { Self::Misses(due - by) }
    }
}

/// The margins of several plans, and the first plan that is in time.
///
/// A plan that is in time says nothing of the plans after it: they may be too late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlansBy {
    /// Each plan that has a deadline, with its margin, in the order of the answers.
    pub margins: Vec<(PlanIndex, Margin)>,
    /// The first plan in catalog order that is in time; `None` if no plan is.
    pub first: Option<PlanIndex>,
}

/// The margin of each answer that has a deadline; `by` is the instant by which a reply is needed.
///
/// A reply that is due at exactly that instant is in time. A plan without a deadline is not.
#[must_use]
pub fn plans_answering_by<'a>(
    answers: impl IntoIterator<Item = &'a Answer>,
    by: Instant,
) -> PlansBy {
    let margin = |answer: &Answer| Some((answer.plan, Margin::of(answer.due()?, by)));
    let margins: Vec<(PlanIndex, Margin)> = answers.into_iter().filter_map(margin).collect();
    let in_time = margins.iter().filter(|(_, margin)| matches!(margin, Margin::Makes(_)));
    let first = in_time.map(|(plan, _)| *plan).min();
    PlansBy { margins, first }
}

//! Which plans' first replies are due by the moment at which one is needed.

use super::Answer;
use crate::catalog::PlanIndex;
use crate::zone::{Duration, Instant};

/// How a due moment stands to the moment by which a reply is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// The reply is due so long before it, or at it.
    Makes(Duration),
    /// The reply is due so long after it.
    Misses(Duration),
}

impl Margin {
    /// The margin of a reply that is due at one moment and needed by another.
    #[must_use]
    pub fn of(due: Instant, by: Instant) -> Self {
        if due <= by { Self::Makes(by - due) } else { Self::Misses(due - by) }
    }
}

/// The plans that answer by a moment. Plans are not a ladder: any of them may be among these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlansBy {
    /// Each plan that has a due moment, in the order of the answers, with its margin.
    pub margins: Vec<(PlanIndex, Margin)>,
    /// The first in catalog order that answers by then, if one does.
    pub first: Option<PlanIndex>,
}

/// Which of the plans that were asked answer by a moment, and by how much each makes or misses it.
///
/// A reply due at exactly that moment is in time; a plan without a due moment is not.
#[must_use]
pub fn plans_answering_by<'a>(
    answers: impl IntoIterator<Item = &'a Answer>,
    by: Instant,
) -> PlansBy {
    let margin = |answer: &Answer| {
        let reply = answer.outcome.as_ref().ok()?;
        Some((answer.plan, Margin::of(reply.deadline.due, by)))
    };
    let margins: Vec<(PlanIndex, Margin)> = answers.into_iter().filter_map(margin).collect();
    let in_time = margins.iter().filter(|(_, margin)| matches!(margin, Margin::Makes(_)));
    let first = in_time.map(|(plan, _)| *plan).min();
    PlansBy { margins, first }
}

//! The account of a target in hours and minutes: what counted, and the pauses between.

use super::account::{Step, pause};
use crate::calendar::{Coverage, Segment};
use crate::zone::{Instant, OutsideTable};

/// What counted and what did not between opening and the due moment.
pub(super) fn steps(
    coverage: &Coverage,
    opened: Instant,
    due: Instant,
) -> Result<Vec<Step>, OutsideTable> {
    let mut steps: Vec<Step> = Vec::new();
    let mut reached = opened;
    for Segment { from, until } in coverage.segments(opened)?.take_while(|open| open.from < due) {
        let until = until.min(due);
        match steps.last_mut() {
            // Segments that touch, at midnight or at a clock change, are one stretch to a reader.
            Some(Step::Counted { until: end, .. }) if *end == from => *end = until,
            _ => {
                if reached < from {
                    steps.push(pause(coverage, reached, from)?);
                }
                steps.push(Step::Counted { from, until });
            }
        }
        reached = until;
    }
    Ok(steps)
}

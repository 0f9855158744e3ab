//! The account of a target in open time: what counted, and the pauses between.

use super::account::{Step, pause};
use crate::schedule::Schedule;
use crate::zone::{Instant, Interval, OutsideTable};

/// What counted and what did not, from `opened` until `due`.
pub(super) fn steps(
    schedule: &Schedule,
    opened: Instant,
    due: Instant,
) -> Result<Vec<Step>, OutsideTable> {
    let Some(waiting) = Interval::new(opened, due) else { return Ok(Vec::new()) };
    let mut steps: Vec<Step> = Vec::new();
    let mut reached = opened;
    for open in schedule.open_intervals(opened)?.map_while(|open| open.intersect(waiting)) {
        // Intervals that touch, at midnight or at a clock change, are one for the reader of an
        // account.
        if let Some(Step::Counted(last)) = steps.last_mut()
            && let Some(merged) = last.merge(open)
        {
            *last = merged;
        } else {
            if let Some(closed) = Interval::new(reached, open.from) {
                steps.push(pause(schedule, closed)?);
            }
            steps.push(Step::Counted(open));
        }
        reached = open.until;
    }
    Ok(steps)
}

//! Targets in hours and minutes: covered time is added up until it reaches the target.

use super::account::{Deadline, Step, clock_changes, pause};
use crate::calendar::{Coverage, Target};
use crate::zone::{Duration, Instant, OutsideTable};

pub(super) fn respond_by(
    coverage: &Coverage,
    length: Duration,
    opened: Instant,
) -> Result<Deadline, OutsideTable> {
    let mut steps: Vec<Step> = Vec::new();
    let mut starts = None;
    let mut counted_until = opened;
    let mut left = length;
    for segment in coverage.segments(opened)? {
        let until = segment.from + left.min(segment.until - segment.from);
        left = left - (until - segment.from);
        starts.get_or_insert(segment.from);
        match steps.last_mut() {
            // Segments that touch, at midnight or at a clock change, are one stretch to a reader.
            Some(Step::Counted { until: end, .. }) if *end == segment.from => *end = until,
            _ => {
                if counted_until < segment.from {
                    steps.push(pause(coverage, counted_until, segment.from)?);
                }
                steps.push(Step::Counted { from: segment.from, until });
            }
        }
        counted_until = until;
        if left == Duration::ZERO {
            // The end of the table closes the last segment, but no clock shows it.
            coverage.zone().offset_at(until)?;
            return Ok(Deadline {
                opened,
                starts: starts.unwrap_or(opened),
                due: until,
                target: Target::Time(length),
                steps,
                clock_changes: clock_changes(coverage, opened, until)?,
                moved: Vec::new(),
            });
        }
    }
    Err(OutsideTable)
}

//! The open stretches of a coverage, one after another.

use super::Coverage;
use crate::zone::{Instant, OutsideTable};

/// A stretch of time in which the desk works, half-open and never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The first open moment.
    pub from: Instant,
    /// The first moment after it.
    pub until: Instant,
}

/// The open stretches of a coverage from a moment on: see [`Coverage::segments`].
///
/// Each window adds to the total, so the next one is where the total goes on.
#[derive(Clone, Debug)]
pub struct Segments<'a> {
    coverage: &'a Coverage,
    /// The total when the next one begins.
    total: i64,
    /// The stretches of one offset in which to look for it.
    stretches: core::ops::Range<usize>,
}

impl<'a> Segments<'a> {
    pub(super) fn new(coverage: &'a Coverage, from: Instant) -> Result<Self, OutsideTable> {
        let stretches = coverage.zone.index_at(from)?..coverage.totals.stretches();
        Ok(Self { coverage, total: coverage.total_at(from)?, stretches })
    }
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        while !self.stretches.is_empty() {
            let segment = self.coverage.segment_after(self.total, self.stretches.start);
            if let Some(Segment { from, until }) = segment {
                self.total += (until - from).as_seconds();
                return segment;
            }
            self.stretches.start += 1;
        }
        None
    }
}

impl Coverage {
    /// Every open stretch from a moment on, in order, until the zone table ends. Each is of one
    /// window and one offset, so two may touch: at midnight, and at a clock change.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] before 2020 and after 2040.
    pub fn segments(&self, from: Instant) -> Result<Segments<'_>, OutsideTable> {
        Segments::new(self, from)
    }

    /// The first open stretch from a moment on.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if `from` or that stretch is before 2020 or after 2040.
    pub fn next_segment(&self, from: Instant) -> Result<Segment, OutsideTable> {
        self.segments(from)?.next().ok_or(OutsideTable)
    }
}

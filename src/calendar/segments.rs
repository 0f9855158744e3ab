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

/// The open stretches of a coverage from a moment on. See [`Coverage::segments`].
#[derive(Clone, Debug)]
pub struct Segments<'a> {
    pub(super) coverage: &'a Coverage,
    /// Where to look for the next one.
    pub(super) from: Instant,
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        let segment = self.coverage.next_segment(self.from).ok()?;
        self.from = segment.until;
        Some(segment)
    }
}

impl Coverage {
    /// The first open stretch from a moment on: to the end of its window, or until the clock
    /// changes.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if `from` or that stretch is before 2020 or after 2040.
    pub fn next_segment(&self, from: Instant) -> Result<Segment, OutsideTable> {
        let from = self.next_open(from)?;
        let stretch = self.zone.stretch(self.zone.index_at(from)?).ok_or(OutsideTable)?;
        let reading = stretch.offset.local(from);
        let windows = self.windows_on(reading.date());
        let window = windows.iter().find(|window| reading.time_of_day() < window.until);
        let closing = reading.date().at(window.ok_or(OutsideTable)?.until);
        Ok(Segment { from, until: stretch.offset.instant(closing).min(stretch.until) })
    }
}

//! The open stretches of a coverage, one after another.

use super::Coverage;
use crate::zone::{Instant, LocalDate, OutsideTable, Stretch};

/// A stretch of time in which the desk works, half-open and never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The first open moment.
    pub from: Instant,
    /// The first moment after it.
    pub until: Instant,
}

/// Walks the windows of a coverage, date by date within each stretch of one offset. A date that a
/// clock change cuts in two is visited in both stretches, each time for the part that lies there.
pub struct Segments<'a> {
    coverage: &'a Coverage,
    stretches: Box<dyn Iterator<Item = Stretch>>,
    stretch: Option<Stretch>,
    date: LocalDate,
    /// The next window of `date`.
    window: usize,
}

impl<'a> Segments<'a> {
    pub(super) fn new(coverage: &'a Coverage, from: Instant) -> Result<Self, OutsideTable> {
        let mut stretches = coverage.zone.stretches(from)?;
        let stretch = stretches.next();
        let date = coverage.zone.local(from)?.date();
        Ok(Self { coverage, stretches: Box::new(stretches), stretch, date, window: 0 })
    }
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        loop {
            let stretch = self.stretch?;
            let instant = |time| stretch.offset.instant(self.date.at(time));
            if let Some(window) = self.coverage.windows_on(self.date).get(self.window) {
                let from = instant(window.from).max(stretch.from);
                let until = instant(window.until).min(stretch.until);
                self.window += 1;
                if from < until {
                    return Some(Segment { from, until });
                }
            } else if instant(crate::zone::TimeOfDay::MIDNIGHT_AFTER) < stretch.until {
                self.date = self.date.next();
                self.window = 0;
            } else {
                self.stretch = self.stretches.next();
                if let Some(stretch) = self.stretch {
                    self.date = stretch.offset.local(stretch.from).date();
                    self.window = 0;
                }
            }
        }
    }
}

//! Whether a desk is open at a moment, when that changes, and its hours in one week.

use super::{Coverage, Segment};
use crate::zone::{Instant, LocalDate, OutsideTable, TimeOfDay};

/// Whether a desk is open, and when that changes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// It is open.
    Open {
        /// The closing; `None` if it stays open until the zone table ends.
        closes: Option<Instant>,
    },
    /// It is closed.
    Closed {
        /// The next opening; `None` if there is none before the zone table ends.
        opens: Option<Instant>,
    },
}

/// The open stretches of a week on the desk's calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageWeek {
    /// Monday 00:00, or the first moment after it where a clock change skips that.
    pub from: Instant,
    /// The same a week later.
    pub until: Instant,
    /// What is open between the two, in order. Each lies within one date and one offset.
    pub open: Vec<Segment>,
}

impl Coverage {
    /// Whether the desk is open at a moment, and when that changes.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] before 2020 and after 2040.
    pub fn desk(&self, at: Instant) -> Result<Desk, OutsideTable> {
        let mut segments = self.segments(at)?;
        let first = match segments.next() {
            Some(first) if first.from == at => first,
            later => return Ok(Desk::Closed { opens: later.map(|later| later.from) }),
        };
        // Segments touch at midnight and at clock changes; the desk does not close there.
        let mut closes = first.until;
        for next in segments {
            if closes < next.from {
                break;
            }
            closes = next.until;
        }
        Ok(Desk::Open { closes: (closes < self.zone.until()).then_some(closes) })
    }

    /// The open stretches of the week, Monday to Sunday, that a date lies in.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the week does not lie between 2020 and 2040.
    pub fn week_of(&self, date: LocalDate) -> Result<CoverageWeek, OutsideTable> {
        let days = i64::from(date.weekday().num_days_from_monday());
        let monday = LocalDate::from_days(date.as_days() - days);
        let next = LocalDate::from_days(monday.as_days() + 7);
        let midnight = |date: LocalDate| self.zone.resolve(date.at(TimeOfDay::MIDNIGHT));
        let (from, until) = (midnight(monday)?.instant(), midnight(next)?.instant());
        let begun = self.segments(from)?.take_while(|segment| segment.from < until);
        let open = begun.map(|segment| Segment { until: segment.until.min(until), ..segment });
        Ok(CoverageWeek { from, until, open: open.collect() })
    }
}

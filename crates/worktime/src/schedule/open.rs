//! The intervals in which a desk is open.

use super::Schedule;
use crate::zone::{Asked, Instant, Interval, OutsideTable};

/// The open intervals of a schedule from an instant on, made by [`Schedule::open_intervals`].
///
/// The next interval begins where the running total of open time goes on, so the iterator keeps the
/// total and nothing of the calendar.
#[derive(Clone, Debug)]
pub struct OpenIntervals<'a> {
    schedule: &'a Schedule,
    /// The total when the next interval begins, in seconds.
    total: i64,
    /// The indices of the stretches in which the next interval may lie.
    stretches: core::ops::Range<usize>,
}

impl Iterator for OpenIntervals<'_> {
    type Item = Interval;

    fn next(&mut self) -> Option<Interval> {
        while !self.stretches.is_empty() {
            let open = self.schedule.open_after(self.total, self.stretches.start);
            if let Some(open) = open {
                self.total += open.duration().as_seconds();
                return Some(open);
            }
            self.stretches.start += 1;
        }
        None
    }
}

impl Schedule {
    /// Every open interval from an instant on, in order, until the zone rules end.
    ///
    /// An interval lies within one window and one offset, so two intervals may touch: at midnight,
    /// and at a clock change. [`Interval::append`] merges them.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for `from`.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "UTC".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let friday = zone.resolve("2026-01-09T16:00".parse()?)?.instant();
    /// let mut open = desk.open_intervals(friday)?.map(|open| open.duration());
    /// assert_eq!(open.next(), Some(Duration::hours(1)));
    /// assert_eq!(open.next(), Some(Duration::hours(8)), "on Monday");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open_intervals(&self, from: Instant) -> Result<OpenIntervals<'_>, OutsideTable> {
        let stretches = self.zone.index_at(from)?..self.totals.stretches();
        Ok(OpenIntervals { schedule: self, total: self.total_at(from)?, stretches })
    }

    /// The first open interval from an instant on. It begins at that instant if the desk is open
    /// then.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for `from`, or if the desk does not open again
    /// before the rules end.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::Zone;
    /// let zone: Zone = "UTC".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let saturday = zone.resolve("2026-01-10T12:00".parse()?)?.instant();
    /// let monday = desk.next_open_interval(saturday)?;
    /// assert_eq!(monday.from.to_string(), "2026-01-12T09:00:00Z");
    /// assert_eq!(monday.until.to_string(), "2026-01-12T17:00:00Z");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next_open_interval(&self, from: Instant) -> Result<Interval, OutsideTable> {
        self.open_intervals(from)?.next().ok_or_else(|| self.zone.outside(Asked::Answer))
    }
}

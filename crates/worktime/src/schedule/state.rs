//! Whether a desk is open at an instant, when that changes, and its hours in one week.

use super::Schedule;
use crate::zone::{Instant, Interval, LocalDate, OutsideTable, TimeOfDay};

/// Whether a desk is open at an instant, and when that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The desk is open.
    Open {
        /// When the desk closes; `None` if it stays open until the zone rules end.
        closes: Option<Instant>,
    },
    /// The desk is closed.
    Closed {
        /// When the desk opens; `None` if it does not open before the zone rules end.
        opens: Option<Instant>,
    },
}

/// The open hours of one week on the desk's calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenWeek {
    /// From Monday 00:00 to the next Monday 00:00. Where a clock change skips a midnight, the first
    /// instant after it stands in.
    pub week: Interval,
    /// The open intervals of the week, in order. Each lies within one date and one offset.
    pub open: Vec<Interval>,
}

impl Schedule {
    /// Whether the desk is open at an instant, and when that changes.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for the instant.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule, State};
    /// use worktime::zone::Zone;
    /// let zone: Zone = "UTC".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let evening = zone.resolve("2026-01-09T18:00".parse()?)?.instant();
    /// let monday = zone.resolve("2026-01-12T09:00".parse()?)?.instant();
    /// assert_eq!(desk.state(evening)?, State::Closed { opens: Some(monday) });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn state(&self, at: Instant) -> Result<State, OutsideTable> {
        let mut intervals = self.open_intervals(at)?;
        let mut open = match intervals.next() {
            Some(first) if first.from == at => first,
            next => return Ok(State::Closed { opens: next.map(|next| next.from) }),
        };
        // Intervals that touch, at midnight or at a clock change, have no closing between them.
        while let Some(merged) = intervals.next().and_then(|next| open.merge(next)) {
            open = merged;
        }
        let ends = self.zone.table().until;
        Ok(State::Open { closes: (open.until < ends).then_some(open.until) })
    }

    /// The open hours of the week, Monday to Sunday, that a date lies in.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone does not have rules for the whole week.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule};
    /// let week = "mon-fri 09:00-17:00".parse()?;
    /// let desk = Schedule::new("UTC".parse()?, week, Exceptions::default());
    /// assert_eq!(desk.week_of("2026-01-09".parse()?)?.open.len(), 5);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn week_of(&self, date: LocalDate) -> Result<OpenWeek, OutsideTable> {
        let monday = date.monday();
        let midnight = |date: LocalDate| self.zone.resolve(date.at(TimeOfDay::MIDNIGHT));
        let (from, until) = (midnight(monday)?.instant(), midnight(monday.plus_days(7))?.instant());
        let week = Interval { from, until };
        let open = self.open_intervals(from)?.map_while(|open| open.intersect(week)).collect();
        Ok(OpenWeek { week, open })
    }
}

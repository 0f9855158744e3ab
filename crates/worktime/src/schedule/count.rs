//! Counting open time and business days, there and back.

use super::Schedule;
use crate::zone::{Asked, Duration, Instant, LocalDate, OutsideTable};

impl Schedule {
    /// How long the desk is open from one instant until another; zero if the second is earlier.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for one of the instants.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "Europe/London".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let friday = zone.resolve("2026-01-09T16:00".parse()?)?.instant();
    /// let monday = zone.resolve("2026-01-12T10:00".parse()?)?.instant();
    /// assert_eq!(desk.open_time(friday, monday)?, Duration::hours(2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open_time(&self, from: Instant, until: Instant) -> Result<Duration, OutsideTable> {
        let open = self.total_at(until)?.saturating_sub(self.total_at(from)?);
        Ok(Duration::seconds(open.max(0)))
    }

    /// The earliest instant by which the desk has been open for `length` since `from`; `from`
    /// itself if `length` is not positive.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for `from` or for the answer.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "Europe/London".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let friday = zone.resolve("2026-01-09T16:00".parse()?)?.instant();
    /// let add = |hours| desk.add_open_time(friday, Duration::hours(hours));
    /// assert_eq!(add(1)?.to_string(), "2026-01-09T17:00:00Z", "at closing");
    /// assert_eq!(add(2)?.to_string(), "2026-01-12T10:00:00Z");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_open_time(&self, from: Instant, length: Duration) -> Result<Instant, OutsideTable> {
        let total = self.total_at(from)?.saturating_add(length.as_seconds().max(0));
        let outside = || self.zone.outside(Asked::Answer);
        let at = self.instant_of_total(total).ok_or_else(outside)?;
        // The end of the table has a total, but no rule says what the clock shows then.
        if at < self.zone.table().until { Ok(at.max(from)) } else { Err(outside()) }
    }

    /// The first instant from `from` on at which the desk is open; `from` itself if it is open
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
    /// let zone: Zone = "Europe/London".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let saturday = zone.resolve("2026-01-10T12:00".parse()?)?.instant();
    /// assert_eq!(desk.next_open_instant(saturday)?.to_string(), "2026-01-12T09:00:00Z");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next_open_instant(&self, from: Instant) -> Result<Instant, OutsideTable> {
        // The instant after the next open second, less that second.
        let at = self.instant_of_total(self.total_at(from)? + 1);
        let at = at.ok_or_else(|| self.zone.outside(Asked::Answer))?;
        Ok(Instant::from_unix(at.unix() - 1))
    }

    /// The business day that is the `days`th after a date. If `days` is zero, the date itself if it
    /// is a business day, else the last business day before it. `None` if there is no such day: no
    /// business weekday of the desk has hours, and no later date is an additional opening.
    ///
    /// The years of the zone rules do not matter.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule};
    /// let holidays = Exceptions::closed(["2026-04-03".parse()?, "2026-04-06".parse()?]);
    /// let desk = Schedule::new("UTC".parse()?, "mon-fri 09:00-17:00".parse()?, holidays);
    /// let thursday = "2026-04-02".parse()?;
    /// assert_eq!(desk.business_day_after(thursday, 1), Some("2026-04-07".parse()?));
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn business_day_after(&self, date: LocalDate, days: u32) -> Option<LocalDate> {
        let schedule = self.business_hours();
        schedule.totals.day_after(&schedule.week, date, days)
    }
}

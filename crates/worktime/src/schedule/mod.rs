//! Schedules: weekly hours on a zone's clock, and dates that are exceptions.
//!
//! A desk is open at an instant if and only if the zone's clock reads inside a [`Window`] at that
//! instant. Hours that a clock change skips or repeats need no further rule. The module knows
//! nothing of deadlines or of the present instant.
//!
//! # Example
//!
//! ```
//! use worktime::schedule::{Exceptions, Schedule};
//! use worktime::zone::Zone;
//! let zone: Zone = "Europe/London".parse()?;
//! let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
//! let friday = zone.resolve("2026-01-09T16:59:59".parse()?)?.instant();
//! assert_eq!(desk.is_open(friday), Ok(true));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod count;
mod exceptions;
mod open;
mod state;
mod target;
mod totals;
mod week;
mod window;

pub use exceptions::{DayHours, Exception, Exceptions};
pub use open::OpenIntervals;
pub use state::{OpenWeek, State};
pub use target::{DueTime, Target};
pub use week::Week;
pub use window::{WEEKDAYS, Window, parse_days};

use std::sync::Arc;

use crate::zone::{Instant, LocalDate, OutsideTable, Zone};
use totals::Totals;

/// The hours in which a desk works.
///
/// A schedule is made of a [`Week`] and of dated [`Exceptions`]. A business day is a date with hours
/// that the zone's calendar does not skip, and whose weekday is a business weekday of the week or
/// that is an [additional opening](Exception::Also). A date may have hours without being one, as
/// the morning on which a night shift ends.
///
/// Making a schedule prepares the answers to all questions, so keep it where there are several.
///
/// # Example
///
/// ```
/// use worktime::schedule::{Exceptions, Schedule};
/// use worktime::zone::{Duration, Zone};
/// let zone: Zone = "America/New_York".parse()?;
/// let holidays = Exceptions::closed(["2026-11-26".parse()?]);
/// let desk = Schedule::new(zone, "mon-fri 08:00-18:00; sat 10:00-14:00".parse()?, holidays);
/// let monday = zone.resolve("2026-11-23T00:00".parse()?)?.instant();
/// let sunday = zone.resolve("2026-11-29T00:00".parse()?)?.instant();
/// assert_eq!(desk.open_time(monday, sunday)?, Duration::hours(44));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Schedule {
    zone: Zone,
    week: Week,
    exceptions: Exceptions,
    totals: Totals,
    /// The hours on business days alone; `None` if all hours are.
    business_hours: Option<Arc<Self>>,
}

/// The totals and the business hours follow from the rest.
impl PartialEq for Schedule {
    fn eq(&self, other: &Self) -> bool {
        let Self { zone, week, exceptions, totals: _, business_hours: _ } = self;
        (zone, week, exceptions) == (&other.zone, &other.week, &other.exceptions)
    }
}

impl Eq for Schedule {}

impl Schedule {
    /// The hours of `week` on the clock of `zone`, except on the dates of `exceptions`.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule, Week};
    /// let around_the_clock = Schedule::new("UTC".parse()?, Week::always(), Exceptions::default());
    /// assert_eq!(around_the_clock.day_off("2026-12-25".parse()?), None);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn new(zone: Zone, week: Week, exceptions: Exceptions) -> Self {
        let of_business_days = week.on_business_weekdays().map(|business| {
            // All hours of an additional opening count, those of its weekday too.
            let exception = |(date, exception): &(LocalDate, Exception)| match exception {
                Exception::Also(hours) => {
                    let all = exception.hours(week.windows(date.weekday()));
                    (*date, Exception::Also(DayHours::new(all).unwrap_or_else(|| hours.clone())))
                }
                other => (*date, other.clone()),
            };
            Arc::new(Self::of(zone, business, exceptions.iter().map(exception).collect()))
        });
        Self { business_hours: of_business_days, ..Self::of(zone, week, exceptions) }
    }

    /// A schedule all of whose hours are on business days.
    fn of(zone: Zone, week: Week, exceptions: Exceptions) -> Self {
        let totals = Totals::new(&zone, &week, &exceptions);
        Self { zone, week, exceptions, totals, business_hours: None }
    }

    /// The schedule without the hours on dates that are no business days: a target in business days
    /// is counted in it. It may have no hours at all.
    #[must_use]
    pub(crate) fn business_hours(&self) -> &Self {
        self.business_hours.as_deref().unwrap_or(self)
    }

    /// The zone on whose clock the hours are read.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule, Week};
    /// let desk = Schedule::new("Asia/Tokyo".parse()?, Week::always(), Exceptions::default());
    /// assert_eq!(desk.zone().name(), "Asia/Tokyo");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The same weekly hours on a clock that never changes, and without exceptions: the schedule of every
    /// ordinary week.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule};
    /// let holidays = Exceptions::closed(["2026-12-25".parse()?]);
    /// let desk = Schedule::new("Europe/London".parse()?, "mon-fri 09:00-17:00".parse()?, holidays);
    /// assert_eq!(desk.ordinary().windows_on("2026-12-25".parse()?).len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn ordinary(&self) -> Self {
        // The table has this zone.
        let zone = Zone::named("UTC").unwrap_or(self.zone);
        Self::new(zone, self.week.clone(), Exceptions::default())
    }

    /// Whether the desk is open at an instant. At the closing second it is closed.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for the instant.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::Zone;
    /// let zone: Zone = "Europe/London".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let closing = zone.resolve("2026-01-09T17:00".parse()?)?.instant();
    /// assert_eq!(desk.is_open(closing), Ok(false));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn is_open(&self, at: Instant) -> Result<bool, OutsideTable> {
        let reading = self.zone.local(at)?;
        let time = reading.time_of_day();
        Ok(self.windows_on(reading.date()).iter().any(|window| window.contains(time)))
    }

    /// The windows of a date, in order; none on a date on which the desk is closed.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exceptions, Schedule};
    /// let holidays = Exceptions::closed(["2026-12-25".parse()?]);
    /// let desk = Schedule::new("UTC".parse()?, "mon-fri 09:00-17:00".parse()?, holidays);
    /// assert_eq!(desk.windows_on("2026-12-24".parse()?).len(), 1);
    /// assert!(desk.windows_on("2026-12-25".parse()?).is_empty());
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn windows_on(&self, date: LocalDate) -> &[Window] {
        let dated = self.totals.windows_on(date);
        dated.unwrap_or_else(|| self.week.windows(date.weekday()))
    }

    /// Why a date is not a business day; `None` if it is one. Whether the zone's calendar has the
    /// date is not considered: see [`Zone::has_date`].
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{DayOff, Exceptions, Schedule};
    /// let holidays = Exceptions::closed(["2026-12-25".parse()?, "2026-12-26".parse()?]);
    /// let week = "mon-fri 09:00-17:00; sat 10:00-14:00".parse()?;
    /// let desk = Schedule::new("UTC".parse()?, week, holidays);
    /// assert_eq!(desk.day_off("2026-12-24".parse()?), None);
    /// assert_eq!(desk.day_off("2026-12-25".parse()?), Some(DayOff::Holiday));
    /// assert_eq!(desk.day_off("2026-12-19".parse()?), Some(DayOff::NoBusinessWeekday));
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn day_off(&self, date: LocalDate) -> Option<DayOff> {
        let schedule = self.business_hours();
        let exception = schedule.exceptions.on(date);
        let weekly = schedule.week.windows(date.weekday());
        let is_open = match exception {
            None => !weekly.is_empty(),
            Some(exception) => !exception.hours(weekly).is_empty(),
        };
        if is_open {
            None
        } else if !schedule.week.is_business_weekday(date.weekday()) {
            Some(DayOff::NoBusinessWeekday)
        } else if weekly.is_empty() {
            Some(DayOff::NoHours)
        } else {
            Some(DayOff::Holiday)
        }
    }

    /// Why a date has no hours; `None` if it has some. Unlike [`Schedule::day_off`], the hours of
    /// dates that are no business days count as well.
    #[must_use]
    pub(crate) fn without_hours(&self, date: LocalDate) -> Option<DayOff> {
        if !self.windows_on(date).is_empty() {
            None
        } else if !self.week.windows(date.weekday()).is_empty() {
            Some(DayOff::Holiday)
        } else if self.week.is_business_weekday(date.weekday()) {
            Some(DayOff::NoHours)
        } else {
            Some(DayOff::NoBusinessWeekday)
        }
    }

    /// Whether a date has hours of its own, other than those of its weekday.
    #[must_use]
    pub(crate) fn has_other_hours(&self, date: LocalDate) -> bool {
        self.totals.windows_on(date).is_some_and(|windows| !windows.is_empty())
    }
}

/// Why a date is not a business day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DayOff {
    /// The date's weekday is no business weekday. The date may be a holiday as well.
    NoBusinessWeekday,
    /// The date's weekday is a business weekday without hours.
    NoHours,
    /// The date is a holiday: its weekday has hours on other dates.
    Holiday,
}

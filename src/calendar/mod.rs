//! When a desk works: weekly hours on the clock of a zone, less holidays.
//!
//! A moment is covered if and only if the clock in the zone reads inside a window at that moment;
//! hours that a clock change skips or repeats need no further rule. Knows nothing of plans,
//! priorities, languages or the present moment.
//!
//! ```
//! use plan_comparator::calendar::{Coverage, Holidays, Week};
//! use plan_comparator::zone::{Instant, LocalTime, Zone};
//! let week = Week::parse("mon-fri 09:00-17:00").expect("hours");
//! let zone = Zone::named("Europe/London").expect("a zone");
//! let desk = Coverage::new(zone, week, Holidays::default());
//! let friday = LocalTime::parse("2026-01-09T16:59:59").expect("a reading");
//! let at = zone.resolve(friday).expect("in the table").instant();
//! assert_eq!(desk.is_open(at), Ok(true));
//! ```

mod desk;
mod holidays;
pub(crate) mod iso;
mod segments;
mod target;
mod totals;
mod week;

pub use desk::{CoverageWeek, Desk};
pub use holidays::{Holidays, MAX_HOLIDAYS, TooManyHolidays};
pub use segments::{Segment, Segments};
pub use target::Target;
pub use week::{MAX_WINDOWS, WEEKDAYS, Week, Window, parse_days, parse_window};

use crate::zone::{Instant, LocalDate, OutsideTable, Zone};
use totals::Totals;

/// The moments at which a desk works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    zone: Zone,
    week: Week,
    holidays: Holidays,
    totals: Totals,
}

impl Coverage {
    /// The weekly hours `week` on the clock of `zone`, less whole `holidays`. For a desk that never
    /// closes pass no holidays.
    #[must_use]
    pub fn new(zone: Zone, week: Week, holidays: Holidays) -> Self {
        let totals = Totals::new(&zone, &week, &holidays);
        Self { zone, week, holidays, totals }
    }

    /// The zone on whose clock the hours are read.
    #[must_use]
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// Whether the desk works at a moment. At its closing second it does not.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] before 2020 and after 2040.
    pub fn is_open(&self, at: Instant) -> Result<bool, OutsideTable> {
        let reading = self.zone.local(at)?;
        let time = reading.time_of_day();
        Ok(self
            .windows_on(reading.date())
            .iter()
            .any(|window| window.from <= time && time < window.until))
    }

    /// The windows of a date, in order; none on a holiday.
    #[must_use]
    pub fn windows_on(&self, date: LocalDate) -> &[Window] {
        if self.holidays.contains(date) { &[] } else { self.week.windows(date.weekday()) }
    }

    /// Why a date has no windows; `None` if it has some.
    #[must_use]
    pub fn day_off(&self, date: LocalDate) -> Option<DayOff> {
        if self.week.windows(date.weekday()).is_empty() {
            Some(DayOff::NoHours)
        } else if self.holidays.contains(date) {
            Some(DayOff::Holiday)
        } else {
            None
        }
    }
}

/// Why a desk does not work on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOff {
    /// Its week has no hours on that weekday.
    NoHours,
    /// It is a holiday, and would have been worked otherwise.
    Holiday,
}

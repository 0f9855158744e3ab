//! Dates.

use core::fmt;

use chrono::{DateTime, Datelike as _, NaiveDate, Weekday};

use super::duration::DAY;
use super::iso::read_digits;
use super::{LocalTime, TimeOfDay};

/// A date of the Gregorian calendar, without a zone. Dates are ordered by time.
///
/// # Example
///
/// ```
/// use worktime::zone::{LocalDate, Weekday};
/// let christmas: LocalDate = "2026-12-25".parse()?;
/// assert_eq!(christmas.weekday(), Weekday::Fri);
/// assert_eq!(christmas.next().to_string(), "2026-12-26");
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalDate(i64);

impl LocalDate {
    /// Reads `2026-12-25`. `None` for any other text, and for dates that do not exist.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalDate;
    /// assert!(LocalDate::parse("2028-02-29").is_some());
    /// assert_eq!(LocalDate::parse("2026-02-29"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(|part| (part.len(), read_digits(part)));
        let (Some((4, Some(year))), Some((2, Some(month))), Some((2, Some(day))), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        Some(Self(i64::from(date.to_epoch_days())))
    }

    /// The date `days` days after 1970-01-01, or before it if `days` is negative.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalDate;
    /// assert_eq!(LocalDate::from_days(31).to_string(), "1970-02-01");
    /// ```
    #[must_use]
    pub const fn from_days(days: i64) -> Self {
        Self(days)
    }

    /// The days since 1970-01-01.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalDate;
    /// assert_eq!("1970-02-01".parse::<LocalDate>()?.as_days(), 31);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn as_days(self) -> i64 {
        self.0
    }

    /// The reading of this date and a time of day.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{LocalDate, TimeOfDay};
    /// let date: LocalDate = "2026-12-31".parse()?;
    /// assert_eq!(date.at("09:00".parse()?).to_string(), "2026-12-31T09:00:00");
    /// assert_eq!(date.at(TimeOfDay::MIDNIGHT_AFTER).to_string(), "2027-01-01T00:00:00");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn at(self, time: TimeOfDay) -> LocalTime {
        let midnight = self.0.saturating_mul(DAY);
        LocalTime::from_seconds(midnight.saturating_add(time.as_seconds()))
    }

    /// The next date.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalDate;
    /// assert_eq!("2026-02-28".parse::<LocalDate>()?.next().to_string(), "2026-03-01");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn next(self) -> Self {
        self.plus_days(1)
    }

    /// The date `days` days later, or earlier if `days` is negative.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalDate;
    /// let leap_day: LocalDate = "2028-02-29".parse()?;
    /// assert_eq!(leap_day.plus_days(-29).to_string(), "2028-01-31");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The Monday of the week that the date lies in. Weeks begin on Monday.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalDate;
    /// let sunday: LocalDate = "2026-03-29".parse()?;
    /// assert_eq!(sunday.monday().to_string(), "2026-03-23");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn monday(self) -> Self {
        // 1970-01-01 was a Thursday.
        self.plus_days(-(self.0.saturating_add(3).rem_euclid(7)))
    }

    /// The day of the month, from 1 to 31.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalDate;
    /// assert_eq!("2026-12-25".parse::<LocalDate>()?.day(), 25);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn day(self) -> u32 {
        DateTime::from_timestamp(self.0.saturating_mul(DAY), 0).map_or(1, |date| date.day())
    }

    /// The day of the week.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{LocalDate, Weekday};
    /// assert_eq!("2026-11-22".parse::<LocalDate>()?.weekday(), Weekday::Sun);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match self.0.rem_euclid(7) {
            0 => Weekday::Thu,
            1 => Weekday::Fri,
            2 => Weekday::Sat,
            3 => Weekday::Sun,
            4 => Weekday::Mon,
            5 => Weekday::Tue,
            _ => Weekday::Wed,
        }
    }
}

/// `2026-12-25`. A date of no calendar year is printed as its number of days.
impl fmt::Display for LocalDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match DateTime::from_timestamp(self.0.saturating_mul(DAY), 0) {
            Some(date) => write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day()),
            None => write!(f, "day {}", self.0),
        }
    }
}

//! The units of time: instants, lengths of time, and what clocks and calendars show.

use core::fmt;
use core::ops::{Add, Sub};

use chrono::{DateTime, Datelike, NaiveDate, Weekday};

/// Seconds in a day on a wall clock that no change disturbs.
pub(crate) const DAY: i64 = 86_400;

/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
///
/// Printed, and compared, without any zone: `2026-03-30T11:30:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The moment that many seconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", LocalTime(self.0))
    }
}

impl Add<Duration> for Instant {
    type Output = Self;
    fn add(self, length: Duration) -> Self {
        Self(self.0.saturating_add(length.0))
    }
}

impl Sub for Instant {
    type Output = Duration;
    fn sub(self, earlier: Self) -> Duration {
        Duration(self.0.saturating_sub(earlier.0))
    }
}

/// A length of time in whole seconds, as a stopwatch measures it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration(i64);

impl Duration {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// That many seconds.
    #[must_use]
    pub const fn seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// That many minutes of 60 seconds.
    #[must_use]
    pub const fn minutes(minutes: i64) -> Self {
        Self(minutes.saturating_mul(60))
    }

    /// That many hours of 3,600 seconds.
    #[must_use]
    pub const fn hours(hours: i64) -> Self {
        Self(hours.saturating_mul(3_600))
    }

    /// The length in seconds.
    #[must_use]
    pub const fn as_seconds(self) -> i64 {
        self.0
    }
}

impl Add for Duration {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Duration {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// How far a zone's clock is ahead of UTC; behind it when negative. Always whole quarters of an
/// hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset(i32);

impl Offset {
    /// That many quarters of an hour ahead of UTC.
    #[must_use]
    pub const fn quarters(quarters: i8) -> Self {
        Self(quarters as i32 * 900)
    }

    /// That many seconds ahead of UTC; any figure, since links may carry any.
    #[must_use]
    pub const fn seconds(seconds: i32) -> Self {
        Self(seconds)
    }

    /// Seconds ahead of UTC.
    #[must_use]
    pub const fn as_seconds(self) -> i32 {
        self.0
    }

    /// What a clock with this offset shows at a moment.
    #[must_use]
    pub const fn local(self, at: Instant) -> LocalTime {
        LocalTime(at.0.saturating_add(self.0 as i64))
    }

    /// The moment at which a clock with this offset shows a reading.
    #[must_use]
    pub const fn instant(self, reading: LocalTime) -> Instant {
        Instant(reading.0.saturating_sub(self.0 as i64))
    }
}

/// `UTC+1`, `UTC-9:30`, `UTC+0`.
impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.0.abs() / 60;
        write!(f, "UTC{}{}", if self.0 < 0 { '-' } else { '+' }, minutes / 60)?;
        match minutes % 60 {
            0 => Ok(()),
            rest => write!(f, ":{rest:02}"),
        }
    }
}

impl Add<Duration> for LocalTime {
    type Output = Self;
    /// What the clock shows so much later if no clock changes.
    fn add(self, length: Duration) -> Self {
        Self(self.0.saturating_add(length.0))
    }
}

impl Sub for LocalTime {
    type Output = Duration;
    /// What goes by between two readings if no clock changes.
    fn sub(self, earlier: Self) -> Duration {
        Duration(self.0.saturating_sub(earlier.0))
    }
}

/// What a clock on a wall shows: a date and a time of day, without a zone.
///
/// Readings are ordered as calendars order them. Kept as seconds since the reading
/// 1970-01-01T00:00:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(i64);

impl LocalTime {
    /// The reading so many seconds after 1970-01-01T00:00:00.
    pub(crate) const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// The date it shows.
    #[must_use]
    pub const fn date(self) -> LocalDate {
        LocalDate(self.0.div_euclid(DAY))
    }

    /// The time of day it shows.
    #[must_use]
    pub const fn time_of_day(self) -> TimeOfDay {
        TimeOfDay(self.0.rem_euclid(DAY) as u32)
    }

    /// Seconds since the reading 1970-01-01T00:00:00. As if it were a moment, for those who word
    /// dates with a UTC clock.
    #[must_use]
    pub const fn as_seconds(self) -> i64 {
        self.0
    }

    /// Reads `2026-03-27T16:30` or `2026-03-27T16:30:05`; `None` for anything else and for dates
    /// and times that do not exist, `2026-02-30` among them.
    ///
    /// ```
    /// use plan_comparator::zone::LocalTime;
    /// let reading = LocalTime::parse("2026-03-27T16:30").expect("a reading");
    /// assert_eq!(reading.to_string(), "2026-03-27T16:30:00");
    /// assert_eq!(LocalTime::parse("2026-02-30T12:00"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once(['T', 't'])?;
        let date = LocalDate::parse(date)?;
        let time = TimeOfDay::parse(time).filter(|time| *time < TimeOfDay::MIDNIGHT_AFTER)?;
        Some(date.at(time))
    }
}

/// `2026-03-30T12:30:00`, as a `datetime-local` control and RFC 3339 want it.
impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.time_of_day().0;
        let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}", self.date())
    }
}

/// A date on a calendar, without a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalDate(i64);

impl LocalDate {
    /// Reads `2026-12-25`; `None` for anything else and for dates that do not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(|part| (part.len(), digits(part)));
        let (Some((4, Some(year))), Some((2, Some(month))), Some((2, Some(day))), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        Some(Self(i64::from(date.to_epoch_days())))
    }

    /// The moment of this date at which the clock shows `time`.
    #[must_use]
    pub const fn at(self, time: TimeOfDay) -> LocalTime {
        LocalTime(self.0.saturating_mul(DAY).saturating_add(time.0 as i64))
    }

    /// The day after.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The date so many days after 1970-01-01.
    pub(crate) const fn from_days(days: i64) -> Self {
        Self(days)
    }

    /// Days since 1970-01-01.
    pub(crate) const fn as_days(self) -> i64 {
        self.0
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u32 {
        DateTime::from_timestamp(self.0.saturating_mul(DAY), 0).map_or(1, |date| date.day())
    }

    /// The day of the week.
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

/// `2026-12-25`
impl fmt::Display for LocalDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match DateTime::from_timestamp(self.0.saturating_mul(DAY), 0) {
            Some(date) => write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day()),
            None => write!(f, "day {}", self.0),
        }
    }
}

/// A time of day, `00:00` to `24:00`, the latter being the next day's midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u32);

impl TimeOfDay {
    /// `00:00`, with which a day begins.
    pub const MIDNIGHT: Self = Self(0);
    /// `24:00`, with which a day ends.
    pub const MIDNIGHT_AFTER: Self = Self(DAY as u32);

    /// Seconds since the day began.
    pub(crate) const fn as_seconds(self) -> i64 {
        self.0 as i64
    }

    /// Reads `09:00`, `17:30:15` or `24:00`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':').map(|part| digits(part).filter(|_| part.len() == 2));
        let (hour, minute) = (parts.next()??, parts.next()??);
        let second = parts.next().unwrap_or(Some(0))?;
        if parts.next().is_some() || minute > 59 || second > 59 {
            return None;
        }
        let time = Self(hour * 3_600 + minute * 60 + second);
        (time <= Self::MIDNIGHT_AFTER).then_some(time)
    }
}

/// `09:00`, with seconds where there are some.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 3_600, self.0 / 60 % 60)?;
        match self.0 % 60 {
            0 => Ok(()),
            second => write!(f, ":{second:02}"),
        }
    }
}

/// A number written in decimal digits and nothing else.
fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for text in [
            "2026-02-30",
            "2026-13-01",
            "2026-00-10",
            "10000-01-01",
            "26-01-01",
            "",
            "+026-01-01",
            "2026-1-1",
        ] {
            assert_eq!(LocalDate::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn times_of_day_end_with_twenty_four_hundred() {
        assert_eq!(TimeOfDay::parse("24:00"), Some(TimeOfDay::MIDNIGHT_AFTER));
        for text in
            ["24:01", "25:00", "9:00", "09:60", "09", "09:00:60", "09:00:00:00", "0900", "-1:00"]
        {
            assert_eq!(TimeOfDay::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_reading_prints_as_it_was_read() {
        for text in ["2026-03-27T16:30:00", "2020-02-29T00:00:00", "2040-12-31T23:59:59"] {
            assert_eq!(LocalTime::parse(text).map(|time| time.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn weekdays_follow_the_calendar() {
        let day = |text: &str| LocalDate::parse(text).map(LocalDate::weekday);
        assert_eq!(day("1970-01-01"), Some(Weekday::Thu));
        assert_eq!(day("2026-11-22"), Some(Weekday::Sun));
        assert_eq!(day("2028-02-29"), Some(Weekday::Tue));
    }

    #[test]
    fn offsets_print_as_people_write_them() {
        for (quarters, text) in [
            (4, "UTC+1"),
            (0, "UTC+0"),
            (-28, "UTC-7"),
            (42, "UTC+10:30"),
            (-38, "UTC-9:30"),
            (23, "UTC+5:45"),
        ] {
            assert_eq!(Offset::quarters(quarters).to_string(), text);
        }
    }
}

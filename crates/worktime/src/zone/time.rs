//! Times of day, and readings of a clock with a date.

use core::fmt;
use core::ops::{Add, Sub};

use super::duration::DAY;
use super::iso::read_digits;
use super::{Duration, LocalDate};

/// What a clock with a calendar shows: a date and a time of day, without a zone. In short, a
/// reading.
///
/// Readings are ordered as a calendar orders them. A [`Zone`](super::Zone) says at which instant
/// its clock shows a reading. Sums and differences are those of a clock that no change disturbs.
///
/// # Example
///
/// ```
/// use worktime::zone::{Duration, LocalTime};
/// let reading: LocalTime = "2026-03-27T16:30".parse()?;
/// assert_eq!((reading + Duration::hours(8)).to_string(), "2026-03-28T00:30:00");
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(i64);

impl LocalTime {
    /// The reading `seconds` seconds after 1970-01-01T00:00:00, on a clock that no change disturbs.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalTime;
    /// assert_eq!(LocalTime::from_seconds(86_400).to_string(), "1970-01-02T00:00:00");
    /// ```
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// The seconds since the reading 1970-01-01T00:00:00, on a clock that no change disturbs. A
    /// formatter that runs on UTC prints the reading if it is given these as Unix seconds.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalTime;
    /// assert_eq!("1970-01-02T00:00".parse::<LocalTime>()?.as_seconds(), 86_400);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn as_seconds(self) -> i64 {
        self.0
    }

    /// The date.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalTime;
    /// let reading: LocalTime = "2026-03-27T16:30".parse()?;
    /// assert_eq!(reading.date().to_string(), "2026-03-27");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn date(self) -> LocalDate {
        LocalDate::from_days(self.0.div_euclid(DAY))
    }

    /// The time of day; never `24:00`.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalTime;
    /// let reading: LocalTime = "2026-03-27T16:30".parse()?;
    /// assert_eq!(reading.time_of_day().to_string(), "16:30");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn time_of_day(self) -> TimeOfDay {
        TimeOfDay(self.0.rem_euclid(DAY) as u32)
    }

    /// Reads `2026-03-27T16:30` or `2026-03-27T16:30:05`. `None` for any other text, and for dates
    /// and times of day that do not exist.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::LocalTime;
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

/// `2026-03-30T12:30:00`, as in RFC 3339.
impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.time_of_day().0;
        let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}", self.date())
    }
}

impl Add<Duration> for LocalTime {
    type Output = Self;

    fn add(self, length: Duration) -> Self {
        Self(self.0.saturating_add(length.as_seconds()))
    }
}

impl Sub for LocalTime {
    type Output = Duration;

    fn sub(self, earlier: Self) -> Duration {
        Duration::seconds(self.0.saturating_sub(earlier.0))
    }
}

/// A time of day from `00:00` to `24:00`, in whole seconds. `24:00` is the midnight with which the
/// day ends.
///
/// # Example
///
/// ```
/// use worktime::zone::TimeOfDay;
/// let closing: TimeOfDay = "17:30".parse()?;
/// assert!(TimeOfDay::MIDNIGHT < closing && closing < TimeOfDay::MIDNIGHT_AFTER);
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u32);

impl TimeOfDay {
    /// `00:00`, with which a day begins.
    pub const MIDNIGHT: Self = Self(0);
    /// `24:00`, with which a day ends.
    pub const MIDNIGHT_AFTER: Self = Self(DAY as u32);

    /// The seconds since the day began, from 0 to 86,400.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::TimeOfDay;
    /// assert_eq!("09:00:01".parse::<TimeOfDay>()?.as_seconds(), 32_401);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn as_seconds(self) -> i64 {
        self.0 as i64
    }

    /// Reads `09:00`, `17:30:15` or `24:00`. `None` for any other text.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::TimeOfDay;
    /// assert_eq!(TimeOfDay::parse("24:00"), Some(TimeOfDay::MIDNIGHT_AFTER));
    /// assert_eq!(TimeOfDay::parse("9:00"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':').map(|part| read_digits(part).filter(|_| part.len() == 2));
        let (hour, minute) = (parts.next()??, parts.next()??);
        let second = parts.next().unwrap_or(Some(0))?;
        if parts.next().is_some() || minute > 59 || second > 59 {
            return None;
        }
        let time = Self(hour * 3_600 + minute * 60 + second);
        (time <= Self::MIDNIGHT_AFTER).then_some(time)
    }
}

/// `09:00`, or `09:00:15` if the seconds are not zero.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 3_600, self.0 / 60 % 60)?;
        match self.0 % 60 {
            0 => Ok(()),
            second => write!(f, ":{second:02}"),
        }
    }
}

//! Durations.

use core::fmt;
use core::ops::{Add, Sub};

use super::iso::{read_number, read_time, write_time};

/// Seconds of a day on which no clock changes.
pub(super) const DAY: i64 = 86_400;

/// A length of time in whole seconds, as a stopwatch measures it; negative for time before.
///
/// It is written as an ISO 8601 duration in which a day always has 24 hours. Sums, differences and
/// products saturate at the ends of [`i64`].
///
/// # Example
///
/// ```
/// use worktime::zone::Duration;
/// let length: Duration = "PT36H".parse()?;
/// assert_eq!(length, Duration::days(1) + Duration::hours(12));
/// assert_eq!(length.to_string(), "P1DT12H");
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration(i64);

impl Duration {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// A number of seconds.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Duration;
    /// assert_eq!(Duration::seconds(90).to_string(), "PT1M30S");
    /// ```
    #[must_use]
    pub const fn seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// A number of minutes, of 60 seconds each.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Duration;
    /// assert_eq!(Duration::minutes(2), Duration::seconds(120));
    /// ```
    #[must_use]
    pub const fn minutes(minutes: i64) -> Self {
        Self(minutes.saturating_mul(60))
    }

    /// A number of hours, of 3,600 seconds each.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Duration;
    /// assert_eq!(Duration::hours(2), Duration::minutes(120));
    /// ```
    #[must_use]
    pub const fn hours(hours: i64) -> Self {
        Self(hours.saturating_mul(3_600))
    }

    /// A number of days, of 24 hours each.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Duration;
    /// assert_eq!(Duration::days(2), Duration::hours(48));
    /// ```
    #[must_use]
    pub const fn days(days: i64) -> Self {
        Self(days.saturating_mul(DAY))
    }

    /// The length in seconds.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Duration;
    /// assert_eq!(Duration::hours(1).as_seconds(), 3_600);
    /// ```
    #[must_use]
    pub const fn as_seconds(self) -> i64 {
        self.0
    }

    /// Reads `P`, days, and after a `T` hours, minutes and seconds, in upper or lower case. Each of
    /// them may be absent. `None` for any other text, and if the duration is zero.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Duration;
    /// assert_eq!(Duration::parse("p1dt12h"), Some(Duration::hours(36)));
    /// assert_eq!(Duration::parse("PT0S"), None);
    /// assert_eq!(Duration::parse("P1M"), None, "months have no fixed length");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_uppercase();
        let amount = text.strip_prefix('P')?;
        let (days, time) = match amount.split_once('T') {
            Some((days, time)) => (days, read_time(time)?),
            None => (amount, Self::ZERO),
        };
        let days = if days.is_empty() { 0 } else { read_number(days.strip_suffix('D')?)? };
        let length = Self::days(days.into()) + time;
        (Self::ZERO < length).then_some(length)
    }
}

/// The shortest ISO 8601 form, with a day for each 24 hours: `P1DT12H`. Zero is `PT0S`.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, rest) = (self.0 / DAY, self.0 % DAY);
        f.write_str(if self.0 < 0 { "-P" } else { "P" })?;
        if days != 0 {
            write!(f, "{}D", days.abs())?;
        }
        match (days, rest) {
            (0, 0) => f.write_str("T0S"),
            (_, 0) => Ok(()),
            (_, rest) => write_time(f, Self(rest.abs())),
        }
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

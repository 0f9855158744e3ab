//! Instants.

use core::fmt;
use core::ops::{Add, Sub};

use super::{Duration, LocalTime};

/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
///
/// Instants are ordered by time. They are printed in UTC, whatever the zone. Sums and differences
/// saturate at the ends of [`i64`].
///
/// # Example
///
/// ```
/// use worktime::zone::{Duration, Instant};
/// let billion = Instant::from_unix(1_000_000_000);
/// assert_eq!(billion.to_string(), "2001-09-09T01:46:40Z");
/// assert_eq!((billion + Duration::hours(1)) - billion, Duration::minutes(60));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The instant `seconds` after 1970-01-01T00:00:00Z, or before it if `seconds` is negative.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Instant;
    /// assert_eq!(Instant::from_unix(-1).to_string(), "1969-12-31T23:59:59Z");
    /// ```
    #[must_use]
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// The seconds since 1970-01-01T00:00:00Z.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Instant;
    /// assert_eq!(Instant::from_unix(90).unix(), 90);
    /// ```
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.0
    }
}

/// `2026-03-30T11:30:00Z`.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", LocalTime::from_seconds(self.0))
    }
}

impl Add<Duration> for Instant {
    type Output = Self;

    fn add(self, length: Duration) -> Self {
        Self(self.0.saturating_add(length.as_seconds()))
    }
}

impl Sub for Instant {
    type Output = Duration;

    fn sub(self, earlier: Self) -> Duration {
        Duration::seconds(self.0.saturating_sub(earlier.0))
    }
}

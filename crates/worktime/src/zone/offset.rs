//! Offsets from UTC.

use core::fmt;

use super::{Instant, LocalTime};

/// How far a clock is ahead of UTC, in seconds; negative if it is behind.
///
/// # Example
///
/// ```
/// use worktime::zone::{Instant, Offset};
/// let kathmandu = Offset::quarters(23);
/// assert_eq!(kathmandu.to_string(), "UTC+5:45");
/// assert_eq!(kathmandu.local(Instant::from_unix(0)).to_string(), "1970-01-01T05:45:00");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset(i32);

impl Offset {
    /// An offset in quarters of an hour. Every offset of the zone table is a whole number of them.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Offset;
    /// assert_eq!(Offset::quarters(-38).to_string(), "UTC-9:30");
    /// ```
    #[must_use]
    pub const fn quarters(quarters: i8) -> Self {
        Self(quarters as i32 * 900)
    }

    /// An offset in seconds. Any number is taken, since a text may name any offset.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Offset;
    /// assert_eq!(Offset::seconds(3_600), Offset::quarters(4));
    /// ```
    #[must_use]
    pub const fn seconds(seconds: i32) -> Self {
        Self(seconds)
    }

    /// The seconds that the clock is ahead of UTC.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Offset;
    /// assert_eq!(Offset::quarters(-4).as_seconds(), -3_600);
    /// ```
    #[must_use]
    pub const fn as_seconds(self) -> i32 {
        self.0
    }

    /// What a clock with this offset shows at an instant.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Offset};
    /// let reading = Offset::quarters(4).local(Instant::from_unix(0));
    /// assert_eq!(reading.to_string(), "1970-01-01T01:00:00");
    /// ```
    #[must_use]
    pub const fn local(self, at: Instant) -> LocalTime {
        LocalTime::from_seconds(at.unix().saturating_add(self.0 as i64))
    }

    /// The instant at which a clock with this offset shows a reading.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Offset;
    /// let at = Offset::quarters(4).instant("2026-01-09T17:00".parse()?);
    /// assert_eq!(at.to_string(), "2026-01-09T16:00:00Z");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn instant(self, reading: LocalTime) -> Instant {
        Instant::from_unix(reading.as_seconds().saturating_sub(self.0 as i64))
    }
}

/// `UTC+1`, `UTC-9:30`, `UTC+0`. Seconds are left out.
impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.0.unsigned_abs() / 60;
        write!(f, "UTC{}{}", if self.0 < 0 { '-' } else { '+' }, minutes / 60)?;
        match minutes % 60 {
            0 => Ok(()),
            rest => write!(f, ":{rest:02}"),
        }
    }
}

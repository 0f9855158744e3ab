//! The error for what lies outside the zone rules.

use core::fmt;

use super::{Instant, Interval, LocalTime};

/// There are no zone rules for what was asked.
///
/// # Example
///
/// ```
/// use worktime::zone::{Asked, Instant, Zone};
/// let utc: Zone = "UTC".parse()?;
/// let error = utc.local(Instant::from_unix(0)).unwrap_err();
/// assert_eq!(error.asked, Asked::Instant(Instant::from_unix(0)));
/// assert_eq!(
///     error.to_string(),
///     "1970-01-01T00:00:00Z is outside the zone rules, \
///      which span 2020-01-01T00:00:00Z to 2041-01-01T00:00:00Z"
/// );
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideTable {
    /// What was asked.
    pub asked: Asked,
    /// The time for which the zone has rules.
    pub table: Interval,
}

/// What lies outside the zone rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Asked {
    /// An instant that was given.
    Instant(Instant),
    /// A reading that was given.
    Reading(LocalTime),
    /// The answer, which would lie after the last rule.
    Answer,
}

impl fmt::Display for OutsideTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.asked {
            Asked::Instant(at) => at.fmt(f)?,
            Asked::Reading(reading) => reading.fmt(f)?,
            Asked::Answer => f.write_str("the answer")?,
        }
        let Interval { from, until } = self.table;
        write!(f, " is outside the zone rules, which span {from} to {until}")
    }
}

impl core::error::Error for OutsideTable {}

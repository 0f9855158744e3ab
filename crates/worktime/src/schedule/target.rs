//! Targets.

use core::fmt;

use crate::zone::Duration;
use crate::zone::iso::{read_number, read_time, write_time};

/// The working time within which a reply is due: an amount of open time, or a number of business
/// days.
///
/// It is written as an ISO 8601 duration: `PT15M`, `PT1H30M`, `P3D`. A day always means a business
/// day.
///
/// # Example
///
/// ```
/// use worktime::schedule::Target;
/// use worktime::zone::Duration;
/// assert_eq!("PT90M".parse(), Ok(Target::Time(Duration::minutes(90))));
/// assert_eq!("P3D".parse(), Ok(Target::BusinessDays(3)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// An amount of time during which the desk is open. Less than one second counts as one second.
    Time(Duration),
    /// A number of business days; at least one.
    BusinessDays(u32),
}

impl Target {
    /// Reads `P`, up to six digits and `D`, or `PT` and hours, minutes and seconds in that order,
    /// each of which may be absent. `None` for any other text, and if the amount is zero.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Target;
    /// use worktime::zone::Duration;
    /// assert_eq!(Target::parse("PT4H"), Some(Target::Time(Duration::hours(4))));
    /// assert_eq!(Target::parse("P1DT4H"), None, "days and hours cannot be mixed");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let amount = text.strip_prefix('P')?;
        if let Some(days) = amount.strip_suffix('D') {
            return read_number(days).filter(|days| *days > 0).map(Self::BusinessDays);
        }
        read_time(amount.strip_prefix('T')?).map(Self::Time)
    }
}

/// The shortest ISO 8601 form, with hours for whole days: `PT48H`.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::BusinessDays(days) => write!(f, "P{days}D"),
            Self::Time(length) => {
                f.write_str("P")?;
                write_time(f, length)
            }
        }
    }
}

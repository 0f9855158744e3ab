//! Targets.

use core::fmt;

use crate::zone::Duration;
use crate::zone::iso::{read_number, read_time, write_time};

/// The time within which a reply is due: an amount of open time, or a number of days.
///
/// It is written as an ISO 8601 duration: `PT15M`, `PT1H30M`, `P3D`. A day that is read means a
/// business day, and the reply is due at the same time of day.
///
/// # Example
///
/// ```
/// use worktime::schedule::{DueTime, Target};
/// use worktime::zone::Duration;
/// assert_eq!("PT90M".parse(), Ok(Target::Time(Duration::minutes(90))));
/// assert_eq!("P3D".parse(), Ok(Target::BusinessDays(3, DueTime::SameTime)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// An amount of time during which the desk is open. Less than one second counts as one second.
    Time(Duration),
    /// A number of business days, and when on the last of them the reply is due. None counts as one.
    BusinessDays(u32, DueTime),
    /// A number of days of the calendar, whatever the desk's hours and holidays: the reply is due at
    /// the same reading of the clock that many dates after the opening. None counts as one.
    CalendarDays(u32),
}

/// When on the last business day a reply is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DueTime {
    /// At the time of day at which counting started, held within the hours of the day.
    #[default]
    SameTime,
    /// When the desk closes for the last time on the day.
    Closing,
    /// When the date ends: at the first instant of the date after it.
    EndOfDay,
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
            let days = read_number(days).filter(|days| *days > 0)?;
            return Some(Self::BusinessDays(days, DueTime::SameTime));
        }
        read_time(amount.strip_prefix('T')?).map(Self::Time)
    }

    /// Whether the target depends on the hours of a desk. Days of the calendar do not.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Target;
    /// assert!(!Target::CalendarDays(14).counts_hours());
    /// ```
    #[must_use]
    pub const fn counts_hours(self) -> bool {
        !matches!(self, Self::CalendarDays(_))
    }
}

/// The shortest ISO 8601 form, with hours for whole days of open time: `PT48H`. It does not tell
/// business days from days of the calendar, nor when on the last day the reply is due.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::BusinessDays(days, _) | Self::CalendarDays(days) => write!(f, "P{days}D"),
            Self::Time(length) => {
                f.write_str("P")?;
                write_time(f, length)
            }
        }
    }
}

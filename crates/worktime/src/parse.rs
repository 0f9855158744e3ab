//! The error for a text that cannot be read.

use core::fmt;

/// A text cannot be read.
///
/// # Example
///
/// ```
/// use worktime::zone::LocalDate;
/// let error = "2026-02-30".parse::<LocalDate>().unwrap_err();
/// assert_eq!(error.to_string(), r#""2026-02-30" is not a date such as 2026-12-25"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The text that was given.
    pub found: String,
    /// What was expected, with an example.
    pub expected: &'static str,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not {}", self.found, self.expected)
    }
}

impl core::error::Error for ParseError {}

/// Implements [`core::str::FromStr`] for types by a function of theirs that returns an [`Option`].
macro_rules! from_str {
    ($($type:ty, $parse:path, $expected:literal;)*) => {$(
        #[doc = concat!("Reads what [`", stringify!($parse), "`] reads.")]
        impl core::str::FromStr for $type {
            type Err = ParseError;

            fn from_str(text: &str) -> Result<Self, ParseError> {
                let error = || ParseError { found: text.to_owned(), expected: $expected };
                $parse(text).ok_or_else(error)
            }
        }
    )*};
}

from_str! {
    crate::zone::Zone, Self::named, "an IANA zone name such as Europe/Amsterdam";
    crate::zone::Duration, Self::parse, "a duration such as PT4H or P1DT12H";
    crate::zone::LocalDate, Self::parse, "a date such as 2026-12-25";
    crate::zone::LocalTime, Self::parse, "a reading such as 2026-03-27T16:30";
    crate::zone::TimeOfDay, Self::parse, "a time of day such as 09:00, up to 24:00";
    crate::schedule::Target, Self::parse, "a target such as PT4H or P3D";
    crate::schedule::Week, Self::parse, "weekly hours such as mon-fri 09:00-17:00";
    crate::schedule::Window, Self::parse, "a window such as 09:00-17:00";
    crate::schedule::DayHours, Self::parse, "hours of a day such as 09:00-12:00 13:00-15:00";
}

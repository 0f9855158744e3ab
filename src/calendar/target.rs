//! How much working time a desk may take for its first reply.

use core::fmt;

use super::iso::{read_number, read_time, write_time};
use crate::zone::Duration;

/// An initial response target: an amount of covered time, or of working days.
///
/// Written as ISO 8601 durations: `PT15M`, `PT1H30M`, `P3D`. A day here is always a business day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Covered time; less than a second is taken as one.
    Time(Duration),
    /// Business days; at least one.
    BusinessDays(u32),
}

impl Target {
    /// Reads `P` and a number of days, or `PT` and hours, minutes and seconds; `None` for anything
    /// else, for nothing, and for amounts that no calendar holds.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let amount = text.strip_prefix('P')?;
        if let Some(days) = amount.strip_suffix('D') {
            return read_number(days).filter(|days| *days > 0).map(Self::BusinessDays);
        }
        read_time(amount.strip_prefix('T')?).map(Self::Time)
    }
}

/// The shortest ISO 8601 form.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_print_as_they_are_read() {
        for text in ["PT15M", "PT1H", "PT1H30M", "P1D", "P3D", "PT45S", "PT24H"] {
            assert_eq!(Target::parse(text).map(|target| target.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Target::parse("PT90M"), Target::parse("PT1H30M"));
    }

    #[test]
    fn what_is_no_target_is_refused() {
        for text in [
            "",
            "P",
            "PT",
            "P0D",
            "PT0M",
            "1H",
            "PT1D",
            "P1H",
            "PT1M1H",
            "PT-1H",
            "P1.5D",
            "PT1H ",
            "P9999999D",
        ] {
            assert_eq!(Target::parse(text), None, "{text:?}");
        }
    }
}

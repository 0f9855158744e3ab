//! How much working time a desk may take for its first reply.

use core::fmt;

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
            return number(days).filter(|days| *days > 0).map(Self::BusinessDays);
        }
        let mut rest = amount.strip_prefix('T')?;
        let mut seconds: i64 = 0;
        for (unit, length) in [('H', 3_600), ('M', 60), ('S', 1)] {
            if let Some((amount, after)) = rest.split_once(unit) {
                seconds += i64::from(number(amount)?) * length;
                rest = after;
            }
        }
        (rest.is_empty() && seconds > 0).then_some(Self::Time(Duration::seconds(seconds)))
    }
}

/// Up to six digits.
fn number(text: &str) -> Option<u32> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// The shortest ISO 8601 form.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::BusinessDays(days) => write!(f, "P{days}D"),
            Self::Time(length) => {
                f.write_str("PT")?;
                let seconds = length.as_seconds();
                for (amount, unit) in
                    [(seconds / 3_600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')]
                {
                    if amount > 0 {
                        write!(f, "{amount}{unit}")?;
                    }
                }
                Ok(())
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

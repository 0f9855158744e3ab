//! The longest wait that a visitor accepts.

use core::fmt;

use crate::calendar::iso::{read_number, read_time, write_time};
use crate::zone::{DAY, Duration};

/// How long a visitor is ready to wait for the first reply, whenever they open a case: time as a
/// stopwatch measures it, whether the desk is open or not. More than nothing, at most
/// [`WaitLimit::MOST`].
///
/// Written as ISO 8601 durations, in which a day has 24 hours: `PT30M`, `P3D`, `P1DT12H`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WaitLimit(Duration);

impl WaitLimit {
    /// 9999 days.
    pub const MOST: Duration = Duration::seconds(9_999 * DAY);

    /// Reads `P`, a number of days, and after a `T` hours, minutes and seconds, as far as there are
    /// some and in any case; `None` for anything else, for nothing, and for more than the most.
    ///
    /// ```
    /// use plan_comparator::scenario::WaitLimit;
    /// let limit = WaitLimit::parse("PT36H").expect("a duration");
    /// assert_eq!(limit.to_string(), "P1DT12H");
    /// assert_eq!(WaitLimit::parse("P10000D"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_uppercase();
        let amount = text.strip_prefix('P')?;
        let (days, time) = match amount.split_once('T') {
            Some((days, time)) => (days, read_time(time)?),
            None => (amount, Duration::ZERO),
        };
        let days = if days.is_empty() { 0 } else { read_number(days.strip_suffix('D')?)? };
        let length = Duration::seconds(i64::from(days) * DAY) + time;
        (Duration::ZERO < length && length <= Self::MOST).then_some(Self(length))
    }

    /// The wait itself.
    #[must_use]
    pub const fn duration(self) -> Duration {
        self.0
    }
}

/// The shortest ISO 8601 form: a day for each 24 hours.
impl fmt::Display for WaitLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        let seconds = self.0.as_seconds();
        let (days, time) = (seconds / DAY, seconds % DAY);
        if days > 0 {
            write!(f, "{days}D")?;
        }
        if time > 0 { write_time(f, Duration::seconds(time)) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a limit is written as; `None` if it is none.
    #[track_caller]
    fn check(text: &str, written: Option<&str>) {
        let limit = WaitLimit::parse(text).map(|limit| limit.to_string());
        assert_eq!(limit.as_deref(), written, "{text:?}");
    }

    #[test]
    fn limits_print_in_the_shortest_form() {
        for text in ["PT30M", "PT4H", "P3D", "P1DT12H", "PT1S", "P9999D", "P2DT1H30M5S"] {
            check(text, Some(text));
            check(&text.to_lowercase(), Some(text));
        }
        check("PT24H", Some("P1D"));
        check("PT1500M", Some("P1DT1H"));
        check("P0DT4H", Some("PT4H"));
        check("P01D", Some("P1D"));
    }

    #[test]
    fn what_is_no_limit_is_refused() {
        for text in [
            "",
            "P",
            "PT",
            "P0D",
            "PT0S",
            "P1DT",
            "P1DT0H",
            "4H",
            "P1W",
            "P1M",
            "PT1D",
            "P1H",
            "P-1D",
            "P1.5D",
            "PT1M1H",
            "P 1D",
            "P10000D",
            "P9999DT1S",
            "PT1000000H",
            "P1DT1HT1H",
        ] {
            check(text, None);
        }
    }
}

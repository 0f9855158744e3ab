//! The longest wait for a first reply that a visitor accepts.

use core::fmt;

use worktime::zone::Duration;

/// The longest wait for a first reply that a visitor accepts, whenever a case is opened.
///
/// The wait is elapsed time: it includes the time in which the desk is closed. It is longer than
/// zero and at most [`WaitLimit::MOST`]. It is written as an ISO 8601 duration in which a day has 24
/// hours: `PT30M`, `P3D`, `P1DT12H`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WaitLimit(Duration);

impl WaitLimit {
    /// The longest limit: 9999 days.
    pub const MOST: Duration = Duration::days(9_999);

    /// Reads an ISO 8601 duration as [`Duration::parse`] does; `None` if the text is not one, or if
    /// it is longer than [`WaitLimit::MOST`].
    ///
    /// # Example
    ///
    /// ```
    /// use plans::case::WaitLimit;
    /// let limit = WaitLimit::parse("PT36H").expect("a duration");
    /// assert_eq!(limit.to_string(), "P1DT12H");
    /// assert_eq!(WaitLimit::parse("P10000D"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Duration::parse(text).filter(|length| *length <= Self::MOST).map(Self)
    }

    /// The limit as a length of time.
    #[must_use]
    pub const fn duration(self) -> Duration {
        self.0
    }
}

/// Writes the shortest ISO 8601 form.
impl fmt::Display for WaitLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks how a limit is written; `None` if the text is refused.
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

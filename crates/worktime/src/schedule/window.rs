//! Windows, and the texts in which they are written.

use crate::zone::{TimeOfDay, Weekday};

/// Open hours within one day. A window is half-open: the desk is closed at the second with which
/// the window ends.
///
/// # Example
///
/// ```
/// use worktime::schedule::Window;
/// use worktime::zone::TimeOfDay;
/// let evening: Window = "18:00-24:00".parse()?;
/// assert_eq!(evening.until, TimeOfDay::MIDNIGHT_AFTER);
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    /// The first second at which the desk is open.
    pub from: TimeOfDay,
    /// The first second at which the desk is closed; `24:00` if the desk is open until midnight.
    ///
    /// In the windows of a [`Week`](super::Week) it is later than `from`. A window that is given to
    /// [`Week::new`](super::Week::new) with an earlier time ends on the next day.
    pub until: TimeOfDay,
}

impl Window {
    /// Reads `09:00-17:00`, or `22:00-06:00` for a window that ends on the next day. `None` for any
    /// other text, and for a window without any time.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Window;
    /// let night = Window::parse("22:00-06:00").expect("a window");
    /// assert_eq!(night.until.to_string(), "06:00");
    /// assert_eq!(Window::parse("09:00-09:00"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (from, until) = text.split_once('-')?;
        let window = Self { from: TimeOfDay::parse(from)?, until: TimeOfDay::parse(until)? };
        (window.from != window.until && window.from < TimeOfDay::MIDNIGHT_AFTER).then_some(window)
    }

    /// Whether a time of day lies within.
    pub(super) fn contains(self, time: TimeOfDay) -> bool {
        self.from <= time && time < self.until
    }

    /// The time that lies within both windows; `None` if there is none. Neither crosses midnight.
    pub(super) fn meet(self, other: Self) -> Option<Self> {
        let both = Self { from: self.from.max(other.from), until: self.until.min(other.until) };
        (both.from < both.until).then_some(both)
    }
}

/// The weekdays in order, Monday to Sunday.
pub const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// The names of [`WEEKDAYS`] in written hours.
const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Reads the days of written hours: `mon-fri`, `sat`, `sat,sun` or `fri-mon`. `None` for any other
/// text.
///
/// # Example
///
/// ```
/// use worktime::schedule::parse_days;
/// use worktime::zone::Weekday;
/// assert_eq!(parse_days("sat,sun"), Some(vec![Weekday::Sat, Weekday::Sun]));
/// assert_eq!(parse_days("sat-mon"), Some(vec![Weekday::Sat, Weekday::Sun, Weekday::Mon]));
/// assert_eq!(parse_days("Saturday"), None);
/// ```
#[must_use]
pub fn parse_days(text: &str) -> Option<Vec<Weekday>> {
    let mut days = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (mut day, last) = (parse_day(first)?, parse_day(last)?);
        days.push(day);
        while day != last {
            day = day.succ();
            days.push(day);
        }
    }
    Some(days)
}

fn parse_day(text: &str) -> Option<Weekday> {
    NAMES.iter().zip(WEEKDAYS).find_map(|(name, day)| (*name == text).then_some(day))
}

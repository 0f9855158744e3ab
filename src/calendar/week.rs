//! The hours of a week.

use std::sync::Arc;

use crate::zone::{DAY, TimeOfDay, Weekday};

/// Open hours within one day, half-open: the second of closing is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    /// The first second that is open.
    pub from: TimeOfDay,
    /// The first second that is not, later than `from`; `24:00` for open until midnight.
    pub until: TimeOfDay,
}

/// The most windows that a catalog may give a day: whoever lists the stretches of a year looks at
/// each of them.
pub const MAX_WINDOWS: usize = 24;

/// Weekly hours: for each weekday its windows, in order and apart. At least one in the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week(Arc<Hours>);

#[derive(Debug, PartialEq, Eq)]
struct Hours {
    days: [Vec<Window>; 7],
    /// The same windows, one after another.
    spans: Vec<Span>,
}

/// A window within the week, in seconds since Monday 00:00.
#[derive(Debug, PartialEq, Eq)]
struct Span {
    from: i64,
    until: i64,
    /// How many seconds the windows of the week hold up to the end of this one.
    covered: i64,
}

/// Monday to Sunday.
pub const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

impl Week {
    /// Hours around the clock on every day.
    #[must_use]
    pub fn always() -> Self {
        let day = vec![Window { from: TimeOfDay::MIDNIGHT, until: TimeOfDay::MIDNIGHT_AFTER }];
        Self::of(core::array::from_fn(|_| day.clone()))
    }

    fn of(days: [Vec<Window>; 7]) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        let mut covered = 0;
        for (windows, midnight) in days.iter().zip((0..).step_by(DAY as usize)) {
            for window in windows {
                let from = midnight + window.from.as_seconds();
                let until = midnight + window.until.as_seconds();
                covered += until - from;
                spans.push(Span { from, until, covered });
            }
        }
        Self(Arc::new(Hours { days, spans }))
    }

    /// The union of windows, each on its weekday; `None` if there is none. Windows that end before
    /// they begin go on into the next day: `22:00-06:00` on Friday ends on Saturday at six.
    #[must_use]
    pub fn new(windows: impl IntoIterator<Item = (Weekday, Window)>) -> Option<Self> {
        let mut days: [Vec<Window>; 7] = Default::default();
        let mut put = |day: Weekday, window: Window| {
            if let Some(day) = days.get_mut(day.num_days_from_monday() as usize)
                && window.from < window.until
            {
                let place = day.partition_point(|other| *other < window);
                day.insert(place, window);
            }
        };
        for (day, window) in windows {
            if window.from < window.until {
                put(day, window);
            } else {
                put(day, Window { until: TimeOfDay::MIDNIGHT_AFTER, ..window });
                put(day.succ(), Window { from: TimeOfDay::MIDNIGHT, ..window });
            }
        }
        for day in &mut days {
            // `dedup_by` hands the later one first; merged into the earlier, it is dropped.
            day.dedup_by(|later, earlier| {
                let touches = later.from <= earlier.until;
                if touches {
                    earlier.until = earlier.until.max(later.until);
                }
                touches
            });
        }
        days.iter().any(|day| !day.is_empty()).then(|| Self::of(days))
    }

    /// Reads `mon-fri 09:00-12:00 13:00-17:00; sat 10:00-14:00`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut windows = Vec::new();
        for part in text.split(';') {
            let mut words = part.split_whitespace();
            let days = parse_days(words.next()?)?;
            for word in words {
                let window = parse_window(word)?;
                windows.extend(days.iter().map(|day| (*day, window)));
            }
        }
        Self::new(windows)
    }

    /// The windows of a weekday, in order.
    #[must_use]
    pub fn windows(&self, day: Weekday) -> &[Window] {
        self.0.days.get(day.num_days_from_monday() as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether every second that another week covers is covered by this one.
    #[must_use]
    pub fn includes(&self, other: &Self) -> bool {
        // Spans within a day are apart, so that one which is covered lies within one.
        let covered = |inner: &Span| {
            let around = |outer: &Span| outer.from <= inner.from && inner.until <= outer.until;
            self.0.spans.iter().any(around)
        };
        other.0.spans.iter().all(covered)
    }

    /// How many windows the day has that has most.
    pub(crate) fn most_windows(&self) -> usize {
        self.0.days.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// How many seconds of a week are covered, up to a second since Monday 00:00.
    pub(super) fn covered_until(&self, second: i64) -> i64 {
        let passed = self.0.spans.partition_point(|span| span.until <= second);
        let begun = self.0.spans.get(passed).map_or(0, |span| (second - span.from).max(0));
        self.covered_by(passed) + begun
    }

    /// How many seconds of a week are covered; at least one.
    pub(super) fn covered(&self) -> i64 {
        self.covered_by(self.0.spans.len())
    }

    /// How many seconds the first windows of a week hold.
    fn covered_by(&self, windows: usize) -> i64 {
        let last = windows.checked_sub(1).and_then(|last| self.0.spans.get(last));
        last.map_or(0, |span| span.covered)
    }

    /// The second since Monday 00:00 up to which so many, from 1 to [`Week::covered`], are covered,
    /// and the end of the window that it lies in.
    pub(super) fn second_at(&self, covered: i64) -> (i64, i64) {
        let passed = self.0.spans.partition_point(|span| span.covered < covered);
        let window = self.0.spans.get(passed);
        window.map_or((0, 0), |span| (span.until - (span.covered - covered), span.until))
    }

    /// The days that have windows, Monday being 0.
    pub(super) fn working_days(&self) -> impl Iterator<Item = i64> {
        let days = (0..).zip(&self.0.days).filter(|(_, windows)| !windows.is_empty());
        days.map(|(day, _)| day)
    }
}

/// The weekdays as hours are written, from Monday on.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Reads `mon-fri`, `sat` or `sat,sun`; `None` for anything else.
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
    DAYS.iter().zip(WEEKDAYS).find_map(|(name, day)| (*name == text).then_some(day))
}

/// Reads `09:00-17:00`; `None` for anything else, and if it ends where it begins.
#[must_use]
pub fn parse_window(text: &str) -> Option<Window> {
    let (from, until) = text.split_once('-')?;
    let window = Window { from: TimeOfDay::parse(from)?, until: TimeOfDay::parse(until)? };
    (window.from != window.until && window.from < TimeOfDay::MIDNIGHT_AFTER).then_some(window)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, day: Weekday, expected: &str) {
        let week = Week::parse(text).expect("the hours are well-formed");
        let windows =
            week.windows(day).iter().map(|window| format!("{}-{}", window.from, window.until));
        assert_eq!(windows.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn windows_are_in_order_and_apart() {
        check("mon 13:00-17:00 09:00-12:00", Weekday::Mon, "09:00-12:00 13:00-17:00");
        check("mon 09:00-12:00 12:00-17:00", Weekday::Mon, "09:00-17:00");
        check("mon 09:00-16:00 10:00-11:00", Weekday::Mon, "09:00-16:00");
        check("mon-fri 09:00-17:00", Weekday::Sat, "");
        check("sat,sun 10:00-12:00", Weekday::Sun, "10:00-12:00");
        check("fri-mon 10:00-12:00", Weekday::Sun, "10:00-12:00");
    }

    #[test]
    fn windows_that_cross_midnight_go_on_the_next_day() {
        check("sun 22:00-06:00", Weekday::Sun, "22:00-24:00");
        check("sun 22:00-06:00", Weekday::Mon, "00:00-06:00");
        check("sun 22:00-00:00", Weekday::Sun, "22:00-24:00");
        check("sun 22:00-00:00", Weekday::Mon, "");
    }

    #[test]
    fn a_week_includes_another_that_is_open_no_longer() {
        let includes = |outer: &str, inner: &str| {
            let week = |text: &str| Week::parse(text).expect("the hours are well-formed");
            week(outer).includes(&week(inner))
        };
        assert!(includes("mon-fri 00:00-24:00", "mon-fri 09:00-17:00"));
        assert!(includes("mon-fri 09:00-17:00", "tue 09:00-12:00 13:00-17:00"));
        assert!(includes("mon 09:00-12:00 12:00-17:00", "mon 09:00-17:00"));
        assert!(!includes("mon 09:00-12:00 13:00-17:00", "mon 09:00-17:00"));
        assert!(!includes("mon-fri 09:00-17:00", "mon-sat 09:00-10:00"));
        assert!(!includes("mon-fri 09:00-17:00", "mon-fri 08:59-17:00"));
        assert!(Week::always().includes(&Week::always()));
    }

    #[test]
    fn a_week_without_any_hours_is_refused() {
        assert_eq!(Week::new([]), None);
        for text in ["", "mon", "mon 09:00-09:00", "mon 24:00-06:00", "mon 9-17", "may 09:00-17:00"]
        {
            assert_eq!(Week::parse(text), None, "{text:?}");
        }
    }
}

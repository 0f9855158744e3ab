//! The hours of a week.

use std::sync::Arc;

use super::{Window, parse_days};
use crate::zone::{Duration, TimeOfDay, Weekday};

/// Weekly hours: the windows of each weekday, in order and with gaps between them. At least one
/// weekday has a window.
///
/// A clone shares the hours with the original.
///
/// # Example
///
/// ```
/// use worktime::schedule::Week;
/// use worktime::zone::Weekday;
/// let week: Week = "mon-fri 09:00-12:00 13:00-17:00; sat 10:00-14:00".parse()?;
/// assert_eq!(week.windows(Weekday::Fri).len(), 2);
/// assert_eq!(week.windows(Weekday::Sat).len(), 1);
/// assert!(week.windows(Weekday::Sun).is_empty());
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
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
    /// The open seconds of the week up to the end of this window.
    open: i64,
}

impl Week {
    /// Hours around the clock on every day.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Week;
    /// assert_eq!(Week::always(), "mon-sun 00:00-24:00".parse()?);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn always() -> Self {
        let day = vec![Window { from: TimeOfDay::MIDNIGHT, until: TimeOfDay::MIDNIGHT_AFTER }];
        Self::of(core::array::from_fn(|_| day.clone()))
    }

    /// The hours of windows that are in order and apart.
    fn of(days: [Vec<Window>; 7]) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        let mut open = 0;
        let midnights = (0..).map(|day| Duration::days(day).as_seconds());
        for (windows, midnight) in days.iter().zip(midnights) {
            for window in windows {
                let from = midnight + window.from.as_seconds();
                let until = midnight + window.until.as_seconds();
                open += until - from;
                spans.push(Span { from, until, open });
            }
        }
        Self(Arc::new(Hours { days, spans }))
    }

    /// The union of windows, each on its weekday; `None` if there is no window. A window that ends
    /// before it begins goes on into the next day: `22:00-06:00` on Friday ends on Saturday at six.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Week;
    /// use worktime::zone::Weekday;
    /// let night = Week::new([(Weekday::Fri, "22:00-06:00".parse()?)]).expect("a window");
    /// assert_eq!(night, "fri 22:00-24:00; sat 00:00-06:00".parse()?);
    /// assert_eq!(Week::new([]), None);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn new(windows: impl IntoIterator<Item = (Weekday, Window)>) -> Option<Self> {
        let mut days: [Vec<Window>; 7] = Default::default();
        let mut insert = |day: Weekday, window: Window| {
            if let Some(day) = days.get_mut(day.num_days_from_monday() as usize)
                && window.from < window.until
            {
                let place = day.partition_point(|other| *other < window);
                day.insert(place, window);
            }
        };
        for (day, window) in windows {
            if window.from < window.until {
                insert(day, window);
            } else {
                insert(day, Window { until: TimeOfDay::MIDNIGHT_AFTER, ..window });
                insert(day.succ(), Window { from: TimeOfDay::MIDNIGHT, ..window });
            }
        }
        for day in &mut days {
            // `dedup_by` passes the later window first, and removes it if the closure returns true.
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

    /// Reads days with their windows, such as `mon-fri 09:00-12:00 13:00-17:00; sat 10:00-14:00`.
    /// [`parse_days`] and [`Window::parse`] read the parts. `None` for any other text.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Week;
    /// assert_eq!(Week::parse("mon 09:00-12:00 11:00-17:00"), Week::parse("mon 09:00-17:00"));
    /// assert_eq!(Week::parse("mon 9-17"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut windows = Vec::new();
        for part in text.split(';') {
            let mut words = part.split_whitespace();
            let days = parse_days(words.next()?)?;
            for word in words {
                let window = Window::parse(word)?;
                windows.extend(days.iter().map(|day| (*day, window)));
            }
        }
        Self::new(windows)
    }

    /// The windows of a weekday, in order.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Week;
    /// use worktime::zone::Weekday;
    /// let week: Week = "mon 13:00-17:00 09:00-12:00".parse()?;
    /// assert_eq!(week.windows(Weekday::Mon), ["09:00-12:00".parse()?, "13:00-17:00".parse()?]);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn windows(&self, day: Weekday) -> &[Window] {
        self.0.days.get(day.num_days_from_monday() as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether this week is open at every second at which the other week is open.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Week;
    /// let office: Week = "mon-fri 09:00-17:00".parse()?;
    /// assert!(Week::always().includes(&office));
    /// assert!(!office.includes(&"mon 08:00-10:00".parse()?));
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn includes(&self, other: &Self) -> bool {
        // The windows of a day are apart, so an included window lies within one window.
        let included = |inner: &Span| {
            let around = |outer: &Span| outer.from <= inner.from && inner.until <= outer.until;
            self.0.spans.iter().any(around)
        };
        other.0.spans.iter().all(included)
    }

    /// The greatest number of windows that a weekday has; at least one. With it one can limit how
    /// many windows are accepted.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Week;
    /// let week: Week = "mon 09:00-12:00 13:00-17:00; tue 09:00-17:00".parse()?;
    /// assert_eq!(week.most_windows(), 2);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn most_windows(&self) -> usize {
        self.0.days.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The open seconds of a week from Monday 00:00 until `second` seconds later.
    pub(super) fn open_until(&self, second: i64) -> i64 {
        let passed = self.0.spans.partition_point(|span| span.until <= second);
        let begun = self.0.spans.get(passed).map_or(0, |span| (second - span.from).max(0));
        self.open_in_first(passed) + begun
    }

    /// The open seconds of a whole week; at least one.
    pub(super) fn open_seconds(&self) -> i64 {
        self.open_in_first(self.0.spans.len())
    }

    /// The open seconds of the first `windows` windows.
    fn open_in_first(&self, windows: usize) -> i64 {
        let last = windows.checked_sub(1).and_then(|last| self.0.spans.get(last));
        last.map_or(0, |span| span.open)
    }

    /// The second since Monday 00:00 until which a week has `open` open seconds, from 1 to
    /// [`Week::open_seconds`]; and the second with which the window ends that the last of them lies
    /// in.
    pub(super) fn second_at(&self, open: i64) -> (i64, i64) {
        let passed = self.0.spans.partition_point(|span| span.open < open);
        let window = self.0.spans.get(passed);
        window.map_or((0, 0), |span| (span.until - (span.open - open), span.until))
    }

    /// The business weekdays as days since Monday, in order.
    pub(super) fn business_weekdays(&self) -> impl Iterator<Item = i64> {
        let days = (0..).zip(&self.0.days).filter(|(_, windows)| !windows.is_empty());
        days.map(|(day, _)| day)
    }
}

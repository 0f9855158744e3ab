//! The hours of a week.

use std::sync::Arc;

use super::exceptions::{insert, merge};
use super::{WEEKDAYS, Window, parse_days};
use crate::zone::{Duration, TimeOfDay, Weekday};

/// Weekly hours: the windows of each weekday, in order and with gaps between them. At least one
/// weekday has a window. Apart from the hours, a week knows which weekdays are business weekdays:
/// Monday to Friday, unless [`Week::with_business_weekdays`] says otherwise.
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
pub struct Week {
    hours: Arc<Hours>,
    /// A bit for each business weekday, whether it has hours or not; Monday's is the lowest.
    business: u8,
}

/// The bits of Monday to Friday.
const MONDAY_TO_FRIDAY: u8 = 0b001_1111;

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
        Self { hours: Arc::new(Hours { days, spans }), business: MONDAY_TO_FRIDAY }
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
        let mut insert_on = |day: Weekday, window: Window| {
            if let Some(day) = days.get_mut(day.num_days_from_monday() as usize)
                && window.from < window.until
            {
                insert(day, window);
            }
        };
        for (day, window) in windows {
            if window.from < window.until {
                insert_on(day, window);
            } else {
                insert_on(day, Window { until: TimeOfDay::MIDNIGHT_AFTER, ..window });
                insert_on(day.succ(), Window { from: TimeOfDay::MIDNIGHT, ..window });
            }
        }
        days.iter_mut().for_each(merge);
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

    /// The same hours with other business weekdays: those of `days`, and no others. A weekday may be
    /// one without having hours, but a date without hours is no business day.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Week, parse_days};
    /// use worktime::zone::Weekday;
    /// let days = parse_days("sun-thu").expect("weekdays");
    /// let week = Week::parse("sun-thu 09:00-17:00; sat 10:00-14:00").expect("weekly hours");
    /// let week = week.with_business_weekdays(days);
    /// assert!(week.is_business_weekday(Weekday::Sun));
    /// assert!(!week.is_business_weekday(Weekday::Sat));
    /// ```
    #[must_use]
    pub fn with_business_weekdays(mut self, days: impl IntoIterator<Item = Weekday>) -> Self {
        self.business = days.into_iter().fold(0, |bits, day| bits | bit(day));
        self
    }

    /// The same hours with the business weekdays of another week.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Week;
    /// use worktime::zone::Weekday;
    /// let desk = Week::always().with_business_weekdays([Weekday::Sat]);
    /// assert!(Week::always().with_business_weekdays_of(&desk).is_business_weekday(Weekday::Sat));
    /// ```
    #[must_use]
    pub fn with_business_weekdays_of(mut self, other: &Self) -> Self {
        self.business = other.business;
        self
    }

    /// Around the clock on the business weekdays of this week; `None` if there are none.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Week;
    /// let office: Week = "mon-fri 09:00-17:00".parse()?;
    /// assert_eq!(office.whole_business_weekdays(), Some("mon-fri 00:00-24:00".parse()?));
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn whole_business_weekdays(&self) -> Option<Self> {
        let whole = Window { from: TimeOfDay::MIDNIGHT, until: TimeOfDay::MIDNIGHT_AFTER };
        let days = WEEKDAYS.into_iter().filter(|day| self.is_business_weekday(*day));
        Some(Self::new(days.map(|day| (day, whole)))?.with_business_weekdays_of(self))
    }

    /// Whether a weekday is a business weekday.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Week;
    /// use worktime::zone::Weekday;
    /// assert!(Week::always().is_business_weekday(Weekday::Fri));
    /// assert!(!Week::always().is_business_weekday(Weekday::Sat));
    /// ```
    #[must_use]
    pub fn is_business_weekday(&self, day: Weekday) -> bool {
        self.business & bit(day) != 0
    }

    /// The hours of the business weekdays alone, which may be none; `None` if all hours are theirs.
    pub(super) fn on_business_weekdays(&self) -> Option<Self> {
        let is_off = |day: &Weekday| !self.is_business_weekday(*day);
        let off = WEEKDAYS.into_iter().filter(is_off);
        if off.clone().all(|day| self.windows(day).is_empty()) {
            return None;
        }
        let mut days = self.hours.days.clone();
        for day in off {
            if let Some(windows) = days.get_mut(day.num_days_from_monday() as usize) {
                windows.clear();
            }
        }
        Some(Self { business: self.business, ..Self::of(days) })
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
        self.hours.days.get(day.num_days_from_monday() as usize).map_or(&[], Vec::as_slice)
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
            self.hours.spans.iter().any(around)
        };
        other.hours.spans.iter().all(included)
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
        self.hours.days.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The open seconds of a week from Monday 00:00 until `second` seconds later.
    pub(super) fn open_until(&self, second: i64) -> i64 {
        let passed = self.hours.spans.partition_point(|span| span.until <= second);
        let begun = self.hours.spans.get(passed).map_or(0, |span| (second - span.from).max(0));
        self.open_in_first(passed) + begun
    }

    /// The open seconds of a whole week.
    pub(super) fn open_seconds(&self) -> i64 {
        self.open_in_first(self.hours.spans.len())
    }

    /// The open seconds of the first `windows` windows.
    fn open_in_first(&self, windows: usize) -> i64 {
        let last = windows.checked_sub(1).and_then(|last| self.hours.spans.get(last));
        last.map_or(0, |span| span.open)
    }

    /// The second since Monday 00:00 until which a week has `open` open seconds, from 1 to
    /// [`Week::open_seconds`]; and the second with which the window ends that the last of them lies
    /// in.
    pub(super) fn second_at(&self, open: i64) -> (i64, i64) {
        let passed = self.hours.spans.partition_point(|span| span.open < open);
        let window = self.hours.spans.get(passed);
        window.map_or((0, 0), |span| (span.until - (span.open - open), span.until))
    }

    /// The weekdays with hours as days since Monday, in order.
    pub(super) fn weekdays_with_hours(&self) -> impl Iterator<Item = i64> {
        let days = (0..).zip(&self.hours.days).filter(|(_, windows)| !windows.is_empty());
        days.map(|(day, _)| day)
    }
}

/// The bit of a weekday.
fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

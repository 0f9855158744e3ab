//! Intervals of time.

use super::{Duration, Instant};

/// The time from one instant until another. It is half-open: it holds its first instant, and not
/// the instant with which it ends. Intervals are ordered by their first instant.
///
/// # Example
///
/// ```
/// use worktime::zone::{Duration, Instant, Interval};
/// let (from, until) = (Instant::from_unix(0), Instant::from_unix(60));
/// let minute = Interval::new(from, until).expect("it ends after it begins");
/// assert!(minute.contains(from) && !minute.contains(until));
/// assert_eq!(minute.duration(), Duration::minutes(1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first instant within.
    pub from: Instant,
    /// The first instant after.
    pub until: Instant,
}

impl Interval {
    /// The interval between two instants; `None` if the second is not later than the first.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Interval};
    /// let (from, until) = (Instant::from_unix(0), Instant::from_unix(60));
    /// assert_eq!(Interval::new(from, until), Some(Interval { from, until }));
    /// assert_eq!(Interval::new(from, from), None);
    /// ```
    #[must_use]
    pub fn new(from: Instant, until: Instant) -> Option<Self> {
        (from < until).then_some(Self { from, until })
    }

    /// The length of the interval.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Duration, Instant, Interval};
    /// let minute = Interval { from: Instant::from_unix(0), until: Instant::from_unix(60) };
    /// assert_eq!(minute.duration(), Duration::minutes(1));
    /// ```
    #[must_use]
    pub fn duration(self) -> Duration {
        self.until - self.from
    }

    /// The last whole second within.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Interval};
    /// let minute = Interval { from: Instant::from_unix(0), until: Instant::from_unix(60) };
    /// assert_eq!(minute.last(), Instant::from_unix(59));
    /// ```
    #[must_use]
    pub const fn last(self) -> Instant {
        Instant::from_unix(self.until.unix().saturating_sub(1))
    }

    /// Whether an instant lies within.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Interval};
    /// let minute = Interval { from: Instant::from_unix(0), until: Instant::from_unix(60) };
    /// assert!(minute.contains(minute.last()) && !minute.contains(minute.until));
    /// ```
    #[must_use]
    pub fn contains(self, at: Instant) -> bool {
        self.from <= at && at < self.until
    }

    /// The time that lies in both intervals; `None` if there is none.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Interval};
    /// let second = Instant::from_unix;
    /// let minute = Interval { from: second(0), until: second(60) };
    /// let both = minute.intersect(Interval { from: second(30), until: second(90) });
    /// assert_eq!(both, Some(Interval { from: second(30), until: second(60) }));
    /// assert_eq!(minute.intersect(Interval { from: second(60), until: second(90) }), None);
    /// ```
    #[must_use]
    pub fn intersect(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.until.min(other.until))
    }

    /// The two intervals as one; `None` if there is a gap between them. Intervals that touch have
    /// no gap.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Interval};
    /// let second = Instant::from_unix;
    /// let minute = Interval { from: second(0), until: second(60) };
    /// let merged = minute.merge(Interval { from: second(60), until: second(90) });
    /// assert_eq!(merged, Some(Interval { from: second(0), until: second(90) }));
    /// assert_eq!(minute.merge(Interval { from: second(61), until: second(90) }), None);
    /// ```
    #[must_use]
    pub fn merge(self, other: Self) -> Option<Self> {
        let apart = self.until < other.from || other.until < self.from;
        let merged = Self { from: self.from.min(other.from), until: self.until.max(other.until) };
        (!apart).then_some(merged)
    }

    /// Appends an interval to a list in order of time. If the interval touches or overlaps the last
    /// one, the two are merged.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Interval};
    /// let second = Instant::from_unix;
    /// let mut open = vec![Interval { from: second(0), until: second(60) }];
    /// Interval::append(&mut open, Interval { from: second(60), until: second(90) });
    /// assert_eq!(open, [Interval { from: second(0), until: second(90) }]);
    /// ```
    pub fn append(list: &mut Vec<Self>, next: Self) {
        if let Some(last) = list.last_mut()
            && let Some(merged) = last.merge(next)
        {
            *last = merged;
        } else {
            list.push(next);
        }
    }
}

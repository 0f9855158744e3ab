//! How long a reply takes, as a function of when the case is opened.

use crate::zone::{Duration, Instant, Interval};

/// The waits of all cases that are opened in a range of time, by the second. Made by
/// [`wait_profile`](super::wait_profile).
///
/// The waits are exact, and so is everything that is computed from them. Means and shares take
/// every second of the range as one case.
///
/// # Example
///
/// ```
/// use worktime::deadline::{Percent, wait_profile};
/// use worktime::schedule::{Exceptions, Schedule};
/// use worktime::zone::{Duration, Zone};
/// let zone: Zone = "Europe/London".parse()?;
/// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
/// let monday = zone.resolve("2026-01-05T00:00".parse()?)?.instant();
/// let week = wait_profile(&desk, "PT2H".parse()?, monday, monday + Duration::days(7))?;
///
/// let in_hours = week.during(desk.open_intervals(monday)?);
/// let half = Percent::new(50).expect("a share");
/// assert_eq!(in_hours.quantile(half), Some(Duration::hours(2)), "half of them wait no longer");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitProfile {
    pub(super) pieces: Vec<WaitPiece>,
}

/// Consecutive openings of cases, whose waits are all the same or fall second by second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitPiece {
    /// When the cases are opened; never empty.
    pub openings: Interval,
    /// The wait of the case that is opened first.
    pub wait: Duration,
    /// How the wait of the later cases differs.
    pub slope: Slope,
}

/// How the wait changes within a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slope {
    /// The wait stays the same: a case that is opened a second later is due a second later.
    Level,
    /// The wait falls by a second with every second: all cases are due at the same instant.
    Falling,
}

/// The longest or the shortest wait of a profile, and the openings that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtremeWait {
    /// The wait.
    pub wait: Duration,
    /// Every opening with exactly this wait, in order. There is a gap between two intervals.
    pub openings: Vec<Interval>,
}

/// A share in whole per cent, from 0 to 100.
///
/// # Example
///
/// ```
/// use worktime::deadline::Percent;
/// assert!(Percent::new(0) < Percent::new(100));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u8);

impl Percent {
    /// A number of per cent; `None` if it is greater than 100.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::deadline::Percent;
    /// assert!(Percent::new(100).is_some());
    /// assert_eq!(Percent::new(101), None);
    /// ```
    #[must_use]
    pub const fn new(percent: u8) -> Option<Self> {
        if percent <= 100 { Some(Self(percent)) } else { None }
    }
}

impl WaitPiece {
    /// The wait of the case that is opened at an instant of this piece.
    pub(super) fn wait_at(&self, at: Instant) -> Duration {
        match self.slope {
            Slope::Level => self.wait,
            Slope::Falling => self.wait - (at - self.openings.from),
        }
    }

    /// The wait of the last case, which is the shortest of the piece.
    fn shortest(&self) -> Duration {
        self.wait_at(self.openings.last())
    }

    /// The number of openings, one each second.
    fn count(&self) -> i64 {
        self.openings.duration().as_seconds()
    }

    /// The number of openings that wait no longer than `wait`.
    fn count_within(&self, wait: Duration) -> i64 {
        match self.slope {
            Slope::Level => self.count() * i64::from(self.wait <= wait),
            Slope::Falling => ((wait - self.shortest()).as_seconds() + 1).clamp(0, self.count()),
        }
    }

    /// The openings that wait exactly `wait`; `None` if there are none.
    fn openings_waiting(&self, wait: Duration) -> Option<Interval> {
        match self.slope {
            Slope::Level => (self.wait == wait).then_some(self.openings),
            Slope::Falling => {
                let from = self.openings.from + (self.wait - wait);
                let until = from + Duration::seconds(1);
                self.openings.intersect(Interval { from, until })
            }
        }
    }
}

impl WaitProfile {
    /// The pieces, in order. There is no gap between two pieces, unless [`WaitProfile::during`] has
    /// made one.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::deadline::wait_profile;
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "UTC".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let monday = zone.resolve("2026-01-05T00:00".parse()?)?.instant();
    /// let day = wait_profile(&desk, "PT2H".parse()?, monday, monday + Duration::days(1))?;
    /// // The wait falls until the opening, is level from then on, and jumps at 15:00:01.
    /// assert_eq!(day.pieces().len(), 4);
    /// assert_eq!(day.pieces()[0].wait, Duration::hours(11));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn pieces(&self) -> &[WaitPiece] {
        &self.pieces
    }

    /// The wait of the case that is opened at an instant; `None` if the profile does not have the
    /// opening.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::deadline::wait_profile;
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "UTC".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let monday = zone.resolve("2026-01-05T00:00".parse()?)?.instant();
    /// let day = wait_profile(&desk, "PT2H".parse()?, monday, monday + Duration::days(1))?;
    /// assert_eq!(day.wait_at(monday + Duration::hours(8)), Some(Duration::hours(3)));
    /// assert_eq!(day.wait_at(monday + Duration::hours(24)), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn wait_at(&self, at: Instant) -> Option<Duration> {
        let begun = self.pieces.partition_point(|piece| piece.openings.from <= at);
        let piece =
            self.pieces.get(begun.checked_sub(1)?).filter(|piece| piece.openings.contains(at))?;
        Some(piece.wait_at(at))
    }

    /// The longest wait; `None` if there are no openings.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::deadline::wait_profile;
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "UTC".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let monday = zone.resolve("2026-01-05T00:00".parse()?)?.instant();
    /// let day = wait_profile(&desk, "PT2H".parse()?, monday, monday + Duration::days(1))?;
    /// let longest = day.longest().expect("a day has openings");
    /// assert_eq!(longest.wait, Duration::hours(18));
    /// assert_eq!(longest.openings[0].from.to_string(), "2026-01-05T15:00:01Z");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn longest(&self) -> Option<ExtremeWait> {
        self.extreme(self.pieces.iter().map(|piece| piece.wait).max()?)
    }

    /// The shortest wait; `None` if there are no openings.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::deadline::wait_profile;
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "UTC".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let monday = zone.resolve("2026-01-05T00:00".parse()?)?.instant();
    /// let day = wait_profile(&desk, "PT2H".parse()?, monday, monday + Duration::days(1))?;
    /// let shortest = day.shortest().expect("a day has openings");
    /// assert_eq!(shortest.wait, Duration::hours(2));
    /// assert_eq!(shortest.openings[0].from.to_string(), "2026-01-05T09:00:00Z");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn shortest(&self) -> Option<ExtremeWait> {
        self.extreme(self.pieces.iter().map(WaitPiece::shortest).min()?)
    }

    /// A wait with every opening that has it.
    fn extreme(&self, wait: Duration) -> Option<ExtremeWait> {
        let mut openings: Vec<Interval> = Vec::new();
        for next in self.pieces.iter().filter_map(|piece| piece.openings_waiting(wait)) {
            Interval::append(&mut openings, next);
        }
        Some(ExtremeWait { wait, openings })
    }

    /// The profile of only the openings that lie in one of the intervals, such as the desk's hours.
    /// The intervals are in order and do not overlap.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::deadline::wait_profile;
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "UTC".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let monday = zone.resolve("2026-01-05T00:00".parse()?)?.instant();
    /// let day = wait_profile(&desk, "PT2H".parse()?, monday, monday + Duration::days(1))?;
    /// let in_hours = day.during(desk.open_intervals(monday)?);
    /// assert_eq!(in_hours.wait_at(monday + Duration::hours(8)), None);
    /// assert_eq!(in_hours.wait_at(monday + Duration::hours(9)), Some(Duration::hours(2)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn during(&self, intervals: impl IntoIterator<Item = Interval>) -> Self {
        let mut pieces = Vec::new();
        let mut rest = self.pieces.iter().copied().peekable();
        for interval in intervals {
            while let Some(piece) = rest.peek().filter(|piece| piece.openings.from < interval.until)
            {
                if let Some(openings) = piece.openings.intersect(interval) {
                    let wait = piece.wait_at(openings.from);
                    pieces.push(WaitPiece { openings, wait, ..*piece });
                }
                if interval.until < piece.openings.until {
                    break;
                }
                rest.next();
            }
            if rest.peek().is_none() {
                break;
            }
        }
        Self { pieces }
    }

    /// The number of openings, one each second.
    fn count(&self) -> i64 {
        self.pieces.iter().map(WaitPiece::count).sum()
    }

    /// The mean wait, rounded down to a second; `None` if there are no openings.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::deadline::wait_profile;
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "UTC".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let monday = zone.resolve("2026-01-05T00:00".parse()?)?.instant();
    /// let day = wait_profile(&desk, "PT2H".parse()?, monday, monday + Duration::days(1))?;
    /// let morning = day.during([day.pieces()[1].openings]);
    /// assert_eq!(morning.mean(), Some(Duration::hours(2)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn mean(&self) -> Option<Duration> {
        let waited = |piece: &WaitPiece| {
            // In a piece of either slope the mean is half of the first wait and the last wait.
            let ends = piece.wait + piece.shortest();
            i128::from(ends.as_seconds()) * i128::from(piece.count())
        };
        let twice: i128 = self.pieces.iter().map(waited).sum();
        let mean = twice.checked_div_euclid(2 * i128::from(self.count()))?;
        i64::try_from(mean).ok().map(Duration::seconds)
    }

    /// The shortest wait that at least a share of the openings does not exceed. With 50 per cent it
    /// is the median. `None` if there are no openings.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::deadline::{Percent, wait_profile};
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "UTC".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let monday = zone.resolve("2026-01-05T00:00".parse()?)?.instant();
    /// let day = wait_profile(&desk, "PT2H".parse()?, monday, monday + Duration::days(1))?;
    /// let all = Percent::new(100).expect("a share");
    /// assert_eq!(day.quantile(all), Some(Duration::hours(18)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn quantile(&self, share: Percent) -> Option<Duration> {
        let (mut least, mut most) = (self.shortest()?.wait, self.longest()?.wait);
        let wanted = i128::from(self.count()) * i128::from(share.0);
        while least < most {
            let middle = least + Duration::seconds((most - least).as_seconds().div_euclid(2));
            let within: i64 = self.pieces.iter().map(|piece| piece.count_within(middle)).sum();
            if i128::from(within) * 100 >= wanted {
                most = middle;
            } else {
                least = middle + Duration::seconds(1);
            }
        }
        Some(most)
    }
}

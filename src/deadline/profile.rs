//! How long the first reply takes, as a function of when the case is opened.
//!
//! While the desk is closed every second of waiting for it to open is one less: the wait falls.
//! While it is open, the due moment mostly moves on with the moment of opening and the wait stays
//! level, until the due moment meets a closing and jumps to the next opening; a business day's due
//! moment also stands still where it is held to the hours of its day. So the wait is made of level
//! and falling pieces, and each is found by asking when it ends; nothing is sampled.

use super::days::{self, LastDay};
use super::{Error, due};
use crate::calendar::{Coverage, Segment, Target};
use crate::zone::{Duration, Instant, OutsideTable, Reading};

/// The wait for a first reply for every second in which a case may be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitProfile {
    pieces: Vec<Piece>,
}

/// Moments of opening in a row, half-open and never empty, with what they wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The first moment of opening.
    pub from: Instant,
    /// The first moment after them.
    pub until: Instant,
    /// What a case opened at `from` waits.
    pub wait: Duration,
    /// What those opened later wait.
    pub slope: Slope,
}

/// How the wait goes on within a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slope {
    /// It stays as it is: a case opened a second later is due a second later.
    Level,
    /// It is a second less with every second: all those cases are due at the same moment.
    Falling,
}

/// A longest or shortest wait, and who has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extreme {
    /// How long one waits.
    pub wait: Duration,
    /// Every moment of opening that has exactly this wait, in order and apart.
    pub openings: Vec<Openings>,
}

/// Moments of opening in a row, half-open and never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Openings {
    /// The first.
    pub from: Instant,
    /// The first moment after them.
    pub until: Instant,
}

/// A share of openings in whole per cent, from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u8);

impl Percent {
    /// That many per cent; `None` for more than 100.
    #[must_use]
    pub const fn new(percent: u8) -> Option<Self> {
        if percent <= 100 { Some(Self(percent)) } else { None }
    }
}

/// What each case waits that is opened from a moment on and before another.
///
/// ```
/// use plan_comparator::calendar::{Coverage, Holidays, Target, Week};
/// use plan_comparator::deadline::wait_profile;
/// use plan_comparator::zone::{LocalTime, Zone};
/// let zone = Zone::named("Europe/London").expect("a zone");
/// let desk = Coverage::new(zone, Week::parse("mon-fri 09:00-17:00").expect("hours"), Holidays::default());
/// let at = |text| zone.resolve(LocalTime::parse(text).expect("a reading")).expect("in the table").instant();
///
/// let two_hours = Target::parse("PT2H").expect("a target");
/// let week = wait_profile(&desk, two_hours, at("2026-01-05T00:00"), at("2026-01-12T00:00"))?;
/// let longest = week.longest().expect("a week has openings");
/// // From two hours before the closing on Friday, but a second, until the closing.
/// assert_eq!(longest.wait.as_seconds(), 66 * 3_600);
/// assert_eq!(longest.openings.len(), 1);
/// assert_eq!(longest.openings[0].from, at("2026-01-09T15:00:01"));
/// assert_eq!(longest.openings[0].until, at("2026-01-09T17:00:01"));
/// # Ok::<(), plan_comparator::deadline::Error>(())
/// ```
///
/// # Errors
///
/// [`Error`] where one of the openings or of the due moments lies outside the zone table.
pub fn wait_profile(
    coverage: &Coverage,
    target: Target,
    from: Instant,
    until: Instant,
) -> Result<WaitProfile, Error> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = from;
    while at < until {
        let due = due(coverage, target, at)?;
        let (slope, ends) =
            goes_on(coverage, target, at, due).map_err(|OutsideTable| Error::DueOutsideTable)?;
        debug_assert!(at < ends, "each piece ends at least a second later");
        let ends = ends.min(until);
        let wait = due - at;
        match pieces.last_mut() {
            Some(last) if last.slope == slope && last.wait_at(at) == wait => last.until = ends,
            _ => pieces.push(Piece { from: at, until: ends, wait, slope }),
        }
        at = ends;
    }
    Ok(WaitProfile { pieces })
}

/// How the wait goes on from a moment of opening, and the first moment for which that may no longer
/// be so.
fn goes_on(
    coverage: &Coverage,
    target: Target,
    at: Instant,
    due: Instant,
) -> Result<(Slope, Instant), OutsideTable> {
    let open = coverage.next_segment(at)?;
    if at < open.from {
        return Ok((Slope::Falling, open.from));
    }
    let (slope, length) = match target {
        Target::Time(_) => {
            // The stretch that the last counted second lies in; a target may run out at its end.
            let counted = coverage.next_segment(Instant::from_unix(due.unix() - 1))?;
            (Slope::Level, counted.until - due + Duration::seconds(1))
        }
        Target::BusinessDays(days) => days_go_on(coverage, days, open)?,
    };
    Ok((slope, open.until.min(at + length)))
}

/// The same for business days, within the hours of one date and one offset.
fn days_go_on(
    coverage: &Coverage,
    days: u32,
    open: Segment,
) -> Result<(Slope, Duration), OutsideTable> {
    let zone = coverage.zone();
    let last = LastDay::new(coverage, days, open.from)?;
    let (opening, closing) = days::hours(coverage, last.date);
    let wanted = last.date.at(last.wanted);
    Ok(match last.reading {
        _ if last.wanted < opening => (Slope::Falling, last.date.at(opening) - wanted),
        _ if closing < last.wanted => (Slope::Falling, open.until - open.from),
        Reading::Skipped { resumes } => (Slope::Falling, zone.local(resumes)? - wanted),
        Reading::Once(due) | Reading::Twice { first: due, .. } => {
            let stretch = zone.stretch(zone.index_at(due)?).ok_or(OutsideTable)?;
            let held = last.date.at(closing) - wanted + Duration::seconds(1);
            (Slope::Level, held.min(stretch.until - due))
        }
    })
}

impl Piece {
    /// What a case opened at a moment of this piece waits.
    fn wait_at(&self, at: Instant) -> Duration {
        match self.slope {
            Slope::Level => self.wait,
            Slope::Falling => self.wait - (at - self.from),
        }
    }

    /// What the last case waits: nobody in the piece waits less.
    fn shortest(&self) -> Duration {
        self.wait_at(Instant::from_unix(self.until.unix() - 1))
    }

    fn count(&self) -> i64 {
        (self.until - self.from).as_seconds()
    }

    /// How many of its openings wait no longer than that.
    fn count_within(&self, wait: Duration) -> i64 {
        match self.slope {
            Slope::Level => self.count() * i64::from(self.wait <= wait),
            Slope::Falling => ((wait - self.shortest()).as_seconds() + 1).clamp(0, self.count()),
        }
    }

    /// Those of its openings that wait exactly so long.
    fn openings(&self, wait: Duration) -> Option<Openings> {
        let one = Duration::seconds(1);
        match self.slope {
            Slope::Level => {
                (self.wait == wait).then_some(Openings { from: self.from, until: self.until })
            }
            Slope::Falling => {
                let from = self.from + (self.wait - wait);
                (self.from <= from && from < self.until)
                    .then_some(Openings { from, until: from + one })
            }
        }
    }
}

impl WaitProfile {
    /// The pieces, in order; neighbours touch, unless [`WaitProfile::during`] has cut something
    /// out.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// What a case opened at a moment waits; `None` for a moment that the profile leaves out.
    #[must_use]
    pub fn wait_at(&self, at: Instant) -> Option<Duration> {
        let begun = self.pieces.partition_point(|piece| piece.from <= at);
        let piece = self.pieces.get(begun.checked_sub(1)?).filter(|piece| at < piece.until)?;
        Some(piece.wait_at(at))
    }

    /// The longest wait and every opening that suffers it; `None` if there are no openings.
    #[must_use]
    pub fn longest(&self) -> Option<Extreme> {
        self.extreme(self.pieces.iter().map(|piece| piece.wait).max()?)
    }

    /// The shortest wait and every opening that enjoys it; `None` if there are no openings.
    #[must_use]
    pub fn shortest(&self) -> Option<Extreme> {
        self.extreme(self.pieces.iter().map(Piece::shortest).min()?)
    }

    fn extreme(&self, wait: Duration) -> Option<Extreme> {
        let mut openings: Vec<Openings> = Vec::new();
        for next in self.pieces.iter().filter_map(|piece| piece.openings(wait)) {
            match openings.last_mut() {
                Some(last) if last.until == next.from => last.until = next.until,
                _ => openings.push(next),
            }
        }
        Some(Extreme { wait, openings })
    }

    /// The profile of those openings alone that lie in one of the segments, which are in order: of
    /// office hours, for one.
    #[must_use]
    pub fn during(&self, segments: impl IntoIterator<Item = Segment>) -> Self {
        let mut pieces = Vec::new();
        let mut rest = self.pieces.iter().copied().peekable();
        for segment in segments {
            while let Some(piece) = rest.peek().filter(|piece| piece.from < segment.until) {
                let (from, until) = (piece.from.max(segment.from), piece.until.min(segment.until));
                if from < until {
                    pieces.push(Piece { from, until, wait: piece.wait_at(from), ..*piece });
                }
                if segment.until < piece.until {
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

    /// How many seconds of opening the profile has.
    fn count(&self) -> i64 {
        self.pieces.iter().map(Piece::count).sum()
    }

    /// The mean wait of cases opened evenly over the profile, to the second below; `None` if there
    /// are no openings.
    #[must_use]
    pub fn mean(&self) -> Option<Duration> {
        let waited = |piece: &Piece| {
            // Level or falling, the mean is half way between the first and the last.
            let ends = piece.wait + piece.shortest();
            i128::from(ends.as_seconds()) * i128::from(piece.count())
        };
        let twice: i128 = self.pieces.iter().map(waited).sum();
        let mean = twice.checked_div_euclid(2 * i128::from(self.count()))?;
        i64::try_from(mean).ok().map(Duration::seconds)
    }

    /// The shortest wait that at least such a share of cases, opened evenly over the profile, does
    /// not exceed: with 50 per cent the median. `None` if there are no openings.
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

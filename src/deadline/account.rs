//! The account of an answer: each stretch that counted, each pause and its reasons.

use crate::calendar::{Coverage, DayOff, Target};
use crate::zone::{Duration, Instant, LocalDate, Offset, OutsideTable, TimeOfDay, Weekday};

/// When a first reply is due, and how that came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The moment at which the case was opened.
    pub opened: Instant,
    /// The moment at which counting starts: `opened`, or the next opening.
    pub starts: Instant,
    /// The moment by which the reply is due; a reply at exactly this moment is in time.
    pub due: Instant,
    /// How much was to be counted.
    pub target: Target,
    /// What counted and what did not, in order, from `opened` to `due`.
    pub steps: Vec<Step>,
    /// The clock changes of the desk's zone between `opened` and `due`.
    pub clock_changes: Vec<ClockChange>,
    /// How the reading on the last business day was moved, if it was.
    pub moved: Vec<Moved>,
}

/// One entry of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Covered time that counted, half-open.
    Counted {
        /// When counting began or went on.
        from: Instant,
        /// When it paused or was done.
        until: Instant,
    },
    /// A business day that counted.
    Day {
        /// 1 for the first working day after the one on which counting starts.
        number: u32,
        /// Its date on the desk's calendar.
        date: LocalDate,
    },
    /// Time, or for business days whole dates, that did not count; half-open.
    Pause {
        /// When it began.
        from: Instant,
        /// When it ended.
        until: Instant,
        /// Every reason for it, in order of appearance.
        reasons: Vec<Reason>,
    },
}

/// Why time does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Outside the hours of a working day.
    Closed,
    /// A Saturday or Sunday without hours.
    Weekend,
    /// Another weekday without hours.
    DayWithoutHours,
    /// A holiday that would have been a working day.
    Holiday(LocalDate),
}

/// A change of the desk's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The first moment with the new offset.
    pub at: Instant,
    /// The offset before.
    pub before: Offset,
    /// The offset from then on.
    pub after: Offset,
}

/// What was done to the wall-clock reading on the last business day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// It lay outside that day's hours and was held at the first opening or the last closing.
    HeldToHours {
        /// The reading before.
        reading: TimeOfDay,
    },
    /// A clock change skips it; the first moment after the jump was taken.
    Skipped,
    /// It happens twice; the first time was taken.
    Repeated,
}

impl Deadline {
    /// How long after opening the reply is due, as a stopwatch measures it.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.due - self.opened
    }

    /// Whether the desk was open when the case was opened.
    #[must_use]
    pub fn opened_while_open(&self) -> bool {
        self.starts == self.opened
    }
}

/// The clock changes after `from` and up to `until`.
pub(super) fn clock_changes(
    coverage: &Coverage,
    from: Instant,
    until: Instant,
) -> Result<Vec<ClockChange>, OutsideTable> {
    let mut changes = Vec::new();
    let mut before = None;
    for stretch in coverage.zone().stretches(from)?.take_while(|stretch| stretch.from <= until) {
        if let Some(before) = before {
            changes.push(ClockChange { at: stretch.from, before, after: stretch.offset });
        }
        before = Some(stretch.offset);
    }
    Ok(changes)
}

/// The pause between two moments that no window covers, with a reason for each date that the clock
/// shows meanwhile.
pub(super) fn pause(
    coverage: &Coverage,
    from: Instant,
    until: Instant,
) -> Result<Step, OutsideTable> {
    let mut reasons = Vec::new();
    for stretch in coverage.zone().stretches(from)?.take_while(|stretch| stretch.from < until) {
        let last = stretch.offset.local(stretch.until.min(until));
        let mut date = stretch.offset.local(stretch.from).date();
        while date.at(TimeOfDay::MIDNIGHT) < last {
            let reason = reason(coverage, date);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
            date = date.next();
        }
    }
    Ok(Step::Pause { from, until, reasons })
}

/// Why time of this date does not count, given that it does not.
pub(super) fn reason(coverage: &Coverage, date: LocalDate) -> Reason {
    match (coverage.day_off(date), date.weekday()) {
        (None, _) => Reason::Closed,
        (Some(DayOff::Holiday), _) => Reason::Holiday(date),
        (Some(DayOff::NoHours), Weekday::Sat | Weekday::Sun) => Reason::Weekend,
        (Some(DayOff::NoHours), _) => Reason::DayWithoutHours,
    }
}

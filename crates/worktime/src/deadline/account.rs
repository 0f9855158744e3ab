//! The account of a deadline: what counted, each pause with its reasons, and the clock changes.

use crate::schedule::{DayOff, Schedule, Target};
use crate::zone::{
    Duration, Instant, Interval, LocalDate, Offset, OutsideTable, TimeOfDay, Weekday,
};

/// When the reply to a case is due, and how that came about. Made by
/// [`respond_by`](super::respond_by).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// When the case was opened.
    pub opened: Instant,
    /// When counting starts: `opened`, or the next opening if the desk is closed at `opened`; for
    /// business days, the next opening on a business day. Days of the calendar are counted from
    /// `opened` on.
    pub starts: Instant,
    /// The instant by which the reply is due. A reply at exactly this instant is in time.
    pub due: Instant,
    /// The target that was counted.
    pub target: Target,
    /// What counted and what did not, in order. For a target in open time the steps fill the time
    /// from `opened` until `due`.
    pub steps: Vec<Step>,
    /// The clock changes of the desk's zone after `opened` and up to `due`.
    pub clock_changes: Vec<ClockChange>,
    /// How the reading on the last business day was moved, in order; empty if it was not moved.
    pub moved: Vec<Moved>,
}

/// One entry of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Time that counted: open time, of which intervals that touch are merged; for a target in days
    /// of the calendar, all time until the reply is due.
    Counted(Interval),
    /// A business day that counted.
    Day {
        /// The day's number. The first business day after the day on which counting starts has
        /// number 1.
        number: u32,
        /// The date on the desk's calendar.
        date: LocalDate,
    },
    /// Time that did not count. For a target in business days these are whole dates, but for the
    /// time until counting starts.
    Pause {
        /// The time that did not count.
        interval: Interval,
        /// Every reason, each once, in order of time.
        reasons: Vec<Reason>,
    },
}

/// Why time does not count.
///
/// The enum is exhaustive, so that code that words the reasons notices a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The desk is closed at this time of a day with hours.
    Closed,
    /// The weekday is no business weekday: it belongs to the weekend.
    NotABusinessDay(Weekday),
    /// The weekday has no hours, although it is a business weekday.
    NoHours(Weekday),
    /// The date is a holiday: its weekday has hours on other dates.
    Holiday(LocalDate),
    /// The desk is closed at this time of a date that has hours of its own, such as a day on which
    /// it closes early.
    OtherHours(LocalDate),
}

/// A change of the offset of the desk's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The first instant with the new offset.
    pub at: Instant,
    /// The offset until then.
    pub before: Offset,
    /// The offset from then on.
    pub after: Offset,
}

/// How the reading on the last business day was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// The reading lies before the day's first opening or after its last closing, and was moved
    /// there.
    HeldToHours {
        /// The time of day before the reading was moved.
        reading: TimeOfDay,
    },
    /// A clock change skips the reading. The first instant after the change was taken.
    Skipped,
    /// A clock change repeats the reading. The first of the two instants was taken.
    Repeated,
}

impl Deadline {
    /// How long after the opening of the case the reply is due, as a stopwatch measures it.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::deadline::respond_by;
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::{Duration, Zone};
    /// let zone: Zone = "Europe/London".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let friday = zone.resolve("2026-01-09T16:00".parse()?)?.instant();
    /// assert_eq!(respond_by(&desk, "PT2H".parse()?, friday)?.elapsed(), Duration::hours(66));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.due - self.opened
    }

    /// Whether the desk was open when the case was opened.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::deadline::respond_by;
    /// use worktime::schedule::{Exceptions, Schedule};
    /// use worktime::zone::Zone;
    /// let zone: Zone = "Europe/London".parse()?;
    /// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
    /// let saturday = zone.resolve("2026-01-10T12:00".parse()?)?.instant();
    /// assert!(!respond_by(&desk, "PT2H".parse()?, saturday)?.opened_while_open());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn opened_while_open(&self) -> bool {
        self.starts == self.opened
    }
}

/// The clock changes after `from` and up to `until`.
pub(super) fn clock_changes(
    schedule: &Schedule,
    from: Instant,
    until: Instant,
) -> Result<Vec<ClockChange>, OutsideTable> {
    let mut changes = Vec::new();
    let mut before = None;
    for stretch in
        schedule.zone().stretches(from)?.take_while(|stretch| stretch.interval.from <= until)
    {
        if let Some(before) = before {
            changes.push(ClockChange { at: stretch.interval.from, before, after: stretch.offset });
        }
        before = Some(stretch.offset);
    }
    Ok(changes)
}

/// The pause of an interval in which the desk is closed, with a reason for each date that the clock
/// shows in it.
pub(super) fn pause(schedule: &Schedule, interval: Interval) -> Result<Step, OutsideTable> {
    let Interval { from, until } = interval;
    let mut reasons = Vec::new();
    for stretch in
        schedule.zone().stretches(from)?.take_while(|stretch| stretch.interval.from < until)
    {
        let last = stretch.offset.local(stretch.interval.until.min(until));
        let mut date = stretch.offset.local(stretch.interval.from).date();
        while date.at(TimeOfDay::MIDNIGHT) < last {
            let reason = reason(schedule, date);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
            date = date.next();
        }
    }
    Ok(Step::Pause { interval, reasons })
}

/// Why the desk is closed at some time of a date.
fn reason(schedule: &Schedule, date: LocalDate) -> Reason {
    match schedule.without_hours(date) {
        Some(off) => of_day_off(off, date),
        None if schedule.has_other_hours(date) => Reason::OtherHours(date),
        None => Reason::Closed,
    }
}

/// Why a date is no business day.
pub(super) fn reason_off(schedule: &Schedule, date: LocalDate) -> Reason {
    schedule.day_off(date).map_or(Reason::Closed, |off| of_day_off(off, date))
}

fn of_day_off(off: DayOff, date: LocalDate) -> Reason {
    match off {
        DayOff::Holiday => Reason::Holiday(date),
        DayOff::NoHours => Reason::NoHours(date.weekday()),
        DayOff::NoBusinessWeekday => Reason::NotABusinessDay(date.weekday()),
    }
}

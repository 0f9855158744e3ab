//! Deadlines: by when a reply to a case is due, with the account of how that came about.
//!
//! A target in hours and minutes counts open time. A target in days moves the reading of the clock on
//! by business days, or by days of the calendar. The crate's [front page](crate#how-a-deadline-is-counted) has the
//! rules. The module knows nothing of the present instant.
//!
//! # Example
//!
//! ```
//! use worktime::deadline::respond_by;
//! use worktime::schedule::{Exceptions, Schedule};
//! use worktime::zone::Zone;
//! let zone: Zone = "Europe/London".parse()?;
//! let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
//! let opened = zone.resolve("2026-03-27T16:30".parse()?)?.instant();
//!
//! // Half an hour on Friday, and the rest of four hours on Monday, when summer time has begun.
//! let deadline = respond_by(&desk, "PT4H".parse()?, opened)?;
//! assert_eq!(zone.local(deadline.due)?.to_string(), "2026-03-30T12:30:00");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
mod days;
mod error;
mod hours;
mod pieces;
mod profile;

use account::clock_changes;
pub use account::{ClockChange, Deadline, Moved, Reason, Step};
pub use error::Error;
pub use pieces::wait_profile;
pub use profile::{ExtremeWait, Percent, Slope, WaitPiece, WaitProfile};

#[cfg(doc)]
use crate::schedule::DueTime;
use crate::schedule::{Schedule, Target};
use crate::zone::{Duration, Instant, Interval, OutsideTable};

/// The instant by which the reply to a case is due. A reply at exactly this instant is in time.
///
/// Counting starts at `opened`, or at the next opening if the desk is closed at `opened`.
///
/// - For [`Target::Time`] the reply is due at the earliest instant by which the desk has been open
///   for that long. A target that runs out at closing is due at closing.
/// - For [`Target::BusinessDays`] counting starts on a business day, and the reply is due that many
///   business days later: at the same reading of the clock, held within the hours of that day, or
///   when its [`DueTime`] says.
/// - For [`Target::CalendarDays`] it is due at the same reading of the clock that many dates after
///   `opened`, whatever the desk's hours.
///
/// The function allocates nothing.
///
/// # Errors
///
/// [`Error`] if the zone has no rules for `opened` or for the answer.
///
/// # Example
///
/// ```
/// use worktime::deadline::due;
/// use worktime::schedule::{Exceptions, Schedule};
/// use worktime::zone::Zone;
/// let zone: Zone = "Europe/London".parse()?;
/// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
/// let friday = zone.resolve("2026-01-09T15:00".parse()?)?.instant();
/// assert_eq!(due(&desk, "PT2H".parse()?, friday)?.to_string(), "2026-01-09T17:00:00Z");
/// assert_eq!(due(&desk, "P1D".parse()?, friday)?.to_string(), "2026-01-12T15:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn due(schedule: &Schedule, target: Target, opened: Instant) -> Result<Instant, Error> {
    check_within_table(schedule, opened)?;
    let due = match target {
        Target::Time(length) => schedule.add_open_time(opened, at_least_a_second(length)),
        Target::BusinessDays(count, due_time) => {
            let business = schedule.business_hours();
            let starts = business.next_open_instant(opened);
            starts.and_then(|starts| days::due(business, (count, due_time), starts))
        }
        Target::CalendarDays(count) => {
            days::calendar_due(schedule.zone(), count, opened).map(|(_, at)| at.instant())
        }
    };
    due.map_err(Error::DueOutsideTable)
}

/// As [`due`], with the account of how the answer came about.
///
/// # Errors
///
/// [`Error`] if the zone has no rules for `opened` or for the answer.
///
/// # Example
///
/// ```
/// use worktime::deadline::{Reason, Step, respond_by};
/// use worktime::schedule::{Exceptions, Schedule};
/// use worktime::zone::{Weekday, Zone};
/// let zone: Zone = "Europe/London".parse()?;
/// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
/// let friday = zone.resolve("2026-01-09T16:00".parse()?)?.instant();
/// let deadline = respond_by(&desk, "PT2H".parse()?, friday)?;
/// let [Step::Counted(before), Step::Pause { reasons, .. }, Step::Counted(after)] =
///     &deadline.steps[..]
/// else {
///     unreachable!("an hour on Friday, a weekend, and an hour on Monday");
/// };
/// assert_eq!((before.from, after.until), (friday, deadline.due));
/// assert!(reasons.contains(&Reason::NotABusinessDay(Weekday::Sun)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn respond_by(schedule: &Schedule, target: Target, opened: Instant) -> Result<Deadline, Error> {
    check_within_table(schedule, opened)?;
    account(schedule, target, opened).map_err(Error::DueOutsideTable)
}

fn account(schedule: &Schedule, target: Target, opened: Instant) -> Result<Deadline, OutsideTable> {
    let (starts, due, steps, moved) = match target {
        Target::Time(length) => {
            let due = schedule.add_open_time(opened, at_least_a_second(length))?;
            let starts = schedule.next_open_instant(opened)?;
            (starts, due, hours::steps(schedule, opened, due)?, Vec::new())
        }
        Target::BusinessDays(count, due_time) => {
            let business = schedule.business_hours();
            let starts = business.next_open_instant(opened)?;
            let due = days::due(business, (count, due_time), starts)?;
            let (last, moved) = days::last_day(business, (count, due_time), starts)?;
            (starts, due, days::steps(business, opened, starts, last)?, moved)
        }
        Target::CalendarDays(count) => {
            let (_, reading) = days::calendar_due(schedule.zone(), count, opened)?;
            let due = reading.instant();
            let counted = Interval::new(opened, due).map(Step::Counted);
            let moved = days::moved_by_clock(reading);
            (opened, due, counted.into_iter().collect(), moved.into_iter().collect())
        }
    };
    let clock_changes = clock_changes(schedule, opened, due)?;
    Ok(Deadline { opened, starts, due, target, steps, clock_changes, moved })
}

/// Makes sure that the reply is due after counting starts.
fn at_least_a_second(length: Duration) -> Duration {
    length.max(Duration::seconds(1))
}

fn check_within_table(schedule: &Schedule, opened: Instant) -> Result<(), Error> {
    let offset = schedule.zone().offset_at(opened);
    offset.map(|_| ()).map_err(Error::OpenedOutsideTable)
}

//! By when a first reply is due, with the account of how that came about.
//!
//! Targets in hours and minutes count covered time; targets in business days move the wall-clock
//! reading on by working days. Knows nothing of plans, languages or the present moment.
//!
//! ```
//! use plan_comparator::calendar::{Coverage, Holidays, Target, Week};
//! use plan_comparator::deadline::respond_by;
//! use plan_comparator::zone::{LocalTime, Zone};
//! let zone = Zone::named("Europe/London").expect("a zone");
//! let desk = Coverage::new(zone, Week::parse("mon-fri 09:00-17:00").expect("hours"), Holidays::default());
//! let at = |text| zone.resolve(LocalTime::parse(text).expect("a reading")).expect("in the table").instant();
//!
//! // Half an hour on Friday, the rest of four hours on Monday, when summer time has begun.
//! let deadline = respond_by(&desk, Target::parse("PT4H").expect("a target"), at("2026-03-27T16:30"))?;
//! assert_eq!(deadline.due, at("2026-03-30T12:30"));
//! # Ok::<(), plan_comparator::deadline::Error>(())
//! ```

mod account;
mod days;
mod hours;
mod profile;

use account::clock_changes;
pub use account::{ClockChange, Deadline, Moved, Reason, Step};
use days::LastDay;
pub use profile::{Extreme, Openings, Percent, Piece, Slope, WaitProfile, wait_profile};

use crate::calendar::{Coverage, Target};
use crate::zone::{Duration, Instant, OutsideTable};

/// Why there is no deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The case was opened before 2020 or after 2040, where there are no zone rules.
    OpenedOutsideTable,
    /// The reply would be due after 2040, or the desk does not open again before that.
    DueOutsideTable,
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let what = match self {
            Self::OpenedOutsideTable => "the case was opened",
            Self::DueOutsideTable => "the reply would be due",
        };
        write!(f, "{what} {OutsideTable}")
    }
}

impl core::error::Error for Error {}

/// The moment by which the first reply to a case opened at `opened` is due.
///
/// For [`Target::Time`] it is the earliest moment by which the desk has been open for that long; a
/// target that runs out at closing is due at closing. For [`Target::BusinessDays`] it is the
/// wall-clock reading of the moment at which counting starts, that many working days on, held
/// within that day's hours.
///
/// Counting starts at `opened`, or at the next opening if the desk is closed then. Allocates
/// nothing.
///
/// # Errors
///
/// [`Error`] where `opened` or the answer lies outside the zone table.
pub fn due(coverage: &Coverage, target: Target, opened: Instant) -> Result<Instant, Error> {
    within_table(coverage, opened)?;
    let due = match target {
        Target::Time(length) => coverage.open_for(at_least_a_second(length), opened),
        Target::BusinessDays(days) => coverage
            .next_open(opened)
            .and_then(|starts| LastDay::new(coverage, days, starts))
            .map(|last| last.reading.instant()),
    };
    due.map_err(|OutsideTable| Error::DueOutsideTable)
}

/// As [`due`], with the account of how that came about.
///
/// # Errors
///
/// [`Error`] where `opened` or the answer lies outside the zone table.
pub fn respond_by(coverage: &Coverage, target: Target, opened: Instant) -> Result<Deadline, Error> {
    within_table(coverage, opened)?;
    account(coverage, target, opened).map_err(|OutsideTable| Error::DueOutsideTable)
}

fn account(coverage: &Coverage, target: Target, opened: Instant) -> Result<Deadline, OutsideTable> {
    let starts = coverage.next_open(opened)?;
    let (due, steps, moved) = match target {
        Target::Time(length) => {
            let due = coverage.open_for(at_least_a_second(length), opened)?;
            (due, hours::steps(coverage, opened, due)?, Vec::new())
        }
        Target::BusinessDays(days) => {
            let last = LastDay::new(coverage, days, starts)?;
            let steps = days::steps(coverage, opened, starts, last.date)?;
            (last.reading.instant(), steps, last.moved())
        }
    };
    let clock_changes = clock_changes(coverage, opened, due)?;
    Ok(Deadline { opened, starts, due, target, steps, clock_changes, moved })
}

/// So that counting starts before it is done.
fn at_least_a_second(length: Duration) -> Duration {
    length.max(Duration::seconds(1))
}

fn within_table(coverage: &Coverage, opened: Instant) -> Result<(), Error> {
    let offset = coverage.zone().offset_at(opened);
    offset.map(|_| ()).map_err(|OutsideTable| Error::OpenedOutsideTable)
}

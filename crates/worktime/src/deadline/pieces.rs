//! Computing a [`WaitProfile`] piece by piece.
//!
//! While the desk is closed, the wait falls: each second of waiting for the opening is one less.
//! While the desk is open, the due instant mostly moves on with the opening of the case, and the
//! wait stays level, until the due instant reaches a closing and jumps to the next opening. For
//! business days the due instant stands still where it is held to the hours of its day, or if it is
//! the end of that day, and the wait falls there, too. So a profile consists of level and falling pieces. Each piece is computed
//! from its beginning together with its end; nothing is sampled.

use super::days::{self, LastDay};
use super::{Error, Slope, WaitPiece, WaitProfile, due};
use crate::schedule::{DueTime, Schedule, Target};
use crate::zone::{Asked, Duration, Instant, Interval, OutsideTable, Reading, Zone};

/// The waits of all cases that are opened from `from` on and before `until`.
///
/// # Errors
///
/// [`Error`] if the zone has no rules for one of the openings, or for one of the due instants.
///
/// # Example
///
/// ```
/// use worktime::deadline::wait_profile;
/// use worktime::schedule::{Exceptions, Schedule};
/// use worktime::zone::{Duration, Zone};
/// let zone: Zone = "Europe/London".parse()?;
/// let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, Exceptions::default());
/// let monday = zone.resolve("2026-01-05T00:00".parse()?)?.instant();
/// let week = wait_profile(&desk, "PT2H".parse()?, monday, monday + Duration::days(7))?;
/// let longest = week.longest().expect("a week has openings");
/// // One second less than two hours before the closing on Friday is too late for that day.
/// assert_eq!(longest.wait, Duration::hours(66));
/// assert_eq!(longest.openings[0].from.to_string(), "2026-01-09T15:00:01Z");
/// assert_eq!(longest.openings[0].last().to_string(), "2026-01-09T17:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn wait_profile(
    schedule: &Schedule,
    target: Target,
    from: Instant,
    until: Instant,
) -> Result<WaitProfile, Error> {
    let mut pieces: Vec<WaitPiece> = Vec::new();
    let mut at = from;
    while at < until {
        let due = due(schedule, target, at)?;
        let (slope, ends) =
            piece_from(schedule, target, at, due).map_err(Error::DueOutsideTable)?;
        debug_assert!(at < ends, "each piece ends at least a second later");
        let ends = ends.min(until);
        let wait = due - at;
        match pieces.last_mut() {
            Some(last) if last.slope == slope && last.wait_at(at) == wait => {
                last.openings.until = ends;
            }
            _ => {
                let openings = Interval { from: at, until: ends };
                pieces.push(WaitPiece { openings, wait, slope });
            }
        }
        at = ends;
    }
    Ok(WaitProfile { pieces })
}

/// The slope of the wait for a case that is opened at `at`, and the first later opening at which the
/// slope may change or the wait may jump.
fn piece_from(
    schedule: &Schedule,
    target: Target,
    at: Instant,
    due: Instant,
) -> Result<(Slope, Instant), OutsideTable> {
    let (schedule, target) = match target {
        Target::CalendarDays(days) => return calendar_piece_from(schedule.zone(), days, at),
        Target::BusinessDays(..) => (schedule.business_hours(), target),
        Target::Time(_) => (schedule, target),
    };
    let open = schedule.next_open_interval(at)?;
    if at < open.from {
        return Ok((Slope::Falling, open.from));
    }
    let (slope, length) = match target {
        Target::BusinessDays(days, DueTime::SameTime) => days_piece_from(schedule, days, open)?,
        // All cases of one date are due at the same instant.
        Target::BusinessDays(..) => (Slope::Falling, open.until - at),
        Target::Time(_) | Target::CalendarDays(_) => {
            // The open interval of the last counted second; the target may run out at its end, unless
            // that is the end of the zone rules.
            let counted = schedule.next_open_interval(Instant::from_unix(due.unix() - 1))?;
            let last = (counted.until + Duration::seconds(1)).min(schedule.zone().table().until);
            (Slope::Level, last - due)
        }
    };
    Ok((slope, open.until.min(at + length)))
}

/// As [`piece_from`], for days of the calendar: the wait is level until the clock changes at one of
/// its ends, and falls while the clock skips the reading of the last day.
fn calendar_piece_from(
    zone: &Zone,
    days: u32,
    at: Instant,
) -> Result<(Slope, Instant), OutsideTable> {
    let stretch = |at| zone.stretches(at)?.next().ok_or_else(|| zone.outside(Asked::Instant(at)));
    let (slope, length) = match days::calendar_due(zone, days, at)? {
        (wanted, Reading::Skipped { resumes }) => (Slope::Falling, zone.local(resumes)? - wanted),
        (_, Reading::Once(due) | Reading::Twice { first: due, .. }) => {
            (Slope::Level, stretch(due)?.interval.until - due)
        }
    };
    Ok((slope, stretch(at)?.interval.until.min(at + length)))
}

/// The slope and the longest possible length of a piece for business days. The piece begins with
/// `open`, which lies within one date and one offset.
fn days_piece_from(
    schedule: &Schedule,
    days: u32,
    open: Interval,
) -> Result<(Slope, Duration), OutsideTable> {
    let zone = schedule.zone();
    let last = LastDay::new(schedule, days, open.from)?;
    let (opening, closing) = days::hours(schedule, last.date);
    let wanted = last.date.at(last.wanted);
    Ok(match last.reading {
        _ if last.wanted < opening => (Slope::Falling, last.date.at(opening) - wanted),
        _ if closing < last.wanted => (Slope::Falling, open.until - open.from),
        Reading::Skipped { resumes } => (Slope::Falling, zone.local(resumes)? - wanted),
        Reading::Once(due) | Reading::Twice { first: due, .. } => {
            let stretch =
                zone.stretches(due)?.next().ok_or_else(|| zone.outside(Asked::Instant(due)))?;
            let held = last.date.at(closing) - wanted + Duration::seconds(1);
            (Slope::Level, held.min(stretch.interval.until - due))
        }
    })
}

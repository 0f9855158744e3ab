//! The engine: the input is a [`Case`].
//!
//! To ask the engine another question, add a function beside `check_deadline` and call it from
//! [`check`] with the same case.

use worktime::deadline::{Deadline, Error, Moved, Reason, Step, due, respond_by, wait_profile};
use worktime::schedule::{DueTime, Schedule, State, Target};
use worktime::zone::{Duration, Instant, Interval, LocalDate, TimeOfDay};

use crate::case::{Case, TABLE, case};

/// At most how many intervals, steps or pieces are compared with the desk's hours.
const COMPARED: usize = 50;

/// For how many seconds after the opening of the case waits are profiled.
const PROFILED: i64 = 4 * 86_400;

/// Answers a case, and compares the answer with the hours of the desk.
///
/// # Panics
///
/// If a check fails.
pub fn check(data: &[u8]) {
    let Some(case) = case(data) else { return };
    check_open_intervals(&case);
    check_deadline(&case);
    check_profile(&case);
    check_state(&case);
}

fn later(at: Instant, seconds: i64) -> Instant {
    at + Duration::seconds(seconds)
}

/// The first second of an interval, the second in the middle, and the last.
fn samples(interval: Interval) -> [Instant; 3] {
    let Interval { from, until } = interval;
    [from, later(from, (until - from).as_seconds() / 2), interval.last()]
}

/// The desk is open throughout an interval, or closed throughout.
#[track_caller]
fn check_open(desk: &Schedule, interval: Interval, open: bool) {
    assert!(interval.from < interval.until, "{interval:?}");
    for at in samples(interval) {
        assert_eq!(desk.is_open(at), Ok(open), "at {at} in {interval:?}");
    }
}

/// The open intervals are in order, and the desk is closed between them.
fn check_open_intervals(case: &Case) {
    let Case { desk, opened, .. } = case;
    let inside = (TABLE.0..TABLE.1).contains(&opened.unix());
    assert_eq!(desk.is_open(*opened).is_ok(), inside, "{opened}");
    let Ok(intervals) = desk.open_intervals(*opened) else {
        assert!(!inside, "{opened}");
        return;
    };
    let mut closed_from = *opened;
    for open in intervals.take(COMPARED) {
        check_open(desk, open, true);
        assert!(closed_from <= open.from, "{closed_from} is not before {}", open.from);
        if let Some(closed) = Interval::new(closed_from, open.from) {
            check_open(desk, closed, false);
        }
        closed_from = open.until;
    }
}

fn check_deadline(case: &Case) {
    let Case { desk, target, opened } = case;
    assert_eq!(
        due(desk, *target, *opened),
        respond_by(desk, *target, *opened).map(|deadline| deadline.due)
    );
    match respond_by(desk, *target, *opened) {
        Ok(deadline) => {
            let Deadline { starts, due, .. } = deadline;
            assert_eq!((deadline.opened, deadline.target), (*opened, *target));
            assert!(*opened <= starts && starts < due, "{opened}, {starts}, {due}");
            assert!(desk.is_open(due).is_ok(), "{due} is outside the table");
            if target.counts_hours() {
                assert_eq!(desk.is_open(starts), Ok(true), "{starts}");
            }
            if let (Target::Time(_), Some(closed)) = (target, Interval::new(*opened, starts)) {
                check_open(desk, closed, false);
            }
            check_clock_changes(case, &deadline);
            match target {
                Target::Time(length) => check_counted(desk, *length, &deadline),
                Target::BusinessDays(days, due_time) => {
                    check_days(desk, (*days, *due_time), &deadline);
                }
                Target::CalendarDays(days) => check_calendar_days(desk, *days, &deadline),
            }
        }
        Err(Error::OpenedOutsideTable(outside)) => {
            assert_eq!(desk.is_open(*opened), Err(outside), "{opened}");
        }
        Err(Error::DueOutsideTable(_)) => assert!(desk.is_open(*opened).is_ok(), "{opened}"),
        Err(other) => unreachable!("the engine has no other error, but {other}"),
    }
}

/// The profile of the days after the opening has the waits of single deadlines, at the beginning,
/// in the middle and at the end of each piece, and so have the longest and the shortest wait.
fn check_profile(case: &Case) {
    let Case { desk, target, opened } = case;
    let until = later(*opened, PROFILED);
    let Ok(profile) = wait_profile(desk, *target, *opened, until) else { return };
    if until <= *opened {
        return assert_eq!(profile.longest(), None);
    }
    let wait = |at: Instant| due(desk, *target, at).map(|due| due - at);
    let mut reached = *opened;
    for piece in profile.pieces() {
        let Interval { from, until } = piece.openings;
        assert!(from == reached && from < until, "{piece:?} after {reached}");
        reached = until;
    }
    assert_eq!(reached, until);
    for piece in profile.pieces().iter().take(COMPARED) {
        for at in samples(piece.openings) {
            assert_eq!(profile.wait_at(at), wait(at).ok(), "{piece:?} at {at}");
        }
    }
    let (Some(longest), Some(shortest)) = (profile.longest(), profile.shortest()) else {
        panic!("the profile has no openings");
    };
    assert!(shortest.wait <= longest.wait);
    for extreme in [longest, shortest] {
        for openings in extreme.openings.iter().take(COMPARED) {
            for at in [openings.from, openings.last()] {
                assert_eq!(wait(at), Ok(extreme.wait), "{openings:?}");
            }
        }
    }
}

/// The state of the desk lasts until the change that it names, and not longer.
fn check_state(case: &Case) {
    let Case { desk, opened, .. } = case;
    let (open, change) = match desk.state(*opened) {
        Ok(State::Open { closes }) => (true, closes),
        Ok(State::Closed { opens }) => (false, opens),
        Err(outside) => return assert_eq!(desk.is_open(*opened), Err(outside), "{opened}"),
    };
    let until = change.unwrap_or(Instant::from_unix(TABLE.1));
    check_open(desk, Interval { from: *opened, until }, open);
    if let Some(change) = change {
        assert_eq!(desk.is_open(change), Ok(!open), "{change}");
    }
}

/// At each clock change the offset differs from the offset a second before.
fn check_clock_changes(case: &Case, deadline: &Deadline) {
    let zone = case.desk.zone();
    assert!(deadline.clock_changes.is_sorted_by(|one, next| one.at < next.at));
    for change in &deadline.clock_changes {
        assert!(deadline.opened < change.at && change.at <= deadline.due, "{}", change.at);
        assert_eq!(zone.offset_at(later(change.at, -1)), Ok(change.before), "{}", change.at);
        assert_eq!(zone.offset_at(change.at), Ok(change.after), "{}", change.at);
        assert_ne!(change.before, change.after, "{}", change.at);
    }
}

/// The steps fill the time from opening to the deadline, and the counted ones add up to the target.
fn check_counted(desk: &Schedule, length: Duration, deadline: &Deadline) {
    let mut reached = deadline.opened;
    let mut counted = Duration::ZERO;
    let mut compared = 0;
    for (step, place) in deadline.steps.iter().zip(1..) {
        let (interval, counts) = match step {
            Step::Counted(interval) => (*interval, true),
            Step::Pause { interval, reasons } => {
                check_reasons(reasons);
                assert!(place < deadline.steps.len(), "nothing follows the last pause");
                (*interval, false)
            }
            Step::Day { .. } => panic!("a day in {:?}", deadline.target),
        };
        assert_eq!(interval.from, reached, "a gap, or an overlap");
        assert!(interval.from < interval.until, "{interval:?}");
        if counts {
            counted = counted + interval.duration();
        }
        if compared < COMPARED {
            compared += 1;
            check_open(desk, interval, counts);
        }
        reached = interval.until;
    }
    assert_eq!((reached, counted), (deadline.due, length));
    assert!(deadline.moved.is_empty());
}

/// A pause has a reason, and names each reason once.
fn check_reasons(reasons: &[Reason]) {
    let is_new =
        |place| !reasons.iter().skip(place + 1).any(|other| reasons.get(place) == Some(other));
    assert!(!reasons.is_empty() && (0..reasons.len()).all(is_new), "{reasons:?}");
}

/// The days are numbered, in order, and business days; the pauses lie between them; and the
/// deadline is on the last day.
fn check_days(desk: &Schedule, (days, due_time): (u32, DueTime), deadline: &Deadline) {
    let zone = desk.zone();
    let mut number = 0;
    let start = zone.local(deadline.starts).expect("counting starts within the table");
    let mut date = start.date();
    let mut reached = deadline.opened;
    for step in &deadline.steps {
        match step {
            Step::Counted { .. } => panic!("time in {:?}", deadline.target),
            Step::Pause { interval: Interval { from, until }, reasons } => {
                check_reasons(reasons);
                assert!(reached <= *from && from < until, "{reached}, {from} to {until}");
                reached = *until;
            }
            Step::Day { number: this, date: on } => {
                assert_eq!(*this, number + 1);
                assert!(date < *on, "{date} before {on}");
                assert_eq!(desk.day_off(*on), None, "{on}");
                (number, date) = (*this, *on);
            }
        }
    }
    assert_eq!(number, days);
    assert!(reached <= deadline.due, "{reached} is after {}", deadline.due);
    match due_time {
        DueTime::SameTime => check_reading(desk, date, start.time_of_day(), deadline),
        DueTime::Closing => {
            // A clock change may skip all hours of the day.
            let last = desk.is_open(later(deadline.due, -1)) == Ok(true);
            let is_after_change = deadline.clock_changes.iter().any(|it| it.at == deadline.due);
            assert!(last || is_after_change, "{} is no closing", deadline.due);
            assert!(deadline.moved.is_empty());
        }
        DueTime::EndOfDay => {
            let date_at = |at| zone.local(at).map(|reading| reading.date());
            assert!(date_at(deadline.due).is_ok_and(|due| date < due), "{}", deadline.due);
            assert!(date_at(later(deadline.due, -1)).is_ok_and(|last| last <= date));
            assert!(deadline.moved.is_empty());
        }
    }
}

/// The clock shows the same reading as many dates later, unless it skips that reading.
fn check_calendar_days(desk: &Schedule, days: u32, deadline: &Deadline) {
    let zone = desk.zone();
    let counted = Step::Counted(Interval { from: deadline.opened, until: deadline.due });
    assert_eq!((deadline.starts, &deadline.steps[..]), (deadline.opened, &[counted][..]));
    let opened = zone.local(deadline.opened).expect("the opening is within the table");
    let expected = opened.date().plus_days(i64::from(days)).at(opened.time_of_day());
    let reading = zone.local(deadline.due).expect("the deadline is within the table");
    let was_skipped = deadline.moved.contains(&Moved::Skipped);
    assert_eq!(was_skipped, reading != expected, "{reading} for {expected}");
    assert!(expected <= reading, "{reading} is before {expected}");
}

/// The clock shows the same time of day at the deadline as when counting started, unless the
/// account says how the reading was moved.
fn check_reading(desk: &Schedule, date: LocalDate, start: TimeOfDay, deadline: &Deadline) {
    let windows = desk.windows_on(date);
    let (Some(first), Some(last)) = (windows.first(), windows.last()) else {
        panic!("no hours on {date}");
    };
    let held = start.clamp(first.from, last.until);
    let was_held = deadline.moved.contains(&Moved::HeldToHours { reading: start });
    assert_eq!(was_held, held != start, "{:?}", deadline.moved);
    let expected = date.at(held);
    let reading = desk.zone().local(deadline.due).expect("the deadline is within the table");
    if deadline.moved.contains(&Moved::Skipped) {
        assert!(expected < reading, "{reading} is not after {expected}");
        assert!(deadline.clock_changes.iter().any(|change| change.at == deadline.due));
    } else {
        assert_eq!(reading, expected);
    }
}

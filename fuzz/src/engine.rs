//! The engine: the input is a [`Case`].
//!
//! Another question to the engine is one more function beside [`check_deadline`], called from
//! [`check`] with the same case.

use plan_comparator::calendar::{Coverage, Desk, Target};
use plan_comparator::deadline::{
    Deadline, Error, Moved, Reason, Step, due, respond_by, wait_profile,
};
use plan_comparator::zone::{Duration, Instant, LocalDate, OutsideTable, TimeOfDay};

use super::case::{Case, TABLE, case};

/// Open stretches that are looked at one by one, and steps of an account likewise.
const LOOKED_AT: usize = 50;

/// Seconds of opening whose waits are profiled.
const PROFILED: i64 = 4 * 86_400;

/// Answers a case, and compares the answer with the hours of the desk.
///
/// # Panics
///
/// When something does not hold.
pub fn check(data: &[u8]) {
    let Some(case) = case(data) else { return };
    check_segments(&case);
    check_deadline(&case);
    check_profile(&case);
    check_desk(&case);
}

fn later(at: Instant, seconds: i64) -> Instant {
    at + Duration::seconds(seconds)
}

/// The moment in the middle of two.
fn middle(from: Instant, until: Instant) -> Instant {
    later(from, (until - from).as_seconds() / 2)
}

/// The first moment, the one in the middle and the last are as they should be.
#[track_caller]
fn check_open(desk: &Coverage, from: Instant, until: Instant, open: bool) {
    assert!(from < until, "{from} to {until}");
    for at in [from, middle(from, until), later(until, -1)] {
        assert_eq!(desk.is_open(at), Ok(open), "at {at}, between {from} and {until}");
    }
}

/// The open stretches are in order, open throughout, and closed between.
fn check_segments(case: &Case) {
    let Case { desk, opened, .. } = case;
    let inside = (TABLE.0..TABLE.1).contains(&opened.unix());
    assert_eq!(desk.is_open(*opened).is_ok(), inside, "{opened}");
    let Ok(segments) = desk.segments(*opened) else {
        assert!(!inside, "{opened}");
        return;
    };
    let mut closed_from = *opened;
    for segment in segments.take(LOOKED_AT) {
        check_open(desk, segment.from, segment.until, true);
        assert!(closed_from <= segment.from, "{closed_from} is before {}", segment.from);
        if closed_from < segment.from {
            check_open(desk, closed_from, segment.from, false);
        }
        closed_from = segment.until;
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
            assert_eq!(desk.is_open(starts), Ok(true), "{starts}");
            assert!(desk.is_open(due).is_ok(), "{due} is outside the table");
            if *opened < starts {
                check_open(desk, *opened, starts, false);
            }
            check_clock_changes(case, &deadline);
            match target {
                Target::Time(length) => check_counted(desk, *length, &deadline),
                Target::BusinessDays(days) => check_days(desk, *days, &deadline),
            }
        }
        Err(Error::OpenedOutsideTable) => {
            assert_eq!(desk.is_open(*opened), Err(OutsideTable), "{opened}");
        }
        Err(Error::DueOutsideTable) => assert!(desk.is_open(*opened).is_ok(), "{opened}"),
    }
}

/// The waits of the days after opening say what each deadline says, where the pieces begin and end,
/// and the longest and the shortest are among them.
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
        assert!(piece.from == reached && piece.from < piece.until, "{piece:?} after {reached}");
        reached = piece.until;
    }
    assert_eq!(reached, until);
    for piece in profile.pieces().iter().take(LOOKED_AT) {
        for at in [piece.from, middle(piece.from, piece.until), later(piece.until, -1)] {
            assert_eq!(profile.wait_at(at), wait(at).ok(), "{piece:?} at {at}");
        }
    }
    let (Some(longest), Some(shortest)) = (profile.longest(), profile.shortest()) else {
        panic!("no openings");
    };
    assert!(shortest.wait <= longest.wait);
    for extreme in [longest, shortest] {
        for openings in extreme.openings.iter().take(LOOKED_AT) {
            for at in [openings.from, later(openings.until, -1)] {
                assert_eq!(wait(at), Ok(extreme.wait), "{openings:?}");
            }
        }
    }
}

/// The desk is as it is now up to the next change, and then it is not.
fn check_desk(case: &Case) {
    let Case { desk, opened, .. } = case;
    let (open, change) = match desk.desk(*opened) {
        Ok(Desk::Open { closes }) => (true, closes),
        Ok(Desk::Closed { opens }) => (false, opens),
        Err(OutsideTable) => return assert!(desk.is_open(*opened).is_err(), "{opened}"),
    };
    check_open(desk, *opened, change.unwrap_or(Instant::from_unix(TABLE.1)), open);
    if let Some(change) = change {
        assert_eq!(desk.is_open(change), Ok(!open), "{change}");
    }
}

/// They are those at which the offset is another than a second before.
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

/// The steps fill the time from opening to the deadline, and those that counted add up.
fn check_counted(desk: &Coverage, length: Duration, deadline: &Deadline) {
    let mut reached = deadline.opened;
    let mut counted = Duration::ZERO;
    let mut looked_at = 0;
    for (step, place) in deadline.steps.iter().zip(1..) {
        let (from, until, counts) = match step {
            Step::Counted { from, until } => (*from, *until, true),
            Step::Pause { from, until, reasons } => {
                check_reasons(reasons);
                assert!(place < deadline.steps.len(), "nothing follows the last pause");
                (*from, *until, false)
            }
            Step::Day { .. } => panic!("a day in {:?}", deadline.target),
        };
        assert_eq!(from, reached, "a gap, or an overlap");
        assert!(from < until, "{from} to {until}");
        if counts {
            counted = counted + (until - from);
        }
        if looked_at < LOOKED_AT {
            looked_at += 1;
            check_open(desk, from, until, counts);
        }
        reached = until;
    }
    assert_eq!((reached, counted), (deadline.due, length));
    assert!(deadline.moved.is_empty());
}

fn check_reasons(reasons: &[Reason]) {
    let is_new =
        |place| !reasons.iter().skip(place + 1).any(|other| reasons.get(place) == Some(other));
    assert!(!reasons.is_empty() && (0..reasons.len()).all(is_new), "{reasons:?}");
}

/// The days are numbered, in order and working days, the pauses lie between them, and the deadline
/// is on the last.
fn check_days(desk: &Coverage, days: u32, deadline: &Deadline) {
    let zone = desk.zone();
    let mut number = 0;
    let start = zone.local(deadline.starts).expect("counting starts within the table");
    let mut date = start.date();
    let mut reached = deadline.opened;
    for step in &deadline.steps {
        match step {
            Step::Counted { .. } => panic!("time in {:?}", deadline.target),
            Step::Pause { from, until, reasons } => {
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
    check_reading(desk, date, start.time_of_day(), deadline);
}

/// The deadline is the reading at which counting started, unless the account says how it was moved.
fn check_reading(desk: &Coverage, date: LocalDate, start: TimeOfDay, deadline: &Deadline) {
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

//! The engine: the bytes are a desk, a target and the moment at which a case is opened.
//!
//! What [`case`] takes, in this order: the zone; the windows of the week; the moment; the holidays,
//! counted from it; the target. Another question to the engine is one more function beside
//! [`check_deadline`], called from [`check`] with the same case.

use std::sync::LazyLock;

use plan_comparator::calendar::{Coverage, Holidays, MAX_HOLIDAYS, Target, Week, Window};
use plan_comparator::deadline::{Deadline, Error, Moved, Reason, Step, respond_by};
use plan_comparator::zone::{
    Duration, Instant, LocalDate, Offset, OutsideTable, TimeOfDay, Weekday, Zone,
};

use super::bytes::Bytes;

/// A day on a clock that no change disturbs.
const DAY: i64 = 86_400;

/// 2020-01-01T00:00:00Z and 2041-01-01T00:00:00Z, between which there are zone rules.
const TABLE: (i64, i64) = (1_577_836_800, 2_240_611_200);

/// Most windows of an input, each on some days of the week.
const WINDOWS: u8 = 6;

/// Open stretches that are looked at one by one, and steps of an account likewise.
const LOOKED_AT: usize = 50;

/// Every zone of the table.
static ZONES: LazyLock<Vec<Zone>> =
    LazyLock::new(|| Zone::names().filter_map(Zone::named).collect());

/// A desk and a case for it.
struct Case {
    desk: Coverage,
    target: Target,
    opened: Instant,
}

/// Answers a case, and compares the answer with the hours of the desk.
///
/// # Panics
///
/// When something does not hold.
pub fn check(data: &[u8]) {
    let Some(case) = case(&mut Bytes(data)) else { return };
    check_segments(&case);
    check_deadline(&case);
}

/// `None` for bytes that give the week no hours.
fn case(bytes: &mut Bytes) -> Option<Case> {
    let zone = *ZONES.get(usize::from(bytes.short()) % ZONES.len())?;
    let mut windows = Vec::new();
    for _ in 0..=bytes.byte() % WINDOWS {
        let days = bytes.byte();
        let window = Window { from: time(bytes)?, until: time(bytes)? };
        let week = core::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).zip(0..7);
        let on = week.filter(|(_, bit)| days >> bit & 1 == 1);
        windows.extend(on.map(|(day, _)| (day, window)));
    }
    let opened = opened(bytes, &zone, &windows);
    let holidays = holidays(bytes, date_of(opened));
    let target = target(bytes);
    let desk = Coverage::new(zone, Week::new(windows)?, holidays);
    Some(Case { desk, target, opened })
}

/// A quarter of an hour by one byte, or any second by more.
fn time(bytes: &mut Bytes) -> Option<TimeOfDay> {
    let second = match bytes.byte() {
        quarter @ 0..=96 => u32::from(quarter) * 900,
        above => (u32::from(above) << 16 | u32::from(bytes.short())) % 86_401,
    };
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    TimeOfDay::parse(&format!("{hour:02}:{minute:02}:{second:02}"))
}

/// A few seconds around zero.
fn jitter(bytes: &mut Bytes) -> i64 {
    match bytes.byte() {
        small @ 0..=127 => i64::from(small) - 64,
        large => (i64::from(large) - 192) * 900,
    }
}

/// Near an edge of a window, near a clock change, near an end of the table, or at any moment.
fn opened(bytes: &mut Bytes, zone: &Zone, windows: &[(Weekday, Window)]) -> Instant {
    let kind = bytes.byte();
    let unix = match kind % 8 {
        0..=3 => {
            // 21 years have 7,671 days.
            let date =
                date_of(Instant::from_unix(TABLE.0 + i64::from(bytes.short() % 7_671) * DAY));
            let window = windows.get(usize::from(kind / 8) % windows.len().max(1));
            let edge = window.map_or(TimeOfDay::MIDNIGHT, |(_, window)| {
                if kind % 2 == 0 { window.from } else { window.until }
            });
            let at =
                zone.resolve(date.at(edge)).map_or(Instant::from_unix(TABLE.1), |it| it.instant());
            at.unix() + jitter(bytes)
        }
        4 | 5 => {
            let stretches = zone.stretches(Instant::from_unix(TABLE.0)).into_iter().flatten();
            let changes: Vec<Instant> = stretches.map(|stretch| stretch.from).collect();
            let change = changes.iter().cycle().nth(usize::from(bytes.byte()));
            change.map_or(TABLE.0, |at| at.unix()) + jitter(bytes)
        }
        6 => TABLE.0 + i64::from(bytes.word()) % (TABLE.1 - TABLE.0),
        _ => match bytes.byte() {
            0 => TABLE.0 + jitter(bytes),
            1 => TABLE.1 + jitter(bytes),
            2 => i64::MIN.saturating_add(jitter(bytes)),
            3 => i64::MAX.saturating_add(jitter(bytes)),
            _ => bytes.long(),
        },
    };
    Instant::from_unix(unix)
}

/// The date in UTC.
fn date_of(at: Instant) -> LocalDate {
    Offset::seconds(0).local(at).date()
}

/// Runs of dates that begin up to half a year from a date, none if there are no more bytes.
fn holidays(bytes: &mut Bytes, near: LocalDate) -> Holidays {
    let midnight = Offset::seconds(0).instant(near.at(TimeOfDay::MIDNIGHT)).unix();
    let mut dates = Vec::new();
    for _ in 0..bytes.byte() % 32 {
        let first = (i64::from(bytes.byte()) - 16).saturating_mul(DAY).saturating_add(midnight);
        let first = date_of(Instant::from_unix(first));
        let length = usize::from(bytes.byte());
        dates
            .extend(core::iter::successors(Some(first), |date| Some(date.next())).take(length + 1));
    }
    dates.truncate(MAX_HOLIDAYS);
    Holidays::new(dates)
}

/// From a second to more than the table holds, or from one business day to a million.
fn target(bytes: &mut Bytes) -> Target {
    let time = |seconds: i64| Target::Time(Duration::seconds(seconds.max(1)));
    match bytes.byte() % 8 {
        0 | 1 => time(i64::from(bytes.byte()) * 900),
        2 => time(i64::from(bytes.short())),
        3 => time(i64::from(bytes.word())),
        4 => time(bytes.long()),
        5 | 6 => Target::BusinessDays(u32::from(bytes.byte()).max(1)),
        _ => Target::BusinessDays(bytes.word() % 999_999 + 1),
    }
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
    match respond_by(desk, *target, *opened) {
        Ok(deadline) => {
            let Deadline { starts, due, .. } = deadline;
            assert_eq!((deadline.opened, deadline.target), (*opened, *target));
            assert!(*opened <= starts && starts < due, "{opened}, {starts}, {due}");
            assert_eq!(desk.is_open(starts), Ok(true), "{starts}");
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
    assert!(!reasons.is_empty());
    for (reason, place) in reasons.iter().zip(0..) {
        assert!(!reasons.iter().take(place).any(|other| other == reason), "twice {reason:?}");
    }
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

//! Desks, instants and answers as lines of text, for tables of cases.

use worktime::deadline::{Deadline, Error, Moved, Reason, Step, respond_by};
use worktime::schedule::{
    DayHours, DueTime, Exception, Exceptions, Schedule, Target, Week, parse_days,
};
use worktime::zone::{Instant, Interval, LocalDate, Zone};

/// The zone with a name.
#[track_caller]
pub fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap_or_else(|| panic!("{name} is not a zone"))
}

/// Dates with hours of their own, with commas between them: `2026-12-25` for a holiday,
/// `2026-12-24 only 09:00-12:00` or `2026-12-19 also 10:00-14:00`.
#[track_caller]
pub fn exceptions(dates: &str) -> Exceptions {
    let hours = |text: &str| DayHours::parse(text).expect("hours of a day");
    let exception = |text: &str| {
        let words: Vec<&str> = text.splitn(3, ' ').collect();
        let date = LocalDate::parse(words[0]).expect("a date");
        match words[1..] {
            [] => (date, Exception::Closed),
            ["only", windows] => (date, Exception::Only(hours(windows))),
            ["also", windows] => (date, Exception::Also(hours(windows))),
            _ => panic!("{text} is no date with hours"),
        }
    };
    dates.split(',').filter(|date| !date.is_empty()).map(exception).collect()
}

/// The instant of a reading with its offset, such as `2026-01-09T17:00+00:00`; read by jiff.
#[track_caller]
pub fn moment(text: &str) -> Instant {
    let at: jiff::Timestamp = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    Instant::from_unix(at.as_second())
}

/// What the clock shows, without seconds that are zero. Outside the table it is the clock of UTC.
pub fn reading(zone: &Zone, at: Instant) -> String {
    let text = zone.local(at).map_or_else(|_| at.to_string(), |reading| reading.to_string());
    text.strip_suffix(":00").map_or(text.clone(), str::to_owned)
}

/// What the clock shows, with the offset: `2026-01-09T17:00 UTC+0`.
pub fn shown(zone: &Zone, at: Instant) -> String {
    let offset =
        zone.offset_at(at).map_or_else(|error| error.to_string(), |offset| offset.to_string());
    format!("{} {offset}", reading(zone, at))
}

/// A desk with weekly hours, and with the dates that [`exceptions`] reads. The business weekdays may
/// follow the hours: `mon-sun 00:00-24:00 for sun-thu`.
#[track_caller]
pub fn desk(zone: Zone, week: &str, dates: &str) -> Schedule {
    let (hours, business) = week.split_once(" for ").unwrap_or((week, "mon-fri"));
    let business = parse_days(business).expect("weekdays");
    let week = Week::parse(hours).expect("hours").with_business_weekdays(business);
    Schedule::new(zone, week, exceptions(dates))
}

/// A target, as [`Target::parse`] reads it, or such as `P1D closing`, `P1D end` and `P14D calendar`.
#[track_caller]
pub fn target(text: &str) -> Target {
    let (amount, kind) = text.split_once(' ').unwrap_or((text, ""));
    match (Target::parse(amount).expect("a target"), kind) {
        (target, "") => target,
        (Target::BusinessDays(days, _), "closing") => Target::BusinessDays(days, DueTime::Closing),
        (Target::BusinessDays(days, _), "end") => Target::BusinessDays(days, DueTime::EndOfDay),
        (Target::BusinessDays(days, _), "calendar") => Target::CalendarDays(days),
        _ => panic!("{text} is no target"),
    }
}

/// The deadline of a case that is opened at a [`moment`].
#[track_caller]
pub fn answer(desk: &Schedule, target: &str, opened: &str) -> Deadline {
    respond_by(desk, self::target(target), moment(opened)).expect("an answer")
}

/// The case is due at a [`moment`].
#[track_caller]
pub fn check_desk(desk: &Schedule, target: &str, opened: &str, expected: &str) {
    let due = answer(desk, target, opened).due;
    let expected = moment(expected);
    let zone = desk.zone();
    assert_eq!(due, expected, "{}, not {}", shown(zone, due), shown(zone, expected));
}

/// Which end of a case lies outside the zone rules: `opened` or `due`.
pub fn outside(error: Error) -> &'static str {
    match error {
        Error::OpenedOutsideTable(_) => "opened",
        Error::DueOutsideTable(_) => "due",
        other => unreachable!("the engine has no other error, but {other}"),
    }
}

/// An account as lines: the steps in order, then the clock changes, then how the last reading was
/// moved.
pub fn account(zone: &Zone, deadline: &Deadline) -> Vec<String> {
    let written = |interval: Interval| {
        format!("{} to {}", reading(zone, interval.from), reading(zone, interval.until))
    };
    let step = |step: &Step| match step {
        Step::Counted(interval) => format!("counted {}", written(*interval)),
        Step::Day { number, date } => format!("day {number} {date}"),
        Step::Pause { interval, reasons } => {
            let mut words: Vec<String> = Vec::new();
            for reason in reasons.iter().map(reason) {
                // Several weekdays may have one reason in words.
                if !words.contains(&reason) {
                    words.push(reason);
                }
            }
            format!("pause {}: {}", written(*interval), words.join(", "))
        }
    };
    let mut lines: Vec<String> = deadline.steps.iter().map(step).collect();
    lines.extend(deadline.clock_changes.iter().map(|change| {
        format!("clock {} {} to {}", reading(zone, change.at), change.before, change.after)
    }));
    lines.extend(deadline.moved.iter().map(|moved| match moved {
        Moved::HeldToHours { reading } => format!("held from {reading}"),
        Moved::Skipped => "skipped".to_owned(),
        Moved::Repeated => "repeated".to_owned(),
    }));
    lines
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Closed => "closed".to_owned(),
        Reason::NotABusinessDay(_) => "weekend".to_owned(),
        Reason::NoHours(_) => "no hours".to_owned(),
        Reason::Holiday(date) => format!("holiday {date}"),
        Reason::OtherHours(date) => format!("other hours {date}"),
    }
}

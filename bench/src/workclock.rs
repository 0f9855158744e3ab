//! The peer in Rust: `workclock`, which knows hours, breaks and holidays, but neither business days
//! nor an account.

use anyhow::{Context as _, Result};
use bench_cases::Case;
use jiff::civil::{Date, Time, Weekday};
use jiff::{SignedDuration, Timestamp};
use plan_comparator::calendar::{Week, Window};
use plan_comparator::zone::LocalDate;
use workclock::{Error, Holidays, Schedule, Weekdays, WorkDay};

use crate::contender::Contender;

/// Our weekdays and theirs.
const WEEKDAYS: [(plan_comparator::zone::Weekday, Weekday); 7] = {
    use plan_comparator::zone::Weekday as Ours;
    [
        (Ours::Mon, Weekday::Monday),
        (Ours::Tue, Weekday::Tuesday),
        (Ours::Wed, Weekday::Wednesday),
        (Ours::Thu, Weekday::Thursday),
        (Ours::Fri, Weekday::Friday),
        (Ours::Sat, Weekday::Saturday),
        (Ours::Sun, Weekday::Sunday),
    ]
};

/// Weekly hours in a zone, less holidays, in the peer's terms.
///
/// # Errors
///
/// When the peer refuses them.
pub fn schedule(
    zone: &str,
    week: &Week,
    holidays: impl IntoIterator<Item = LocalDate>,
) -> Result<Schedule> {
    let mut schedule = Schedule::builder().time_zone(zone);
    for (window, days) in windows(week) {
        schedule = schedule.rule(WorkDay::new(
            time(&window.from.to_string())?,
            time(&window.until.to_string())?,
            Weekdays::from_iter(days),
        ));
    }
    let dates: Vec<Date> =
        holidays.into_iter().map(|date| date.to_string().parse()).collect::<Result<_, _>>()?;
    if !dates.is_empty() {
        schedule = schedule.rule(Holidays::new(dates));
    }
    schedule.build().context("the peer refuses a desk's hours")
}

/// The peer at a desk.
pub fn contender<'a>(schedule: &'a Schedule, cases: &[Case]) -> Contender<'a> {
    let cases = cases.iter().map(|case| {
        let opened = Timestamp::from_second(case.opened.unix()).expect("its range is wider");
        (opened, SignedDuration::from_secs(case.target.as_seconds()))
    });
    Contender::new(
        cases.collect(),
        |(opened, target)| schedule.add(opened, target),
        |due: Result<Timestamp, Error>| due.ok().map(Timestamp::as_second),
    )
}

/// Every different window of a week, with its weekdays.
fn windows(week: &Week) -> Vec<(Window, Vec<Weekday>)> {
    let mut windows: Vec<(Window, Vec<Weekday>)> = Vec::new();
    for (ours, theirs) in WEEKDAYS {
        for window in week.windows(ours) {
            match windows.iter_mut().find(|(known, _)| known == window) {
                Some((_, days)) => days.push(theirs),
                None => windows.push((*window, vec![theirs])),
            }
        }
    }
    windows
}

/// Midnight at the end of a day is midnight; a window that ends when it begins has 24 hours.
fn time(text: &str) -> Result<Time> {
    Ok(if text == "24:00" { Time::midnight() } else { text.parse()? })
}

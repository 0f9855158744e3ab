//! The peer in Rust: `workclock`, which knows hours, breaks and holidays. It knows no business days
//! and gives no account.

use anyhow::{Context as _, Result};
use bench_cases::Case;
use jiff::civil::{Date, Time, Weekday};
use jiff::{SignedDuration, Timestamp};
use workclock::{Error, Holidays, Schedule, Weekdays, WorkDay};
use worktime::schedule::{Week, Window};
use worktime::zone::LocalDate;

use crate::contender::Contender;

/// Each weekday in our terms and in the peer's.
const WEEKDAYS: [(worktime::zone::Weekday, Weekday); 7] = {
    use worktime::zone::Weekday as Ours;
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

/// A desk's weekly hours and holidays, in the peer's terms.
///
/// # Errors
///
/// If the peer refuses them.
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

/// The peer with the cases of a desk.
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

/// Every window of a week once, with its weekdays.
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

/// A time of day in the peer's terms, where 24:00 is 00:00. A window from 00:00 to 00:00 has 24
/// hours.
fn time(text: &str) -> Result<Time> {
    Ok(if text == "24:00" { Time::midnight() } else { text.parse()? })
}

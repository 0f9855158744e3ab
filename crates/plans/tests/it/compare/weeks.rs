//! The open hours and the waits of one week.

use plans::compare::{WeekOfWaits, week_of_waits};
use worktime::schedule::OpenWeek;
use worktime::zone::{Duration, LocalDate};
use worktime_oracle::cases::{moment, shown};

use crate::support::cases::{linked, terms};

#[test]
fn a_week_holds_the_hours_of_a_plan_less_holidays() {
    let catalog = bundled::catalog("en");
    let case = linked(&catalog, "priority=p2&zone=Europe/London&holidays=2026-03-25").case;
    let sunday = LocalDate::parse("2026-03-29").expect("a date");
    let of = |plan: &str| {
        let week = terms(&catalog, &case, plan).schedule.week_of(sunday);
        week.expect("within the table")
    };
    let OpenWeek { week, open } = of("business");
    assert_eq!((week.from, week.until), (moment("2026-03-23T00:00Z"), moment("2026-03-29T23:00Z")));
    let open = open.iter().map(|open| (shown(&case.desk.zone, open.from), open.duration()));
    let days = ["23", "24", "26", "27"];
    let expected = days.map(|day| (format!("2026-03-{day}T09:00 UTC+0"), Duration::hours(8)));
    assert_eq!(open.collect::<Vec<_>>(), expected);
    assert_eq!(of("elite").open.len(), 4, "24x5 is a day at a time");
}

#[test]
fn the_waits_of_a_week_are_summed_up() {
    let catalog = bundled::catalog("en");
    let case = linked(&catalog, "priority=p2&zone=Europe/London").case;
    let sunday = LocalDate::parse("2026-01-11").expect("a date");
    let waits = week_of_waits(&terms(&catalog, &case, "business"), sunday);
    let WeekOfWaits { week, longest, worst, typical, shortest, .. } =
        waits.expect("within the table");
    assert_eq!((week.from, week.until), (moment("2026-01-05T00:00Z"), moment("2026-01-12T00:00Z")));
    assert_eq!((longest, shortest), (Duration::hours(66), Duration::hours(2)));
    assert_eq!(worst, moment("2026-01-09T15:00:01Z"), "on Friday, too late for the same day");
    assert!(shortest < typical && typical < longest, "{typical}");
}

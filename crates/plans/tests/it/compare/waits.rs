//! The longest wait of a week and of a year. For every plan, priority and region of the catalog the
//! engine's is compared with what the oracle finds in steps of a minute.

use std::collections::BTreeMap;

use plans::case::Case;
use plans::catalog::{Catalog, Hours as CatalogHours};
use plans::compare::{self, LongestWait, NoDeadline, Terms, WorstOpenings};
use worktime::deadline::wait_profile;
use worktime::schedule::{Target, Week, Window, parse_days};
use worktime::zone::{Duration, Instant, LocalDate, LocalTime, TimeOfDay};
use worktime_oracle::desk::{Desk, Hours, Own};
use worktime_oracle::oracle::Oracle;

use crate::support::cases::{linked, terms};

fn catalog() -> Catalog {
    bundled::catalog("en")
}

/// The longest wait for a plan's reply in the year from a date.
#[track_caller]
fn longest_wait(query: &str, plan: &str, from: &str) -> Result<LongestWait, NoDeadline> {
    let catalog = catalog();
    let case = linked(&catalog, query).case;
    compare::longest_wait(&terms(&catalog, &case, plan), date(from))
}

fn date(text: &str) -> LocalDate {
    LocalDate::parse(text).expect("a date")
}

/// The desk as the oracle has it: its hours read from the catalog, not asked of the engine.
fn desk_of(catalog: &Catalog, case: &Case, terms: &Terms) -> Desk {
    let second = |time: TimeOfDay| {
        let text = time.to_string();
        let (hour, minute) = text.split_once(':').expect("a time of day");
        let number = |text: &str| text.parse::<i64>().expect("a number");
        number(hour) * 3_600 + number(minute) * 60
    };
    let coverage = terms.coverage.expect("every target of the catalog has one");
    let (week, dates) = match &catalog.coverage(coverage).hours {
        CatalogHours::Always => (Week::always(), BTreeMap::new()),
        hours => {
            let region = &catalog.region(case.desk.region).week;
            let week = if let CatalogHours::Weekly(week) = hours { week } else { region };
            let holidays = case.holidays.dates().iter();
            (week.clone(), holidays.map(|date| (*date, Own::Closed)).collect())
        }
    };
    let weekdays = (0..).zip(parse_days("mon-sun").expect("the days of a week"));
    let hours = weekdays.flat_map(|(weekday, day)| {
        let window = |window: &Window| Hours {
            weekday,
            from: second(window.from),
            until: second(window.until),
        };
        week.windows(day).iter().map(window).collect::<Vec<_>>()
    });
    Desk { zone: case.desk.zone, hours: hours.collect(), business: 0b001_1111, dates }
}

/// For each plan and priority the longest wait of a week, exact and in steps of a minute.
#[track_caller]
fn check_week(region: &str, place: &str, holidays: &str, monday: &str) {
    let catalog = catalog();
    let mut compared = 0;
    for priority in &catalog.priorities {
        let query =
            format!("priority={}&region={region}&zone={place}&holidays={holidays}", priority.id);
        let case = linked(&catalog, &query).case;
        let midnight = |date: LocalDate| {
            let reading = LocalTime::parse(&format!("{date}T00:00")).expect("a reading");
            case.desk.zone.resolve(reading).expect("within the table").instant()
        };
        let from = midnight(date(monday));
        let until = midnight((0..7).fold(date(monday), |date, _| date.next()));
        let mut known: Vec<(Terms, Duration)> = Vec::new();
        for plan in &catalog.plans {
            let terms = terms(&catalog, &case, &plan.id);
            let profile = wait_profile(&terms.schedule, terms.target, from, until);
            let longest = profile.expect("within the table").longest().expect("openings").wait;
            let same = known.iter().find(|(other, _)| {
                (other.target, other.coverage) == (terms.target, terms.coverage)
            });
            let found = same.map_or_else(
                || {
                    let desk = desk_of(&catalog, &case, &terms);
                    longest_by_minutes(&desk, terms.target, from, until)
                },
                |(_, found)| *found,
            );
            let plan = &plan.id;
            assert_eq!(longest, found, "{plan} {query} in the week of {monday}");
            known.push((terms, found));
            compared += 1;
        }
    }
    assert_eq!(compared, 16, "every plan and priority");
}

fn longest_by_minutes(desk: &Desk, target: Target, from: Instant, until: Instant) -> Duration {
    let oracle = Oracle { desk, step: 900 };
    let minutes = (from.unix()..until.unix()).step_by(60).map(Instant::from_unix);
    let due = |opened: Instant| match target {
        Target::Time(length) => oracle.due(opened, length.as_seconds()),
        Target::BusinessDays(days, due) => oracle.due_days(opened, days as usize, due).due,
        Target::CalendarDays(days) => oracle.due_calendar_days(opened, days.into()),
    };
    minutes.map(|opened| due(opened) - opened).max().expect("a week has minutes")
}

#[test]
fn the_longest_wait_of_a_normal_week_is_what_minute_steps_find() {
    check_week("americas", "America/Los_Angeles", "", "2026-02-02");
    check_week("emea", "Europe/Amsterdam", "", "2026-02-02");
    check_week("apac", "Asia/Singapore", "", "2026-02-02");
    check_week("japan", "Asia/Tokyo", "", "2026-02-02");
}

#[test]
fn the_longest_wait_when_clocks_go_forward_is_what_minute_steps_find() {
    check_week("americas", "America/Los_Angeles", "", "2026-03-02");
    check_week("emea", "Europe/Amsterdam", "", "2026-03-23");
    check_week("apac", "Australia/Sydney", "", "2026-09-28");
    check_week("japan", "Asia/Tokyo", "", "2026-03-23");
}

#[test]
fn the_longest_wait_when_clocks_go_back_is_what_minute_steps_find() {
    check_week("americas", "America/Los_Angeles", "", "2026-10-26");
    check_week("emea", "Europe/Amsterdam", "", "2026-10-19");
    check_week("apac", "Australia/Sydney", "", "2026-03-30");
    check_week("japan", "Asia/Tokyo", "", "2026-10-19");
}

#[test]
fn the_longest_wait_of_a_week_with_a_holiday_is_what_minute_steps_find() {
    check_week("americas", "America/Los_Angeles", "2026-07-03", "2026-06-29");
    check_week("emea", "Europe/Amsterdam", "2026-04-27", "2026-04-20");
    check_week("apac", "Asia/Singapore", "2026-02-17,2026-02-18", "2026-02-16");
    check_week("japan", "Asia/Tokyo", "2026-09-21,2026-09-22,2026-09-23", "2026-09-14");
}

/// The longest wait of the year from a date, and who suffers it.
#[track_caller]
fn check_year(query: &str, plan: &str, from: &str, minutes: i64, expected: &[(&str, &str, u32)]) {
    let longest = longest_wait(query, plan, from).expect("an answer");
    assert_eq!(longest.wait, Duration::minutes(minutes));
    let WorstOpenings::These(worst) = longest.worst else { panic!("all openings, from {from}") };
    let found: Vec<(String, String, u32)> = worst
        .iter()
        .map(|openings| (openings.from.to_string(), openings.last.to_string(), openings.weeks))
        .collect();
    let expected: Vec<(String, String, u32)> = expected
        .iter()
        .map(|(from, last, weeks)| ((*from).into(), (*last).into(), *weeks))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_worst_weekend_of_the_year_is_the_one_on_which_clocks_go_back() {
    let friday = ("2026-10-23T15:00:01", "2026-10-23T17:00:00", 1);
    check_year("priority=p2&zone=Europe/London", "business", "2026-03-27", 67 * 60, &[friday]);
}

#[test]
fn where_no_clock_changes_every_weekend_is_as_bad() {
    let fridays = ("2026-03-27T15:00:01", "2026-03-27T17:00:00", 53);
    let query = "priority=p2&region=apac&zone=Asia/Singapore";
    check_year(query, "business", "2026-03-27", 66 * 60, &[fridays]);
    // A holiday makes one weekend longer, so it alone is the worst.
    let with_a_holiday = format!("{query}&holidays=2026-08-10");
    let friday = ("2026-08-07T15:00:01", "2026-08-07T17:00:00", 1);
    check_year(&with_a_holiday, "business", "2026-03-27", 90 * 60, &[friday]);
    // Two such weekends, thirteen weeks apart, do not come back every week.
    let with_two = format!("{query}&holidays=2026-08-10,2026-11-09");
    let another = ("2026-11-06T15:00:01", "2026-11-06T17:00:00", 1);
    check_year(&with_two, "business", "2026-03-27", 90 * 60, &[friday, another]);
}

#[test]
fn weeks_on_end_are_told_apart_from_every_week() {
    // In Vancouver clocks go forward in March 2026 for the last time; that weekend is the shortest.
    let query = "priority=p2&region=americas&zone=America/Vancouver";
    let before = ("2026-02-06T15:30:01", "2026-02-06T17:30:00", 4);
    let after = ("2026-03-13T15:30:01", "2026-03-13T17:30:00", 47);
    check_year(query, "business", "2026-02-02", 62 * 60 + 30, &[before, after]);
    assert_eq!(all_year(query, "business", "2026-02-02"), [false, false]);
    assert_eq!(all_year(query, "business", "2026-12-01"), [true]);
}

/// Whether the worst openings of the year from a date recur all year, one after another.
#[track_caller]
fn all_year(query: &str, plan: &str, from: &str) -> Vec<bool> {
    let longest = longest_wait(query, plan, from).expect("an answer");
    let WorstOpenings::These(worst) = longest.worst else { panic!("all openings, from {from}") };
    worst.iter().map(|openings| openings.all_year).collect()
}

/// Around the clock on five days the worst openings end with the midnight of Friday, and so may the
/// year that is looked at, at either end.
#[test]
fn a_year_that_cuts_the_worst_openings_in_two_still_names_them_whole() {
    let query = "priority=p2&region=apac&zone=Asia/Singapore";
    for (from, friday, saturday, weeks) in [
        ("2026-03-26", "2026-03-27", "2026-03-28", 52),
        ("2026-03-27", "2026-03-27", "2026-03-28", 53),
        ("2026-03-28", "2026-03-27", "2026-03-28", 53),
        ("2026-03-29", "2026-04-03", "2026-04-04", 52),
    ] {
        let fridays = (&*format!("{friday}T23:00:01"), &*format!("{saturday}T00:00:00"), weeks);
        check_year(query, "enterprise", from, 49 * 60, &[fridays]);
        assert_eq!(all_year(query, "enterprise", from), [true], "from {from}");
    }
}

#[test]
fn around_the_clock_nobody_waits_longer_than_others() {
    let longest = longest_wait("priority=p1&zone=Europe/London", "online", "2026-03-27");
    let expected = LongestWait { wait: Duration::hours(1), worst: WorstOpenings::All };
    assert_eq!(longest, Ok(expected));
}

#[test]
fn a_year_that_leaves_the_zone_data_has_no_longest_wait() {
    let outcome = longest_wait("priority=p2", "online", "2040-06-01");
    assert_eq!(outcome, Err(NoDeadline::DueOutsideTable));
}

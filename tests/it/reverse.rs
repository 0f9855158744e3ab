//! The questions that are asked backwards: how bad can it get, which plans answer by a moment, and
//! when is the desk open. Of the longest wait, every plan, priority and region of the catalog is
//! compared with what the oracle finds in steps of a minute.

use std::collections::BTreeSet;

use plan_comparator::calendar::{self, CoverageWeek, Target, Week, Window, parse_days};
use plan_comparator::catalog::{Catalog, Hours as CatalogHours, bundled};
use plan_comparator::compare::{
    Counted, Margin, NoReply, answers, counted, coverage_week, longest_wait, plans_answering_by,
};
use plan_comparator::deadline::wait_profile;
use plan_comparator::scenario::{Moment, Scenario, decode};
use plan_comparator::zone::{Duration, Instant, LocalDate, LocalTime, TimeOfDay};

use crate::cases::{desk, moment, shown, zone};
use crate::desk::{Desk, Hours};
use crate::oracle::Oracle;

fn catalog() -> Catalog {
    bundled("en").expect("the bundled file is sound")
}

fn scenario(query: &str) -> Scenario {
    let decoded = decode(query, &catalog(), None);
    assert_eq!(decoded.ignored, [], "{query}");
    decoded.scenario
}

fn date(text: &str) -> LocalDate {
    LocalDate::parse(text).expect("a date")
}

/// The desk as the oracle has it: its hours read from the catalog, not asked of the engine.
fn desk_of(catalog: &Catalog, scenario: &Scenario, counted: &Counted) -> Desk {
    let second = |time: TimeOfDay| {
        let text = time.to_string();
        let (hour, minute) = text.split_once(':').expect("a time of day");
        let number = |text: &str| text.parse::<i64>().expect("a number");
        number(hour) * 3_600 + number(minute) * 60
    };
    let (week, holidays) = match &catalog.coverage(counted.coverage).hours {
        CatalogHours::Always => (Week::always(), BTreeSet::new()),
        hours => {
            let region = &catalog.region(scenario.region).week;
            let week = if let CatalogHours::Weekly(week) = hours { week } else { region };
            (week.clone(), scenario.holidays.dates().iter().copied().collect())
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
    Desk { zone: scenario.zone, hours: hours.collect(), holidays }
}

/// For each plan and priority the longest wait of a week, exact and in steps of a minute.
#[track_caller]
fn check_week(region: &str, place: &str, holidays: &str, monday: &str) {
    let catalog = catalog();
    let mut compared = 0;
    for priority in &catalog.priorities {
        let query =
            format!("priority={}&region={region}&zone={place}&holidays={holidays}", priority.id);
        let scenario = scenario(&query);
        let midnight = |date: LocalDate| {
            let reading = LocalTime::parse(&format!("{date}T00:00")).expect("a reading");
            scenario.zone.resolve(reading).expect("within the table").instant()
        };
        let from = midnight(date(monday));
        let until = midnight((0..7).fold(date(monday), |date, _| date.next()));
        let mut known: Vec<(Counted, Duration)> = Vec::new();
        for plan in catalog.plan_indices() {
            let counted = counted(&catalog, &scenario, plan).expect("a target");
            let profile = wait_profile(&counted.hours, counted.target, from, until);
            let longest = profile.expect("within the table").longest().expect("openings").wait;
            let same = known.iter().find(|(other, _)| {
                (other.target, other.coverage) == (counted.target, counted.coverage)
            });
            let found = same.map_or_else(
                || {
                    let desk = desk_of(&catalog, &scenario, &counted);
                    longest_by_minutes(&desk, counted.target, from, until)
                },
                |(_, found)| *found,
            );
            let plan = &catalog.plan(plan).id;
            assert_eq!(longest, found, "{plan} {query} in the week of {monday}");
            known.push((counted, found));
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
        Target::BusinessDays(days) => oracle.due_days(opened, days as usize).due,
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
    let (catalog, scenario) = (catalog(), scenario(query));
    let plan = catalog.plan_named(plan).expect("a plan");
    let longest = longest_wait(&catalog, &scenario, plan, date(from)).expect("an answer");
    assert_eq!(longest.wait, Duration::minutes(minutes));
    let found: Vec<(String, String, u32)> = longest
        .openings
        .iter()
        .map(|weekly| (weekly.from.to_string(), weekly.last.to_string(), weekly.weeks))
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
    let (catalog, query) = (catalog(), "priority=p2&region=americas&zone=America/Vancouver");
    let before = ("2026-02-06T15:30:01", "2026-02-06T17:30:00", 4);
    let after = ("2026-03-13T15:30:01", "2026-03-13T17:30:00", 47);
    check_year(query, "business", "2026-02-02", 62 * 60 + 30, &[before, after]);
    let always = |from: &str| {
        let plan = catalog.plan_named("business").expect("a plan");
        let longest =
            longest_wait(&catalog, &scenario(query), plan, date(from)).expect("an answer");
        longest.openings.iter().map(|weekly| weekly.always).collect::<Vec<_>>()
    };
    assert_eq!(always("2026-02-02"), [false, false]);
    assert_eq!(always("2026-12-01"), [true]);
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
        let (catalog, scenario) = (catalog(), scenario(query));
        let plan = catalog.plan_named("enterprise").expect("a plan");
        let longest = longest_wait(&catalog, &scenario, plan, date(from)).expect("an answer");
        assert!(longest.openings.iter().all(|weekly| weekly.always), "from {from}");
    }
}

#[test]
fn around_the_clock_nobody_waits_longer_than_others() {
    check_year("priority=p1&zone=Europe/London", "online", "2026-03-27", 60, &[]);
}

#[test]
fn a_year_that_leaves_the_zone_data_has_no_longest_wait() {
    let (catalog, scenario) = (catalog(), scenario("priority=p2"));
    let plan = catalog.plan_named("online").expect("a plan");
    let outcome = longest_wait(&catalog, &scenario, plan, date("2040-06-01"));
    assert_eq!(outcome, Err(NoReply::DueOutsideTable));
}

/// What each plan makes (+) or misses (-) a moment by, in minutes, and the first that makes it.
#[track_caller]
fn check_by(query: &str, by: &str, expected: &[i64], first: Option<&str>) {
    let (catalog, scenario) = (catalog(), scenario(query));
    let by = Moment::parse(by).expect("a moment").on(&scenario.zone).expect("within the table").at;
    let opened = scenario.opened_at(by).map(|opened| opened.at);
    let plans = plans_answering_by(&answers(&catalog, &scenario, opened), by);
    let minutes = plans.margins.iter().map(|(_, margin)| match margin {
        Margin::Makes(margin) => margin.as_seconds() / 60,
        Margin::Misses(margin) => -margin.as_seconds() / 60,
    });
    assert_eq!(minutes.collect::<Vec<_>>(), expected);
    assert_eq!(plans.first.map(|plan| &*catalog.plan(plan).id), first);
}

#[test]
fn plans_make_a_moment_or_miss_it() {
    let friday = "priority=p2&zone=Europe/London&opened=2026-03-27T16:30";
    check_by(friday, "2026-03-30T11:00", &[-90, 30, 3_870, 3_900], Some("business"));
    check_by(friday, "2026-03-30T10:30", &[-120, 0, 3_840, 3_870], Some("business"));
    check_by(friday, "2026-03-30T10:29:59", &[-120, 0, 3_839, 3_869], Some("enterprise"));
    check_by(friday, "2026-03-27T16:45", &[-4_005, -3_885, -45, -15], None);
    let two = format!("plans=elite,online&{friday}");
    check_by(&two, "2026-03-30T11:00", &[-90, 3_900], Some("elite"));
    let (catalog, scenario) = (catalog(), scenario(friday));
    let opened = scenario.opened_at(moment("2026-03-27T00:00Z")).map(|opened| opened.at);
    let mut turned = answers(&catalog, &scenario, opened);
    turned.reverse();
    let first = plans_answering_by(&turned, moment("2026-03-30T10:00Z")).first;
    assert_eq!(first, catalog.plan_named("business"), "in catalog order, however they are asked");
}

#[test]
fn the_week_of_a_desk_is_drawn_from_its_segments() {
    let (catalog, scenario) =
        (catalog(), scenario("priority=p2&zone=Europe/London&holidays=2026-03-25"));
    let of = |plan: &str| {
        let plan = catalog.plan_named(plan).expect("a plan");
        coverage_week(&catalog, &scenario, plan, date("2026-03-29")).expect("within the table")
    };
    let CoverageWeek { from, until, open } = of("business");
    assert_eq!((from, until), (moment("2026-03-23T00:00Z"), moment("2026-03-29T23:00Z")));
    let open = open.iter().map(|open| (shown(&scenario.zone, open.from), (open.until - open.from)));
    let days = ["23", "24", "26", "27"];
    let expected = days.map(|day| (format!("2026-03-{day}T09:00 UTC+0"), Duration::hours(8)));
    assert_eq!(open.collect::<Vec<_>>(), expected);
    assert_eq!(of("elite").open.len(), 4, "24x5 is a day at a time");
}

#[test]
fn a_week_around_the_clock_has_the_hour_that_is_skipped_out() {
    let always = desk(zone("Europe/London"), "mon-sun 00:00-24:00", "");
    let week = always.week_of(date("2026-03-29")).expect("within the table");
    let hours: i64 = week.open.iter().map(|open| (open.until - open.from).as_seconds()).sum();
    assert_eq!(hours, 167 * 3_600);
    assert!(week.open.windows(2).all(|two| two[0].until == two[1].from));
}

#[test]
fn a_desk_is_open_or_closed_until_the_next_change() {
    let office = desk(zone("Europe/London"), "mon-fri 09:00-17:00", "2026-03-30");
    let check = |at: &str, expected: calendar::Desk| {
        assert_eq!(office.desk(moment(at)), Ok(expected), "{at}")
    };
    let closes = Some(moment("2026-03-27T17:00Z"));
    let opens = Some(moment("2026-03-31T09:00+01:00"));
    assert_eq!(office.is_open(moment("2026-03-27T17:00Z")), Ok(false), "the closing second");
    check("2026-03-27T09:00Z", calendar::Desk::Open { closes });
    check("2026-03-27T16:59:59Z", calendar::Desk::Open { closes });
    check("2026-03-27T17:00Z", calendar::Desk::Closed { opens });
    check("2026-03-30T12:00Z", calendar::Desk::Closed { opens });
    check("2040-12-31T17:00Z", calendar::Desk::Closed { opens: None });
    let always = desk(zone("Europe/London"), "mon-sun 00:00-24:00", "");
    assert_eq!(always.desk(moment("2026-03-27T09:00Z")), Ok(calendar::Desk::Open { closes: None }));
    let five_days = desk(zone("Europe/London"), "mon-fri 00:00-24:00", "");
    let closes = Some(moment("2026-03-28T00:00Z"));
    assert_eq!(five_days.desk(moment("2026-03-24T09:00Z")), Ok(calendar::Desk::Open { closes }));
    assert!(always.desk(moment("2041-01-01T00:00Z")).is_err());
}

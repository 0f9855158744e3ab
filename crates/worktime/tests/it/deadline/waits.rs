//! Wait profiles, by hand and against the deadlines of single openings.

use proptest::prelude::*;
use worktime::deadline::{Percent, WaitProfile, due, wait_profile};
use worktime::schedule::{Schedule, Target};
use worktime::zone::{Duration, Instant};

use worktime_oracle::cases::{desk, moment, outside, shown, target, zone};
use worktime_oracle::generators::{Pace, case};
use worktime_oracle::targets::{amount, due_time};

/// How many random desks are compared; the name of the test has the number.
const DESKS: u32 = 2_000;

fn profile(desk: &Schedule, text: &str, from: &str, until: &str) -> WaitProfile {
    wait_profile(desk, target(text), moment(from), moment(until)).expect("within the table")
}

fn later(at: Instant, seconds: i64) -> Instant {
    Instant::from_unix(at.unix() + seconds)
}

/// The longest wait, then its openings from the first to the last second.
#[track_caller]
fn check_longest(desk: &Schedule, text: &str, (from, until): (&str, &str), expected: &[&str]) {
    let longest = profile(desk, text, from, until).longest().expect("there are openings");
    let name =
        |from, until| format!("{} to {}", shown(desk.zone(), from), shown(desk.zone(), until));
    let wait = longest.wait.as_seconds();
    let wait = format!("{}:{:02}:{:02}", wait / 3_600, wait / 60 % 60, wait % 60);
    let openings = longest.openings.iter();
    let openings = openings.map(|openings| name(openings.from, later(openings.until, -1)));
    let found: Vec<String> = core::iter::once(wait).chain(openings).collect();
    let expected = expected.iter().map(|expected| match expected.split_once(" to ") {
        Some((from, last)) => name(moment(from), moment(last)),
        None => (*expected).to_owned(),
    });
    assert_eq!(found, expected.collect::<Vec<_>>());
}

/// Seconds of 14 days.
const FORTNIGHT: i64 = 14 * 86_400;

const WEEK: (&str, &str) = ("2026-01-05T00:00Z", "2026-01-12T00:00Z");

#[test]
fn the_worst_openings_are_just_too_late_for_friday() {
    let office = desk(zone("Europe/London"), "mon-fri 09:00-17:00", "");
    let friday = "2026-01-09T15:00:01+00:00 to 2026-01-09T17:00:00+00:00";
    check_longest(&office, "PT2H", WEEK, &["66:00:00", friday]);
    // Only the closing second waits a second longer than the weekend.
    check_longest(
        &office,
        "PT1S",
        WEEK,
        &["64:00:01", "2026-01-09T17:00:00+00:00 to 2026-01-09T17:00:00+00:00"],
    );
}

#[test]
fn openings_that_wait_equally_long_are_all_named() {
    let office = desk(zone("UTC"), "mon-fri 09:00-17:00", "");
    let fridays = ["2026-01-09", "2026-01-16"]
        .map(|friday| format!("{friday}T15:00:01+00:00 to {friday}T17:00:00+00:00"));
    let fortnight = ("2026-01-05T00:00Z", "2026-01-19T00:00Z");
    check_longest(&office, "PT2H", fortnight, &["66:00:00", &fridays[0], &fridays[1]]);
    let closings = ["07", "08", "09"]
        .map(|day| format!("2026-01-{day}T17:00:00+00:00 to 2026-01-{day}T17:00:00+00:00"));
    check_longest(
        &office,
        "P3D",
        WEEK,
        &[
            "136:00:00",
            "2026-01-06T17:00:00+00:00 to 2026-01-06T17:00:00+00:00",
            &closings[0],
            &closings[1],
            &closings[2],
        ],
    );
}

#[test]
fn around_the_clock_every_wait_is_the_same() {
    let always = desk(zone("Europe/London"), "mon-sun 00:00-24:00", "");
    let year = profile(&always, "PT15M", "2026-01-01T00:00Z", "2027-01-01T00:00Z");
    assert_eq!(year.pieces().len(), 1, "clock changes and midnights make no difference");
    assert_eq!(year.longest(), year.shortest());
    assert_eq!(year.mean(), Some(Duration::minutes(15)));
}

#[test]
fn a_clock_change_or_a_holiday_changes_the_longest_wait() {
    let office = desk(zone("Europe/London"), "mon-fri 09:00-17:00", "2026-12-25,2026-12-28");
    let spring = ("2026-03-23T00:00Z", "2026-03-30T00:00Z");
    let autumn = ("2026-10-19T00:00Z", "2026-10-26T00:00Z");
    let christmas = ("2026-12-21T00:00Z", "2026-12-28T00:00Z");
    check_longest(
        &office,
        "PT2H",
        spring,
        &["65:00:00", "2026-03-27T15:00:01+00:00 to 2026-03-27T17:00:00+00:00"],
    );
    check_longest(
        &office,
        "PT2H",
        autumn,
        &["67:00:00", "2026-10-23T15:00:01+01:00 to 2026-10-23T17:00:00+01:00"],
    );
    check_longest(
        &office,
        "PT2H",
        christmas,
        &["114:00:00", "2026-12-24T15:00:01+00:00 to 2026-12-24T17:00:00+00:00"],
    );
}

#[test]
fn office_hours_wait_differently_from_the_whole_week() {
    let office = desk(zone("UTC"), "mon-fri 09:00-17:00", "");
    let week = profile(&office, "PT2H", WEEK.0, WEEK.1);
    let hours = week.during(office.open_intervals(moment(WEEK.0)).expect("within the table"));
    let percent = |share| Percent::new(share).expect("a share");
    assert_eq!(hours.shortest().map(|extreme| extreme.wait), Some(Duration::hours(2)));
    assert_eq!(hours.quantile(percent(50)), Some(Duration::hours(2)));
    assert_eq!(hours.quantile(percent(75)), Some(Duration::hours(2)), "six hours of eight");
    // The openings from 9:00:00 to 15:00:00 are one second more than three quarters of the day.
    assert_eq!(hours.quantile(percent(76)), Some(Duration::hours(18)));
    assert_eq!(hours.quantile(percent(100)), Some(Duration::hours(66)));
    // On four days a quarter of the openings waits 18 hours, and on one day 66 hours. One second of
    // each day waits two hours instead, which makes the mean 3.2 seconds shorter.
    let nominal = (5 * 6 * 2 + 4 * 2 * 18 + 2 * 66) * 3_600 / 40;
    assert_eq!(hours.mean(), Some(Duration::seconds(nominal - 4)));
    assert_eq!(week.quantile(percent(0)), week.shortest().map(|extreme| extreme.wait));
    assert_eq!(Percent::new(101), None);
}

/// The wait of the case that is opened at an instant, in seconds, according to a profile around it.
#[track_caller]
fn check_wait(week: &str, text: &str, (from, until): (&str, &str), at: &str, seconds: i64) {
    let desk = desk(zone("Europe/London"), week, "");
    let wait = profile(&desk, text, from, until).wait_at(moment(at));
    assert_eq!(wait, Some(Duration::seconds(seconds)), "{week} {text} {at}");
}

#[test]
fn business_days_wait_differently_before_a_short_day_or_a_clock_change() {
    let short_friday = "mon-thu 09:00-17:00; fri 10:00-12:00";
    for (at, wait) in [
        ("09:30", 88_200),
        ("10:00", 86_400),
        ("12:00", 86_400),
        ("12:00:01", 86_399),
        ("16:00", 72_000),
    ] {
        check_wait(short_friday, "P1D", WEEK, &format!("2026-01-08T{at}Z"), wait);
    }
    let always = "mon-sun 00:00-24:00 for mon-sun";
    let spring = ("2026-03-23T00:00Z", "2026-03-30T00:00Z");
    let autumn = ("2026-10-19T00:00Z", "2026-10-26T00:00Z");
    for (at, wait) in
        [("00:59:59", 86_400), ("01:00", 86_400), ("01:30", 84_600), ("02:00", 82_800)]
    {
        check_wait(always, "P1D", spring, &format!("2026-03-28T{at}Z"), wait);
    }
    for (at, wait) in [("01:59:59", 86_400), ("02:00", 90_000)] {
        check_wait(always, "P1D", autumn, &format!("2026-10-24T{at}+01:00"), wait);
    }
}

#[test]
fn no_openings_have_no_longest_wait() {
    let office = desk(zone("UTC"), "mon-fri 09:00-17:00", "");
    let none = profile(&office, "PT2H", WEEK.1, WEEK.0);
    let half = Percent::new(50).expect("a share");
    assert_eq!((none.longest(), none.mean(), none.quantile(half)), (None, None, None));
    assert_eq!(none.wait_at(moment(WEEK.0)), None);
}

#[test]
fn a_profile_that_leaves_the_table_is_an_error() {
    let office = desk(zone("UTC"), "mon-fri 09:00-17:00", "");
    let try_year = |from, until| {
        wait_profile(&office, target("PT2H"), moment(from), moment(until))
            .map(|_| ())
            .map_err(outside)
    };
    assert_eq!(try_year("2019-12-31T00:00Z", "2020-06-01T00:00Z"), Err("opened"));
    assert_eq!(try_year("2040-06-01T00:00Z", "2041-01-01T00:00Z"), Err("due"));
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: DESKS, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_profile_says_what_each_deadline_says_for_2_000_desks(
        case in case(Pace::Free),
        amount in amount(),
        days in 1..=6_u32,
        due_time in due_time(),
        unit in 0..3,
        openings in prop::collection::vec(0..FORTNIGHT, 24),
    ) {
        let time = Target::Time(Duration::seconds(case.seconds(amount)));
        let target = match unit {
            0 => time,
            1 => Target::BusinessDays(days, due_time),
            _ => Target::CalendarDays(days),
        };
        let (from, until) = (case.opened, later(case.opened, FORTNIGHT));
        let wait = |at| due(&case.schedule, target, at).map(|due| due - at);
        let profile = match wait_profile(&case.schedule, target, from, until) {
            Ok(profile) => profile,
            // Some cases are opened less than a fortnight before the end of the table.
            Err(_) => {
                prop_assert!(wait(later(until, -1)).is_err(), "the last is due the latest");
                return Ok(());
            }
        };
        let pieces = profile.pieces();
        let edges = pieces.iter().flat_map(|piece| [piece.openings.from, piece.openings.last()]);
        let (longest, shortest) = (profile.longest(), profile.shortest());
        let range = shortest.expect("openings").wait..=longest.expect("openings").wait;
        for at in openings.iter().map(|opening| later(from, *opening)).chain(edges) {
            let wait = wait(at).expect("within the table");
            prop_assert_eq!(profile.wait_at(at), Some(wait), "{:?} opened {}", target, at);
            prop_assert!(range.contains(&wait));
        }
        prop_assert!(pieces.windows(2).all(|two| two[0].openings.until == two[1].openings.from));
        prop_assert_eq!(pieces.first().map(|piece| piece.openings.from), Some(from));
        prop_assert_eq!(pieces.last().map(|piece| piece.openings.until), Some(until));
    }
}

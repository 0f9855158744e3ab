//! Thirty mistakes that engines for business time are known to have made, each with a case in which
//! it would show.

use plans::catalog::Holidays;
use plans::link::decode;
use worktime::deadline::respond_by;
use worktime::schedule::{Exceptions, Schedule, Target, Week, Window};
use worktime::zone::{Instant, LocalDate, TZDB_VERSION, TimeOfDay, Weekday, Zone};
use worktime_oracle::cases::{account, answer, check_desk, desk, moment, outside, shown, zone};

use crate::support::cases::{Case, check};
use crate::support::wording::wording;

/// T1: a target that ends exactly at closing moves to the next opening.
#[test]
fn a_target_that_ends_at_closing_is_due_at_closing() {
    check("business p2 emea Europe/London 2026-01-09T15:00", "2026-01-09T17:00+00:00");
}

/// T2: the closing second is taken for open.
#[test]
fn the_closing_second_is_closed() {
    check("business p4 emea Europe/London 2026-01-09T17:00", "2026-01-13T09:00+00:00");
    check("business p2 emea Europe/London 2026-01-09T17:00", "2026-01-12T11:00+00:00");
}

/// T3: seconds are lost or gained.
#[test]
fn seconds_are_kept() {
    check("business p2 emea Europe/London 2026-01-09T16:59:59", "2026-01-12T10:59:59+00:00");
}

/// T4: 24:00 is kept as 23:59, and a minute is lost each night.
#[test]
fn no_minute_is_lost_at_midnight() {
    check("elite p3 emea Europe/London 2026-06-11T23:45", "2026-06-12T00:45+01:00");
}

/// T5: an answer at midnight within the week.
#[test]
fn a_reply_may_be_due_at_midnight() {
    check("elite p2 emea Europe/London 2026-06-11T23:30", "2026-06-12T00:00+01:00");
}

/// T6: an answer at the end of the five days moves to Monday.
#[test]
fn a_reply_may_be_due_as_the_week_ends() {
    check("elite p3 emea Europe/London 2026-06-12T23:00", "2026-06-13T00:00+01:00");
}

/// T7: a target that crosses the end of the five days.
#[test]
fn what_is_left_when_the_week_ends_counts_from_monday() {
    check("elite p3 emea Europe/London 2026-06-12T23:30", "2026-06-15T00:30+01:00");
}

/// T8: hours that start at 00:00 are missed.
#[test]
fn hours_that_start_at_midnight_start_there() {
    let case = "elite p3 emea Europe/London 2026-06-14T23:59:59";
    check(case, "2026-06-15T01:00+01:00");
    assert_eq!(Case::new(case).reply().deadline.elapsed().as_seconds(), 3_601);
}

/// T9: hours are kept in UTC, or with one offset for the whole year.
#[test]
fn the_offset_is_that_of_each_date() {
    check("online p2 emea Europe/London 2026-03-27T16:30", "2026-03-30T12:30+01:00");
    check("online p2 emea Europe/London 2026-10-23T16:30", "2026-10-26T12:30+00:00");
}

/// T10: midnight does not exist on the night of the change.
#[test]
fn a_target_goes_on_over_a_midnight_that_does_not_exist() {
    check("elite p3 emea Africa/Cairo 2026-04-23T23:30", "2026-04-24T01:30+03:00");
}

/// T11: an hour happens twice inside the week.
#[test]
fn an_hour_that_happens_twice_counts_twice() {
    check("elite p3 emea Africa/Cairo 2026-10-29T23:30", "2026-10-29T23:30+02:00");
}

/// T12: a clock change of half an hour is taken for a whole one.
#[test]
fn a_clock_change_of_half_an_hour_is_half_an_hour() {
    check("elite p3 apac Australia/Lord_Howe 2026-10-02T23:40:30", "2026-10-05T00:40:30+11:00");
    // The clock jumps from 02:00 to 02:30, so hours from 02:15 begin with the jump.
    let sundays = desk(zone("Australia/Lord_Howe"), "sun 02:15-10:00", "");
    let deadline = answer(&sundays, "PT1H", "2026-10-03T12:00Z");
    assert_eq!(deadline.starts, moment("2026-10-03T15:30Z"));
    assert_eq!(deadline.due, moment("2026-10-03T16:30Z"));
}

/// T13: a window that ends where the repeated hour begins is credited with the hour. By the clock
/// it is open for half an hour.
#[test]
fn a_window_is_open_while_the_clock_reads_inside_it() {
    let nights = desk(zone("Europe/London"), "mon-sun 00:30-01:00", "");
    check_desk(&nights, "PT30M", "2026-10-24T23:00Z", "2026-10-25T00:00Z");
    check_desk(&nights, "PT31M", "2026-10-24T23:00Z", "2026-10-26T00:31Z");
    let into_the_hour = desk(zone("Europe/London"), "mon-sun 00:30-01:30", "");
    check_desk(&into_the_hour, "PT1H30M", "2026-10-24T23:00Z", "2026-10-25T01:30Z");
}

/// T14: days of 86,400 seconds shift the time of day at a clock change.
#[test]
fn a_business_day_keeps_the_time_of_day_over_a_clock_change() {
    check("business p4 apac Australia/Sydney 2026-10-02T15:00", "2026-10-05T15:00+11:00");
    check("online p4 apac Australia/Sydney 2026-10-01T15:00", "2026-10-06T15:00+11:00");
}

/// Apia around 2011-12-30, which its clocks jumped over: -10 until then, +14 from then on.
const APIA_2011: Zone = Zone::synthetic(
    "Pacific/Apia",
    &[1_320_000_000, 1_325_239_200],
    &[-40, 56],
    Instant::from_unix(1_330_000_000),
);

/// T15: a date that the zone skipped is counted as a day.
#[test]
fn a_date_that_was_skipped_is_no_business_day() {
    let weekdays = desk(APIA_2011, "mon-fri 09:00-17:00", "");
    check_desk(&weekdays, "P1D", "2011-12-29T10:00-10:00", "2012-01-02T10:00+14:00");
    let account = account(&APIA_2011, &answer(&weekdays, "P1D", "2011-12-29T10:00-10:00"));
    let lines = [
        "pause 2011-12-31T00:00 to 2012-01-02T00:00: weekend",
        "day 1 2012-01-02",
        "clock 2011-12-31T00:00 UTC-10 to UTC+14",
    ];
    assert_eq!(account, lines, "no word of Friday the 30th");
    check_desk(&weekdays, "PT8H", "2011-12-29T10:00-10:00", "2012-01-02T10:00+14:00");
}

/// T16: a holiday is tested against the date in UTC.
#[test]
fn holidays_are_dates_on_the_desks_calendar() {
    check(
        "online p2 americas America/Los_Angeles 2026-12-24T16:30 2026-12-25",
        "2026-12-28T09:00-08:00",
    );
    check("online p2 apac Pacific/Auckland 2026-12-25T09:30 2026-12-25", "2026-12-28T13:00+13:00");
}

/// T17: a case opened after the last holiday of the list has no answer.
#[test]
fn cases_opened_after_the_last_holiday_are_answered() {
    for case in [
        "online p2 emea Europe/London 2026-01-09T15:00",
        "elite p3 emea Europe/London 2030-06-12T23:30",
        "business p4 emea Europe/London 2039-01-10T17:00",
    ] {
        let due = |case: &str| Case::new(case).reply().deadline.due;
        assert_eq!(due(&format!("{case} 2026-01-01")), due(case), "{case}");
    }
}

/// T18: a long target loses count over a holiday.
#[test]
fn a_long_target_keeps_its_count_over_holidays() {
    check(
        "online p3 emea Europe/London 2026-12-24T13:00 2026-12-25,2026-12-28",
        "2026-12-29T11:00+00:00",
    );
}

/// T19: the search gives up when a whole week is closed.
#[test]
fn a_whole_week_may_be_closed() {
    let closed =
        "2026-06-10,2026-06-11,2026-06-12,2026-06-15,2026-06-16,2026-06-17,2026-06-18,2026-06-19";
    check(
        &format!("enterprise p3 emea Europe/London 2026-06-10T08:59:59 {closed}"),
        "2026-06-22T11:00+01:00",
    );
}

/// T20: the search never ends when the desk never opens.
#[test]
fn a_desk_that_never_opens_is_an_error() {
    assert_eq!(Week::new([]), None, "hours without any window are no hours");
    assert_eq!(Week::parse("mon-fri"), None);
    let nothing = Window { from: TimeOfDay::MIDNIGHT_AFTER, until: TimeOfDay::MIDNIGHT };
    assert_eq!(
        Week::new([(Weekday::Mon, nothing)]),
        None,
        "a window without any time is no window"
    );

    let every_date = |years: i64| {
        let first = LocalDate::parse("2020-01-01").expect("a date");
        Exceptions::closed((0..years * 366).map(|day| first.plus_days(day)))
    };
    let week = || Week::parse("mon-fri 09:00-17:00").expect("hours");
    let opened = moment("2020-01-07T12:00Z");
    for target in ["PT1H", "P1D"] {
        let target = Target::parse(target).expect("a target");
        let respond = |years| {
            let desk = Schedule::new(zone("Europe/London"), week(), every_date(years));
            let deadline = respond_by(&desk, target, opened).map_err(outside);
            deadline.map(|deadline| shown(desk.zone(), deadline.starts))
        };
        assert_eq!(respond(3), Ok("2023-01-03T09:00 UTC+0".to_owned()), "after three closed years");
        assert_eq!(respond(22), Err("due"), "in no year of the table");
    }
}

/// T21: a business day is counted from the weekend on which the case is opened.
#[test]
fn a_business_day_is_counted_from_the_next_opening() {
    check("elite p4 emea Europe/London 2026-01-10T12:00", "2026-01-13T09:00+00:00");
}

/// T22: a business day is taken for 24 hours of work.
#[test]
fn a_business_day_is_not_24_hours_of_work() {
    check("business p4 emea Europe/London 2026-01-12T15:00", "2026-01-13T15:00+00:00");
}

/// T23: days off are added by division, and some weekday comes out wrong.
#[test]
fn days_off_do_not_count_whichever_the_weekday() {
    check("online p4 emea Europe/London 2026-01-07T11:00", "2026-01-12T11:00+00:00");
    check("online p4 emea Europe/London 2026-01-09T11:00", "2026-01-14T11:00+00:00");
}

/// T24: 29 February is missing.
#[test]
fn a_leap_day_is_a_day() {
    check("business p4 japan Asia/Tokyo 2028-02-28T15:00", "2028-02-29T15:00+09:00");
    check("business p4 japan Asia/Tokyo 2028-02-29T15:00", "2028-03-01T15:00+09:00");
}

/// T25: what was asked before changes the answer.
#[test]
fn answers_do_not_depend_on_the_order_of_questions() {
    let desk = desk(zone("Europe/London"), "mon-fri 09:00-17:00", "2026-12-25,2027-12-27");
    let ask = |year: u32| answer(&desk, "PT6H", &format!("{year}-12-24T13:00Z")).due;
    let forwards = [2026, 2027, 2028].map(ask);
    let backwards = [2028, 2027, 2026].map(ask);
    assert!(forwards.iter().eq(backwards.iter().rev()), "{forwards:?} and {backwards:?}");
    assert_eq!(forwards[0], moment("2026-12-28T11:00Z"));
    assert_eq!(forwards[1], moment("2027-12-28T11:00Z"));
}

/// T26: the answer loses its zone, and is printed in another.
#[test]
fn an_answer_is_worded_with_place_and_offset() {
    let catalog = bundled::catalog("en");
    let wording = wording("en");
    let case = Case::new("online p2 americas America/Argentina/Buenos_Aires 2026-01-09T16:30");
    let lines = wording.account(&catalog, &case.scenario.case.desk.zone, &case.reply());
    let last = lines.last().expect("an account");
    assert!(last.contains("2026-01-12 09:00 (Buenos Aires, UTC-3)"), "{last}");
    for line in &lines {
        assert!(!line.contains("UTC+0") && !line.contains('Z'), "{line}");
    }
}

/// T27: the call changes what it was given.
#[test]
fn asking_changes_nothing() {
    let case = Case::new("online p2 emea Europe/London 2026-03-27T16:30 2026-03-30");
    let before = case.scenario.clone();
    assert_eq!(case.reply(), case.reply());
    assert_eq!(case.scenario, before);
}

/// T28: a date that does not exist hangs, or becomes another.
#[test]
fn dates_that_do_not_exist_are_refused() {
    let catalog = bundled::catalog("en");
    for (opened, named) in [
        ("2026-02-30T12:00", true),
        ("2026-02-30", true),
        ("2026-13-01T00:00", true),
        ("10000-01-01T00:00", true),
        ("2026-01-01T24:00", true),
        ("NaN", true),
        ("", false),
    ] {
        let decoded = decode(&format!("opened={opened}"), &catalog);
        assert_eq!(decoded.scenario(&catalog, None).case.opened, None, "{opened:?}");
        let ignored: Vec<_> = decoded.ignored.iter().map(|ignored| &*ignored.value).collect();
        assert_eq!(ignored, if named { vec![opened] } else { vec![] });
    }
    let decoded = decode("holidays=2026-02-30", &catalog);
    let holidays = decoded.scenario(&catalog, None).case.holidays;
    assert_eq!((holidays, decoded.ignored.len()), (Holidays::default(), 1));
}

/// T29: zone rules that are older than the law.
#[test]
fn zone_rules_are_as_new_as_the_law() {
    check("online p2 americas America/Vancouver 2026-12-01T16:30", "2026-12-02T09:00-07:00");
    check("online p2 americas America/Edmonton 2026-12-01T16:30", "2026-12-02T15:00+00:00");
    check("online p2 americas America/Winnipeg 2026-12-01T16:30", "2026-12-02T14:00+00:00");
    assert!(TZDB_VERSION >= "2026e", "{TZDB_VERSION}");
    let case = Case::new("online p2 americas America/Vancouver 2026-12-01T16:30");
    let assumptions = wording("en").assumptions(&case.catalog, &case.reply());
    let told = assumptions.iter().filter(|line| line.contains(TZDB_VERSION));
    assert_eq!(told.count(), 1, "the edition of the rules is part of the answer: {assumptions:?}");
}

/// T30: the limit that Japan sets is forgotten, or set for every priority.
#[test]
fn japan_limits_every_priority_but_the_first() {
    check("elite p2 japan Asia/Tokyo 2026-09-11T17:29:59", "2026-09-14T09:29:59+09:00");
    check("elite p1 japan Asia/Tokyo 2026-09-11T17:29:59", "2026-09-11T17:44:59+09:00");
}

//! The account of an answer: what counted, what did not and why, in order.

use worktime::deadline::Step;
use worktime_oracle::cases::{account, answer, desk, moment, zone};

use crate::support::cases::Case;

/// The account of a case for the bundled catalog, line by line.
#[track_caller]
fn check(case: &str, expected: &[&str]) {
    assert_eq!(Case::new(case).account(), expected);
}

/// The account of a desk of our own.
#[track_caller]
fn check_desk(week: &str, dates: &str, target: &str, opened: &str, expected: &[&str]) {
    let london = zone("Europe/London");
    let deadline = answer(&desk(london, week, dates), target, opened);
    assert_eq!(account(&london, &deadline), expected);
}

#[test]
fn a_target_within_one_day_counts_one_window() {
    check(
        "business p2 emea Europe/London 2026-01-09T15:00",
        &["counted 2026-01-09T15:00 to 2026-01-09T17:00"],
    );
}

#[test]
fn a_weekend_and_a_clock_change_are_named() {
    check(
        "online p2 emea Europe/London 2026-03-27T16:30",
        &[
            "counted 2026-03-27T16:30 to 2026-03-27T17:00",
            "pause 2026-03-27T17:00 to 2026-03-30T09:00: closed, weekend",
            "counted 2026-03-30T09:00 to 2026-03-30T12:30",
            "clock 2026-03-29T02:00 UTC+0 to UTC+1",
        ],
    );
}

#[test]
fn the_account_of_a_case_opened_while_closed_begins_with_a_pause() {
    check(
        "elite p3 emea Europe/London 2026-06-13T12:00",
        &[
            "pause 2026-06-13T12:00 to 2026-06-15T00:00: weekend",
            "counted 2026-06-15T00:00 to 2026-06-15T01:00",
        ],
    );
    check(
        "business p2 emea Europe/London 2026-01-09T17:00",
        &[
            "pause 2026-01-09T17:00 to 2026-01-12T09:00: closed, weekend",
            "counted 2026-01-12T09:00 to 2026-01-12T11:00",
        ],
    );
}

#[test]
fn midnight_within_the_five_days_is_no_pause() {
    check(
        "elite p3 emea Europe/London 2026-06-11T23:30",
        &["counted 2026-06-11T23:30 to 2026-06-12T00:30"],
    );
    check(
        "elite p3 emea Africa/Cairo 2026-04-23T23:30",
        &["counted 2026-04-23T23:30 to 2026-04-24T01:30", "clock 2026-04-24T01:00 UTC+2 to UTC+3"],
    );
}

/// Friday has no midnight there: its first moment, 01:00, is the first that is worked.
#[test]
fn a_day_that_the_pause_does_not_touch_is_no_reason() {
    check(
        "elite p3 emea Africa/Cairo 2026-04-23T12:00 2026-04-23",
        &[
            "pause 2026-04-23T12:00 to 2026-04-24T01:00: holiday 2026-04-23",
            "counted 2026-04-24T01:00 to 2026-04-24T02:00",
            "clock 2026-04-24T01:00 UTC+2 to UTC+3",
        ],
    );
}

#[test]
fn holidays_are_named_each_with_its_date() {
    check(
        "online p3 emea Europe/London 2026-12-24T13:00 2026-12-25,2026-12-28",
        &[
            "counted 2026-12-24T13:00 to 2026-12-24T17:00",
            "pause 2026-12-24T17:00 to 2026-12-29T09:00: \
             closed, holiday 2026-12-25, weekend, holiday 2026-12-28",
            "counted 2026-12-29T09:00 to 2026-12-29T11:00",
        ],
    );
}

#[test]
fn a_holiday_at_the_weekend_is_a_weekend() {
    check(
        "elite p3 emea Europe/London 2026-12-25T23:30 2026-12-26",
        &[
            "counted 2026-12-25T23:30 to 2026-12-26T00:00",
            "pause 2026-12-26T00:00 to 2026-12-28T00:00: weekend",
            "counted 2026-12-28T00:00 to 2026-12-28T00:30",
        ],
    );
}

#[test]
fn business_days_are_numbered() {
    check(
        "online p4 emea Europe/London 2026-01-07T11:00",
        &[
            "day 1 2026-01-08",
            "day 2 2026-01-09",
            "pause 2026-01-10T00:00 to 2026-01-12T00:00: weekend",
            "day 3 2026-01-12",
        ],
    );
    check(
        "business p4 emea Europe/London 2026-01-09T17:00",
        &["pause 2026-01-09T17:00 to 2026-01-12T09:00: closed, weekend", "day 1 2026-01-13"],
    );
    check(
        "online p4 emea Europe/London 2026-12-23T11:00 2026-12-25,2026-12-28",
        &[
            "day 1 2026-12-24",
            "pause 2026-12-25T00:00 to 2026-12-29T00:00: \
             holiday 2026-12-25, weekend, holiday 2026-12-28",
            "day 2 2026-12-29",
            "day 3 2026-12-30",
        ],
    );
}

#[test]
fn clock_changes_between_business_days_are_named() {
    check(
        "business p4 emea Europe/London 2026-10-23T11:00",
        &[
            "pause 2026-10-24T00:00 to 2026-10-26T00:00: weekend",
            "day 1 2026-10-26",
            "clock 2026-10-25T01:00 UTC+1 to UTC+0",
        ],
    );
}

#[test]
fn japan_counts_business_hours_instead_of_five_days() {
    check(
        "elite p2 japan Asia/Tokyo 2026-09-11T17:29:59",
        &[
            "counted 2026-09-11T17:29:59 to 2026-09-11T17:30",
            "pause 2026-09-11T17:30 to 2026-09-14T09:00: closed, weekend",
            "counted 2026-09-14T09:00 to 2026-09-14T09:29:59",
        ],
    );
}

#[test]
fn around_the_clock_there_is_one_step() {
    check(
        "online p1 emea Europe/London 2026-10-25T01:30",
        &["counted 2026-10-25T01:30 to 2026-10-25T01:30", "clock 2026-10-25T01:00 UTC+1 to UTC+0"],
    );
}

#[test]
fn a_lunch_break_is_a_pause() {
    check_desk(
        "mon-fri 09:00-12:00 13:00-17:00",
        "",
        "PT2H",
        "2026-01-09T11:00Z",
        &[
            "counted 2026-01-09T11:00 to 2026-01-09T12:00",
            "pause 2026-01-09T12:00 to 2026-01-09T13:00: closed",
            "counted 2026-01-09T13:00 to 2026-01-09T14:00",
        ],
    );
}

#[test]
fn a_weekday_without_hours_is_not_a_weekend() {
    check_desk(
        "mon,thu 09:00-10:00",
        "",
        "PT2H",
        "2026-01-05T09:00Z",
        &[
            "counted 2026-01-05T09:00 to 2026-01-05T10:00",
            "pause 2026-01-05T10:00 to 2026-01-08T09:00: closed, no hours",
            "counted 2026-01-08T09:00 to 2026-01-08T10:00",
        ],
    );
}

#[test]
fn a_reading_outside_the_last_days_hours_is_held_within_them() {
    let week = "mon-thu 09:00-17:00; fri 10:00-12:00";
    check_desk(week, "", "P1D", "2026-01-08T15:00Z", &["day 1 2026-01-09", "held from 15:00"]);
    check_desk(
        week,
        "",
        "P1D",
        "2026-01-08T09:15:30Z",
        &["day 1 2026-01-09", "held from 09:15:30"],
    );
    check_desk(week, "", "P1D", "2026-01-08T11:00Z", &["day 1 2026-01-09"]);
    let friday = desk(zone("Europe/London"), week, "");
    let due = |opened| answer(&friday, "P1D", opened).due;
    assert_eq!(due("2026-01-08T15:00Z"), moment("2026-01-09T12:00Z"), "the last closing");
    assert_eq!(due("2026-01-08T09:15:30Z"), moment("2026-01-09T10:00Z"), "the first opening");
}

#[test]
fn a_reading_in_a_lunch_break_stays() {
    let week = "mon-thu 09:00-17:00; fri 09:00-12:00 13:00-17:00";
    check_desk(week, "", "P1D", "2026-01-08T12:30Z", &["day 1 2026-01-09"]);
}

#[test]
fn a_skipped_or_repeated_last_reading_is_marked() {
    let week = "mon-sun 00:00-24:00 for mon-sun";
    check_desk(
        week,
        "",
        "P1D",
        "2026-03-28T01:30Z",
        &["day 1 2026-03-29", "clock 2026-03-29T02:00 UTC+0 to UTC+1", "skipped"],
    );
    check_desk(week, "", "P1D", "2026-10-24T01:30+01:00", &["day 1 2026-10-25", "repeated"]);
}

/// The clock goes back from Friday 00:30 to Thursday 23:30, after which the case is opened: Friday
/// has begun before already.
#[test]
fn a_reply_is_never_due_before_the_case_is_opened() {
    let zone = worktime_oracle::generators::odd("Test/Over_Midnight");
    let check = |week: &str, expected: &[&str]| {
        let deadline = answer(&desk(zone, week, ""), "P1D", "2026-10-29T21:30Z");
        assert_eq!(account(&zone, &deadline), expected);
        assert!(deadline.starts < deadline.due);
    };
    let opening = "pause 2026-10-29T23:30 to 2026-10-29T23:45: closed";
    check("thu 23:45-24:00; fri 00:00-00:20", &[opening, "day 1 2026-10-30", "held from 23:45"]);
    check(
        "thu 23:45-24:00",
        &[
            opening,
            "pause 2026-10-30T00:00 to 2026-11-05T00:00: no hours, weekend",
            "day 1 2026-11-05",
        ],
    );
    // That midnight comes twice; the pause begins with the one after the opening.
    let deadline = answer(&desk(zone, "thu 23:45-24:00", ""), "P1D", "2026-10-29T21:30Z");
    let mut pauses = deadline.steps.iter().filter_map(|step| match step {
        Step::Pause { interval, .. } => Some(interval.from),
        _ => None,
    });
    assert_eq!(pauses.next_back(), Some(moment("2026-10-29T22:00Z")));
}

#[test]
fn the_elapsed_time_is_what_a_stopwatch_shows() {
    let deadline = Case::new("online p2 emea Europe/London 2026-03-27T16:30").reply().deadline;
    assert_eq!(deadline.elapsed().as_seconds(), (67 * 60) * 60, "an hour is lost on Sunday");
    assert!(deadline.opened_while_open());
    let closed = Case::new("online p2 emea Europe/London 2026-03-28T16:30").reply().deadline;
    assert!(!closed.opened_while_open());
    assert_eq!(closed.starts, moment("2026-03-30T09:00+01:00"));
}

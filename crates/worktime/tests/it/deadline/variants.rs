//! Targets in days in all their variants, and dates with other hours: a table of cases by hand.

use worktime_oracle::cases::{account, answer, check_desk, desk, moment, zone};
use worktime_oracle::generators::odd;

/// A case of a desk in London, from Monday to Friday, 9 to 17, with dates that have other hours.
#[track_caller]
fn check(dates: &str, target: &str, opened: &str, due: &str) {
    check_desk(&desk(zone("Europe/London"), "mon-fri 09:00-17:00", dates), target, opened, due);
}

/// A case of a desk in London with other weekly hours.
#[track_caller]
fn check_week(week: &str, target: &str, opened: &str, due: &str) {
    check_desk(&desk(zone("Europe/London"), week, ""), target, opened, due);
}

#[test]
fn business_days_may_be_due_at_closing() {
    check("", "P1D closing", "2026-01-09T11:00Z", "2026-01-12T17:00Z");
    check("", "P1D closing", "2026-01-09T17:00Z", "2026-01-13T17:00Z");
    check("2026-12-24 only 00:00-12:00", "P1D closing", "2026-12-23T16:00Z", "2026-12-24T12:00Z");
    check("", "P2D closing", "2026-03-27T16:30Z", "2026-03-31T17:00+01:00");
    // The clock goes back from 02:00 to 01:00 on Sunday: the desk closes for the last time when it
    // shows 01:30 a second time, and has closed for good at 01:00 when it shows that again.
    let night = |until: &str| format!("sun 00:00-{until}; mon-sat 09:00-17:00 for mon-sun");
    check_week(&night("01:30"), "P1D closing", "2026-10-24T10:00+01:00", "2026-10-25T01:30+00:00");
    check_week(&night("01:00"), "P1D closing", "2026-10-24T10:00+01:00", "2026-10-25T01:00+01:00");
    // It goes forward from 01:00 to 02:00.
    check_week(&night("01:30"), "P1D closing", "2026-03-28T10:00Z", "2026-03-29T02:00+01:00");
    // It goes forward from 23:30 to 00:30: the last hours of the day do not come, or none do.
    let skipped = |week: &str, due: &str| {
        let week = format!("{week} for mon-sun");
        let desk = desk(odd("Test/Over_Midnight"), &week, "");
        check_desk(&desk, "P1D closing", "2026-04-22T10:00+02:00", due);
    };
    skipped("mon-sun 00:00-06:00; mon-sun 23:40-24:00", "2026-04-23T06:00+02:00");
    skipped("mon-sun 23:40-24:00", "2026-04-24T00:30+03:00");
}

#[test]
fn business_days_may_be_due_at_the_end_of_the_day() {
    check("", "P1D end", "2026-01-09T11:00Z", "2026-01-13T00:00Z");
    check("", "P1D end", "2026-01-09T17:00Z", "2026-01-14T00:00Z");
    check("2026-12-24 only 00:00-12:00", "P1D end", "2026-12-23T16:00Z", "2026-12-25T00:00Z");
    check("", "P2D end", "2026-03-27T16:30Z", "2026-04-01T00:00+01:00");
    // Midnight does not exist after Thursday 2026-04-23 in Cairo.
    let cairo = desk(zone("Africa/Cairo"), "sun-thu 09:00-17:00 for sun-thu", "");
    check_desk(&cairo, "P1D end", "2026-04-22T12:00+02:00", "2026-04-24T01:00+03:00");
    // The clock goes back from 00:30 to 23:30, so that midnight comes twice.
    let twice = desk(odd("Test/Over_Midnight"), "mon-sun 09:00-17:00 for mon-sun", "");
    check_desk(&twice, "P1D end", "2026-10-28T12:00+03:00", "2026-10-30T00:00+03:00");
}

#[test]
fn calendar_days_go_by_whatever_the_hours() {
    check("", "P14D calendar", "2026-01-09T11:00Z", "2026-01-23T11:00Z");
    check("2026-01-10", "P1D calendar", "2026-01-09T23:00Z", "2026-01-10T23:00Z");
    check("", "P1D calendar", "2026-03-28T16:30Z", "2026-03-29T16:30+01:00");
    // At 01:30 the clock goes forward, or shows the hour twice.
    check("", "P1D calendar", "2026-03-28T01:30Z", "2026-03-29T02:00+01:00");
    check("", "P1D calendar", "2026-10-24T01:30+01:00", "2026-10-25T01:30+01:00");
}

#[test]
fn business_days_are_counted_from_hours_on_a_business_day() {
    // A desk that opens on Sunday at 14:00 does not make Sunday a business day.
    let sunday = "sun 14:00-24:00; mon-thu 00:00-24:00; fri 00:00-17:00";
    check_week(sunday, "P1D", "2026-01-11T15:00Z", "2026-01-13T00:00Z");
    check_week(sunday, "P1D", "2026-01-09T16:00Z", "2026-01-12T16:00Z");
    check_week(sunday, "PT2H", "2026-01-11T15:00Z", "2026-01-11T17:00Z");
    // Nor does the morning with which Friday's night shift ends make Saturday one.
    let night = "mon-fri 22:00-06:00";
    check_week(night, "P1D", "2026-01-09T23:00Z", "2026-01-12T23:00Z");
    check_week(night, "P1D", "2026-01-10T01:00Z", "2026-01-13T22:00Z");
    check_week(night, "PT8H", "2026-01-09T23:00Z", "2026-01-12T23:00Z");
    // Around the clock, too, business days are Monday to Friday.
    check_week("mon-sun 00:00-24:00", "P1D", "2026-01-09T12:00Z", "2026-01-12T12:00Z");
    check_week("mon-sun 00:00-24:00", "P1D", "2026-01-10T12:00Z", "2026-01-13T00:00Z");
    check_week("mon-sun 00:00-24:00 for mon-sun", "P1D", "2026-01-10T12:00Z", "2026-01-11T12:00Z");
}

#[test]
fn other_business_weekdays_have_another_weekend() {
    let gulf = "sun-thu 09:00-17:00 for sun-thu";
    check_week(gulf, "P1D", "2026-01-08T11:00Z", "2026-01-11T11:00Z");
    check_week(gulf, "PT8H", "2026-01-08T16:00Z", "2026-01-11T16:00Z");
    check_week(gulf, "P2D closing", "2026-01-09T11:00Z", "2026-01-13T17:00Z");
}

#[test]
fn dates_have_hours_of_their_own() {
    let christmas = "2026-12-24 only 00:00-12:00,2026-12-25,2026-12-28";
    check(christmas, "PT2H", "2026-12-24T11:00Z", "2026-12-29T10:00Z");
    check(christmas, "PT1H", "2026-12-24T11:00Z", "2026-12-24T12:00Z");
    check(christmas, "P1D", "2026-12-23T16:00Z", "2026-12-24T12:00Z");
    check(christmas, "P1D", "2026-12-24T12:00Z", "2026-12-30T09:00Z");
    let worked = "2026-01-10 also 10:00-14:00";
    check(worked, "PT2H", "2026-01-09T16:00Z", "2026-01-10T11:00Z");
    check(worked, "PT6H", "2026-01-09T16:00Z", "2026-01-12T10:00Z");
    check(worked, "P1D", "2026-01-09T16:00Z", "2026-01-10T14:00Z");
    check(worked, "P1D", "2026-01-10T11:00Z", "2026-01-12T11:00Z");
    check("2026-01-09 also 17:00-20:00", "PT4H", "2026-01-09T15:00Z", "2026-01-09T19:00Z");
}

#[test]
fn a_desk_without_business_days_gives_no_answer_in_them() {
    let saturday = desk(zone("Europe/London"), "sat 09:00-17:00", "");
    let due = |target: &str| {
        let target = worktime_oracle::cases::target(target);
        worktime::deadline::due(&saturday, target, moment("2026-01-09T11:00Z")).is_ok()
    };
    assert!(!due("P1D") && !due("P1D closing") && !due("P1D end"));
    assert!(due("PT1H") && due("P1D calendar"));
}

#[test]
fn an_account_names_dates_with_other_hours() {
    let dates = "2026-12-24 only 00:00-12:00,2026-12-25";
    let office = desk(zone("Europe/London"), "mon-fri 09:00-17:00", dates);
    assert_eq!(
        account(office.zone(), &answer(&office, "PT2H", "2026-12-24T11:00Z")),
        [
            "counted 2026-12-24T11:00 to 2026-12-24T12:00",
            "pause 2026-12-24T12:00 to 2026-12-28T09:00: other hours 2026-12-24, \
             holiday 2026-12-25, weekend, closed",
            "counted 2026-12-28T09:00 to 2026-12-28T10:00",
        ]
    );
    assert_eq!(
        account(office.zone(), &answer(&office, "P1D closing", "2026-12-24T12:00Z")),
        [
            "pause 2026-12-24T12:00 to 2026-12-28T09:00: other hours 2026-12-24, \
             holiday 2026-12-25, weekend, closed",
            "day 1 2026-12-29",
        ]
    );
    assert_eq!(
        account(office.zone(), &answer(&office, "P3D calendar", "2026-12-24T12:00Z")),
        ["counted 2026-12-24T12:00 to 2026-12-27T12:00"]
    );
}

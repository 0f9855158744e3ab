//! The ends of the zone rules: everything within them is answered, to the last second, and
//! everything outside is an error.

use worktime::deadline::{due, respond_by, wait_profile};
use worktime::schedule::{DueTime, Target};
use worktime::zone::{Instant, LocalTime, Zone};

use worktime_oracle::cases::{check_desk, desk, moment, outside, shown, zone};

const AROUND_THE_CLOCK: &str = "mon-sun 00:00-24:00 for mon-sun";

/// Whether the opening or the due instant lies outside the table.
#[track_caller]
fn check_error(place: &str, week: &str, target: &str, opened: &str, expected: &str) {
    let target = Target::parse(target).expect("a target");
    let desk = desk(zone(place), week, "");
    let outcome = respond_by(&desk, target, moment(opened));
    let due = outcome.map(|deadline| shown(desk.zone(), deadline.due));
    assert_eq!(due.map_err(outside), Err(expected));
}

#[test]
fn a_case_opened_in_the_first_second_is_answered() {
    for place in ["Europe/London", "America/New_York", "Asia/Tokyo"] {
        let desk = desk(zone(place), AROUND_THE_CLOCK, "");
        check_desk(&desk, "PT1H", "2020-01-01T00:00Z", "2020-01-01T01:00Z");
        check_desk(&desk, "P1D", "2020-01-01T00:00Z", "2020-01-02T00:00Z");
    }
}

#[test]
fn the_first_date_may_have_begun_before_the_table() {
    let new_york = desk(zone("America/New_York"), "mon-fri 09:00-17:00", "");
    check_desk(&new_york, "PT1H", "2020-01-01T00:00Z", "2020-01-01T10:00-05:00");
    check_desk(&new_york, "P1D", "2020-01-01T00:00Z", "2020-01-02T09:00-05:00");
    let tokyo = desk(zone("Asia/Tokyo"), "mon-fri 12:00-17:00", "");
    check_desk(&tokyo, "PT1H", "2020-01-01T00:00Z", "2020-01-01T13:00+09:00");
}

#[test]
fn a_reply_due_in_the_last_second_is_answered() {
    let london = desk(zone("Europe/London"), AROUND_THE_CLOCK, "");
    check_desk(&london, "PT1H", "2040-12-31T22:59:59Z", "2040-12-31T23:59:59Z");
    check_desk(&london, "P1D", "2040-12-30T23:59:59Z", "2040-12-31T23:59:59Z");
    let tokyo = desk(zone("Asia/Tokyo"), AROUND_THE_CLOCK, "");
    check_desk(&tokyo, "P1D", "2040-12-31T08:59:59+09:00", "2041-01-01T08:59:59+09:00");
}

#[test]
fn a_reply_due_after_the_table_is_an_error() {
    let due = "due";
    check_error("Europe/London", AROUND_THE_CLOCK, "PT1H", "2040-12-31T23:00:01Z", due);
    check_error("Europe/London", AROUND_THE_CLOCK, "P1D", "2040-12-31T00:00Z", due);
    check_error("Europe/London", "mon-fri 09:00-17:00", "PT4H", "2040-12-31T14:00Z", due);
    check_error("Europe/London", AROUND_THE_CLOCK, "PT999999H", "2020-01-01T00:00Z", due);
    check_error("Europe/London", AROUND_THE_CLOCK, "P999999D", "2020-01-01T00:00Z", due);
}

/// The first second after the table has no clock reading, so it cannot be an answer.
#[test]
fn a_reply_due_with_the_end_of_the_table_is_an_error() {
    let due = "due";
    check_error("Europe/London", AROUND_THE_CLOCK, "PT1H", "2040-12-31T23:00Z", due);
    check_error("Europe/London", AROUND_THE_CLOCK, "P1D", "2040-12-31T00:00Z", due);
    check_error("America/New_York", "mon-fri 09:00-19:00", "PT1H", "2040-12-31T18:00-05:00", due);
}

#[test]
fn a_profile_has_openings_whose_replies_are_within_the_table_and_no_others() {
    let end = Instant::from_unix(2_240_611_200);
    let before = |seconds: i64| Instant::from_unix(end.unix() - seconds);
    for (week, target) in [
        (AROUND_THE_CLOCK, "PT1S"),
        (AROUND_THE_CLOCK, "PT1H"),
        ("mon-sun 09:00-24:00 for mon-sun", "PT1S"),
        (AROUND_THE_CLOCK, "P1D"),
        ("mon-fri 09:00-17:00", "PT2H"),
    ] {
        let desk = desk(zone("UTC"), week, "");
        let target = Target::parse(target).expect("a target");
        let is_answered = |seconds: &i64| due(&desk, target, before(*seconds)).is_ok();
        let last = (1..).find(is_answered).expect("an opening that is answered");
        let profile =
            |seconds: i64| wait_profile(&desk, target, before(last + 60), before(seconds));
        assert!(profile(last - 1).is_ok(), "{week} {target}: until {last} s before the end");
        for seconds in 0..(last - 1).min(5) {
            assert!(profile(seconds).is_err(), "{week} {target}: until {seconds} s before the end");
        }
    }
}

#[test]
fn a_case_opened_outside_the_table_is_an_error() {
    for week in [AROUND_THE_CLOCK, "mon-fri 09:00-17:00"] {
        for target in ["PT1H", "P1D"] {
            let opened = "opened";
            check_error("Asia/Tokyo", week, target, "2019-12-31T23:59:59Z", opened);
            check_error("Asia/Tokyo", week, target, "2041-01-01T00:00Z", opened);
            check_error("Asia/Tokyo", week, target, "9999-12-01T00:00Z", opened);
        }
    }
}

#[test]
fn instants_at_the_ends_of_time_are_outside() {
    for seconds in [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX - 1, i64::MAX] {
        let at = Instant::from_unix(seconds);
        assert!(zone("Asia/Tokyo").local(at).is_err(), "{seconds}");
        let outcome = respond_by(
            &desk(zone("UTC"), AROUND_THE_CLOCK, ""),
            Target::BusinessDays(1, DueTime::SameTime),
            at,
        );
        assert_eq!(outcome.map_err(outside), Err("opened"), "{seconds}");
    }
}

/// Whether the clock of a place shows a reading at an instant within the table.
#[track_caller]
fn check_reading(place: &str, reading: &str, within: bool) {
    let reading = LocalTime::parse(reading).expect("a reading");
    let resolved = Zone::named(place).expect("a zone").resolve(reading);
    assert_eq!(resolved.is_ok(), within, "{place} {reading}: {resolved:?}");
}

#[test]
fn readings_are_within_if_their_instants_are() {
    check_reading("UTC", "2020-01-01T00:00", true);
    check_reading("UTC", "2019-12-31T23:59:59", false);
    check_reading("UTC", "2040-12-31T23:59:59", true);
    check_reading("UTC", "2041-01-01T00:00", false);
    check_reading("Asia/Tokyo", "2020-01-01T09:00", true);
    check_reading("Asia/Tokyo", "2020-01-01T08:59:59", false);
    check_reading("Asia/Tokyo", "2041-01-01T08:59:59", true);
    check_reading("Asia/Tokyo", "2041-01-01T09:00", false);
    check_reading("America/New_York", "2019-12-31T19:00", true);
    check_reading("America/New_York", "2019-12-31T18:59:59", false);
    check_reading("America/New_York", "2040-12-31T18:59:59", true);
    check_reading("America/New_York", "2040-12-31T19:00", false);
    check_reading("UTC", "0000-01-01T00:00", false);
    check_reading("UTC", "9999-12-31T23:59:59", false);
}

//! Dates of calendars' files.

use catalog_reader::{dates_of_calendar, read};
use serde_json::{Value as Json, json};

use crate::SMALL;

/// A calendar with one event of these lines.
fn calendar(event: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

/// The dates of an event, and what is left out.
#[track_caller]
fn check(event: &str, dates: &[&str], left_out: &[&str]) {
    let found = dates_of_calendar(calendar(event).as_bytes()).expect("a calendar");
    let list = found.dates.iter().map(|(date, name)| format!("{date} {name}").trim().to_owned());
    assert_eq!(list.collect::<Vec<_>>(), dates, "{event}");
    assert_eq!(found.left_out, left_out, "{event}");
}

#[test]
fn whole_days_are_taken_with_their_names() {
    let christmas = "DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas\\, both\r\n  days";
    check(christmas, &["2026-12-25 Christmas, both days", "2026-12-26 Christmas, both days"], &[]);
    check("DTSTART:20260101", &["2026-01-01"], &[]);
    check("dtstart;value=date:20260229", &[], &["an event without a name: it is no whole day"]);
    check("SUMMARY:Noon\r\nDTSTART:20261224T120000Z", &[], &["Noon: it is no whole day"]);
    check("SUMMARY:Old\r\nDTSTART:20191231", &[], &["Old: 2019-12-31 is not in 2020 to 2040"]);
    let term = "SUMMARY:Term\r\nDTSTART:20260101\r\nDTEND:20260401";
    check(term, &[], &["Term: it lasts 90 days"]);
}

#[test]
fn what_comes_every_year_is_taken_in_every_year() {
    let rule = |rule: &str| format!("SUMMARY:New Year\r\nDTSTART:20380101\r\nRRULE:{rule}");
    let years = ["2038-01-01 New Year", "2039-01-01 New Year", "2040-01-01 New Year"];
    check(&rule("FREQ=YEARLY"), &years, &[]);
    check(&rule("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;INTERVAL=1"), &years, &[]);
    check(&rule("FREQ=YEARLY;COUNT=2"), &years[..2], &[]);
    check(&rule("FREQ=YEARLY;UNTIL=20390101T000000Z"), &years[..2], &[]);
    let others = [
        "FREQ=MONTHLY",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=YEARLY;BYDAY=MO;BYMONTH=1",
        "FREQ=YEARLY;BYDAY=1XX;BYMONTH=1",
        "FREQ=YEARLY;BYDAY=1É;BYMONTH=1",
        "FREQ=YEARLY;BYMONTH=2",
        "COUNT=2",
        "X",
    ];
    for other in others {
        let left_out =
            format!("New Year: it comes again by the rule {other}, so write its dates by hand");
        check(&rule(other), &[], &[&left_out]);
    }
    // The 29th of February comes in leap years.
    check("DTSTART:20360229\r\nRRULE:FREQ=YEARLY", &["2036-02-29", "2040-02-29"], &[]);
    check("DTSTART:20180101\r\nRRULE:FREQ=YEARLY;COUNT=3", &["2020-01-01"], &[]);
}

#[test]
fn a_weekday_of_a_month_comes_every_year() {
    let rule = |first: &str, rule: &str| format!("DTSTART:{first}\r\nRRULE:FREQ=YEARLY;{rule}");
    let thanksgiving = ["2038-11-25", "2039-11-24", "2040-11-22"];
    check(&rule("20381125", "BYMONTH=11;BYDAY=4TH"), &thanksgiving, &[]);
    check(&rule("20381125", "BYDAY=TH;BYSETPOS=4;BYMONTH=11"), &thanksgiving, &[]);
    // Memorial Day is the last Monday of May.
    check(&rule("20390530", "BYMONTH=5;BYDAY=-1MO"), &["2039-05-30", "2040-05-28"], &[]);
    check(&rule("20380331", "BYMONTH=3;BYDAY=5WE"), &["2038-03-31", "2039-03-30"], &[]);
}

#[test]
fn days_of_a_series_are_left_out_moved_and_added() {
    let yearly = "UID:a\r\nSUMMARY:Day\r\nDTSTART:20380601\r\nRRULE:FREQ=YEARLY";
    let without = format!("{yearly}\r\nEXDATE;VALUE=DATE:20390601,20400601");
    check(&without, &["2038-06-01 Day"], &[]);
    check(
        "DTSTART:20380601\r\nRDATE:20380701,20380801",
        &["2038-06-01", "2038-07-01", "2038-08-01"],
        &[],
    );
    check("SUMMARY:Day\r\nSTATUS:CANCELLED\r\nDTSTART:20380601", &[], &["Day: it is cancelled"]);
    let next = "END:VEVENT\r\nBEGIN:VEVENT";
    let moved = "UID:a\r\nSUMMARY:Moved\r\nRECURRENCE-ID:20390601\r\nDTSTART:20390602";
    let dates = ["2038-06-01 Day", "2039-06-02 Moved", "2040-06-01 Day"];
    check(&format!("{yearly}\r\n{next}\r\n{moved}"), &dates, &[]);
    let cancelled = "UID:a\r\nRECURRENCE-ID:20390601\r\nSTATUS:CANCELLED\r\nDTSTART:20390601";
    check(
        &format!("{yearly}\r\n{next}\r\n{cancelled}"),
        &["2038-06-01 Day", "2040-06-01 Day"],
        &["an event without a name: it is cancelled"],
    );
}

#[test]
fn a_day_may_be_written_with_its_length() {
    check("DTSTART:20381225\r\nDURATION:P2D", &["2038-12-25", "2038-12-26"], &[]);
    check("DTSTART:20381225\r\nDURATION:P1W\r\nDTEND:20381226", &["2038-12-25"], &[]);
    check("DTSTART:20381225T000000\r\nDTEND:20381226T000000", &["2038-12-25"], &[]);
    check("DTSTART:20381225T000000Z", &[], &["an event without a name: it is no whole day"]);
}

#[test]
fn what_is_no_calendar_is_told_in_a_sentence() {
    for text in ["", "{}", "BEGIN:VEVENT", "BEGIN:VCARD\r\nEND:VCARD"] {
        let error = dates_of_calendar(text.as_bytes()).expect_err("no calendar");
        assert!(error.contains("BEGIN:VCALENDAR"), "{error}");
    }
    assert!(
        dates_of_calendar(&[0xff, 0xfe, 0, 0]).expect_err("another encoding").contains("UTF-16")
    );
    let twice =
        format!("{}{}", calendar("DTSTART:20260101"), calendar("DTSTART:20260101\r\nSUMMARY:A"));
    let found = dates_of_calendar(twice.as_bytes()).expect("two calendars in a file");
    assert_eq!(found.dates.len(), 1, "{found:?}");
}

#[test]
fn the_dates_are_items_of_a_catalog() {
    let odd = calendar("SUMMARY:A \"quoted\" \\\\ name\r\nDTSTART:20261225");
    let list = format!("[{}]", dates_of_calendar(odd.as_bytes()).expect("a calendar"));
    let dates: Json = serde_json::from_str(&list).expect("JSON");
    assert_eq!(dates, json!([{ "date": "2026-12-25", "name": "A \"quoted\" \\ name" }]));
    let mut catalog: Json = serde_json::from_str(SMALL).expect("JSON");
    catalog["regions"][0]["dates"] = dates;
    assert_eq!(read(catalog.to_string().as_bytes()).expect("sound").doubts().0, []);
}

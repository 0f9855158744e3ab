//! Weekly hours: how windows are read, merged and compared.

use worktime::schedule::{Week, Window};
use worktime::zone::Weekday;

fn week(text: &str) -> Week {
    Week::parse(text).expect("weekly hours")
}

/// The windows of a weekday, as they are written.
#[track_caller]
fn check(text: &str, day: Weekday, expected: &str) {
    let week = week(text);
    let written = |window: &Window| format!("{}-{}", window.from, window.until);
    let windows: Vec<String> = week.windows(day).iter().map(written).collect();
    assert_eq!(windows.join(" "), expected, "{text}");
}

#[test]
fn windows_are_in_order_and_apart() {
    check("mon 13:00-17:00 09:00-12:00", Weekday::Mon, "09:00-12:00 13:00-17:00");
    check("mon 09:00-12:00 12:00-17:00", Weekday::Mon, "09:00-17:00");
    check("mon 09:00-16:00 10:00-11:00", Weekday::Mon, "09:00-16:00");
    check("mon-fri 09:00-17:00", Weekday::Sat, "");
    check("sat,sun 10:00-12:00", Weekday::Sun, "10:00-12:00");
    check("fri-mon 10:00-12:00", Weekday::Sun, "10:00-12:00");
}

#[test]
fn windows_that_cross_midnight_go_on_the_next_day() {
    check("sun 22:00-06:00", Weekday::Sun, "22:00-24:00");
    check("sun 22:00-06:00", Weekday::Mon, "00:00-06:00");
    check("sun 22:00-00:00", Weekday::Sun, "22:00-24:00");
    check("sun 22:00-00:00", Weekday::Mon, "");
}

#[test]
fn a_week_includes_another_that_is_open_no_longer() {
    let includes = |outer: &str, inner: &str| week(outer).includes(&week(inner));
    assert!(includes("mon-fri 00:00-24:00", "mon-fri 09:00-17:00"));
    assert!(includes("mon-fri 09:00-17:00", "tue 09:00-12:00 13:00-17:00"));
    assert!(includes("mon 09:00-12:00 12:00-17:00", "mon 09:00-17:00"));
    assert!(!includes("mon 09:00-12:00 13:00-17:00", "mon 09:00-17:00"));
    assert!(!includes("mon-fri 09:00-17:00", "mon-sat 09:00-10:00"));
    assert!(!includes("mon-fri 09:00-17:00", "mon-fri 08:59-17:00"));
    assert!(Week::always().includes(&Week::always()));
}

#[test]
fn a_week_without_any_hours_is_refused() {
    assert_eq!(Week::new([]), None);
    for text in ["", "mon", "mon 09:00-09:00", "mon 24:00-06:00", "mon 9-17", "may 09:00-17:00"] {
        assert_eq!(Week::parse(text), None, "{text:?}");
    }
}

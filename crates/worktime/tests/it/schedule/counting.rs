//! Open time and business days, counted there and back.

use worktime::schedule::{Exceptions, Schedule, WEEKDAYS, Week, Window};
use worktime::zone::{Duration, Instant, LocalDate, LocalTime};

use worktime_oracle::cases::{desk, zone};
use worktime_oracle::generators::odd;

fn office(holidays: &str) -> Schedule {
    desk(zone("Europe/London"), "mon-fri 09:00-12:00 13:00-17:00", holidays)
}

fn date(text: &str) -> LocalDate {
    LocalDate::parse(text).expect("a date")
}

fn at(desk: &Schedule, reading: &str) -> Instant {
    let reading = LocalTime::parse(reading).expect("a reading");
    desk.zone().resolve(reading).expect("within the table").instant()
}

/// The desk is open for `hours` between two readings. Counted from the first reading, as many hours
/// end at `done`: the second reading or, if the desk is closed then, the closing before it.
#[track_caller]
fn check(holidays: &str, (from, until): (&str, &str), hours: i64, done: &str) {
    let desk = office(holidays);
    let (from, until, hours) = (at(&desk, from), at(&desk, until), Duration::hours(hours));
    assert_eq!(desk.open_time(from, until), Ok(hours));
    assert_eq!(desk.add_open_time(from, hours), Ok(at(&desk, done)));
}

#[test]
fn open_time_is_counted_there_and_back() {
    check("", ("2026-03-27T09:00", "2026-03-27T17:00"), 7, "2026-03-27T17:00");
    check("", ("2026-03-27T12:00", "2026-03-27T15:00"), 2, "2026-03-27T15:00");
    check("", ("2026-03-27T16:00", "2026-03-30T10:00"), 2, "2026-03-30T10:00");
    check("", ("2026-03-28T10:00", "2026-03-29T23:00"), 0, "2026-03-28T10:00");
    check("", ("2026-01-01T00:00", "2027-01-01T00:00"), 1_827, "2026-12-31T17:00");
    let over_the_weekend = ("2026-03-27T16:00", "2026-03-31T10:00");
    check("2026-03-30", over_the_weekend, 2, "2026-03-31T10:00");
    check("2026-03-28", ("2026-03-27T16:00", "2026-03-30T10:00"), 2, "2026-03-30T10:00");
}

#[test]
fn nothing_is_counted_backward() {
    let desk = office("");
    let (from, until) = (at(&desk, "2026-03-27T16:00"), at(&desk, "2026-03-27T10:00"));
    assert_eq!(desk.open_time(from, until), Ok(Duration::ZERO));
    for seconds in [0, -10_800, i64::MIN] {
        assert_eq!(desk.add_open_time(from, Duration::seconds(seconds)), Ok(from), "{seconds}");
    }
}

#[test]
fn the_next_open_instant_is_the_present_one_if_the_desk_is_open() {
    let desk = office("2026-03-30");
    for (from, opens) in [
        ("2026-03-27T10:00", "2026-03-27T10:00"),
        ("2026-03-27T12:00", "2026-03-27T13:00"),
        ("2026-03-27T16:59:59", "2026-03-27T16:59:59"),
        ("2026-03-27T17:00", "2026-03-31T09:00"),
    ] {
        let (from, opens) = (at(&desk, from), at(&desk, opens));
        assert_eq!(desk.next_open_instant(from), Ok(opens), "from {from}");
    }
}

#[test]
fn business_days_leave_out_weekends_and_holidays() {
    let desk = office("2026-04-03,2026-04-04,2026-04-06");
    for (days, expected) in
        [(0, "2026-04-02"), (1, "2026-04-07"), (4, "2026-04-10"), (5, "2026-04-13")]
    {
        let day = desk.business_day_after(date("2026-04-02"), days);
        assert_eq!(day, Some(date(expected)), "{days} business days later");
    }
    let before = desk.business_day_after(date("2026-04-05"), 0);
    assert_eq!(before, Some(date("2026-04-02")), "before it");
}

#[test]
fn a_date_that_the_calendar_skips_is_no_business_day() {
    // Friday 2026-04-10 is skipped.
    let week = Week::always().with_business_weekdays(WEEKDAYS);
    let desk = Schedule::new(odd("Test/Date_Line"), week, Exceptions::default());
    assert_eq!(desk.business_day_after(date("2026-04-09"), 1), Some(date("2026-04-11")));
}

/// The business day after a date of a desk in UTC; `None` if there is none.
#[track_caller]
fn check_day_after(week: &str, dates: &str, after: &str, expected: Option<&str>) {
    let desk = desk(zone("UTC"), week, dates);
    let day = desk.business_day_after(date(after), 1);
    assert_eq!(day, expected.map(date), "{week}, {dates}");
    if let Some(day) = day {
        assert_eq!(desk.day_off(day), None, "{day}");
    }
}

#[test]
fn hours_alone_make_no_business_day() {
    // 2026-01-09 is a Friday.
    check_day_after("sun-fri 14:00-24:00", "", "2026-01-09", Some("2026-01-12"));
    check_day_after("sun-fri 14:00-24:00 for sun-thu", "", "2026-01-09", Some("2026-01-11"));
    check_day_after("mon-fri 22:00-06:00", "", "2026-01-09", Some("2026-01-12"));
    check_day_after("tue-sat 09:00-17:00", "", "2026-01-09", Some("2026-01-13"));
    check_day_after("sat 09:00-17:00", "", "2026-01-09", None);
    check_day_after("mon 09:00-17:00 for tue", "", "2026-01-09", None);
}

#[test]
fn dates_with_other_hours_may_be_business_days() {
    let office = "mon-fri 09:00-17:00";
    check_day_after(office, "2026-01-10 also 10:00-14:00", "2026-01-09", Some("2026-01-10"));
    check_day_after(office, "2026-01-12 only 00:00-12:00", "2026-01-09", Some("2026-01-12"));
    check_day_after(office, "2026-01-12 only 00:00-08:00", "2026-01-09", Some("2026-01-13"));
    check_day_after(office, "2026-01-10 only 00:00-12:00", "2026-01-09", Some("2026-01-12"));
    let closed_anyway = "2026-01-10 also 10:00-14:00,2026-01-10";
    check_day_after(office, closed_anyway, "2026-01-09", Some("2026-01-12"));
    let saturday = "sat 09:00-17:00";
    check_day_after(saturday, "2026-01-14 also 10:00-14:00", "2026-01-09", Some("2026-01-14"));
    check_day_after(saturday, "2026-01-14 also 10:00-14:00", "2026-01-14", None);
}

/// The windows of a date.
#[track_caller]
fn check_windows(dates: &str, on: &str, expected: &str) {
    let desk = desk(zone("UTC"), "mon-fri 09:00-12:00 13:00-17:00", dates);
    let window = |window: &Window| format!("{}-{}", window.from, window.until);
    let windows: Vec<String> = desk.windows_on(date(on)).iter().map(window).collect();
    assert_eq!(windows.join(" "), expected, "{dates}");
}

#[test]
fn a_date_may_have_fewer_hours_or_more() {
    check_windows("2026-01-09 only 10:00-15:00", "2026-01-09", "10:00-12:00 13:00-15:00");
    check_windows("2026-01-09 only 12:00-13:00", "2026-01-09", "");
    check_windows(
        "2026-01-09 only 08:00-09:30 16:00-20:00",
        "2026-01-09",
        "09:00-09:30 16:00-17:00",
    );
    check_windows("2026-01-09 also 12:00-13:00", "2026-01-09", "09:00-17:00");
    check_windows("2026-01-10 also 10:00-14:00", "2026-01-10", "10:00-14:00");
    check_windows("2026-01-10 only 10:00-14:00", "2026-01-10", "");
    check_windows("2026-01-09", "2026-01-09", "");
    check_windows("2026-01-09", "2026-01-08", "09:00-12:00 13:00-17:00");
}

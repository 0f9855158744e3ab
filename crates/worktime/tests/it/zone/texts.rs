//! Dates, times and offsets as texts.

use worktime::zone::{LocalDate, LocalTime, Offset, TimeOfDay, Weekday};

#[test]
fn dates_that_do_not_exist_are_refused() {
    for text in [
        "2026-02-30",
        "2026-13-01",
        "2026-00-10",
        "10000-01-01",
        "26-01-01",
        "",
        "+026-01-01",
        "2026-1-1",
    ] {
        assert_eq!(LocalDate::parse(text), None, "{text:?}");
    }
}

#[test]
fn times_of_day_end_with_twenty_four_hundred() {
    assert_eq!(TimeOfDay::parse("24:00"), Some(TimeOfDay::MIDNIGHT_AFTER));
    for text in
        ["24:01", "25:00", "9:00", "09:60", "09", "09:00:60", "09:00:00:00", "0900", "-1:00"]
    {
        assert_eq!(TimeOfDay::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_reading_prints_as_it_was_read() {
    for text in ["2026-03-27T16:30:00", "2020-02-29T00:00:00", "2040-12-31T23:59:59"] {
        assert_eq!(LocalTime::parse(text).map(|time| time.to_string()).as_deref(), Some(text));
    }
}

#[test]
fn weekdays_follow_the_calendar() {
    let day = |text: &str| LocalDate::parse(text).map(LocalDate::weekday);
    assert_eq!(day("1970-01-01"), Some(Weekday::Thu));
    assert_eq!(day("2026-11-22"), Some(Weekday::Sun));
    assert_eq!(day("2028-02-29"), Some(Weekday::Tue));
}

#[test]
fn offsets_print_as_people_write_them() {
    for (quarters, text) in [
        (4, "UTC+1"),
        (0, "UTC+0"),
        (-28, "UTC-7"),
        (42, "UTC+10:30"),
        (-38, "UTC-9:30"),
        (23, "UTC+5:45"),
    ] {
        assert_eq!(Offset::quarters(quarters).to_string(), text);
    }
}

#[test]
fn the_ends_of_all_numbers_are_printed() {
    for text in [
        LocalDate::from_days(i64::MIN).to_string(),
        LocalTime::from_seconds(i64::MAX).to_string(),
        Offset::seconds(i32::MIN).to_string(),
    ] {
        assert!(!text.is_empty());
    }
}

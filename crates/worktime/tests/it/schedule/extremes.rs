//! Arguments at the ends of all numbers: an answer or an error, and no overflow.

use worktime::deadline::{due, respond_by, wait_profile};
use worktime::schedule::{DueTime, Exception, Exceptions, Schedule, Target, WEEKDAYS, Week};
use worktime::zone::{Duration, Instant, Interval, LocalDate, LocalTime, Zone};

use worktime_oracle::cases::zone;

const SECONDS: [i64; 7] = [i64::MIN, i64::MIN + 1, -1, 0, 1_800_000_000, i64::MAX - 1, i64::MAX];

/// Desks that are open always or for one second a week, and have other hours on the first and the last
/// of all dates: none, one second, or the whole day.
fn desks() -> Vec<Schedule> {
    let second = Week::parse("sun 23:59:59-24:00").expect("weekly hours");
    let second = second.with_business_weekdays(WEEKDAYS);
    let hours = |text: &str| text.parse().expect("hours of a day");
    let exceptions = [
        Exception::Closed,
        Exception::Only(hours("23:59:59-24:00")),
        Exception::Also(hours("00:00-24:00")),
    ];
    let desk = |week: &Week, exception: &Exception| {
        let dates = (0..9).flat_map(|day| [i64::MIN + day, i64::MAX - day]);
        let dates = dates.map(|day| (LocalDate::from_days(day), exception.clone()));
        Schedule::new(zone("Asia/Tokyo"), week.clone(), Exceptions::new(dates))
    };
    let of_week = |week: Week| exceptions.each_ref().map(|exception| desk(&week, exception));
    [Week::always(), second].map(of_week).concat()
}

#[test]
fn any_instant_and_any_length_is_taken() {
    for desk in desks() {
        for at in SECONDS.map(Instant::from_unix) {
            let known = desk.is_open(at).is_ok();
            assert_eq!(desk.state(at).is_ok(), known, "{at}");
            assert_eq!(desk.open_intervals(at).is_ok(), known, "{at}");
            for length in SECONDS.map(Duration::seconds) {
                assert!(desk.add_open_time(at, length).is_ok() <= known, "{at} {length}");
                let target = Target::Time(length);
                let account = respond_by(&desk, target, at).map(|deadline| deadline.due);
                assert_eq!(due(&desk, target, at), account);
            }
            for days in [0, 1, u32::MAX] {
                let business = [DueTime::SameTime, DueTime::Closing, DueTime::EndOfDay].into_iter();
                let business = business.map(|due_time| Target::BusinessDays(days, due_time));
                for target in business.chain([Target::CalendarDays(days)]) {
                    let account = respond_by(&desk, target, at).map(|deadline| deadline.due);
                    assert_eq!(due(&desk, target, at), account);
                    assert!(account.is_ok() <= known, "{at} {target}");
                }
            }
            assert!(
                wait_profile(&desk, Target::BusinessDays(1, DueTime::SameTime), at, at).is_ok()
            );
        }
    }
}

#[test]
fn any_date_and_any_reading_is_taken() {
    for desk in desks() {
        for number in SECONDS {
            let date = LocalDate::from_days(number);
            assert!(desk.week_of(date).is_err(), "{date} is outside the table");
            let _ = desk.day_off(date);
            for days in [0, 1, u32::MAX] {
                let _ = desk.business_day_after(date, days);
            }
            let reading = desk.zone().resolve(LocalTime::from_seconds(number));
            assert_eq!(reading.is_ok(), number == 1_800_000_000, "{number}");
        }
    }
}

#[test]
fn the_longest_interval_has_a_length() {
    let all = Interval { from: Instant::from_unix(i64::MIN), until: Instant::from_unix(i64::MAX) };
    assert_eq!(all.duration(), Duration::seconds(i64::MAX));
    assert_eq!(all.merge(all), Some(all));
}

#[test]
fn a_zone_without_rules_has_no_answers() {
    let zone = Zone::synthetic("Test/None", &[], &[], Instant::from_unix(0));
    let desk = Schedule::new(zone, Week::always(), Exceptions::default());
    for at in SECONDS.map(Instant::from_unix) {
        assert!(desk.is_open(at).is_err(), "{at}");
        assert!(due(&desk, Target::BusinessDays(1, DueTime::SameTime), at).is_err(), "{at}");
    }
}

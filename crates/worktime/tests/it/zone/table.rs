//! The zone table against jiff, which carries the IANA database itself.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use proptest::prelude::*;
use worktime::zone::{
    Asked, Instant, LocalDate, LocalTime, Offset, OutsideTable, Reading, TZDB_VERSION, Zone,
};

use worktime_oracle::cases::{moment, zone};
use worktime_oracle::generators::odd;

/// How many random instants, and how many random readings near clock changes, are compared with
/// jiff.
const COMPARED: u32 = 10_000;

/// 2020-01-01T00:00:00Z, with which the table begins, in Unix seconds.
const FROM: i64 = 1_577_836_800;
/// 2041-01-01T00:00:00Z, with which the table ends, in Unix seconds.
const UNTIL: i64 = 2_240_611_200;

fn jiff_zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).expect("jiff knows the zone")
}

fn timestamp(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).expect("an instant that jiff can hold")
}

fn jiff_offset(zone: &TimeZone, at: i64) -> Offset {
    Offset::seconds(zone.to_offset(timestamp(at)).seconds())
}

/// The clock changes of a zone within the table. jiff also lists changes of the zone's abbreviation
/// alone, which are left out.
fn jiff_changes(zone: &TimeZone) -> Vec<i64> {
    let transitions = zone.following(timestamp(FROM)).map(|change| change.timestamp().as_second());
    let within = transitions.take_while(|at| *at < UNTIL);
    within.filter(|at| jiff_offset(zone, at - 1) != jiff_offset(zone, *at)).collect()
}

#[test]
fn the_table_has_the_zones_of_jiff_and_no_other() {
    let database = TimeZoneDatabase::bundled();
    let mut known: Vec<String> = database.available().map(|name| name.to_string()).collect();
    known.sort_unstable();
    let table: Vec<&str> = Zone::names().collect();
    assert_eq!(table, known);
    for name in table {
        assert_eq!(zone(name).name(), name);
        assert_eq!(zone(&name.to_lowercase()).name(), name, "in any case");
    }
}

#[test]
fn other_names_are_refused() {
    for name in ["", " ", "Europe", "Europe/", "Mars/Base", "Europe/London ", "+01:00", "GMT+25"] {
        assert_eq!(Zone::named(name), None, "{name:?}");
    }
}

#[test]
fn clocks_change_when_jiff_says_and_at_no_other_time() {
    for name in Zone::names() {
        let changes = jiff_changes(&jiff_zone(name));
        let stretches = zone(name).stretches(Instant::from_unix(FROM)).expect("the first second");
        let table: Vec<i64> =
            stretches.skip(1).map(|stretch| stretch.interval.from.unix()).collect();
        assert_eq!(table, changes, "{name}");
    }
}

#[test]
fn offsets_are_right_on_both_sides_of_every_change() {
    for name in Zone::names() {
        let (ours, theirs) = (zone(name), jiff_zone(name));
        let changes = jiff_changes(&theirs).into_iter().flat_map(|at| [at - 1, at, at + 1]);
        for at in changes.chain([FROM, UNTIL - 1]) {
            let offset = ours.offset_at(Instant::from_unix(at));
            assert_eq!(offset, Ok(jiff_offset(&theirs, at)), "{name} at {at}");
        }
    }
}

/// The oracle that goes minute by minute relies on this.
#[test]
fn clocks_change_at_whole_minutes() {
    for name in Zone::names() {
        for at in jiff_changes(&jiff_zone(name)) {
            assert_eq!(at % 60, 0, "{name} at {at}");
        }
    }
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: COMPARED, failure_persistence: None, ..ProptestConfig::default() }
}

fn names() -> impl Strategy<Value = &'static str> {
    prop::sample::select(Zone::names().collect::<Vec<_>>())
}

/// A zone whose clock changes within the table, and the index of one of its changes.
fn names_that_change() -> impl Strategy<Value = (&'static str, usize)> {
    let changing = Zone::names().filter(|name| !jiff_changes(&jiff_zone(name)).is_empty());
    (prop::sample::select(changing.collect::<Vec<_>>()), any::<prop::sample::Index>())
        .prop_map(|(name, index)| (name, index.index(jiff_changes(&jiff_zone(name)).len())))
}

fn civil(reading: LocalTime) -> DateTime {
    reading.to_string().parse().expect("both write readings in the same way")
}

/// Seconds between a clock change and a reading.
fn distance() -> impl Strategy<Value = i64> {
    let quarters = (-8..=8_i64).prop_map(|quarters| quarters * 900);
    prop_oneof![-7_300..=7_300_i64, -100_000..=100_000_i64, quarters]
}

/// The instants at which, according to jiff, the clock shows a reading.
fn jiff_reading(zone: &TimeZone, reading: LocalTime) -> Reading {
    let at = |offset: jiff::tz::Offset| {
        Instant::from_unix(reading.as_seconds() - i64::from(offset.seconds()))
    };
    match zone.to_ambiguous_timestamp(civil(reading)).offset() {
        AmbiguousOffset::Unambiguous { offset } => Reading::Once(at(offset)),
        AmbiguousOffset::Fold { before, after } => {
            Reading::Twice { first: at(before), second: at(after) }
        }
        AmbiguousOffset::Gap { after, .. } => {
            let change = zone.following(timestamp(at(after).unix())).next().expect("the change");
            Reading::Skipped { resumes: Instant::from_unix(change.timestamp().as_second()) }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn offsets_are_right_at_any_instant(name in names(), at in FROM..UNTIL) {
        let (ours, theirs) = (zone(name), jiff_zone(name));
        let offset = ours.offset_at(Instant::from_unix(at));
        prop_assert_eq!(offset, Ok(jiff_offset(&theirs, at)));
        let reading = ours.local(Instant::from_unix(at)).expect("within the table");
        prop_assert_eq!(civil(reading), theirs.to_datetime(timestamp(at)));
    }

    #[test]
    fn readings_near_a_change_mean_what_jiff_says(
        (name, change) in names_that_change(),
        away in distance(),
    ) {
        let (ours, theirs) = (zone(name), jiff_zone(name));
        let change = jiff_changes(&theirs)[change];
        let offset = i64::from(jiff_offset(&theirs, change - 1).as_seconds());
        let reading = LocalTime::from_seconds(change + offset + away);
        let resolved = ours.resolve(reading);
        prop_assert_eq!(resolved, Ok(jiff_reading(&theirs, reading)));
        if let Ok(Reading::Once(at) | Reading::Twice { first: at, .. }) = resolved {
            prop_assert_eq!(ours.local(at), Ok(reading), "there and back again");
        }
    }
}

/// Whether a zone's calendar has a date.
#[track_caller]
fn check_date(zone: &Zone, date: &str, expected: bool) {
    let date = LocalDate::parse(date).expect("a date");
    assert_eq!(zone.has_date(date), Ok(expected), "{date} in {}", zone.name());
}

#[test]
fn a_date_exists_if_the_clock_shows_any_of_it() {
    check_date(&zone("Africa/Cairo"), "2026-04-24", true);
    check_date(&zone("Europe/London"), "2026-03-29", true);
    let date_line = &odd("Test/Date_Line");
    check_date(date_line, "2026-04-09", true);
    check_date(date_line, "2026-04-10", false);
    check_date(date_line, "2026-04-11", true);
    check_date(date_line, "2026-09-10", true);
}

#[test]
fn permanent_time_of_2026_is_known() {
    for (name, quarters) in
        [("America/Vancouver", -28), ("America/Edmonton", -24), ("America/Winnipeg", -20)]
    {
        let offset = zone(name).offset_at(moment("2026-12-01T12:00Z"));
        assert_eq!(offset, Ok(Offset::quarters(quarters)), "{name}");
    }
    assert!(TZDB_VERSION >= "2026e", "{TZDB_VERSION}");
}

fn outside(zone: &Zone, asked: Asked) -> OutsideTable {
    OutsideTable { asked, table: zone.table() }
}

#[test]
fn instants_outside_the_table_have_no_offset() {
    for name in Zone::names() {
        let zone = zone(name);
        for at in [FROM - 1, UNTIL, 0, i64::MIN, i64::MAX] {
            let at = Instant::from_unix(at);
            assert_eq!(zone.offset_at(at), Err(outside(&zone, Asked::Instant(at))), "{name}");
            assert_eq!(zone.local(at), Err(outside(&zone, Asked::Instant(at))), "{name}");
            assert!(zone.stretches(at).is_err(), "{name}");
        }
    }
    let far = LocalTime::parse("9999-12-31T23:59:59").expect("a reading");
    let london = zone("Europe/London");
    assert_eq!(london.resolve(far), Err(outside(&london, Asked::Reading(far))));
}

#[test]
fn the_place_of_a_zone_ends_its_name() {
    for (name, place) in [
        ("Europe/Amsterdam", "Amsterdam"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("America/New_York", "New York"),
        ("UTC", "UTC"),
    ] {
        assert_eq!(zone(name).place(), place);
    }
}

#[test]
fn every_zone_is_called_by_its_name_and_by_its_place() {
    for name in Zone::names() {
        assert_eq!(Zone::called(name).map(|zone| zone.name()), Some(name));
        let place = Zone::named(name).expect("a zone").place();
        for text in [place.clone(), place.to_lowercase(), place.to_uppercase()] {
            let called = Zone::called(&text).unwrap_or_else(|| panic!("{text} is a place"));
            assert!(called.place().eq_ignore_ascii_case(&place), "{text} is {}", called.name());
        }
    }
    for text in ["", " ", "_", "Los", "America", "America/", "/", "York", "Angeles Los"] {
        assert_eq!(Zone::called(text), None, "{text:?}");
    }
}

#[test]
fn a_place_of_several_names_is_the_principal_one() {
    for (place, name) in [
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Louisville", "America/Kentucky/Louisville"),
        ("Indianapolis", "America/Indiana/Indianapolis"),
        ("Istanbul", "Europe/Istanbul"),
        ("Nicosia", "Asia/Nicosia"),
        ("Pacific", "US/Pacific"),
        ("Tokyo", "Asia/Tokyo"),
        ("new_york", "America/New_York"),
        ("Port-au-Prince", "America/Port-au-Prince"),
        ("GMT+5", "Etc/GMT+5"),
    ] {
        assert_eq!(Zone::called(place).map(|zone| zone.name()), Some(name), "{place}");
    }
}

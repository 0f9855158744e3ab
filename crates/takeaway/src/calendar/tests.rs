//! Entries read back by another library, and their moments by the rules in the file alone.

use std::io::BufReader;

use ical::parser::ical::component::{IcalAlarm, IcalCalendar, IcalEvent, IcalTimeZone};
use ical::property::Property;

use super::*;
use crate::testing::{Asked, HOSTILE, everywhere};

const LINK: &str = "https://plans.example/?priority=p2";

/// Reads a file with one entry, and checks the form of its lines.
#[track_caller]
fn read(file: &str) -> (IcalCalendar, IcalEvent) {
    assert!(file.ends_with("\r\n"), "{file}");
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= MAX_OCTETS, "{line}");
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
    let mut calendars = ical::IcalParser::new(BufReader::new(file.as_bytes()));
    let mut calendar = calendars.next().expect("a calendar").expect("well formed");
    assert!(calendars.next().is_none(), "one calendar");
    let event = calendar.events.pop().expect("an entry");
    assert!(calendar.events.is_empty(), "one entry");
    (calendar, event)
}

#[track_caller]
fn property<'a>(properties: &'a [Property], name: &str) -> &'a Property {
    let mut found = properties.iter().filter(|property| property.name == name);
    let property = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "{name} twice");
    property
}

#[track_caller]
fn value(properties: &[Property], name: &str) -> String {
    property(properties, name).value.clone().unwrap_or_default()
}

/// A text without what its signs were escaped by.
fn unescaped(text: &str) -> String {
    let mut letters = text.chars();
    let mut plain = String::new();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next().expect("a sign after the backslash") {
                'n' => plain.push('\n'),
                escaped => {
                    assert!(matches!(escaped, '\\' | ';' | ','), "\\{escaped}");
                    plain.push(escaped);
                }
            },
            _ => {
                assert!(!matches!(letter, ';' | ','), "{letter} without a backslash in {text}");
                plain.push(letter);
            }
        }
    }
    plain
}

#[track_caller]
fn seconds(offset: &str) -> i32 {
    let number: i32 = offset.parse().expect("digits");
    (number / 100 * 60 + number % 100) * 60
}

#[track_caller]
fn reading(text: &str) -> LocalTime {
    let with = |marks: &str, text: &str| {
        text.as_bytes()
            .chunks(2)
            .map(|two| std::str::from_utf8(two).expect("digits").to_owned())
            .collect::<Vec<_>>()
            .join(marks)
    };
    let (date, time) = text.split_once('T').expect("a date and a time");
    let date = format!("{}-{}", &date[..4], with("-", &date[4..]));
    format!("{date}T{}", with(":", time)).parse().expect("a reading")
}

/// The instant of an entry, by nothing but the file.
#[track_caller]
fn instant(calendar: &IcalCalendar, event: &IcalEvent) -> Instant {
    let start = property(&event.properties, "DTSTART");
    let text = start.value.as_deref().expect("a value");
    let Some(params) = &start.params else {
        assert!(calendar.timezones.is_empty(), "rules that nothing needs");
        let text = text.strip_suffix('Z').expect("in UTC");
        return Offset::seconds(0).instant(reading(text));
    };
    assert_eq!(params[0].0, "TZID");
    let [IcalTimeZone { properties, transitions }] = &calendar.timezones[..] else {
        panic!("no rules, or more than one zone's")
    };
    assert_eq!(value(properties, "TZID"), params[0].1[0]);
    let reading_of_start = reading(text);
    let mut offset = None;
    for transition in transitions {
        if reading(&value(&transition.properties, "DTSTART")) <= reading_of_start {
            offset = Some(seconds(&value(&transition.properties, "TZOFFSETTO")));
        }
    }
    Offset::seconds(offset.expect("the rules begin before the entry")).instant(reading_of_start)
}

/// The line with the due moment of a plan's entry, after what has been checked for every entry.
#[track_caller]
fn check(query: &str, start: &str) -> String {
    let asked = Asked::bundled("en", query);
    asked.with(|scene, demo| {
        let answer = &scene.answers[0];
        let file = entry(scene, demo, answer, Some(LINK), Instant::from_unix(0)).expect("an entry");
        let (calendar, event) = read(&file);
        assert_eq!(instant(&calendar, &event), answer.due().expect("a deadline"), "{file}");
        assert!(file.contains(&format!("\r\n{start}\r\n")), "{start} is not in\n{file}");
        file
    })
}

#[test]
fn the_clock_of_the_desk_is_right() {
    let london = "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30&plans=online";
    let file = check(london, "DTSTART;TZID=Europe/London:20260330T123000");
    assert!(file.contains(
        "BEGIN:DAYLIGHT\r\nDTSTART:20260329T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100"
    ));
    // British Columbia stays on summer time from 2026 on.
    let vancouver = "priority=p1&region=americas&zone=America/Vancouver&plans=elite";
    let file = check(
        &format!("{vancouver}&opened=2026-12-04T10:00"),
        "DTSTART;TZID=America/Vancouver:20261204T101500",
    );
    assert!(file.contains("TZOFFSETTO:-0700") && !file.contains("-0800"), "{file}");
    // The clock jumps over the first hour of the day.
    let cairo = "priority=p1&region=emea&zone=Africa/Cairo&plans=elite";
    check(&format!("{cairo}&opened=2026-04-23T23:50"), "DTSTART;TZID=Africa/Cairo:20260424T010500");
    check(
        "priority=p1&region=apac&zone=Asia/Kathmandu&plans=elite&opened=2026-01-01T00:00",
        "DTSTART;TZID=Asia/Kathmandu:20260101T001500",
    );
}

#[test]
fn a_reading_that_the_clock_shows_twice_is_told_in_utc() {
    let query = "priority=p1&region=emea&zone=Europe/London&plans=elite&opened=";
    check(&format!("{query}2026-10-25T00:30Z"), "DTSTART:20261025T004500Z");
    check(&format!("{query}2026-10-25T01:30Z"), "DTSTART:20261025T014500Z");
    check(&format!("{query}2026-10-25T01:45Z"), "DTSTART;TZID=Europe/London:20261025T020000");
}

/// A quarter of an hour of every zone's clock, as it changes within it.
#[test]
fn the_clock_of_every_zone_is_right_around_its_changes() {
    let mut in_utc = 0;
    let from = Instant::from_unix(1_767_225_600);
    for zone in Zone::names().filter_map(Zone::named) {
        let changes = zone.stretches(from).expect("within the table").skip(1).take(4);
        for Stretch { interval, .. } in changes {
            let opened = interval.from + Duration::minutes(-10);
            let query = format!("priority=p1&plans=elite&zone={}&opened={opened}", zone.name());
            Asked::bundled("en", &query).with(|scene, demo| {
                let answer = &scene.answers[0];
                let file = entry(scene, demo, answer, None, opened).expect("an entry");
                let (calendar, event) = read(&file);
                assert_eq!(Some(instant(&calendar, &event)), answer.due(), "{file}");
                in_utc += u32::from(calendar.timezones.is_empty());
            });
        }
    }
    assert!(in_utc > 100, "only {in_utc} clocks go back");
}

#[test]
fn the_entry_says_what_it_is() {
    for (language, title, about) in [
        ("en", "Elite: first reply due", "not a guarantee"),
        ("nl", "Elite: uiterste moment voor eerste reactie", "geen garantie"),
    ] {
        let query =
            "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30&plans=elite";
        Asked::bundled(language, query).with(|scene, demo| {
            let stamp = Instant::from_unix(1_774_629_000);
            let file = entry(scene, demo, &scene.answers[0], Some(LINK), stamp).expect("an entry");
            let (_, event) = read(&file);
            let said = |name: &str| unescaped(&value(&event.properties, name));
            assert_eq!(said("SUMMARY"), title);
            assert_eq!(said("DTSTAMP"), "20260327T163000Z");
            assert_eq!(said("URL"), LINK);
            assert_eq!(said("TRANSP"), "TRANSPARENT");
            let description = said("DESCRIPTION");
            for part in [&*case_in_words(scene), about, LINK, "2026-03-27 17:00"] {
                assert!(description.contains(part), "{part} is not in {description}");
            }
            let names = event.properties.iter().map(|property| &*property.name);
            assert!(names.clone().all(|name| name != "DTEND" && name != "DURATION"));
        });
    }
}

#[test]
fn the_alarm_comes_between_opening_and_due_moment() {
    for (wait, expected) in [
        ("PT1S", None),
        ("PT3M59S", None),
        ("PT4M", Some(1)),
        ("PT15M", Some(3)),
        ("PT1H", Some(15)),
        ("PT4H", Some(60)),
        ("P3D", Some(60)),
    ] {
        assert_eq!(lead(wait.parse().expect("a duration")), expected, "{wait}");
    }
}

#[test]
fn every_plan_with_a_deadline_has_an_entry() {
    everywhere(|scene, demo| {
        for answer in scene.answers {
            let file = entry(scene, demo, answer, None, scene.opened);
            assert_eq!(file.is_some(), answer.outcome.is_ok());
            let Some(file) = file else { continue };
            let (calendar, event) = read(&file);
            let due = answer.due().expect("a deadline");
            assert_eq!(instant(&calendar, &event), due, "{file}");
            for IcalAlarm { properties } in &event.alarms {
                let trigger = value(properties, "TRIGGER");
                let minutes = trigger.strip_prefix("-PT").and_then(|it| it.strip_suffix('M'));
                let minutes: i64 = minutes.expect("minutes").parse().expect("a number");
                assert!(due + Duration::minutes(-minutes) > scene.opened, "{file}");
            }
        }
    });
}

#[test]
fn the_same_case_and_plan_have_the_same_id() {
    let of = |query: &str, plan: usize, stamp: i64| {
        Asked::bundled("en", query).with(|scene, demo| {
            let stamp = Instant::from_unix(stamp);
            let file = entry(scene, demo, &scene.answers[plan], None, stamp).expect("an entry");
            value(&read(&file).1.properties, "UID")
        })
    };
    let query = "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30";
    assert_eq!(of(query, 0, 0), of(query, 0, 9));
    assert_ne!(of(query, 0, 0), of(query, 1, 0));
    assert_ne!(of(query, 0, 0), of(&query.replace("p2", "p3"), 0, 0));
    assert_ne!(of(query, 0, 0), of(&query.replace(":30", ":31"), 0, 0));
}

#[test]
fn texts_are_read_back_as_they_were() {
    let long = "👩‍👩‍👧‍👦,é;\\".repeat(40);
    for text in HOSTILE.iter().copied().chain([&*long]) {
        let mut file = File(String::from("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"));
        file.text("SUMMARY", text);
        file.line("END:VEVENT");
        file.line("END:VCALENDAR");
        let (_, event) = read(&file.0);
        let expected: String =
            text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
        // The library leaves out blanks at either end.
        let read = unescaped(&value(&event.properties, "SUMMARY"));
        assert_eq!(read.trim(), expected.trim(), "{}", file.0);
    }
}

#[test]
fn a_link_that_is_none_adds_no_lines() {
    let query = "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30&plans=elite";
    Asked::bundled("en", query).with(|scene, demo| {
        let link = "https://plans.example/\r\nATTENDEE:mailto:a@b.example";
        let file =
            entry(scene, demo, &scene.answers[0], Some(link), scene.opened).expect("an entry");
        let (_, event) = read(&file);
        let names: Vec<&str> = event.properties.iter().map(|it| &*it.name).collect();
        assert!(!names.contains(&"URL") && !names.contains(&"ATTENDEE"), "{file}");
    });
}

//! The pictures' geometry, read back from the markup and held against what the core computed.

use plans::picture::{Ribbon, Scales, Scene, ribbon, waits, week};
use proptest::prelude::*;
use worktime::zone::Instant;
use worktime_oracle::cases::moment;
use worktime_oracle::generators::ODD;

use crate::support::markup::elements;
use crate::support::pictures::{Drawn, check_ribbon, check_waits, check_week, of_class, part};

/// Random scenarios that are drawn.
const QUERIES: u32 = 300;

/// All three pictures, and in the other language.
#[track_caller]
fn check(query: &str, visitor: &str) {
    let drawn = Drawn::bundled(query, visitor);
    check_ribbon(&drawn);
    check_week(&drawn);
    check_waits(&drawn);
    assert!(drawn.draw(|scene| ribbon(scene, None, Scales::Clocks), "nl").is_some());
    for draw in [week, waits] {
        assert!(drawn.picture(draw, "nl").is_some());
    }
}

#[test]
fn the_pictures_are_what_was_computed() {
    check("priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30", "America/New_York");
    check("priority=p2&region=japan&zone=Asia/Tokyo&opened=2026-09-11T17:29:59", "Asia/Tokyo");
    check("priority=p1&region=emea&zone=Europe/London&opened=2026-10-25T01:30", "");
    check("priority=p4&region=emea&zone=Europe/London&opened=2026-01-09T17:00", "Asia/Kathmandu");
    check("plans=elite&priority=p3&region=emea&zone=Africa/Cairo&opened=2026-04-23T23:30", "");
    check(
        "plans=online,elite&priority=p3&region=apac&zone=Asia/Singapore&opened=2026-06-13T12:00",
        "",
    );
    for by in ["2026-03-30T12:00", "2026-03-27T16:29:59", "2026-04-09T12:00", "2026-03-20T12:00"] {
        let case = "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30";
        check(&format!("{case}&by={by}"), "");
    }
    let holidays = "holidays=2026-12-25,2026-12-28";
    for priority in ["p3", "p4"] {
        let case = format!("priority={priority}&region=emea&zone=Europe/London&{holidays}");
        check(&format!("{case}&opened=2026-12-24T13:00"), "Europe/London");
        check(&format!("{case}&opened=2026-12-25T13:00"), "Europe/Amsterdam");
    }
}

#[test]
fn the_desks_of_a_case_share_an_axis() {
    const OPENED: &str = "plans=elite&priority=p2&opened=2026-03-27T15:30Z";
    let at = |desk: &str| Drawn::bundled(&format!("{OPENED}&{desk}"), "Europe/Amsterdam");
    let [london, tokyo] =
        ["region=emea&zone=Europe/London", "region=japan&zone=Asia/Tokyo"].map(at);
    let last: fn(&Scene) -> Option<Ribbon> =
        |scene| ribbon(scene, Some(moment("2026-03-30T00:30:00Z")), Scales::None);
    let [london_lanes, tokyo_lanes] =
        [&london, &tokyo].map(|desk| desk.draw(last, "en").expect("lanes"));
    assert_eq!(london_lanes.view_box, tokyo_lanes.view_box);
    assert_eq!(london_lanes.opened, tokyo_lanes.opened);
    assert_eq!((london_lanes.scale, london_lanes.visitors_scale), (None, None));
    // Tokyo's deadline is the last one, so that its own axis goes as far.
    let own = tokyo.draw(|scene| ribbon(scene, None, Scales::Clocks), "en").expect("a ribbon");
    assert_eq!(own.view_box, tokyo_lanes.view_box);
    assert_eq!(own.lanes, tokyo_lanes.lanes);
    assert!(own.scale.is_some());
}

/// Clocks that skip or repeat midnight, a date, or hours of a working day.
#[test]
fn odd_clocks_are_drawn_as_they_are() {
    let catalog = bundled::catalog("en");
    let mut looked_at = 0;
    for zone in ODD {
        for priority in ["p1", "p2", "p3", "p4"] {
            let query = format!(
                "priority={priority}&region=emea&zone=Europe/London&opened=2026-05-01T00:00Z"
            );
            let mut drawn = Drawn::new(catalog.clone(), &query, "Europe/London");
            drawn.move_to(*zone);
            let from = moment("2026-02-25T12:00Z").unix();
            for opened in (from..from + 290 * 86_400).step_by(40_000) {
                let opened = Instant::from_unix(opened);
                let near = zone.stretches(opened).expect("within the table").nth(1);
                if near
                    .is_none_or(|change| (change.interval.from - opened).as_seconds() > 3 * 86_400)
                {
                    continue;
                }
                drawn.open_at(opened);
                check_ribbon(&drawn);
                check_week(&drawn);
                check_waits(&drawn);
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 200, "only {looked_at} openings are near a change");
}

#[test]
fn a_point_is_the_moment_that_stands_there() {
    let query = "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30";
    let drawn = Drawn::bundled(query, "");
    let week = drawn.picture(week, "en").expect("a picture");
    let rows = elements(&week.svg);
    let opened = &of_class(&rows, "line", "pc-opened")[0];
    let height = rows.last().expect("a root").em("height");
    let across = 170_000 + opened.share("x1") * 83 / 1_000;
    let down = part(opened.em("y1") * 1_000_000 / height + 1_000);
    let across = part(across);
    assert_eq!(week.at(across, down), Some(moment("2026-03-27T16:30Z")));
    assert_eq!(week.at(100_000, down), None, "beside the hours");
    assert_eq!(week.at(across, 0), None, "above the days");
    let waits = drawn.picture(waits, "en").expect("a picture");
    assert_eq!(waits.at(0, 500_000), Some(moment("2026-03-23T00:00Z")));
    assert_eq!(waits.at(1_000_000, 500_000), Some(moment("2026-03-29T23:00Z")));
    assert_eq!(waits.at(1_000_001, 500_000), None);
    let friday: i64 = 4 * 86_400 + 12 * 3_600;
    let place = part(friday * 1_000_000 / (7 * 86_400 - 3_600));
    assert_eq!(waits.at(place, 500_000), Some(moment("2026-03-27T12:00Z")));
}

/// Links of random scenarios, in places whose clocks change and places where they do not.
fn queries() -> impl Strategy<Value = String> {
    let zones = &[
        "Europe/London",
        "America/Los_Angeles",
        "Africa/Cairo",
        "Australia/Lord_Howe",
        "Asia/Tokyo",
        "America/St_Johns",
        "Asia/Beirut",
        "Africa/Casablanca",
    ][..];
    let plans = &["online", "elite", "online,elite", "online,business,enterprise,elite"][..];
    (
        1..=4_u32,
        prop::sample::select(&["americas", "emea", "apac", "japan"][..]),
        prop::sample::select(zones),
        prop::sample::select(plans),
        1_600_000_000..2_200_000_000_i64,
        prop::collection::vec(0..9_i64, 0..3),
    )
        .prop_map(|(priority, region, zone, plans, opened, off)| {
            let opened = Instant::from_unix(opened);
            let date = |days: i64| {
                let at = Instant::from_unix(opened.unix() + days * 86_400);
                at.to_string().split('T').next().expect("a date").to_owned()
            };
            let off: Vec<String> = off.into_iter().map(date).collect();
            format!(
                "plans={plans}&priority=p{priority}&region={region}&zone={zone}&opened={opened}&holidays={}",
                off.join(",")
            )
        })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: QUERIES,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_pictures_are_what_was_computed_in_random_scenarios(query in queries()) {
        let drawn = Drawn::bundled(&query, "Asia/Kolkata");
        check_ribbon(&drawn);
        check_week(&drawn);
        check_waits(&drawn);
    }
}

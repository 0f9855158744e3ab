//! What pictures and their tables say, and what has no picture.

use plans::picture::{Picture, Scales, Scene, ribbon, ribbon_table, waits, week};

use crate::support::catalogs::{SMALL, catalog_of, small};
use crate::support::pictures::{Drawn, check_ribbon, check_waits, check_week};

#[test]
fn a_plan_without_a_moment_has_a_row_that_says_why() {
    let query = "priority=low&region=north&zone=Europe/Oslo&opened=2026-01-09T16:00";
    let drawn = Drawn::new(small(), query, "");
    check_ribbon(&drawn);
    check_week(&drawn);
    check_waits(&drawn);
    let ribbon =
        drawn.draw(|scene| ribbon(scene, None, Scales::Clocks), "en").expect("gold has a moment");
    assert_eq!(ribbon.lanes.iter().filter(|lane| lane.due.is_none()).count(), 1);
    let table = drawn.draw(|scene| Some(ribbon_table(scene)), "en").expect("a table");
    let why = table.rows.first().expect("a row");
    assert_eq!(why[0], "F");
    assert!(why[3].contains("best effort"), "{why:?}");
}

#[test]
fn what_a_catalog_says_is_escaped_and_cut() {
    let renamed =
        SMALL.replace("\"short\": \"G\"", "\"short\": \"<G> & \\\"Gold\\\" of old days\"");
    let query = "priority=low&region=north&zone=Europe/Oslo&opened=2026-01-09T16:00";
    let drawn = Drawn::new(catalog_of(&renamed), query, "");
    for draw in [week, waits] {
        let picture = drawn.picture(draw, "en").expect("a picture");
        assert!(picture.title.contains("<G> & \"Gold\" of old days"), "{}", picture.title);
    }
    let picture = drawn.picture(waits, "en").expect("a picture");
    let markup = picture.svg.to_string();
    assert!(markup.contains("&lt;G&gt; &amp; &quot;Gold&quot;…"), "{markup}");
}

#[test]
fn what_cannot_be_drawn_is_none() {
    let outside = "priority=p2&region=emea&zone=Europe/London&opened=2040-12-31T16:30";
    let drawn = Drawn::bundled(outside, "");
    assert!(drawn.picture(waits, "en").is_none());
    let query = "plans=free&priority=low&region=north&zone=Europe/Oslo&opened=2026-01-09T16:00";
    let none = Drawn::new(small(), query, "");
    assert!(
        none.draw(|scene| ribbon(scene, None, Scales::Clocks), "en").is_none(),
        "no plan has a target"
    );
    for draw in [week, waits] {
        assert!(none.picture(draw, "en").is_none(), "no plan has a target");
    }
    let long = SMALL.replace("\"PT4H\"", "\"PT400H\"");
    let query = "plans=free&priority=high&region=north&zone=Europe/Oslo&opened=2026-01-09T16:00";
    let drawn = Drawn::new(catalog_of(&long), query, "");
    assert!(
        drawn.draw(|scene| ribbon(scene, None, Scales::Clocks), "en").is_none(),
        "more than 62 days"
    );
    assert!(drawn.picture(week, "en").is_some());
}

/// The title of a picture.
#[track_caller]
fn check_title(query: &str, draw: fn(&Scene) -> Option<Picture>, expected: &str) {
    assert_eq!(Drawn::bundled(query, "").picture(draw, "en").expect("a picture").title, expected);
}

#[test]
fn titles_say_what_is_seen() {
    let friday = "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30";
    check_title(
        friday,
        week,
        "Time that counts in the week of 2026-03-23: 40 hours for Online and Business; 120 hours for \
         Enterprise and Elite. Due later: Business 2026-03-30 10:30 and Online 2026-03-30 12:30.",
    );
    check_title(
        friday,
        waits,
        "Longest wait for cases opened in the week of 2026-03-23: 1 day 23 hours 30 minutes with \
         Elite, 2 days 19 hours with Online.",
    );
}

#[test]
fn tables_say_the_same() {
    let query = "plans=online&priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30";
    let drawn = Drawn::bundled(query, "");
    let rows = |draw| drawn.picture(draw, "en").expect("a picture").table.rows;
    assert_eq!(
        drawn.draw(|scene| Some(ribbon_table(scene)), "en").expect("a table").rows,
        [
            ["Online", "2026-03-27 16:30", "2026-03-27 17:00", "counted"],
            ["Online", "2026-03-27 17:00", "2026-03-30 09:00", "not counted (closed and weekend)"],
            ["Online", "2026-03-30 09:00", "2026-03-30 12:30", "counted"],
            ["Online", "", "2026-03-30 12:30", "due"],
        ]
    );
    assert_eq!(rows(week)[4..6], [["2026-03-27", "09:00–17:00"], ["2026-03-28", "weekend"]]);
    let waits = rows(waits);
    assert_eq!(waits[0], ["Online", "", "", "longest 2 days 19 hours"]);
    assert_eq!(waits[2], ["Online", "", "", "shortest 4 hours"]);
    assert_eq!(
        waits[3],
        ["Online", "2026-03-23 00:00", "2026-03-23 09:00", "from 13 hours down to 4 hours"]
    );
}

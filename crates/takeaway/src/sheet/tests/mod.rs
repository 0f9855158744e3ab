//! What stands in the tables.

mod forms;

use plans::compare::{Row, equal_rows, rows};
use serde_json::json;

use super::*;
use crate::testing::{Asked, SMALL, catalog_of, catalogs, everywhere};
use forms::check;

const QUERY: &str = "priority=p2&region=japan&zone=Asia/Tokyo&opened=2026-03-27T16:30";

#[test]
fn every_catalog_is_taken_along() {
    everywhere(|scene, demo| {
        let sheet = answers(scene, &[], demo);
        assert_eq!(sheet.rows.len(), scene.answers.len());
        check(&sheet);
        let text = text(scene, &[], demo, Some("https://plans.example/"));
        for (answer, row) in scene.answers.iter().zip(&sheet.rows) {
            let plan = &*scene.catalog.plan(answer.plan).short;
            assert_eq!(row[0], plan);
            match answer.due() {
                Some(due) => {
                    assert_eq!(row[3], due.to_string());
                    let moment = scene.wording.instant_or_utc(&scene.desk.zone, due);
                    assert!(
                        moment.starts_with(&row[1]) && text.contains(&moment),
                        "{row:?}\n{text}"
                    );
                }
                None => assert!(text.contains(&row[1]) && !row[1].is_empty(), "{row:?}\n{text}"),
            }
        }
        assert!(text.ends_with(": https://plans.example/\n"), "{text}");
    });
}

#[test]
fn every_catalog_is_compared() {
    for (language, catalog) in catalogs() {
        let query = format!("region={}", catalog.regions.last().expect("a region").id);
        Asked::new(catalog, language, &query).with(|scene, demo| {
            let catalog = scene.catalog;
            let plans: Vec<_> = catalog.plan_indices().collect();
            for region in catalog.region_indices() {
                let of = |hidden: &[Row]| {
                    comparison(catalog, scene.wording, demo, region, &plans, hidden)
                };
                let whole = of(&[]);
                check(&whole);
                assert_eq!(whole.rows.len(), rows(catalog).count());
                let equal = equal_rows(catalog, region, &plans);
                let differences = of(&equal);
                assert_eq!(differences.rows.len(), whole.rows.len() - equal.len());
                for row in &differences.rows {
                    assert!(
                        row[2..].iter().any(|cell| *cell != row[2]),
                        "{row:?} has no difference"
                    );
                }
            }
        });
    }
}

/// A part of a table's row for a plan.
#[track_caller]
fn cell(sheet: &Sheet, row: &str, column: &str) -> String {
    let found = sheet.rows.iter().find(|cells| cells[..sheet.labels].contains(&row.to_owned()));
    let found = found.unwrap_or_else(|| panic!("no row {row} in {:?}", sheet.rows));
    let place = sheet.headings.iter().position(|heading| heading == column);
    found[place.unwrap_or_else(|| panic!("no {column} in {:?}", sheet.headings))].clone()
}

#[test]
fn answers_in_words() {
    Asked::bundled("en", &format!("{QUERY}&by=2026-03-30T12:00")).with(|scene, demo| {
        let sheet = answers(scene, &[], demo);
        for (plan, column, expected) in [
            ("Elite", "First reply due, desk’s clock", "2026-03-27 17:00"),
            ("Elite", "First reply due, UTC", "2026-03-27T08:00:00Z"),
            ("Elite", "Zone", "Tokyo, UTC+9"),
            ("Elite", "After opening", "30 minutes"),
            ("Elite", "Target", "30 minutes"),
            ("Elite", "Counted in", "Business hours in Japan, not 24x5"),
            ("Online", "Counted in", "Business hours"),
            ("Online", "Needed by", "In time, 0 seconds to spare"),
        ] {
            assert_eq!(cell(&sheet, plan, column), expected, "{plan}, {column}");
        }
        for part in ["not a guarantee", "In Japan, cases with P2", "No holidays", "Source: "] {
            let count = sheet.notes.iter().filter(|note| note.contains(part)).count();
            assert_eq!(count, 1, "{part} in {:?}", sheet.notes);
        }
        assert!(sheet.title.contains("opened 2026-03-27 16:30 (Tokyo, UTC+9); needed by"));
        let line = "\nElite: 2026-03-27 17:00 (Tokyo, UTC+9), 30 minutes after opening. In time, ";
        assert!(text(scene, &[], demo, None).contains(line), "{}", text(scene, &[], demo, None));
    });
    Asked::bundled("nl", QUERY).with(|scene, demo| {
        let sheet = answers(scene, &[], demo);
        assert_eq!(cell(&sheet, "Elite", "Na indienen"), "30 minuten");
        assert_eq!(sheet.headings.len(), 7, "nothing is needed by a moment");
    });
}

#[test]
fn several_desks_have_a_row_of_each_plan() {
    let query = "priority=p2&region=emea&zone=Europe/Amsterdam&opened=2026-03-27T16:30&plans=online,elite\
                 &holidays=2026-03-30&also=japan@Asia/Tokyo,americas@America/Los_Angeles";
    Asked::bundled("en", query).with_also(|scene, also, demo| {
        let sheet = answers(scene, also, demo);
        check(&sheet);
        assert_eq!((sheet.labels, sheet.headings.len()), (2, 8));
        let rows: Vec<String> = sheet.rows.iter().map(|row| row[..4].join(" · ")).collect();
        assert_eq!(
            rows,
            [
                "Online · EMEA · 2026-03-31 12:30 · Amsterdam, UTC+2",
                "Online · Americas · 2026-03-27 12:30 · Los Angeles, UTC-7",
                "Online · Japan · 2026-03-30 13:00 · Tokyo, UTC+9",
                "Elite · EMEA · 2026-03-27 17:00 · Amsterdam, UTC+1",
                "Elite · Americas · 2026-03-27 09:00 · Los Angeles, UTC-7",
                "Elite · Japan · 2026-03-30 09:30 · Tokyo, UTC+9",
            ]
        );
        for note in [
            "Japan: In Japan, cases with P2",
            "Japan: Without the holidays that you added for EMEA",
            "Americas: Without the holidays that you added for EMEA",
        ] {
            let count = sheet.notes.iter().filter(|known| known.starts_with(note)).count();
            assert_eq!(count, 1, "{note} in {:#?}", sheet.notes);
        }
        let text = text(scene, also, demo, None);
        let line =
            "\nElite, Japan: 2026-03-30 09:30 (Tokyo, UTC+9), 2 days 9 hours after opening\n";
        assert!(text.contains(line), "{text}");
        let read: serde_json::Value = serde_json::from_str(&json(scene, also)).expect("JSON");
        assert_eq!(read["also"][1]["region"], "japan");
        assert_eq!(read["also"][1]["zone"], "Asia/Tokyo");
        assert_eq!(read["also"][1]["answers"][1]["due"], "2026-03-30T00:30:00Z");
        assert_eq!(read["answers"][1]["due"], "2026-03-27T16:00:00Z");
    });
}

#[test]
fn the_comparison_says_what_the_region_changes() {
    Asked::bundled("en", QUERY).with(|scene, demo| {
        let plans: Vec<_> = scene.catalog.plan_indices().collect();
        let region = scene.desk.region;
        let sheet = comparison(scene.catalog, scene.wording, demo, region, &plans, &[]);
        for (row, plan, expected) in [
            ("Priority 1", "Elite Support", "15 minutes, 24x7"),
            ("Priority 2", "Elite Support", "30 minutes, Business hours in Japan, not 24x5"),
            ("Priority 4", "Online Support", "3 business days"),
            ("Service Reviews", "Elite Support", "4 a year"),
            ("Service Reviews", "Group", "Support Services"),
        ] {
            assert_eq!(cell(&sheet, row, plan), expected, "{row}, {plan}");
        }
        assert!(sheet.notes.iter().any(|note| note.starts_with("In Japan, ")), "{:?}", sheet.notes);
    });
}

#[test]
fn a_plan_without_a_moment_says_why() {
    let query = "priority=low&region=north&zone=Europe/Oslo&opened=2026-01-09T16:00";
    Asked::new(catalog_of(SMALL, "en"), "en", query).with(|scene, demo| {
        let sheet = answers(scene, &[], demo);
        let why = "“best effort”: a target without a figure, so no moment can be given.";
        assert_eq!(cell(&sheet, "F", "First reply due, desk’s clock"), why);
        assert_eq!(cell(&sheet, "F", "Target"), "best effort");
        assert!(text(scene, &[], demo, None).contains(why));
    });
}

#[test]
fn names_of_a_hostile_catalog_are_no_markup() {
    let mut catalog: serde_json::Value = serde_json::from_str(SMALL).expect("JSON");
    catalog["title"] = json!("=HYPERLINK(\"https://a.example\")|<b>");
    catalog["plans"][0]["name"] = json!("@<script>| `a`");
    catalog["plans"][0]["short"] = json!("-1|2\\");
    catalog["plans"][1]["short"] = json!("מומחה");
    let query = "priority=low&region=north&zone=Europe/Oslo&opened=2026-01-09T16:00";
    let catalog = catalog_of(&catalog.to_string(), "en");
    Asked::new(catalog, "en", query).with(|scene, demo| {
        check(&answers(scene, &[], demo));
        let plans: Vec<_> = scene.catalog.plan_indices().collect();
        let region = scene.desk.region;
        check(&comparison(scene.catalog, scene.wording, demo, region, &plans, &[]));
    });
}

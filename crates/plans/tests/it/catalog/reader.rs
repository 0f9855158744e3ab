//! The reader of catalogs: every fault with its place, what stands there and what may stand there,
//! and all of them at once.

use plans::catalog::{Fault, read};
use serde_json::{Value as Json, json};

use crate::support::catalogs::SMALL;

fn small() -> Json {
    serde_json::from_str(SMALL).expect("the small catalog is JSON")
}

/// Puts a value in the place that a JSON pointer names, or takes away what is there.
#[track_caller]
fn edit(catalog: &mut Json, pointer: &str, value: Option<Json>) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    match (catalog.pointer_mut(parent).expect("the place is there"), value) {
        (Json::Object(map), Some(value)) => drop(map.insert(key.into(), value)),
        (Json::Object(map), None) => drop(map.remove(key).expect("the member is there")),
        (Json::Array(list), Some(value)) => list[key.parse::<usize>().expect("a number")] = value,
        (parent, _) => panic!("nothing to edit in {parent}"),
    }
}

/// The faults of a catalog, read in English.
fn faults(catalog: &Json) -> Vec<Fault> {
    read(&catalog.to_string(), "en").map_or_else(|faults| faults.0, |_| Vec::new())
}

/// A place as faults name it: `/plans/0/paid` is `$.plans[0].paid`.
fn path(pointer: &str) -> String {
    let step = |key: &str| match key.parse::<usize>() {
        Ok(index) => format!("[{index}]"),
        Err(_) => format!(".{key}"),
    };
    pointer.split('/').skip(1).fold("$".to_owned(), |path, key| path + &step(key))
}

/// A value that cannot stand in a place is one fault, with this place, this value and a part of
/// what is allowed.
#[track_caller]
fn check(pointer: &str, value: Json, allowed: &str) {
    check_inside(pointer, value, "", allowed);
}

/// As [`check`], where only a part of the value is at fault.
#[track_caller]
fn check_inside(pointer: &str, value: Json, part: &str, allowed: &str) {
    let mut catalog = small();
    edit(&mut catalog, pointer, Some(value.clone()));
    let found = in_short(value.pointer(part).expect("a part of the value"));
    check_one(&catalog, &path(&format!("{pointer}{part}")), &found, allowed);
}

/// A value as faults show it.
fn in_short(value: &Json) -> String {
    match value {
        Json::Array(list) if !list.is_empty() => format!("a list of {}", list.len()),
        Json::Object(map) => {
            format!("an object with {}", map.keys().cloned().collect::<Vec<_>>().join(", "))
        }
        Json::Number(number) if !number.is_i64() => "a fraction".to_owned(),
        plain => plain.to_string(),
    }
}

/// As [`check`], where a value is taken away.
#[track_caller]
fn check_missing(pointer: &str, allowed: &str) {
    let mut catalog = small();
    edit(&mut catalog, pointer, None);
    check_one(&catalog, &path(pointer), "nothing", allowed);
}

#[track_caller]
fn check_one(catalog: &Json, path: &str, found: &str, allowed: &str) {
    let faults = faults(catalog);
    let [fault] = faults.as_slice() else { panic!("not one fault, but {faults:#?}") };
    assert_eq!((&*fault.path, &*fault.found), (path, found), "{fault}");
    assert!(fault.allowed.contains(allowed), "{fault}");
    assert_eq!(fault.to_string(), format!("{path}: found {found}, allowed is {}", fault.allowed));
}

#[test]
fn the_small_catalog_is_sound_in_both_languages() {
    for (language, title) in [("en", "Northwind Hosting"), ("nl", "Noordenwind Hosting")] {
        assert_eq!(read(SMALL, language).map(|document| document.catalog.title), Ok(title.into()));
    }
}

#[test]
fn a_fault_has_its_place_what_stands_there_and_what_may() {
    let mut catalog = small();
    edit(&mut catalog, "/plans/1/paid", Some(json!("no")));
    check_one(&catalog, "$.plans[1].paid", "\"no\"", "true or false");
}

#[test]
fn what_is_missing_is_named() {
    check_missing("/title", "a text");
    check_missing("/title/nl", "a text in this language");
    check_missing("/provenance/caution", "a text");
    check_missing("/plans/1/paid", "true or false");
    check_missing("/regions/0/zone", "an IANA zone name");
    check_missing("/regions/1/zones", "a list with at least one item");
    check_missing("/coverages/2/hours", "\"regional\"");
    check_missing("/defaultRegion", "one of north, south");
    check_missing("/targets/high/free", "\"not-offered\"");
    check_missing("/targets/low/gold/within", "\"P3D\"");
    check_missing("/overrides/0/note", "a text");
    check_missing("/groups/0/entitlements/1/values/gold", "\"on-request\"");
    check_missing("/channels/1/kind", "a text");
    check_missing("/resources/0/url", "an address that begins with https://");
}

#[test]
fn a_key_that_does_not_belong_is_named() {
    check("/colour", json!("red"), "no such key");
    check("/title/fr", json!("Vent"), "the keys are en, nl");
    check("/plans/0/price", json!(0), "the keys are id, name, short, paid");
    check("/targets/urgent", json!({ "free": 1, "gold": 2 }), "the keys are high, low");
    check("/targets/low/iron", json!("not-offered"), "the keys are free, gold");
    let both = json!({ "words": "soon", "within": "PT1H" });
    check_inside("/targets/low/free", both, "/within", "the keys are words");
}

#[test]
fn a_text_is_a_text_in_every_language() {
    check("/title/nl", json!(" "), "a text that is not empty");
    check("/offers", json!(""), "a text that is not empty");
    check("/offers", json!(7), "en, nl");
    check("/regions/0/notes", json!("A note."), "a list");
    check("/regions/0/notes/0", json!(null), "en, nl");
}

#[test]
fn an_id_is_plain_and_used_once() {
    for id in ["E-mail", "", "a b", "é", "a.b"] {
        check("/channels/0/id", json!(id), "lower-case letters, digits and hyphens");
    }
    check("/channels/0/id", json!("nl"), "not one of the language codes");
    check("/channels/1/id", json!("mail"), "an id that no other item of the list has");
    let mut catalog = small();
    edit(&mut catalog, "/groups/1/entitlements/0/id", Some(json!("reviews")));
    check_one(&catalog, "$.groups[1].entitlements", "\"reviews\"", "an id that no other group has");
}

#[test]
fn hours_dates_and_zones_are_those_that_exist() {
    check("/regions/0/zone", json!("Mars/Base"), "an IANA zone name");
    check("/regions/0/zones/0", json!("Europe*"), "the beginning of some with /*");
    check("/regions/0/zones/1", json!("Mars/*"), "the beginning of some with /*");
    check("/regions/1/zones", json!([]), "a list with at least one item");
    check("/regions/0/local", json!("yes"), "true or false");
    check("/regions/0/holidays/0", json!("2026-02-30"), "a date such as");
    for hours in ["mon 9-17", "mon", "may 09:00-17:00", "mon 09:00-25:00", "mon 09:00-09:00"] {
        check("/regions/1/week/1", json!(hours), "days and hours such as");
    }
    check("/regions/1/week", json!([]), "a list with at least one line");
    let windows = |count: usize| {
        let window = |index: usize| {
            format!(
                "{:02}:{:02}-{:02}:{:02}",
                index / 2,
                index % 2 * 30,
                index / 2,
                index % 2 * 30 + 10
            )
        };
        format!("mon {}", (0..count).map(window).collect::<Vec<_>>().join(" "))
    };
    check("/regions/1/week", json!([windows(25)]), "at most 24 windows on a day");
    check("/coverages/1/hours", json!([]), "a list with at least one line");
    check("/coverages/1/hours", json!("weekly"), "\"always\", \"regional\" or a list of hours");
}

#[test]
fn references_name_what_is_there() {
    check("/defaultRegion", json!("moon"), "one of north, south");
    check("/overrides/0/region", json!("moon"), "one of north, south");
    check("/overrides/0/limitedTo", json!("day"), "one of always, week, office");
    check("/overrides/0/priorities/0", json!("p9"), "one of high, low");
    check("/overrides/0/priorities", json!([]), "a list with at least one item");
    let cell = json!({ "coverage": "day", "within": "PT1H" });
    check_inside("/targets/high/free", cell, "/coverage", "one of always, week, office");
}

#[test]
fn a_target_is_a_figure_or_words_or_neither() {
    check("/targets/high/free", json!("soon"), "\"not-offered\", \"not-stated\", an object with");
    check_inside("/targets/high/free", json!({ "words": "" }), "/words", "a text");
    for within in ["1 hour", "PT0S", "P0D", "P1W", "PT-1H", "", "pt1h"] {
        let cell = json!({ "coverage": "office", "within": within });
        check_inside("/targets/high/free", cell, "/within", "a duration such as \"PT30M\"");
    }
}

#[test]
fn a_value_is_one_of_a_small_set() {
    let place = "/groups/0/entitlements/0/values/free";
    for value in [json!("yes"), json!(3), json!({ "number": 3 }), json!(["included"])] {
        check(place, value, "\"included\", \"not-included\", \"not-stated\"");
    }
    for count in [json!(-1), json!(1.5), json!("3"), json!(null), json!(4_294_967_296_u64)] {
        check_inside(place, json!({ "count": count }), "/count", "a whole number from 0");
    }
    let weekly = json!({ "count": 2, "per": "week" });
    check_inside(place, weekly, "/per", "\"product\", \"month\", \"quarter\" or \"year\"");
    check_inside(place, json!({ "coverage": "day" }), "/coverage", "one of always, week, office");
    check_inside(place, json!({ "text": "" }), "/text", "a text that is not empty");
}

#[test]
fn an_address_is_safe_to_follow() {
    for address in ["http://example.org", "javascript:alert(1)", "//example.org", "example.org"] {
        check("/provenance/url", json!(address), "an address that begins with https://");
        check("/resources/0/url", json!(address), "an address that begins with https://");
    }
}

#[test]
fn an_address_is_safe_to_follow_in_the_other_languages_too() {
    let mut catalog = small();
    edit(&mut catalog, "/resources/0/url/nl", Some(json!("javascript:alert(1)")));
    assert_ne!(faults(&catalog), [], "whichever language it is read in, all faults are reported");
}

#[test]
fn languages_are_codes_and_each_is_named_once() {
    for list in
        [json!(["en", "nl", 5]), json!(["en", "nl", "nl"]), json!(["en", "nl", ""]), json!("en")]
    {
        let mut catalog = small();
        edit(&mut catalog, "/languages", Some(list.clone()));
        let faults = faults(&catalog);
        let named = faults.iter().any(|fault| fault.path.starts_with("$.languages"));
        assert!(named, "{list}: {faults:#?}");
    }
}

#[test]
fn a_language_that_is_not_there_is_a_fault() {
    let faults = read(SMALL, "de").expect_err("there is no German").0;
    let fault = faults.first().expect("a fault");
    assert_eq!((&*fault.path, &*fault.found), ("$.languages", "a list of 2"));
    assert!(fault.allowed.contains("with de among them"), "{fault}");
}

#[test]
fn what_was_found_is_shortened() {
    let mut catalog = small();
    edit(&mut catalog, "/defaultRegion", Some(json!("é".repeat(500))));
    let faults = faults(&catalog);
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    assert_eq!(fault.found, format!("\"{}…\"", "é".repeat(40)));
}

#[test]
fn all_faults_are_reported_at_once() {
    let edits = [
        ("/plans/0/paid", json!("no")),
        ("/regions/0/zone", json!("Mars/Base")),
        ("/regions/0/week/0", json!("mon 9-17")),
        ("/regions/0/holidays/0", json!("2026-02-30")),
        ("/coverages/1/hours", json!("weekly")),
        ("/targets/high/free", json!("soon")),
        ("/overrides/0/region", json!("moon")),
        ("/groups/0/entitlements/0/values/free", json!("yes")),
        ("/channels/0/id", json!("E-mail")),
        ("/resources/0/url", json!("http://example.org")),
        ("/title/nl", json!("")),
        ("/colour", json!("red")),
    ];
    let mut catalog = small();
    for (pointer, value) in &edits {
        edit(&mut catalog, pointer, Some(value.clone()));
    }
    let mut found: Vec<String> = faults(&catalog).into_iter().map(|fault| fault.path).collect();
    let mut expected: Vec<String> = edits.iter().map(|(pointer, _)| path(pointer)).collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
    let told = read(&catalog.to_string(), "en").expect_err("faults").to_string();
    assert_eq!(told.lines().count(), edits.len(), "a line for each:\n{told}");
}

#[test]
fn text_that_is_no_json_is_a_fault_with_its_line() {
    for text in ["", "{", "{\n\"title\": ,\n}", "[1, 2", "\u{feff}{}", "plans: []"] {
        let faults = read(text, "en").expect_err("no JSON").0;
        let [fault] = faults.as_slice() else { panic!("{faults:?}") };
        assert_eq!(fault.path, "$");
        assert!(fault.found.contains("at line") && fault.allowed.starts_with("JSON ("), "{fault}");
    }
    let deep = "[".repeat(100_000);
    assert!(read(&deep, "en").is_err(), "nesting without end");
}

#[test]
fn json_of_another_kind_is_a_fault() {
    for text in ["null", "[]", "\"catalog\"", "42", "{}"] {
        assert_ne!(read(text, "en").expect_err("no catalog").0, [], "{text}");
    }
}

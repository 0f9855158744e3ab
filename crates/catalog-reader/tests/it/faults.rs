//! The reader of catalogs: every fault with its place, what stands there and what may stand there,
//! and all of them at once.

use catalog_reader::{Fault, read};
use serde_json::{Value as Json, json};

use crate::SMALL;

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

/// What is wrong with a catalog. Doubts are left out.
fn faults(catalog: &Json) -> Vec<Fault> {
    let text = serde_json::to_string_pretty(catalog).expect("JSON");
    let faults = read(text.as_bytes()).map_or_else(|faults| faults.0, |_| Vec::new());
    faults.into_iter().filter(|fault| !fault.is_doubt).collect()
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
            let keys =
                format!("an object with {}", map.keys().cloned().collect::<Vec<_>>().join(", "));
            let cut = keys.char_indices().nth(40);
            cut.map_or_else(|| keys.clone(), |(place, _)| format!("{}…", &keys[..place]))
        }
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
    let Fault { line, column, .. } = fault;
    let told = format!("{line}:{column} {path}: found {found}, allowed is {}", fault.allowed);
    assert_eq!(fault.to_string(), told);
}

#[test]
fn the_small_catalog_is_sound_in_both_languages() {
    let file = read(SMALL.as_bytes()).expect("a sound catalog");
    for (language, title) in [("en", "Northwind Hosting"), ("nl", "Noordenwind Hosting")] {
        assert_eq!(&*file.document(language).catalog.title, title);
    }
    assert_eq!(file.languages(), ["en", "nl"]);
    assert_eq!(file.doubts().0, [], "{}", file.doubts());
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
    check_missing("/languages", "a list of language codes");
    check_missing("/title/en", "a text in the catalog's first language");
    check_missing("/sources/0/document", "a text");
    check_missing("/plans/1/name", "a text");
    check_missing("/plans", "a list with at least one item");
    check_missing("/regions/0/zone", "an IANA zone name");
    check_missing("/regions/1/week", "a list of hours");
    check_missing("/coverages/2/hours", "\"regional\"");
    check_missing("/targets", "an object with a row for each priority");
    check_missing("/targets/low/gold/within", "\"P3D\"");
    check_missing("/targets/low/gold/coverage", "if the source states none, assumedCoverage");
    check_missing("/rules/0/note", "a text");
    check_missing("/resources/0/url", "an address that begins with https://");
    check_missing("/targets/high/free", "an entry for the plan \"free\"");
    check_missing("/targets/high", "an entry for the priority \"high\"");
    check_missing("/groups/0/entitlements/1/values/gold", "an entry for the plan \"gold\"");
}

#[test]
fn a_key_that_does_not_belong_is_named() {
    check("/colour", json!("red"), "no such key");
    check("/title/fr", json!("Vent"), "the keys are en, nl");
    check("/plans/0/fee", json!(0), "the keys are id, name, short, paid");
    check("/regionrule", json!("By address."), "(is \"regionRule\" meant?)");
    check("/plans/0/naem", json!("F"), "(is \"name\" meant?)");
}

#[test]
fn a_text_is_a_text_in_every_language() {
    check("/title/nl", json!(" "), "a text that is not empty");
    check("/title/nl", json!("\u{200b}\u{ad}"), "a text that is not empty");
    let mut catalog = small();
    edit(&mut catalog, "/title/nl", Some(json!("a".repeat(5_000))));
    let shown = format!("\"{}…\"", "a".repeat(40));
    check_one(&catalog, "$.title.nl", &shown, "at most 4000 characters");
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
    check("/channels/0/id", json!("By Mail"), "(is \"by-mail\" meant?)");
    let check_again = |pointer: &str, id: &str, allowed: &str| {
        let mut catalog = small();
        edit(&mut catalog, pointer, Some(json!(id)));
        check_one(&catalog, &path(pointer), &format!("\"{id}\" again"), allowed);
    };
    check_again("/channels/1/id", "mail", "an id that no other channel has");
    check_again("/groups/1/entitlements/0/id", "reviews", "an id that no other entitlement has");
}

#[test]
fn hours_dates_and_zones_are_those_that_exist() {
    check("/regions/0/zone", json!("Mars/Base"), "an IANA zone name");
    check("/regions/0/zones/0", json!("Europe*"), "the beginning of some with /*");
    check("/regions/0/zones/1", json!("Mars/*"), "the beginning of some with /*");
    check("/regions/0/local", json!("yes"), "true or false");
    check("/regions/0/dates/0", json!("2026-02-30"), "a date such as");
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
    check(
        "/coverages/1/hours",
        json!("weekly"),
        "\"always\", \"regional\" or \"business-weekdays\"",
    );
    let overlap = json!(["mon-fri 09:00-17:00", "fri 16:00-18:00"]);
    check_inside("/regions/1/week", overlap, "/1", "hours that do not overlap");
    let over_sunday = json!(["sun 22:00-06:00", "mon 05:00-07:00"]);
    check_inside("/coverages/1/hours", over_sunday, "/1", "hours that do not overlap");
    let two_zones = json!(["Africa/*", "Europe/*"]);
    check_inside("/regions/1/zones", two_zones, "/1", "a zone that \"north\" does not have");
    check("/regions/1/businessDays", json!("weekdays"), "weekdays such as");
}

#[test]
fn references_name_what_is_there() {
    check("/defaultRegion", json!("moon"), "one of the regions north, south");
    check("/rules/0/region", json!("moon"), "one of the regions north, south");
    check("/rules/0/limitedTo", json!("day"), "one of the coverages always, week, office");
    check("/rules/0/priorities/0", json!("p9"), "one of the priorities high, low");
    check("/rules/0/priorities", json!([]), "a list with at least one item");
    let cell = json!({ "coverage": "ofice", "within": "PT1H" });
    check_inside("/targets/high/free", cell, "/coverage", "(is \"office\" meant?)");
}

#[test]
fn a_target_is_a_figure_or_words_or_neither() {
    check(
        "/targets/high/free",
        json!("soon"),
        "\"not-offered\", \"not-stated\", or an object such as",
    );
    check_inside("/targets/high/free", json!({ "words": "" }), "/words", "a text");
    check("/targets/high/free", json!("not-ofered"), "(is \"not-offered\" meant?)");
    let both = json!({ "words": "soon", "within": "PT1H", "coverage": "office" });
    check("/targets/low/free", both, "only one of within, words and value");
    let hours = json!({ "within": "PT1H", "coverage": "office", "days": "calendar" });
    check("/targets/low/free", hours, "only for a target in days");
    let calendar = json!({ "within": "P3D", "days": "calendar", "due": "closing" });
    check("/targets/low/free", calendar, "due only for business days");
    let twice = json!({ "within": "P3D", "coverage": "office", "assumedCoverage": "office" });
    check("/targets/low/free", twice, "coverage or assumedCoverage, and not both");
    let cell = |within: &str| json!({ "coverage": "office", "within": within });
    check_inside("/targets/high/free", cell("PT14D"), "/within", "(is \"P14D\" meant?)");
    check_inside("/targets/high/free", cell("4 hours"), "/within", "(is \"PT4H\" meant?)");
    let mut catalog = small();
    edit(&mut catalog, "/targets/high/free", Some(json!({ "within": "P14D" })));
    check_one(
        &catalog,
        "$.targets.high.free.coverage",
        "nothing",
        "\"days\": \"calendar\" instead",
    );
    for within in ["1 hour", "PT0S", "P0D", "P1W", "PT-1H", "", "pt1h"] {
        let cell = json!({ "coverage": "office", "within": within });
        check_inside("/targets/high/free", cell, "/within", "a duration such as \"PT30M\"");
    }
}

#[test]
fn a_value_is_one_of_a_small_set() {
    let place = "/groups/0/entitlements/0/values/free";
    for value in [json!("yes"), json!(3), json!({}), json!(["included"])] {
        check(place, value, "\"included\", \"not-included\", \"not-stated\"");
    }
    for count in [json!(-1), json!(1.5), json!("3"), json!(null), json!(4_294_967_296_u64)] {
        check_inside(place, json!({ "count": count }), "/count", "a whole number from 0");
    }
    let daily = json!({ "count": 2, "per": "day" });
    check_inside(place, daily, "/per", "\"product\", \"case\", \"user\", \"week\"");
    check_inside(place, json!({ "coverage": "day" }), "/coverage", "one of the coverages always");
    check_inside(place, json!({ "text": "" }), "/text", "a text that is not empty");
    check_inside(place, json!({ "time": "P3D" }), "/time", "a duration in hours and minutes");
    check_inside(place, json!({ "list": [] }), "/list", "a list with at least one item");
    check(place, json!({ "count": 1, "text": "one" }), "only one of value, count");
    check(place, json!({ "value": "included", "per": "year" }), "per and upTo only beside count");
    check(place, json!({ "count": 1, "has": true }), "has and rank only beside text");
}

#[test]
fn a_misspelt_key_is_one_fault_and_not_also_the_lack_of_the_right_one() {
    for (pointer, right, wrong) in [
        ("", "priorities", "priorites"),
        ("", "plans", "palns"),
        ("/targets/high/gold", "coverage", "covrage"),
        ("/targets/high/gold", "within", "whitin"),
        ("/plans/1", "name", "nmae"),
    ] {
        let mut catalog = small();
        let object = catalog.pointer_mut(pointer).and_then(Json::as_object_mut).expect("an object");
        let value = object.remove(right).expect("the member is there");
        object.insert(wrong.to_owned(), value);
        let faults = faults(&catalog);
        let [fault] = faults.as_slice() else { panic!("not one fault, but {faults:#?}") };
        assert_eq!(fault.path, format!("{}.{wrong}", path(pointer)), "{fault}");
        assert!(fault.allowed.contains(&format!("is \"{right}\" meant?")), "{fault}");
    }
}

#[test]
fn an_id_that_comes_again_is_one_fault() {
    let mut catalog = small();
    edit(&mut catalog, "/plans/1/id", Some(json!("free")));
    check_one(&catalog, "$.plans[1].id", "\"free\" again", "an id that no other plan has");
}

#[test]
fn a_date_is_one_of_the_calendar() {
    check("/regions/0/dates/0", json!("2026-02-30"), "the calendar has no such day");
    check("/regions/0/dates/0", json!("30-02-2026"), "a date such as \"2026-12-25\"");
}

#[test]
fn what_is_counted_without_hours_has_no_assumed_hours() {
    let cell = json!({ "within": "P3D", "days": "calendar", "assumedCoverage": "office" });
    check("/targets/high/gold", cell, "days of the calendar count whatever the hours");
}

#[test]
fn an_address_is_safe_to_follow() {
    for address in ["http://example.org", "javascript:alert(1)", "//example.org", "example.org"] {
        check("/sources/0/url", json!(address), "an address that begins with https://");
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
        [json!(["en", "nl", 5]), json!(["en", "nl", "nl"]), json!(["en", "nl", ""]), json!([])]
    {
        let mut catalog = small();
        edit(&mut catalog, "/languages", Some(list.clone()));
        let faults = faults(&catalog);
        let named = faults.iter().any(|fault| fault.path.starts_with("$.languages"));
        assert!(named, "{list}: {faults:#?}");
    }
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
        ("/regions/0/dates/0", json!("2026-02-30")),
        ("/coverages/1/hours", json!("weekly")),
        ("/targets/high/free", json!("soon")),
        ("/rules/0/region", json!("moon")),
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
    let told = read(catalog.to_string().as_bytes()).expect_err("faults").to_string();
    assert_eq!(told.lines().count(), edits.len(), "a line for each:\n{told}");
}

/// What is wrong with a text, in one line.
#[track_caller]
fn check_text(text: &[u8], expected: &str) {
    let faults = read(text).expect_err("no catalog");
    let told = faults.to_string();
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains(expected), "{told}");
}

#[test]
fn text_that_is_no_json_is_a_fault_with_its_place() {
    check_text(b"", "1:1 $: found an empty file");
    check_text(b"<!DOCTYPE html>\n<p>Plans</p>", "1:1 $: found HTML or XML");
    check_text(b"{", "found text that is no JSON");
    check_text(b"{\n\"title\": ,\n}", "2:10 $: found text that is no JSON");
    check_text(b"{\n\"title\": \"T\",\n}", "2:13 $: found text that is no JSON: Trailing commas");
    check_text(b"[1, 2", "found text that is no JSON");
    check_text(b"plans: []", "found text that is no JSON");
    check_text(b"{\"title\": 'T'}", "Single-quoted strings");
    check_text(b"{\"title\": \"Caf\xE9\"}", "bytes in line 1 that are not UTF-8");
    check_text(b"\xFF\xFE{\0", "text in UTF-16");
    check_text("[".repeat(100_000).as_bytes(), "Maximum nesting depth");
}

#[test]
fn json_of_another_kind_is_a_fault() {
    for text in ["null", "[]", "\"catalog\"", "42"] {
        check_text(text.as_bytes(), "allowed is an object");
    }
    assert!(read(b"{}").is_err());
}

#[test]
fn a_key_that_comes_twice_is_a_fault() {
    let twice = SMALL.replacen("\"regionRule\"", "\"title\": \"Again\", \"regionRule\"", 1);
    check_text(twice.as_bytes(), "$.title: found \"title\" again, allowed is each key once");
}

/// The faults of a text, each with its path and what was found.
fn told(text: &str) -> Vec<String> {
    let faults = read(text.as_bytes()).map_or_else(|faults| faults.0, |_| Vec::new());
    faults.iter().map(|fault| format!("{}: {}", fault.path, fault.found)).collect()
}

#[test]
fn each_cause_is_named_once() {
    // The plan's own id is misspelt: everything else agrees.
    let own = SMALL.replacen("\"id\": \"gold\"", "\"id\": \"glod\"", 1);
    assert_eq!(told(&own), ["$.plans[1].id: \"glod\""]);
    check_text(own.as_bytes(), "allowed is \"gold\", as 6 places name the plan");
    // One place misspells it.
    let one = SMALL.replacen(
        "\"gold\": { \"coverage\": \"week\"",
        "\"glod\": { \"coverage\": \"week\"",
        1,
    );
    assert_eq!(told(&one), ["$.targets.high.glod: \"glod\""]);
    // A plan that nothing else knows lacks everything, which is one fault.
    let plan = "{ \"id\": \"iron\", \"name\": \"Iron\" }, { \"id\": \"gold\"";
    let more = SMALL.replacen("{ \"id\": \"gold\"", plan, 1);
    assert_eq!(told(&more), ["$.targets.high.iron: nothing"]);
    check_text(more.as_bytes(), "an entry for the plan \"iron\" here and in 5 more places");
    // A list that is not there is one fault, whatever refers to it.
    let mut catalog = small();
    for list in ["plans", "priorities", "regions", "coverages"] {
        let lost = catalog.as_object_mut().expect("an object").remove(list).expect("a list");
        assert_eq!(told(&catalog.to_string()), [format!("$.{list}: nothing")]);
        catalog[list] = lost;
    }
}

#[test]
fn rules_do_not_contradict_each_other() {
    let rule = json!({ "region": "south", "priorities": ["low", "high"], "limitedTo": "always",
        "note": "Always." });
    let mut catalog = small();
    catalog["rules"].as_array_mut().expect("a list").push(rule);
    check_one(&catalog, "$.rules[1]", "a second rule", "one rule for the same targets");
    catalog["rules"][1]["priorities"] = json!(["low"]);
    assert_eq!(faults(&catalog), []);
}

#[test]
fn tables_of_targets_have_ids_names_and_every_priority() {
    let mut catalog = small();
    let rows = catalog["targets"].take();
    let table = |id: &str| json!({ "id": id, "name": "Table", "rows": rows });
    catalog["targets"] = json!([table("reply"), table("fix")]);
    assert_eq!(faults(&catalog), []);
    let checked = |edit: &dyn Fn(&mut Json)| {
        let mut catalog = catalog.clone();
        edit(&mut catalog);
        catalog
    };
    let list = "an object with a row for each priority, or a list of tables";
    check_one(&checked(&|it| it["targets"] = json!("PT1H")), "$.targets", "\"PT1H\"", list);
    check_one(&checked(&|it| it["targets"] = json!([])), "$.targets", "[]", "at least one item");
    let twice = checked(&|it| it["targets"][1]["id"] = json!("reply"));
    check_one(&twice, "$.targets[1].id", "\"reply\" again", "an id that no other table has");
    let lacks = checked(&|it| {
        it["targets"][1]["rows"].as_object_mut().expect("rows").remove("low");
    });
    check_one(&lacks, "$.targets[1].rows.low", "nothing", "an entry for the priority \"low\"");
    let of = |tables: Json| checked(&|it| it["rules"][0]["tables"] = tables.clone());
    assert_eq!(faults(&of(json!(["fix"]))), []);
    let found = "\"fixx\"";
    check_one(&of(json!(["fixx"])), "$.rules[0].tables[0]", found, "(is \"fix\" meant?)");
    let sets = checked(&|it| it["rules"][0]["target"] = json!("not-offered"));
    check_one(&sets, "$.rules[0].tables", "nothing", "the ids of the tables");
    // A second rule for another table does not contradict.
    let both = checked(&|it| {
        let mut rule = it["rules"][0].clone();
        rule["tables"] = json!(["fix"]);
        it["rules"][0]["tables"] = json!(["reply"]);
        it["rules"].as_array_mut().expect("a list").push(rule);
    });
    assert_eq!(faults(&both), []);
}

#[test]
fn values_of_another_kind_are_recognised() {
    let hint = |value: Json, meant: &str| {
        check("/groups/0/entitlements/0/values/gold", value, &format!("(is {meant} meant?)"));
    };
    hint(json!(5), "{\"count\": 5}");
    hint(json!(true), "\"included\"");
    hint(json!(false), "\"not-included\"");
    hint(json!("Pooled"), "{\"text\": \"Pooled\"}");
    hint(json!("inclded"), "\"included\"");
    hint(json!(["a"]), "{\"list\": […]}");
    let cell = |value: Json, meant: &str| {
        check("/targets/high/gold", value, &format!("(is {meant} meant?)"));
    };
    cell(json!("PT4H"), "{\"within\": \"PT4H\", \"coverage\": \"…\"}");
    cell(json!("4 hours"), "{\"within\": \"PT4H\", \"coverage\": \"…\"}");
    cell(json!("best effort"), "{\"words\": \"best effort\"}");
    cell(json!("not-ofered"), "\"not-offered\"");
    check("/plans/0/id", json!(1), "(is \"1\" meant?)");
}

#[test]
fn a_region_needs_a_week_only_if_something_is_counted_in_it() {
    let mut catalog = small();
    catalog["regions"][1].as_object_mut().expect("a region").remove("week");
    let allowed = "a list of hours, since \"office\" has the hours of the region";
    check_one(&catalog, "$.regions[1].week", "nothing", allowed);
    catalog["coverages"][2]["hours"] = json!({ "north": ["mon-fri 09:00-17:00"] });
    check_one(&catalog, "$.regions[1].week", "nothing", allowed);
    catalog["coverages"][2]["hours"] = json!(["mon-fri 09:00-17:00"]);
    assert_eq!(faults(&catalog), []);
}

#[test]
fn business_days_are_counted_in_hours_on_business_days() {
    let mut catalog = small();
    catalog["coverages"][2]["hours"] = json!(["sat,sun 09:00-17:00"]);
    let found = "business days in \"office\"";
    check_one(&catalog, "$.targets.low.gold", found, "hours on a business day of \"north\"");
    catalog["targets"]["low"]["gold"] = json!({ "within": "P2D", "days": "calendar" });
    assert_eq!(faults(&catalog), []);
}

#[test]
fn a_rule_says_what_plans_include_once() {
    let mut catalog = small();
    let rule = |plans: Json| json!({ "region": "south", "plans": plans, "entitlements": { "chat": "not-included" }, "note": "No." });
    catalog["rules"] = json!([rule(json!(["gold"])), rule(json!(["free"]))]);
    assert_eq!(faults(&catalog), []);
    catalog["rules"] = json!([rule(json!(["gold"])), rule(json!(["free", "gold"]))]);
    let allowed = "one rule for the same entitlement";
    check_one(&catalog, "$.rules[1].entitlements.chat", "\"chat\" again", allowed);
}

#[test]
fn business_days_have_hours() {
    let mut catalog = small();
    catalog["regions"][0]["week"] = json!(["sat,sun 10:00-14:00"]);
    check_one(
        &catalog,
        "$.regions[0].week",
        "no hours on business days",
        "hours on a business day",
    );
    catalog["regions"][0]["businessDays"] = json!("sat,sun");
    assert_eq!(faults(&catalog), []);
}

#[test]
fn what_a_plan_does_not_have_as_a_priority_needs_no_cell() {
    let mut catalog = small();
    catalog["plans"][0]["priorities"] = json!(["low"]);
    catalog["targets"]["high"].as_object_mut().expect("a row").remove("free");
    assert_eq!(faults(&catalog), []);
}

#[test]
fn absurd_sizes_are_refused_in_a_sentence() {
    let mut catalog = small();
    let plan = |number: usize| json!({ "id": format!("p{number}"), "name": "Plan" });
    catalog["plans"] = (0..100).map(plan).collect();
    catalog["targets"] = json!({ "high": {}, "low": {} });
    catalog["groups"] = json!([]);
    let told = told(&catalog.to_string());
    assert!(told.contains(&"$: 100 plans".to_owned()), "{told:?}");
    let nonsense = format!("{{\"a\":[{}1]}}", "1,".repeat(3_000_000));
    assert_eq!(
        read(nonsense.as_bytes()).expect_err("nonsense").0.len(),
        8,
        "what a catalog must have"
    );
    check_text(&vec![b' '; 20_000_000], "found 20000000 bytes");
}

//! What is harmless and may still be a mistake: it is told, and the catalog can be used.

use catalog_reader::read;
use serde_json::{Value as Json, json};

use crate::SMALL;

/// The one doubt about the small catalog after an edit, which has this place and these words.
#[track_caller]
fn check(edit: impl Fn(&mut Json), path: &str, words: &str) {
    let mut catalog: Json = serde_json::from_str(SMALL).expect("JSON");
    edit(&mut catalog);
    let file = read(catalog.to_string().as_bytes()).unwrap_or_else(|faults| panic!("{faults}"));
    let [doubt] = file.doubts().0.as_slice() else { panic!("{:#?}", file.doubts()) };
    assert!(doubt.is_doubt && doubt.path == path, "{doubt}");
    assert!(doubt.to_string().contains("in doubt:") && doubt.allowed.contains(words), "{doubt}");
}

#[test]
fn a_missing_translation_is_told_once_for_each_language() {
    let edit = |catalog: &mut Json| {
        catalog["title"] = json!({ "en": "Northwind" });
        catalog["summary"] = json!({ "en": "Two plans." });
    };
    check(edit, "$.title", "no translation into nl here and in one more text");
}

#[test]
fn a_text_that_is_not_translated_is_shown_in_the_first_language() {
    let text = SMALL.replace(", \"nl\": \"Noordenwind Hosting\"", "");
    let file = read(text.as_bytes()).expect("a sound catalog");
    assert_eq!(&*file.document("nl").catalog.title, "Northwind Hosting");
    assert_eq!(&*file.document("fr").catalog.title, "Northwind Hosting", "another language");
}

#[test]
fn markup_and_marks_of_direction_are_told() {
    check(|it| it["offers"] = json!("<b>Help</b>"), "$.offers", "HTML is shown as it stands");
    check(|it| it["offers"] = json!("Help\u{202e}"), "$.offers", "the direction of writing");
    check(|it| it["offers"] = json!("Help\u{7}"), "$.offers", "control characters");
}

#[test]
fn a_space_stands_for_whatever_controls_a_device() {
    for control in ('\0'..=' ').chain('\u{7f}'..='\u{9f}').filter(|it| it.is_control()) {
        let text = if control == '\n' { "\nHelp" } else { " Help" };
        let mut catalog: Json = serde_json::from_str(SMALL).expect("the small catalog is JSON");
        catalog["plans"][0]["name"] = json!(format!("{control}Help"));
        let file = read(catalog.to_string().as_bytes()).expect("a sound catalog");
        let plans = file.document("en").catalog.plans;
        assert_eq!(plans.first().map(|plan| &*plan.name), Some(text), "{control:?}");
    }
}

#[test]
fn names_that_nobody_can_tell_apart_are_told() {
    let name =
        |list: &'static str| move |it: &mut Json| it[list][1]["name"] = it[list][0]["name"].clone();
    check(name("plans"), "$.plans[1].name", "the name of another plan, too");
    check(name("priorities"), "$.priorities[1].name", "the name of another priority, too");
    check(name("regions"), "$.regions[1].name", "the name of another region, too");
}

#[test]
fn ends_of_a_window_that_may_have_been_swapped_are_told() {
    let week =
        |line: &'static str| move |it: &mut Json| it["coverages"][1]["hours"] = json!([line]);
    for line in ["mon-fri 18:00-09:00", "mon-fri 09:00-06:00"] {
        check(week(line), "$.coverages[1].hours[0]", "past midnight for more than half a day");
    }
    let mut catalog: Json = serde_json::from_str(SMALL).expect("JSON");
    week("mon-fri 22:00-06:00")(&mut catalog);
    assert_eq!(read(catalog.to_string().as_bytes()).expect("sound").doubts().0, [], "a night");
}

#[test]
fn printed_hours_that_differ_from_the_week_are_told() {
    let hours = |text: &'static str| move |it: &mut Json| it["regions"][1]["hours"] = json!(text);
    check(hours("9:00–17:00"), "$.regions[1].hours", "other hours than those of week");
    let same = [
        "8:00 to 16:00, on Friday until 12:00",
        "8.00-16.00 (fri 12.00)",
        "8:00 AM - 4:00 PM, 12:00",
        "8 AM to 4 p.m., 12 pm",
        "5 days, 24 hours",
    ];
    for text in same {
        let mut catalog: Json = serde_json::from_str(SMALL).expect("JSON");
        hours(text)(&mut catalog);
        let file = read(catalog.to_string().as_bytes()).expect("a sound catalog");
        assert_eq!(file.doubts().0, [], "{text}");
    }
}

#[test]
fn a_sentence_that_is_in_one_language_only_is_told() {
    let sentence = "This sentence has some words more.";
    check(|it| it["offers"] = json!(sentence), "$.offers", "no translation into nl");
}

#[test]
fn a_coverage_with_hours_of_its_own_that_dates_cut_is_told_until_it_is_said() {
    let dates = json!([{ "date": "2026-12-24", "only": "00:00-12:00" }]);
    let edit = |it: &mut Json| it["regions"][0]["dates"] = dates.clone();
    check(edit, "$.coverages[1].id", "the hours of dates such as 2026-12-24 count in it, too");
    for says in [true, false] {
        let mut catalog: Json = serde_json::from_str(SMALL).expect("JSON");
        edit(&mut catalog);
        catalog["coverages"][1]["observesDates"] = json!(says);
        assert_eq!(read(catalog.to_string().as_bytes()).expect("sound").doubts().0, []);
    }
}

#[test]
fn what_has_no_effect_is_told() {
    let dates = |dates: Json| move |it: &mut Json| it["regions"][0]["dates"] = dates.clone();
    let place = "$.regions[0].dates[0]";
    check(
        dates(json!(["2041-01-01"])),
        place,
        "no effect, since moments before 2020 and after 2040",
    );
    check(
        dates(json!(["2019-12-31"])),
        place,
        "no effect, since moments before 2020 and after 2040",
    );
    let early = |it: &mut Json| {
        it["regions"][0]["dates"] = json!([{ "date": "2026-12-24", "only": "06:00-08:00" }]);
        it["coverages"][1]["observesDates"] = json!(true);
    };
    check(early, place, "none of the usual hours is within these");
    let lacks = |it: &mut Json| it["plans"][0]["priorities"] = json!(["low"]);
    check(lacks, "$.targets.high.free", "no effect, since the plan does not have \"high\"");
}

#[test]
fn hours_on_a_day_that_is_no_business_day_are_told_until_it_is_said() {
    let edit = |it: &mut Json| {
        it["regions"][0]["week"] = json!(["sun-thu 09:00-17:00"]);
        it["regions"][0]["hours"] = Json::Null;
        it["regions"][0].as_object_mut().expect("a region").remove("hours");
    };
    check(edit, "$.regions[0].week", "Sun has hours but is no business day");
    let mut catalog: Json = serde_json::from_str(SMALL).expect("JSON");
    edit(&mut catalog);
    catalog["regions"][0]["businessDays"] = json!("sun-thu");
    assert_eq!(read(catalog.to_string().as_bytes()).expect("sound").doubts().0, []);
}

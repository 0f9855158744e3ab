//! The reader of catalogs: the input is the text of a catalog, or, after a first line `edits`, a
//! list of edits to the small catalog of the tests, one in each line:
//!
//! ```text
//! 17 "moon"    the value at place 17 becomes this JSON, or this plain text
//! 17 =4        it becomes a copy of what is at place 4
//! 17 +4        a copy of what is at place 4 is added to the list at place 17
//! 17           it is taken away
//! ```
//!
//! Places are numbered as the document is walked, the first being the whole of it; a number that
//! is too high starts again from the beginning.

use plan_comparator::catalog::{Catalog, Faults, Texts, languages, read, read_json};
use plan_comparator::compare::answers;
use plan_comparator::scenario::{Scenario, decode};
use plan_comparator::zone::{Instant, Zone};
use serde_json::Value as Json;

use super::address::{check_changes, check_written};

/// A small sound catalog of an invented vendor.
const SMALL: &str = include_str!("../../tests/it/small.json");

/// Moments at which cases are opened: a Friday evening before a clock change, and one from which no
/// deadline can be reached.
const OPENED: [i64; 2] = [1_774_632_600, 2_240_611_199];

/// Answers for each catalog, so that a long one does not take long.
const ANSWERS: usize = 300;

/// Edits of one input.
const EDITS: usize = 64;

/// Values of an edited catalog, so that copies of copies do not fill the memory.
const VALUES: usize = 1_500;

/// Reads a catalog, and if it is sound, answers for everything that is in it.
///
/// # Panics
///
/// When something does not hold.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let text = match text.strip_prefix("edits\n") {
        Some(edits) => edited(edits).to_string(),
        None => text.into_owned(),
    };
    match read(&text, "en") {
        Ok(catalog) => check_sound(&text, &catalog),
        Err(faults) => check_faults(&faults),
    }
}

fn check_faults(faults: &Faults) {
    assert!(!faults.0.is_empty());
    for fault in &faults.0 {
        assert!(fault.path.starts_with('$'), "{fault}");
        assert!(!fault.found.is_empty() && !fault.allowed.is_empty(), "{fault}");
    }
}

fn check_sound(text: &str, catalog: &Catalog) {
    let json: Json = serde_json::from_str(text).expect("what was read is JSON");
    for language in languages(&json) {
        let read = read_json(&json, &language);
        let read = read.unwrap_or_else(|faults| panic!("sound, but not in {language}: {faults}"));
        let mut texts = Texts::new(read.write());
        let taken = Catalog::take(&mut texts);
        assert!(texts.end());
        assert_eq!(taken.write(), read.write(), "in the page in {language}");
    }
    for visitor in [None, Zone::named("Africa/Cairo")] {
        check_written(&decode("holidays=2026-12-25&q=%", catalog, visitor), catalog);
    }
    let mut left = ANSWERS;
    for region in catalog.region_indices() {
        let mut decoded = decode("", catalog, None);
        decoded.scenario.choose_region(catalog, region, None);
        for priority in catalog.priority_indices() {
            decoded.scenario.priority = priority;
            for opened in OPENED.map(Instant::from_unix) {
                left = left.saturating_sub(catalog.plans.len());
                if left > 0 {
                    check_answers(catalog, &decoded.scenario, opened);
                }
            }
        }
        check_changes(catalog, &decoded.scenario);
        check_written(&decoded, catalog);
    }
}

fn check_answers(catalog: &Catalog, scenario: &Scenario, opened: Instant) {
    let answers = answers(catalog, scenario, Ok(opened));
    assert_eq!(answers.len(), catalog.plans.len());
    for reply in answers.iter().filter_map(|answer| answer.outcome.as_ref().ok()) {
        assert!(opened < reply.deadline.due, "{opened} to {}", reply.deadline.due);
    }
}

/// The small catalog with edits.
fn edited(edits: &str) -> Json {
    let mut catalog: Json = serde_json::from_str(SMALL).expect("the small catalog is JSON");
    for line in edits.lines().take(EDITS) {
        let (number, what) = line.split_once(' ').unwrap_or((line, ""));
        let Ok(number) = number.parse::<usize>() else { continue };
        let places = places(&catalog);
        let at = |number: usize| places.get(number % places.len()).map_or("", String::as_str);
        let copy = |number: &str| {
            let number = number.parse().ok().filter(|_| places.len() < VALUES);
            number.and_then(|number| catalog.pointer(at(number)).cloned()).unwrap_or_default()
        };
        let place = at(number);
        let value = match what.split_at_checked(1) {
            None => {
                remove(&mut catalog, place);
                continue;
            }
            Some(("=", number)) => copy(number),
            Some(("+", number)) => {
                let added = copy(number);
                let list = catalog.pointer_mut(place).and_then(Json::as_array_mut);
                list.map(|list| list.push(added)).unwrap_or_default();
                continue;
            }
            Some(_) => serde_json::from_str(what).unwrap_or_else(|_| Json::from(what)),
        };
        catalog.pointer_mut(place).map(|here| *here = value).unwrap_or_default();
    }
    catalog
}

fn remove(catalog: &mut Json, place: &str) {
    let Some((parent, key)) = place.rsplit_once('/') else { return };
    match catalog.pointer_mut(parent) {
        Some(Json::Object(map)) => drop(map.remove(key)),
        Some(Json::Array(list)) => {
            let index = key.parse().ok().filter(|index| *index < list.len());
            index.map(|index: usize| list.remove(index)).map(drop).unwrap_or_default();
        }
        _ => {}
    }
}

/// Every place within a document, as a JSON pointer, the whole first.
fn places(document: &Json) -> Vec<String> {
    let mut places = Vec::new();
    put_places(document, String::new(), &mut places);
    places
}

fn put_places(value: &Json, here: String, places: &mut Vec<String>) {
    places.push(here.clone());
    match value {
        Json::Object(map) => {
            for (key, value) in map {
                let key = key.replace('~', "~0").replace('/', "~1");
                put_places(value, format!("{here}/{key}"), places);
            }
        }
        Json::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                put_places(value, format!("{here}/{index}"), places);
            }
        }
        _ => {}
    }
}

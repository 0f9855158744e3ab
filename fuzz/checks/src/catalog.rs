//! The reader of catalogs: the input is the text of a catalog. If its first line is `edits`, the
//! other lines are edits to a small catalog, one edit in each line:
//!
//! ```text
//! 17 "moon"    replaces the value at place 17 by this JSON, or by this plain text
//! 17 =4        replaces the value at place 17 by a copy of the value at place 4
//! 17 +4        adds a copy of the value at place 4 to the list at place 17
//! 17           removes the value at place 17
//! ```
//!
//! Place 0 is the whole document; the others are numbered from top to bottom. Numbers wrap around.

use std::sync::LazyLock;

use catalog_reader::{CatalogFile, Faults, read};
use plans::block::PageData;
use plans::case::{Case, Choice};
use plans::catalog::{Catalog, PlanIndex};
use plans::compare::{AllTerms, answer};
use plans::link::decode;
use plans::wording::Messages;
use serde_json::Value as Json;
use worktime::zone::{Instant, Zone};

use crate::address::{check_changes, check_written};

/// A small sound catalog of an invented vendor.
const SMALL: &str = include_str!("../../../crates/plans/tests/it/support/small.json");

/// The words of the page in which a catalog is put.
static MESSAGES: LazyLock<Messages> = LazyLock::new(|| bundled::messages("en"));

/// When cases are opened, in Unix seconds: on a Friday evening before a clock change, and in the
/// last second of the zone table, from which no deadline can be reached.
const OPENED: [i64; 2] = [1_774_632_600, 2_240_611_199];

/// At most how many answers are checked for a catalog, so that a long catalog does not take long.
const ANSWERS: usize = 300;

/// At most how many edits an input makes.
const EDITS: usize = 64;

/// At most how many values an edited catalog has, so that copies of copies do not fill the memory.
const VALUES: usize = 1_500;

/// Reads a catalog and, if it is sound, answers for every plan, priority and region of it.
///
/// # Panics
///
/// If a check fails.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let read = match text.strip_prefix("edits\n") {
        Some(edits) => read(edited(edits).to_string().as_bytes()),
        None => read(data),
    };
    match read {
        Ok(file) => check_sound(&file),
        Err(faults) => {
            assert!(faults.errors().next().is_some());
            check_faults(&faults);
        }
    }
}

fn check_faults(faults: &Faults) {
    for fault in &faults.0 {
        assert!(fault.path.starts_with('$') && fault.line > 0 && fault.column > 0, "{fault}");
        assert!(!fault.to_string().contains('\n'), "{fault}");
        assert!(!fault.found.is_empty() && !fault.allowed.is_empty(), "{fault}");
    }
}

fn check_sound(file: &CatalogFile) {
    assert!(file.doubts().errors().next().is_none());
    check_faults(file.doubts());
    for language in file.languages() {
        let catalog = file.document(language).catalog;
        let data = PageData { catalog, messages: MESSAGES.clone() };
        assert_eq!(PageData::read(data.write()), Ok(data), "in the page in {language}");
    }
    check_catalog(&file.document("en").catalog);
}

fn check_catalog(catalog: &Catalog) {
    for visitor in [None, Zone::named("Africa/Cairo")] {
        let decoded = decode("holidays=2026-12-25&q=%", catalog);
        check_written(&decoded.scenario(catalog, visitor), catalog, &decoded.foreign);
    }
    let plans: Vec<PlanIndex> = catalog.plan_indices().collect();
    let mut left = ANSWERS;
    for region in catalog.region_indices() {
        let mut scenario = decode("", catalog).scenario(catalog, None);
        scenario.apply(catalog, None, &Choice::Region(region));
        for row in catalog.target_rows() {
            scenario.apply(catalog, None, &Choice::Target(row.table));
            scenario.apply(catalog, None, &Choice::Priority(row.priority));
            for opened in OPENED.map(Instant::from_unix) {
                left = left.saturating_sub(plans.len());
                if left > 0 {
                    check_answers(catalog, &scenario.case, &plans, opened);
                }
            }
        }
        check_changes(catalog, region, &plans);
        check_written(&scenario, catalog, "");
    }
}

fn check_answers(catalog: &Catalog, case: &Case, plans: &[PlanIndex], opened: Instant) {
    let terms = AllTerms::new(catalog, case, &case.desk);
    for plan in plans {
        if let Ok(reply) = answer(&terms, *plan, Ok(opened)).outcome {
            assert!(opened < reply.deadline.due, "{opened} to {}", reply.deadline.due);
        }
    }
}

/// The small catalog after some edits.
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

/// Every place within a document, as a JSON pointer; the first is the whole document.
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

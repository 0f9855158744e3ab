//! Whatever is put in front of the readers, a catalog or a link, they come back with an answer.

use std::sync::LazyLock;

use plan_comparator::catalog::{Catalog, Texts, bundled, read};
use plan_comparator::compare::answers;
use plan_comparator::scenario::{SHOWN, decode, encode};
use plan_comparator::zone::{Instant, Zone};
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::block::without_frame;
use crate::reader::SMALL;

/// Documents for each property of the catalog's reader.
const DOCUMENTS: u32 = 1_500;

/// Queries for each property of the link's reader.
const QUERIES: u32 = 2_000;

/// One of some words, with a bar between two.
fn one_of(words: &'static str) -> impl Strategy<Value = String> {
    prop::sample::select(words.split('|').collect::<Vec<_>>()).prop_map(str::to_owned)
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        "\\PC{0,8}".prop_map(Json::from),
        one_of("en|nl|free|high|north|office|PT1H|2026-12-25|mon 09:00-17:00").prop_map(Json::from),
    ];
    let key = || one_of("en|nl|id|name|count|coverage|words|week|zones|free|high|é|");
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map(key(), inner, 0..4).prop_map(Json::from_iter),
        ]
    })
}

/// Every place within a document, as a JSON pointer.
fn places(document: &Json) -> Vec<String> {
    let within = |key: &str, value: &Json| {
        let inner = places(value).into_iter().map(|place| format!("/{key}{place}"));
        core::iter::once(format!("/{key}")).chain(inner).collect::<Vec<_>>()
    };
    match document {
        Json::Object(map) => map.iter().flat_map(|(key, value)| within(key, value)).collect(),
        Json::Array(list) => {
            let items = list.iter().zip(0..);
            items.flat_map(|(value, index)| within(&index.to_string(), value)).collect()
        }
        _ => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: DOCUMENTS, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_is_read_without_a_panic(json in any_json()) {
        prop_assert!(read(&json.to_string(), "en").is_err());
    }

    #[test]
    fn any_texts_are_taken_without_a_panic(
        texts in prop::collection::vec(one_of("|0|1|4|9|x|count|figure|PT1H|18446744073709551615"), 0..200),
    ) {
        let mut texts = Texts::new(texts);
        let _ = Catalog::take(&mut texts);
        let _ = texts.end();
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,60}") {
        prop_assert!(read(&text, "en").is_err());
    }

    #[test]
    fn a_catalog_with_anything_in_any_place_is_read_without_a_panic(
        places in prop::collection::vec((any::<prop::sample::Index>(), any_json()), 1..4),
    ) {
        let mut catalog: Json = serde_json::from_str(SMALL).expect("JSON");
        for (index, value) in places {
            let all = self::places(&catalog);
            let Some(place) = (!all.is_empty()).then(|| &all[index.index(all.len())]) else { break };
            if let Some(here) = catalog.pointer_mut(place) {
                *here = value;
            }
        }
        match read(&catalog.to_string(), "en") {
            Ok(catalog) => {
                let mut texts = Texts::new(catalog.write());
                prop_assert_eq!(Catalog::take(&mut texts), without_frame(&catalog));
                prop_assert!(texts.end());
            }
            Err(faults) => {
                prop_assert!(!faults.0.is_empty());
                prop_assert!(faults.0.iter().all(|fault| fault.path.starts_with('$')));
            }
        }
    }
}

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| bundled("en").expect("the bundled catalog is sound"));

/// Queries that are nearly sound: our keys, and values that are right, odd or nonsense.
fn nearly_a_query() -> impl Strategy<Value = String> {
    let key = one_of(
        "plans|priority|region|zone|opened|holidays|differences|mine|need|within|Plans||%70lans",
    );
    let value = prop_oneof![
        one_of("elite|ONLINE,elite|p2|japan|Asia/Tokyo|Etc/GMT%2B5|||,|%|%FF|+|T|-"),
        one_of("2026-03-27T16:30|2026-03-27T16:30Z|2026-03-27T16:30+01:00|2026-02-30"),
        one_of("0000-01-01T00:00%2B23:59|9999-12-31T23:59:59-23:59|2026-12-25,2026-12-28"),
        one_of("only|ONLY|elite|case-reviews,event-management|PT4H|P1DT12H|pt0s|P9999DT1S|P"),
        "[0-9T:Z,+%-]{0,24}",
        "\\PC{0,12}",
    ];
    prop::collection::vec((key, value), 0..8).prop_map(|pairs| {
        let pairs = pairs.into_iter().map(|(key, value)| format!("{key}={value}"));
        pairs.collect::<Vec<_>>().join("&")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: QUERIES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_query_is_a_scenario_that_has_answers(query in prop_oneof![nearly_a_query(), "\\PC{0,80}"]) {
            let decoded = decode(&query, &CATALOG, Zone::named("Europe/Oslo"));
        let plans = &decoded.scenario.plans;
        prop_assert!(!plans.is_empty() && plans.is_sorted_by(|one, next| one < next), "{:?}", plans);
        prop_assert!(decoded.ignored.iter().all(|bad| bad.value.chars().count() <= SHOWN + 1));
        let opened = decoded.scenario.opened_at(Instant::from_unix(1_790_000_000)).map(|opened| opened.at);
        let answers = answers(&CATALOG, &decoded.scenario, opened);
        prop_assert_eq!(answers.len(), decoded.scenario.plans.len());
    }

    #[test]
    fn what_a_link_is_rewritten_to_means_the_same(query in nearly_a_query()) {
            let decoded = decode(&query, &CATALOG, Zone::named("Europe/Oslo"));
        let written = encode(&decoded.scenario, &CATALOG, &decoded.foreign);
        let again = decode(&written, &CATALOG, Zone::named("Asia/Tokyo"));
        prop_assert_eq!(&again.scenario, &decoded.scenario, "{}", written);
        prop_assert_eq!(&again.foreign, &decoded.foreign, "{}", written);
        prop_assert_eq!(again.ignored, [], "{}", written);
    }
}

//! Random JSON, and the places within a document.

use proptest::prelude::*;
use serde_json::Value as Json;

/// One of some words, with a bar between two.
pub fn one_of(words: &'static str) -> impl Strategy<Value = String> {
    prop::sample::select(words.split('|').collect::<Vec<_>>()).prop_map(str::to_owned)
}

/// JSON of any kind, with words that a catalog has among others.
pub fn any_json() -> impl Strategy<Value = Json> {
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
pub fn places(document: &Json) -> Vec<String> {
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

//! The schema of the format, beside the reader: what the reader takes, the schema allows, and what the
//! schema knows, an example shows.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use crate::SMALL;

/// A catalog that uses every key of the format.
const EVERY_KEY: &str = include_str!("../../../../examples/catalogs/every-key.json");

/// The catalog to begin with.
const STARTER: &str = include_str!("../../../../examples/catalogs/starter.json");

#[test]
fn the_starter_is_the_small_catalog_of_the_documentation() {
    let documentation = include_str!("../../../../docs/catalog.md");
    let starter = STARTER.replace("../../docs/", "docs/");
    assert!(documentation.contains(&starter), "docs/catalog.md has another small catalog");
    let file = catalog_reader::read(STARTER.as_bytes()).expect("a sound catalog");
    assert_eq!(file.doubts().0, []);
}

fn schema() -> Json {
    serde_json::from_str(&catalog_reader::schema()).expect("the schema is JSON")
}

/// Whether the schema allows a catalog, and whether the reader takes it.
fn verdicts(catalog: &Json) -> (bool, bool) {
    let allowed = jsonschema::validator_for(&schema()).expect("a schema").is_valid(catalog);
    (allowed, catalog_reader::read(catalog.to_string().as_bytes()).is_ok())
}

#[test]
fn sound_catalogs_follow_the_schema() {
    for catalog in [SMALL, EVERY_KEY, STARTER, bundled::CATALOG] {
        assert_eq!(verdicts(&serde_json::from_str(catalog).expect("JSON")), (true, true));
    }
}

#[test]
fn what_has_another_shape_is_refused_by_both() {
    for (pointer, value) in [
        ("/languages", json!([])),
        ("/format", json!(2)),
        ("/plans/0/id", json!("Big Plan")),
        ("/plans/0/paid", json!("yes")),
        ("/title", json!("")),
        ("/coverages/0/hours", json!("weekly")),
        ("/targets/0/rows/down/standard/due", json!("noon")),
        ("/resources/0/url", json!("http://example.org")),
        ("/groups/0/entitlements/0/values/premium", json!("yes")),
        ("/groups/0/entitlements", json!([])),
    ] {
        let mut catalog: Json = serde_json::from_str(EVERY_KEY).expect("JSON");
        *catalog.pointer_mut(pointer).unwrap_or(&mut Json::Null) = value;
        assert_eq!(verdicts(&catalog).1, catalog.pointer(pointer).is_none(), "{pointer}");
        assert_eq!(verdicts(&catalog).0, catalog.pointer(pointer).is_none(), "{pointer}");
    }
}

/// Every key of an object with which some definition describes it.
fn keys(json: &Json, found: &mut BTreeSet<String>) {
    match json {
        Json::Object(map) => map.iter().for_each(|(key, value)| {
            found.insert(key.clone());
            keys(value, found);
        }),
        Json::Array(list) => list.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn an_example_uses_every_key_and_each_has_a_meaning() {
    let mut used = BTreeSet::new();
    keys(&serde_json::from_str(EVERY_KEY).expect("JSON"), &mut used);
    let schema = schema();
    for (name, definition) in schema["$defs"].as_object().expect("definitions") {
        let properties = definition["properties"].as_object().into_iter().flatten();
        for (key, property) in properties {
            assert!(used.contains(key), "{name}.{key} is not in every-key.json");
            let about = property["description"].as_str().unwrap_or_default();
            assert!(about.ends_with('.') && about.len() > 6, "{name}.{key}: {about:?}");
        }
    }
}

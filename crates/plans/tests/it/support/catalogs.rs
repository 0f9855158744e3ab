//! A small catalog of an invented vendor, and others made from it.

use plans::catalog::Catalog;
use serde_json::Value as Json;

/// A small sound catalog, in English and Dutch.
pub const SMALL: &str = include_str!("small.json");

/// The small catalog with some of its members replaced.
#[track_caller]
pub fn vendor(members: &str) -> Catalog {
    let mut catalog: Json = serde_json::from_str(SMALL).expect("the small catalog is JSON");
    let members: Json = serde_json::from_str(members).expect("members in JSON");
    for (key, value) in members.as_object().expect("an object of members") {
        catalog[key] = value.clone();
    }
    catalog_of(&catalog.to_string())
}

/// The small catalog in English.
#[track_caller]
pub fn small() -> Catalog {
    catalog_of(SMALL)
}

/// What the page shows of a sound file, in English.
#[track_caller]
pub fn catalog_of(json: &str) -> Catalog {
    let file = catalog_reader::read(json.as_bytes()).unwrap_or_else(|faults| panic!("{faults}"));
    file.document("en").catalog
}

//! A small catalog of an invented vendor, and others made from it.

use plans::catalog::{Catalog, TargetRow};
use plans::compare::Row;
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

/// The row of a priority in the first table of targets.
#[track_caller]
pub fn first_row(catalog: &Catalog, priority: &str) -> Row {
    let priority = catalog.priority_named(priority).expect("a priority");
    Row::Target(TargetRow { table: catalog.first_table(), priority })
}

/// The bundled catalog in a language, with a second table of the same targets.
pub fn with_two_tables(language: &str) -> Catalog {
    let mut catalog: Json = serde_json::from_str(bundled::CATALOG).expect("JSON");
    let rows = catalog["targets"].take();
    let table = |id: &str| serde_json::json!({ "id": id, "name": id, "rows": rows });
    catalog["targets"] = serde_json::json!([table("reply"), table("workaround")]);
    let file = catalog_reader::read(catalog.to_string().as_bytes()).expect("a sound catalog");
    file.document(language).catalog
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

//! Tests of the reader of catalogs.

mod any_document;
mod calendar;
mod documents;
mod doubts;
mod faults;
mod schema;

/// A small sound catalog of an invented vendor, in English and Dutch.
const SMALL: &str = include_str!("../../../plans/tests/it/support/small.json");

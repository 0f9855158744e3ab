//! The list of texts in the page, read by the browser's own parser.

use js_sys::{Array, JSON};
use wasm_bindgen::JsCast as _;

/// The texts of a JSON list; `None` if it is not well-formed, or holds anything else.
pub(super) fn texts(json: &str) -> Option<Vec<String>> {
    let list: Array = JSON::parse(json).ok()?.dyn_into().ok()?;
    list.iter().map(|text| text.as_string()).collect()
}

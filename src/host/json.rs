//! The list of texts in the page, read by the browser's own parser.

use js_sys::{Array, JSON};
use wasm_bindgen::JsValue;

/// The texts of a JSON list; `None` if it is not well-formed, or holds anything else.
pub(super) fn texts(json: &str) -> Option<Vec<String>> {
    let list = JSON::parse(json).ok()?;
    Array::is_array(&list)
        .then(|| Array::from(&list))?
        .iter()
        .map(|text: JsValue| text.as_string())
        .collect()
}

//! JSON, read by the browser's own parser: another in the program would be
//! 11 kB of code before compression.

use js_sys::{Array, JSON, Object};
use serde_json::{Map, Number, Value as Json};
use wasm_bindgen::{JsCast, JsValue};

/// The value of a JSON text; `None` if it is not well-formed.
pub(super) fn parse(text: &str) -> Option<Json> {
    JSON::parse(text).ok().map(|value| convert(&value))
}

/// Fractions, which no data of ours has, become `null`, which no reader accepts as a number.
fn convert(value: &JsValue) -> Json {
    if let Some(text) = value.as_string() {
        return Json::String(text);
    }
    if let Some(flag) = value.as_bool() {
        return Json::Bool(flag);
    }
    if let Some(number) = value.as_f64() {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "only whole numbers within the range are kept"
        )]
        let whole = number as i64;
        #[expect(
            clippy::cast_precision_loss,
            reason = "compared to find out whether anything was lost"
        )]
        let same = whole as f64 == number;
        return if same { Json::Number(Number::from(whole)) } else { Json::Null };
    }
    if Array::is_array(value) {
        return Array::from(value).iter().map(|item| convert(&item)).collect();
    }
    let Some(object) = value.dyn_ref::<Object>() else { return Json::Null };
    let mut members = Map::new();
    for entry in Object::entries(object).iter() {
        let entry = Array::from(&entry);
        members.insert(entry.get(0).as_string().unwrap_or_default(), convert(&entry.get(1)));
    }
    Json::Object(members)
}

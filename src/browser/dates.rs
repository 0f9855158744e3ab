//! Dates in the words of a language.
//!
//! The browser only words a date: offsets are ours, so it is told that the date is one of UTC.

use core::cell::RefCell;

use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::zone::{LocalDate, TimeOfDay};

thread_local! {
    /// The format of the language used last: making one is the slow part.
    static FORMAT: RefCell<Option<(String, Intl::DateTimeFormat)>> = const { RefCell::new(None) };
}

/// A date such as `Friday 27 March 2026`; `2026-03-27` if the browser cannot word it.
pub(super) fn in_words(locale: &str, date: LocalDate) -> String {
    FORMAT.with_borrow_mut(|format| {
        let (_, format) = match format {
            Some(known) if known.0 == locale => known,
            other => other.insert((locale.to_owned(), make_format(locale))),
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds of four-digit years are exact"
        )]
        let milliseconds = date.at(TimeOfDay::MIDNIGHT).as_seconds() as f64;
        let at = Date::new(&JsValue::from_f64(in_milliseconds(milliseconds)));
        let words = format.format().call1(&JsValue::UNDEFINED, &at).ok();
        words.and_then(|words| words.as_string()).unwrap_or_else(|| date.to_string())
    })
}

#[expect(clippy::float_arithmetic, reason = "JavaScript's dates are floating-point milliseconds")]
fn in_milliseconds(seconds: f64) -> f64 {
    seconds * 1_000.0
}

fn make_format(locale: &str) -> Intl::DateTimeFormat {
    let options = Object::new();
    let parts = [
        ("timeZone", "UTC"),
        ("weekday", "long"),
        ("day", "numeric"),
        ("month", "long"),
        ("year", "numeric"),
    ];
    for (name, value) in parts {
        // A fresh object takes any property.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    Intl::DateTimeFormat::new(&Array::of1(&locale.into()), &options)
}

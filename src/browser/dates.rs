//! Dates in the words of a language.
//!
//! The browser only words a date: offsets are ours, so it is told that the date is one of UTC.

use core::cell::RefCell;

use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::zone::{LocalDate, TimeOfDay};

thread_local! {
    /// The formats of the language used last: making them is the slow part.
    static FORMATS: RefCell<Option<(String, [Intl::DateTimeFormat; 2])>> = const { RefCell::new(None) };
}

/// A date such as `Friday 27 March 2026`; `2026-03-27` if the browser cannot word it.
pub(super) fn in_words(locale: &str, date: LocalDate) -> String {
    FORMATS.with_borrow_mut(|formats| {
        let (_, formats) = match formats {
            Some(known) if known.0 == locale => known,
            other => other.insert((locale.to_owned(), make_formats(locale))),
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds of four-digit years are exact"
        )]
        let milliseconds = date.at(TimeOfDay::MIDNIGHT).as_seconds() as f64;
        let at = Date::new(&JsValue::from_f64(in_milliseconds(milliseconds)));
        let words = formats.each_ref().map(|format| {
            format.format().call1(&JsValue::UNDEFINED, &at).ok().and_then(|words| words.as_string())
        });
        match words {
            [Some(weekday), Some(date)] => format!("{weekday} {date}"),
            _ => date.to_string(),
        }
    })
}

#[expect(clippy::float_arithmetic, reason = "JavaScript's dates are floating-point milliseconds")]
fn in_milliseconds(seconds: f64) -> f64 {
    seconds * 1_000.0
}

/// One for the weekday and one for the date: browsers differ in whether a comma stands between.
fn make_formats(locale: &str) -> [Intl::DateTimeFormat; 2] {
    let parts: [&[(&str, &str)]; 2] =
        [&[("weekday", "long")], &[("day", "numeric"), ("month", "long"), ("year", "numeric")]];
    parts.map(|parts| {
        let options = Object::new();
        for (name, value) in parts.iter().chain(&[("timeZone", "UTC")]) {
            // A fresh object takes any property.
            let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
        }
        Intl::DateTimeFormat::new(&Array::of1(&locale.into()), &options)
    })
}

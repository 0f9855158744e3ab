//! Dates in the words of a language.
//!
//! The browser only words a date: offsets are ours, so it is told that the date is one of UTC.

use core::cell::RefCell;

use js_sys::{Array, Intl, JSON};
use wasm_bindgen::{JsCast as _, JsValue};

use worktime::zone::{LocalDate, TimeOfDay};

/// Words dates in the locale in which it did so last: making the formats is the slow part.
#[derive(Default)]
pub(super) struct Dates(RefCell<Option<(String, [Intl::DateTimeFormat; 2])>>);

impl Dates {
    /// A date such as `Friday 27 March 2026`; `2026-03-27` if the browser cannot word it.
    pub fn in_words(&self, locale: &str, date: LocalDate) -> String {
        let mut formats = self.0.borrow_mut();
        let (_, formats) = match &mut *formats {
            Some(known) if known.0 == locale => known,
            other => other.insert((locale.to_owned(), make_formats(locale))),
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds of four-digit years are exact"
        )]
        let seconds = date.at(TimeOfDay::MIDNIGHT).as_seconds() as f64;
        let at = JsValue::from_f64(in_milliseconds(seconds));
        let words = formats.each_ref().map(|format| {
            format.format().call1(&JsValue::UNDEFINED, &at).ok().and_then(|words| words.as_string())
        });
        match words {
            [Some(weekday), Some(date)] => format!("{weekday} {date}"),
            _ => date.to_string(),
        }
    }
}

#[expect(clippy::float_arithmetic, reason = "JavaScript's dates are floating-point milliseconds")]
fn in_milliseconds(seconds: f64) -> f64 {
    seconds * 1_000.0
}

/// One for the weekday and one for the date: browsers differ in whether a comma stands between.
fn make_formats(locale: &str) -> [Intl::DateTimeFormat; 2] {
    let options = [
        r#"{"weekday":"long","timeZone":"UTC"}"#,
        r#"{"day":"numeric","month":"long","year":"numeric","timeZone":"UTC"}"#,
    ];
    options.map(|options| {
        // These texts are sound, so nothing is lost by the default.
        let options = JSON::parse(options).unwrap_or_default().unchecked_into();
        Intl::DateTimeFormat::new(&Array::of1(&locale.into()), &options)
    })
}

//! Dates in the words of a language.
//!
//! The browser only words a date: offsets are ours, so it is told that the date is one of UTC.

use core::cell::RefCell;

use js_sys::{Array, Intl, JSON};
use wasm_bindgen::{JsCast as _, JsValue};

use worktime::zone::{LocalDate, TimeOfDay};

/// How many dates are kept with their words.
const MAX_KEPT: usize = 64;

/// Words dates. It keeps what is slow to make: the formats of the locale in which it worded last, and
/// the words of dates that are likely to come again.
#[derive(Default)]
pub(super) struct Dates(RefCell<Option<InLocale>>);

/// What words dates in one locale.
struct InLocale {
    locale: String,
    /// Word the weekday and the date of a day.
    formats: [Intl::DateTimeFormat; 2],
    kept: Vec<(LocalDate, String)>,
}

impl Dates {
    /// A date such as `Friday 27 March 2026`; `2026-03-27` if the browser cannot word it.
    pub fn in_words(&self, locale: &str, date: LocalDate) -> String {
        let mut known = self.0.borrow_mut();
        let known = match &mut *known {
            Some(known) if known.locale == locale => known,
            other => other.insert(InLocale::new(locale)),
        };
        known.words(date)
    }
}

impl InLocale {
    fn new(locale: &str) -> Self {
        Self { locale: locale.to_owned(), formats: make_formats(locale), kept: Vec::new() }
    }

    fn words(&mut self, date: LocalDate) -> String {
        if let Some((_, words)) = self.kept.iter().find(|(kept, _)| *kept == date) {
            return words.clone();
        }
        let words = self.make_words(date);
        if self.kept.len() == MAX_KEPT {
            self.kept.clear();
        }
        self.kept.push((date, words.clone()));
        words
    }

    fn make_words(&self, date: LocalDate) -> String {
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds of four-digit years are exact"
        )]
        let seconds = date.at(TimeOfDay::MIDNIGHT).as_seconds() as f64;
        let at = JsValue::from_f64(in_milliseconds(seconds));
        let words = self.formats.each_ref().map(|format| {
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

//! The words of each language.

use plans::wording::Wording;
use worktime::zone::LocalDate;

/// What puts things into the words of a language; dates stay digits.
#[track_caller]
pub fn wording(language: &str) -> Wording<'static> {
    let messages = Box::leak(Box::new(bundled::messages(language)));
    Wording { messages, dates: &|_: &str, date: LocalDate| date.to_string() }
}

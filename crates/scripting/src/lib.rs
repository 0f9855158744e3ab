//! What scripts ask of plans without a page: when replies are due, what plans include, and how long one waits
//! at most.
//!
//! `package/engine/catalog.js` calls it, in Node and in browsers. Questions are the queries of links, and answers
//! are texts in JSON; `package/engine/index.d.ts` has the types of what stands in them.

#![deny(clippy::indexing_slicing, clippy::float_arithmetic)]

mod about;
mod answers;
mod fits;
mod rows;
mod waits;

use catalog_reader::CatalogFile;
use plans::case::{ResolvedMoment, Scenario};
use plans::compare::AllTerms;
use plans::link::{Ignored, decode};
use plans::wording::{Messages, Wording};
use serde_json::{Value as Json, json};
use wasm_bindgen::prelude::wasm_bindgen;
use worktime::schedule::Target;
use worktime::zone::{Instant, LocalDate, OutsideTable, Zone};

/// What is wrong with the bytes of a catalog's file, or doubtful: see [`catalog_reader::report`].
#[wasm_bindgen]
#[must_use]
pub fn check(catalog: &[u8]) -> String {
    let words: Vec<&str> = bundled::languages().collect();
    catalog_reader::report(&catalog_reader::read(catalog), &words).to_string()
}

/// A sound catalog in one of its languages, and the words of that language.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Catalog {
    catalog: plans::catalog::Catalog,
    messages: Messages,
    /// The language of the catalog's texts.
    language: String,
    /// The languages of the catalog.
    languages: Vec<String>,
}

#[wasm_bindgen]
impl Catalog {
    /// Reads the bytes of a catalog's file. `language` is one of its languages in any case; `nl-BE` finds `nl`, and
    /// `en` finds `en-GB`. Without it, the first that there are words in.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the file, as a JSON object: the code `catalog-not-sound`, a `message`,
    /// and the `faults` of [`check`].
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8], language: &str) -> Result<Self, String> {
        let words: Vec<&str> = bundled::languages().collect();
        let file = catalog_reader::read(bytes).map_err(|faults| {
            let message = faults.to_string();
            let report = catalog_reader::report(&Err(faults), &words);
            let faults = report.get("faults");
            json!({ "code": "catalog-not-sound", "message": message, "faults": faults }).to_string()
        })?;
        let language = language_of(&file, language, &words);
        // Texts in a language that there are no words in stand among others.
        let words = words.iter().find(|words| **words == primary(&language)).or(words.first());
        let of_page = bundled::message_file(words.copied().unwrap_or_default());
        let messages =
            if file.vendor_speaks() { of_page.of_vendor() } else { of_page.messages.clone() };
        let languages = file.languages().to_vec();
        Ok(Self { catalog: file.document(&language).catalog, language, messages, languages })
    }

    /// What the catalog has: its `title`, `language` and `languages`, and with their ids its `plans`,
    /// `priorities`, `regions`, `targets`, `coverages` and `entitlements`.
    #[must_use]
    pub fn about(&self) -> String {
        about::about(self).to_string()
    }

    /// When the plans of a scenario have to answer: see `answers.rs`.
    ///
    /// `query` is that of a link; `now` the present instant, in seconds since 1970; `visitor` the name of
    /// the visitor's zone, empty if it is not known.
    ///
    /// # Errors
    ///
    /// Every value of the query that cannot be used, as a JSON object: the code `value-not-accepted`, a
    /// `message`, and the `faults`, each with its `parameter`, `value` and `message`.
    pub fn deadlines(&self, query: &str, now: f64, visitor: &str) -> Result<String, String> {
        Ok(answers::answers(&self.ask(query, now, visitor)?).to_string())
    }

    /// What the plans of a scenario include, and whether they fit: see `rows.rs` and `fits.rs`.
    ///
    /// # Errors
    ///
    /// As [`Catalog::deadlines`].
    pub fn compare(&self, query: &str, now: f64, visitor: &str) -> Result<String, String> {
        let asked = self.ask(query, now, visitor)?;
        let mut compared = json!({ "rows": rows::rows(&asked) });
        if let (Some(fits), Json::Object(compared)) = (fits::fits(&asked), &mut compared) {
            compared.insert("fits".to_owned(), fits);
        }
        Ok(compared.to_string())
    }

    /// How long the plans of a scenario may take in the year from the day of opening: see `waits.rs`.
    ///
    /// # Errors
    ///
    /// As [`Catalog::deadlines`].
    #[wasm_bindgen(js_name = longestWait)]
    pub fn longest_wait(&self, query: &str, now: f64, visitor: &str) -> Result<String, String> {
        Ok(waits::waits(&self.ask(query, now, visitor)?).to_string())
    }

    fn ask(&self, query: &str, now: f64, visitor: &str) -> Result<Asked<'_>, String> {
        let decoded = decode(query, &self.catalog);
        let wording = self.wording();
        if !decoded.ignored.is_empty() {
            return Err(refusal(&decoded.ignored, &self.catalog, wording));
        }
        let scenario = decoded.scenario(&self.catalog, Zone::named(visitor));
        #[expect(clippy::cast_possible_truncation, reason = "parts of a second do not count")]
        let opened = scenario.case.opened_at(Instant::from_unix(now as i64));
        let terms = AllTerms::new(&self.catalog, &scenario.case, &scenario.case.desk);
        Ok(Asked { catalog: &self.catalog, wording, scenario, opened, terms })
    }

    fn wording(&self) -> Wording<'_> {
        Wording { messages: &self.messages, dates: &iso }
    }
}

/// What is told of values that cannot be used.
fn refusal(values: &[Ignored], catalog: &plans::catalog::Catalog, wording: Wording) -> String {
    let message = |ignored: &Ignored| {
        let parameter = ignored.key.as_str();
        let sentence = wording.ignored(catalog, ignored);
        // It begins with what the page calls the parameter.
        sentence.split_once(':').map(|(_, rest)| format!("{parameter}:{rest}")).unwrap_or(sentence)
    };
    let messages: Vec<String> = values.iter().map(message).collect();
    let fault = |(ignored, message): (&Ignored, &String)| {
        let parameter = ignored.key.as_str();
        json!({ "parameter": parameter, "value": ignored.value, "message": message })
    };
    let faults: Json = values.iter().zip(&messages).map(fault).collect();
    let message = messages.join("\n");
    json!({ "code": "value-not-accepted", "message": message, "faults": faults }).to_string()
}

/// The language of a catalog that is asked for, or comes nearest to that; else the first that there are `words` in,
/// or the first.
fn language_of(file: &CatalogFile, asked: &str, words: &[&str]) -> String {
    let languages = || file.languages().iter().map(String::as_str);
    let exact = languages().find(|language| language.eq_ignore_ascii_case(asked));
    let near = || languages().find(|it| primary(it).eq_ignore_ascii_case(primary(asked)));
    let spoken = || languages().find(|language| words.contains(&primary(language)));
    let first = || languages().next();
    exact.or_else(near).or_else(spoken).or_else(first).unwrap_or_default().to_owned()
}

/// The language of a code without what follows its first hyphen: `en` for `en-GB`.
fn primary(code: &str) -> &str {
    code.split('-').next().unwrap_or_default()
}

/// A date as a script reads it: nothing here is told in dates of words.
fn iso(_: &str, date: LocalDate) -> String {
    date.to_string()
}

/// A scenario, and what follows from it for every answer.
struct Asked<'a> {
    catalog: &'a plans::catalog::Catalog,
    wording: Wording<'a>,
    scenario: Scenario,
    opened: Result<ResolvedMoment, OutsideTable>,
    terms: AllTerms,
}

/// In which days a target is counted; `None` if it is a time.
fn days(target: Target) -> Option<Json> {
    match target {
        Target::BusinessDays(..) => Some("business".into()),
        Target::CalendarDays(_) => Some("calendar".into()),
        Target::Time(_) => None,
    }
}

/// A JSON object of the members that have a value.
fn object(members: impl IntoIterator<Item = (&'static str, Option<Json>)>) -> Json {
    let given = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Json::Object(given.collect())
}

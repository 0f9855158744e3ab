//! Reads a catalog of support plans from its JSON form.
//!
//! A file is read once, for all its languages. Everything that is wrong with it is found at once: each
//! fault has its line and column, the path of the value, what stands there, and what may stand there;
//! each cause is named once. What is only doubtful does not keep the catalog from being used.
//!
//! ```
//! let faults = catalog_reader::read(br#"{"languages": ["en"], "plans": []}"#).unwrap_err();
//! let text = faults.to_string();
//! assert!(text.contains("1:32 $.plans: found [], allowed is a list with at least one item"), "{text}");
//! ```

#![deny(clippy::indexing_slicing)]

mod calendar;
mod check;
mod cursor;
mod fault;
mod format;
mod ids;
mod near;
mod project;
mod read;
#[cfg(feature = "json")]
mod report;
#[cfg(feature = "schema")]
mod schema;
mod source;
mod summary;

pub use calendar::{CalendarDates, dates_of_calendar};
pub use fault::{Fault, Faults};
#[cfg(feature = "json")]
pub use report::report;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use summary::summary;

use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use plans::catalog::Document;

use cursor::{At, Findings};
use format::File;
use project::Projection;
use read::Read as _;

/// A sound catalog, in all its languages.
#[derive(Clone, Debug)]
pub struct CatalogFile {
    file: File,
    languages: Vec<String>,
    doubts: Faults,
}

/// Reads the bytes of a file.
///
/// # Errors
///
/// Everything that is wrong with the file, and what is doubtful, if anything is wrong.
pub fn read(bytes: &[u8]) -> Result<CatalogFile, Faults> {
    let alone = |line, column, found: String, allowed: String| {
        Faults(vec![Fault { line, column, path: "$".into(), found, allowed, is_doubt: false }])
    };
    let allowed = || format!("JSON in UTF-8, of at most {} bytes", source::LARGEST);
    let text = source::text(bytes).map_err(|found| alone(1, 1, found, allowed()))?;
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict).map_err(|error| {
        let (line, column) = source::Lines::of(text).position(error.range().start);
        if text.trim_start().starts_with('<') {
            return alone(line, column, "HTML or XML".into(), "JSON".into());
        }
        let kind = error.kind().to_string();
        // The place is that of what follows.
        let why = match kind.as_str() {
            "Expected comma" => "a comma is missing before this",
            other => other,
        };
        alone(line, column, format!("text that is no JSON: {why}"), "JSON".into())
    })?;
    let root = parsed.value.ok_or_else(|| alone(1, 1, "an empty file".into(), "JSON".into()))?;
    let languages = format::languages(&root);
    let findings = Findings::new(&root, languages.clone());
    let at = At { value: &root, findings: &findings };
    debug_assert!(root.range().end <= text.len(), "places are offsets in the text");
    let file = File::read(at);
    if at.object().is_some() {
        check::check(&file, &findings);
    }
    let has_errors = findings.has_errors();
    let found = findings.finish(text);
    if has_errors { Err(found) } else { Ok(CatalogFile { file, languages, doubts: found }) }
}

impl CatalogFile {
    /// The codes of the catalog's languages, in its order.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// Pairs each language of the catalog with that of a page's own words in which it is shown: a language
    /// such as `en-GB` with `en`. A language that no words are in has no page, nor has a second one that
    /// takes the same words.
    ///
    /// ```
    /// let file = br#"{
    ///     "languages": ["de", "en-GB"],
    ///     "title": "Plans",
    ///     "plans": [{ "id": "gold", "name": "Gold" }],
    ///     "priorities": [{ "id": "high", "name": "High" }],
    ///     "coverages": [{ "id": "always", "name": "24x7", "hours": "always" }],
    ///     "regions": [{ "id": "all", "name": "Worldwide", "zone": "UTC" }],
    ///     "targets": { "high": { "gold": { "within": "PT1H", "coverage": "always" } } }
    /// }"#;
    /// let file = catalog_reader::read(file)?;
    /// assert_eq!(file.pages(&["en", "nl"]), [("en-GB", "en")]);
    /// # Ok::<(), catalog_reader::Faults>(())
    /// ```
    #[must_use]
    pub fn pages<'c>(&'c self, words: &[&'c str]) -> Vec<(&'c str, &'c str)> {
        let mut pages: Vec<(&str, &str)> = Vec::new();
        for language in &self.languages {
            let is_in =
                |own: &&&str| **own == language || language.split('-').next() == Some(**own);
            if let Some(own) = words.iter().find(is_in)
                && pages.iter().all(|(_, taken)| taken != own)
            {
                pages.push((language, own));
            }
        }
        pages
    }

    /// Whether the vendor of the plans speaks, and not somebody who tells what a source says.
    #[must_use]
    pub fn vendor_speaks(&self) -> bool {
        match self.file.speaker {
            Some(speaker) => speaker == format::Speaker::Vendor,
            None => self.file.sources.is_empty(),
        }
    }

    /// What is doubtful about the file.
    #[must_use]
    pub const fn doubts(&self) -> &Faults {
        &self.doubts
    }

    /// Everything that the file says in a language. A text that it does not have in that language is in
    /// the catalog's first language, and marked as foreign.
    #[must_use]
    pub fn document(&self, language: &str) -> Document {
        let place = self.languages.iter().position(|code| code == language);
        let own_language = self.languages.first().map_or("", String::as_str);
        Projection {
            file: &self.file,
            language: place.unwrap_or(0),
            own_language,
            is_of_page: place.is_some(),
        }
        .document()
    }
}

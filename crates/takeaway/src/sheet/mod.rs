//! Tables to paste or save: the answers, and what each plan includes.
//!
//! A [`Sheet`] is a table of texts with the sentences that belong to it, and can be written for mails,
//! spreadsheets, documents and issue trackers. [`text`] has the answers as a few sentences, and [`json`]
//! as data.
//!
//! # Example
//!
//! ```
//! use std::sync::Arc;
//! use plans::case::{Moment, Scenario};
//! use plans::compare::{AllTerms, answer};
//! use plans::picture::Scene;
//! use plans::wording::Wording;
//! use takeaway::sheet::{answers, json, text};
//! use worktime::zone::LocalDate;
//! let catalog = bundled::catalog("en");
//! let file = bundled::message_file("en");
//! let case = Scenario::initial(&catalog, None).case;
//! let terms = AllTerms::new(&catalog, &case, &case.desk);
//! let friday = Moment::parse("2026-03-27T16:30").expect("a moment");
//! let opened = friday.on(&case.desk.zone)?.at;
//! let elite = catalog.plan_named("elite").expect("a plan");
//! let dates = |_: &str, date: LocalDate| date.to_string();
//! let scene = Scene {
//!     catalog: &catalog,
//!     case: &case,
//!     desk: &case.desk,
//!     terms: &terms,
//!     answers: &[Arc::new(answer(&terms, elite, Ok(opened)))],
//!     opened,
//!     needed_by: None,
//!     visitor: None,
//!     wording: Wording { messages: &file.messages, dates: &dates },
//!     id_prefix: "example",
//! };
//! let sheet = answers(&scene, &[], &file.demo);
//! assert_eq!(sheet.rows[0][..3], ["Elite", "2026-03-27 16:45", "Amsterdam, UTC+1"]);
//! assert!(sheet.csv().contains("\r\nElite,2026-03-27 16:45,"));
//! let due = "Elite: 2026-03-27 16:45 (Amsterdam, UTC+1), 15 minutes after opening\n";
//! assert!(text(&scene, &[], &file.demo, None).contains(due));
//! assert!(json(&scene, &[]).contains(r#"{"plan":"elite","due":"2026-03-27T15:45:00Z","#));
//! # Ok::<(), worktime::zone::OutsideTable>(())
//! ```

mod answers;
mod comparison;
mod json;
mod written;

pub use answers::{answers, text};
pub use comparison::comparison;
pub use json::json;

/// A table that a visitor takes along, with what belongs to it.
///
/// # Example
///
/// ```
/// use takeaway::sheet::Sheet;
/// let sheet = Sheet {
///     title: "Replies".to_owned(),
///     headings: vec!["Plan".to_owned(), "Due".to_owned()],
///     rows: vec![vec!["Elite".to_owned(), "=1+1".to_owned()]],
///     labels: 1,
///     notes: vec!["No guarantee.".to_owned()],
/// };
/// assert_eq!(sheet.tsv(), "Plan\tDue\nElite\t'=1+1\n\nReplies\nNo guarantee.\n");
/// assert_eq!(sheet.text(), "Replies\n\nElite\n  Due: =1+1\n\nNo guarantee.\n");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What the table shows.
    pub title: String,
    /// The heading of each column.
    pub headings: Vec<String>,
    /// The cells of each row, one for each heading.
    pub rows: Vec<Vec<String>>,
    /// How many of the first cells of a row name it.
    pub labels: usize,
    /// Sentences under the table: what targets are, assumptions, the source.
    pub notes: Vec<String>,
}

/// Adds a sentence to others, unless it is there or says nothing.
fn add(sentences: &mut Vec<String>, sentence: String) {
    if !sentence.is_empty() && !sentences.contains(&sentence) {
        sentences.push(sentence);
    }
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests;

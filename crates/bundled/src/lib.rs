//! The plans and the messages that the comparator comes with, in every language.
//!
//! Data for the build and for tests: the page's program has none of it.
//!
//! ```
//! let catalog = bundled::catalog("en");
//! let names: Vec<&str> = catalog.plans.iter().map(|plan| &*plan.short).collect();
//! assert_eq!(names, ["Online", "Business", "Enterprise", "Elite"]);
//! ```

use plans::block::PageData;
use plans::catalog::{About, Catalog, Document};
use plans::wording::{MessageFile, Messages, ShellMessages};

/// The catalog in its JSON form: the plans of the source document, in every language.
pub const CATALOG: &str = include_str!("../catalog.json");

/// The messages in their JSON form, by language; the first is the language of the site's root.
pub const MESSAGES: &[(&str, &str)] =
    &[("en", include_str!("../messages/en.json")), ("nl", include_str!("../messages/nl.json"))];

/// The codes of the languages, the root's first.
pub fn languages() -> impl Iterator<Item = &'static str> {
    MESSAGES.iter().map(|(language, _)| *language)
}

/// The catalog's document in one of the [`languages`]: what the page shows, and what only the
/// static page shows.
///
/// # Panics
///
/// If the catalog does not have the language.
#[must_use]
pub fn document(language: &str) -> Document {
    let file = catalog_reader::read(CATALOG.as_bytes());
    file.expect("a test holds that the bundled catalog is sound").document(language)
}

/// What the page shows of the catalog in one of the [`languages`].
///
/// # Panics
///
/// If the catalog does not have the language.
#[must_use]
pub fn catalog(language: &str) -> Catalog {
    document(language).catalog
}

/// What only the static page shows of the catalog in one of the [`languages`].
///
/// # Panics
///
/// If the catalog does not have the language.
#[must_use]
pub fn about(language: &str) -> About {
    document(language).about
}

/// The messages in one of the [`languages`]: what the running page says, and what only the static
/// page says.
///
/// # Panics
///
/// If there are no messages in the language.
#[must_use]
pub fn message_file(language: &str) -> MessageFile {
    let (_, json) = MESSAGES
        .iter()
        .find(|(known, _)| *known == language)
        .expect("the language is one of the bundled ones");
    let json = serde_json::from_str(json).expect("a test holds that the messages are JSON");
    MessageFile::read(&json).expect("a test holds that the messages are whole")
}

/// What the running page says in one of the [`languages`].
///
/// # Panics
///
/// If there are no messages in the language.
#[must_use]
pub fn messages(language: &str) -> Messages {
    message_file(language).messages
}

/// What only the static page says in one of the [`languages`].
///
/// # Panics
///
/// If there are no messages in the language.
#[must_use]
pub fn shell_messages(language: &str) -> ShellMessages {
    message_file(language).shell
}

/// The block of the page in one of the [`languages`].
///
/// # Panics
///
/// If the catalog or the messages do not have the language.
#[must_use]
pub fn block(language: &str) -> Vec<String> {
    PageData { catalog: catalog(language), messages: messages(language) }.write()
}

//! The page's data block: one language's catalog and messages, as the build writes them into the
//! page and the running page reads them back.

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value as Json;

use crate::catalog::{Catalog, read_json};
use crate::text::Messages;

/// What a page shows, in its language.
#[derive(Clone, Debug)]
pub struct PageData {
    /// The plans.
    pub catalog: Arc<Catalog>,
    /// The page's own words.
    pub messages: Arc<Messages>,
    /// The languages that the page is there in.
    pub languages: Vec<LanguageLink>,
}

/// The block as the build writes it. [`PageData::read`] reads what serde writes of it.
#[derive(Debug, Serialize)]
pub struct Block<'a> {
    /// The catalog, projected to the page's language.
    pub catalog: &'a Json,
    /// The page's own words.
    pub messages: &'a Json,
    /// The languages that the page is there in.
    pub languages: &'a [LanguageLink],
}

/// The page in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageLink {
    /// The language's code.
    pub code: String,
    /// Its own name for itself.
    pub name: String,
    /// The page's address, relative to this page.
    pub href: String,
}

impl PageData {
    /// Reads a data block.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in words for developers.
    pub fn read(block: &Json) -> Result<Self, String> {
        let part =
            |name: &str| block.get(name).ok_or_else(|| format!("the data block has no {name}"));
        let messages = Messages::read(part("messages")?).map_err(|faults| faults.join("\n"))?;
        let catalog =
            read_json(part("catalog")?, &messages.language).map_err(|faults| faults.to_string())?;
        let languages = part("languages")?.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(Self {
            catalog: Arc::new(catalog),
            messages: Arc::new(messages),
            languages: languages.iter().map(LanguageLink::read).collect(),
        })
    }
}

impl LanguageLink {
    fn read(json: &Json) -> Self {
        let text =
            |name: &str| json.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        Self { code: text("code"), name: text("name"), href: text("href") }
    }
}

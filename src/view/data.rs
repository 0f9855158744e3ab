//! The page's data block: one language's catalog and messages, as the build writes them into the
//! page and the running page reads them back.

use std::sync::Arc;

use serde::Deserialize;

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

/// The page in a language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LanguageLink {
    /// The language's code.
    pub code: String,
    /// Its own name for itself.
    pub name: String,
    /// The page's address, relative to this page.
    pub href: String,
}

#[derive(Deserialize)]
struct Block {
    catalog: serde_json::Value,
    messages: Messages,
    languages: Vec<LanguageLink>,
}

impl PageData {
    /// Reads a data block.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in words for developers.
    pub fn parse(json: &str) -> Result<Self, String> {
        let block: Block = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let catalog = read_json(&block.catalog, &block.messages.language).map_err(|faults| faults.to_string())?;
        Ok(Self { catalog: Arc::new(catalog), messages: Arc::new(block.messages), languages: block.languages })
    }
}

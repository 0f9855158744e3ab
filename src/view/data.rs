//! The page's data block: one language's catalog and messages, as the build writes them into the
//! page and the running page reads them back.

use crate::catalog::{Catalog, Texts};
use crate::text::Messages;

/// What a page shows, in its language.
#[derive(Debug)]
pub struct PageData {
    /// The plans.
    pub catalog: Catalog,
    /// The page's own words.
    pub messages: Messages,
}

impl PageData {
    /// The block: texts whose meaning is their place.
    #[must_use]
    pub fn write(&self) -> Vec<String> {
        let mut texts = self.messages.write();
        texts.extend(self.catalog.write());
        texts
    }

    /// What a block says; `None` if it is damaged.
    #[must_use]
    pub fn read(block: Vec<String>) -> Option<&'static Self> {
        let mut texts = Texts::new(block);
        let messages = Messages::take(&mut texts);
        let catalog = Catalog::take(&mut texts);
        let data = Self { catalog, messages }.for_good();
        texts.end().then_some(data)
    }

    /// The same for as long as the document is there: a page never gives it back.
    #[must_use]
    pub fn for_good(self) -> &'static Self {
        Box::leak(Box::new(self))
    }
}

//! The page's data block: one language's catalog and messages, as the build writes them into the
//! page and the running page reads them back.

use std::sync::Arc;

use crate::catalog::{Catalog, Texts};
use crate::text::Messages;

/// What a page shows, in its language.
#[derive(Clone, Debug)]
pub struct PageData {
    /// The plans.
    pub catalog: Arc<Catalog>,
    /// The page's own words.
    pub messages: Arc<Messages>,
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
    pub fn read(block: Vec<String>) -> Option<Self> {
        let mut texts = Texts::new(block);
        let messages = Arc::new(Messages::take(&mut texts));
        let catalog = Arc::new(Catalog::take(&mut texts));
        texts.end().then_some(Self { catalog, messages })
    }
}

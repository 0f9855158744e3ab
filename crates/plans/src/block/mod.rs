//! The block: one language's catalog and messages as a list of texts, in which the build hands them
//! to the page.
//!
//! The build has read and checked the files; the page needs neither their keys nor the words for
//! their faults. So the block holds bare entries whose meaning is their place. Each type that goes
//! into it is declared once, in `catalog.rs` here or among the messages, and that declaration writes
//! it, reads it and names its fields for tools.
//!
//! The version of the format and a checksum of all other entries stand in front. Reading refuses a
//! block that is damaged in any place, because a wrong plan fact is the worst fault that the page can
//! have. It also validates what no checksum can: each kind, number, index and flag is one that the
//! writer writes, each list has the length that it says, and nothing is left over. It takes texts as
//! they are: the reader of the JSON form has checked, for example, that ids are unique.
//!
//! ```
//! use plans::block::{Damage, PageData};
//!
//! let data = PageData { catalog: bundled::catalog("en"), messages: bundled::messages("en") };
//! let block = data.write();
//! assert_eq!(PageData::read(block.clone()), Ok(data));
//!
//! let damaged = block.iter().map(|entry| entry.replace("14400", "7200"));
//! assert_eq!(PageData::read(damaged.collect()), Err(Damage::Checksum));
//! ```

mod catalog;
mod codec;
mod damage;
mod reader;
mod seal;
mod writer;

pub use damage::Damage;
pub use seal::{VERSION, seal};
pub use writer::{Entry, Sort};

use crate::catalog::Catalog;
use crate::wording::Messages;
use crate::wording::messages::{Demo, Section};
use codec::Codec;
use reader::Reader;
use writer::Writer;

/// What a page shows, in its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageData {
    /// The plans.
    pub catalog: Catalog,
    /// The page's own words.
    pub messages: Messages,
}

impl PageData {
    /// The block.
    #[must_use]
    pub fn write(&self) -> Vec<String> {
        seal(self.entries().into_iter().map(|entry| entry.text).collect())
    }

    /// The entries of the block after the version and the checksum, each with the field that it is
    /// of: for tools and tests.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let mut writer = Writer::default();
        self.catalog.write(&mut writer);
        writer.enter("Messages");
        writer.field("texts");
        self.messages.all_texts().into_iter().for_each(|text| writer.put(Sort::Text, text));
        writer.finish()
    }

    /// Reads a block.
    ///
    /// # Errors
    ///
    /// The first [`Damage`] of the block, if it is not exactly as [`PageData::write`] wrote it.
    pub fn read(block: Vec<String>) -> Result<Self, Damage> {
        let mut reader = Reader::new(seal::open(block)?);
        let catalog = Catalog::read(&mut reader);
        let messages = Section::from_texts(&mut || reader.text());
        reader.finish()?;
        Ok(Self { catalog, messages })
    }
}

impl Demo {
    /// The texts as the program fetches them: sealed as a block is.
    #[must_use]
    pub fn write(&self) -> Vec<String> {
        seal(self.all_texts().into_iter().map(str::to_owned).collect())
    }

    /// Reads what [`Demo::write`] wrote.
    ///
    /// # Errors
    ///
    /// The first [`Damage`].
    pub fn read(texts: Vec<String>) -> Result<Self, Damage> {
        let mut reader = Reader::new(seal::open(texts)?);
        let demo = Section::from_texts(&mut || reader.text());
        reader.finish()?;
        Ok(demo)
    }
}

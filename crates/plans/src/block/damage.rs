//! What is wrong with a block.

use core::fmt;

use crate::shorten::shorten;

/// Why a block was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Damage {
    /// The list does not begin with the version of a format and a checksum.
    NotABlock,
    /// The block has another version of the format than this program reads.
    OtherVersion {
        /// The block's version.
        found: u32,
        /// The version that this program reads.
        expected: u32,
    },
    /// The entries are not those that the checksum was made of.
    Checksum,
    /// An entry cannot stand in its place, although the checksum is right.
    Entry {
        /// The place of the entry in the block, from 0. In a sound block of the same catalog,
        /// [`PageData::entries`](super::PageData::entries) tells which field stands there.
        place: usize,
        /// The entry; `None` if the block ends before it.
        found: Option<String>,
    },
    /// The block goes on after its last entry.
    Surplus {
        /// The place of the first entry too many, from 0.
        place: usize,
    },
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABlock => f.write_str("not a block"),
            Self::OtherVersion { found, expected } => {
                write!(f, "version {found} of the block, where {expected} is read")
            }
            Self::Checksum => f.write_str("the checksum of the block is another"),
            Self::Entry { place, found } => {
                write!(f, "entry {place} of the block: ")?;
                let Some(found) = found else { return f.write_str("nothing") };
                // Not `{:?}`, which would bring the tables for escaping into the page.
                write!(f, "\"{}\"", shorten(found))
            }
            Self::Surplus { place } => {
                write!(f, "entry {place} of the block: more than its catalog and messages")
            }
        }
    }
}

impl core::error::Error for Damage {}

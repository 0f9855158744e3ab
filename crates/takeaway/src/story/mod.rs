//! Stories: several scenarios in the order in which they are told to a customer.
//!
//! A story lives in the fragment of a link, `#story=1.…`, which browsers send to no server.
//! [`encode`] writes the value, [`from_fragment`] finds it, and [`decode`] reads it. However a
//! value was cut, damaged or forged, there is a story that can be told, and [`Trouble`] says what
//! is wrong with it. Texts are plain: markup in them means nothing. The module does not know what a
//! query means.
//!
//! ```
//! use takeaway::story::{Chapter, Story, decode, encode, from_fragment};
//!
//! let chapter = Chapter {
//!     title: "Friday evening".to_owned(),
//!     line: "Who answers before the weekend?".to_owned(),
//!     query: "priority=p2&region=emea&opened=2026-03-27T16:30".to_owned(),
//! };
//! let story = Story { customer: "Meridian".to_owned(), chapters: vec![chapter] };
//! let fragment = format!("#story={}", encode(&story));
//! let decoded = decode(from_fragment(&fragment).expect("it is there"));
//! assert_eq!(decoded.story, story);
//! assert_eq!(decoded.troubles, []);
//! ```
//!
//! # The format
//!
//! A value is a version, a full stop and content: `1.` and then only `A-Z a-z 0-9 - _`, which no
//! mail or chat program takes for the end of a link. The content is base64url without padding
//! ([RFC 4648], section 5) of these bytes; what follows the end of the text means nothing.
//!
//! | Bytes | Hold |
//! |--:|---|
//! | 1 | *n*, the number of chapters |
//! | 4 × (*n* + 1) | a check of each record, the lowest byte first |
//! | the rest | the text, as raw deflate ([RFC 1951]) after a preset dictionary, [`DICTIONARY`] |
//!
//! The text is UTF-8 and consists of *n* + 1 records. Each ends with a line feed, and its fields
//! are separated by tabs. No field has another control character.
//!
//! | Record | Fields |
//! |---|---|
//! | the first | the customer's name |
//! | each other | a chapter's title, its line, its query |
//!
//! The check of a record is the FNV-1a hash of 32 bits over the byte *n* and the text as far as the
//! record's line feed. So it vouches for all records before it, too. The checks stand in front of
//! the text, so that they are there for the first chapters of a value that was cut. They notice
//! damage; a story that somebody forged has checks that are right.
//!
//! After a preset dictionary, a text may repeat what stands in [`DICTIONARY`] as though that stood
//! in front of it. Most libraries for deflate take one. For one that does not, put a stored block
//! of the dictionary in front of the content's blocks, and leave it out of what comes back.
//!
//! Further fields at the end of a record and records after the last chapter are for later writers of
//! version 1: a reader leaves them out. Queries are written whole. To write only what differs from
//! the chapter before takes as many characters, since deflate finds what is repeated.
//!
//! [RFC 1951]: https://www.rfc-editor.org/rfc/rfc1951
//! [RFC 4648]: https://www.rfc-editor.org/rfc/rfc4648

mod base64url;
mod check;
mod deflate;
mod read;
mod text;
mod write;

pub use deflate::DICTIONARY;
pub use read::{decode, from_fragment};
pub use text::{Cleaned, clean};
pub use write::encode;

/// The most chapters of a story.
pub const MOST_CHAPTERS: usize = 24;

/// The most characters of the customer's name, and of a chapter's title.
pub const MOST_IN_TITLE: usize = 80;

/// The most characters of a chapter's line.
pub const MOST_IN_LINE: usize = 200;

/// The most characters of a chapter's query.
pub const MOST_IN_QUERY: usize = 2_000;

/// The version of the format that is written, and the only one that is read.
const VERSION: &str = "1";

/// Scenarios in the order in which they are told to a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// The customer's name; may be empty.
    pub customer: String,
    /// What is told, in order.
    pub chapters: Vec<Chapter>,
}

/// One scenario of a story, with what is said about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    /// A few words, such as `Friday evening`.
    pub title: String,
    /// A sentence or two that tell the customer what there is to see.
    pub line: String,
    /// The scenario: the query of a link to it, without its `?`.
    pub query: String,
}

/// A story that can be told, and what the visitor has to be told about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The story. All texts of it are clean.
    pub story: Story,
    /// What the story lacks or has lost: each variant at most once, in the order of [`Trouble`].
    pub troubles: Vec<Trouble>,
}

/// Something about a story that a visitor has to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trouble {
    /// The link was made by a later version of the page. There is no story.
    OtherVersion,
    /// The value is not as it was written. The story has only the chapters that certainly are.
    Damaged,
    /// The end of the value is missing, or damaged so that it seems to. The story has only the
    /// chapters that came whole.
    Cut {
        /// The number of these chapters; may be 0.
        chapters: usize,
    },
    /// The story has more chapters than [`MOST_CHAPTERS`]. The further ones are left out.
    TooMany {
        /// The number of its chapters, of a value that was cut those that came whole.
        given: usize,
    },
    /// A text was longer than it may be, and was cut.
    Shortened,
    /// A text had line breaks or characters that nobody sees. They are left out.
    HiddenCharacters,
}

impl Story {
    /// The story as a link tells it, and what had to be changed for that.
    ///
    /// Every text is made [`clean`]. A query also loses its `?`, a fragment, and, if it is too
    /// long, its last parameters.
    ///
    /// # Example
    ///
    /// ```
    /// use takeaway::story::{Story, Trouble};
    /// let story = Story { customer: "Meri\u{200B}dian".to_owned(), chapters: Vec::new() };
    /// let cleaned = story.cleaned();
    /// assert_eq!(cleaned.story.customer, "Meridian");
    /// assert_eq!(cleaned.troubles, [Trouble::HiddenCharacters]);
    /// ```
    #[must_use]
    pub fn cleaned(&self) -> Decoded {
        let (mut was_shortened, mut had_hidden) = (false, false);
        let mut kept = |cleaned: Cleaned| {
            was_shortened |= cleaned.was_shortened;
            had_hidden |= cleaned.had_hidden;
            cleaned.text
        };
        let customer = kept(clean(&self.customer, MOST_IN_TITLE));
        let chapters = self.chapters.iter().take(MOST_CHAPTERS).map(|chapter| Chapter {
            title: kept(clean(&chapter.title, MOST_IN_TITLE)),
            line: kept(clean(&chapter.line, MOST_IN_LINE)),
            query: kept(text::clean_query(&chapter.query)),
        });
        let story = Story { customer, chapters: chapters.collect() };
        let given = self.chapters.len();
        let mut troubles = Vec::new();
        troubles.extend((given > MOST_CHAPTERS).then_some(Trouble::TooMany { given }));
        troubles.extend(was_shortened.then_some(Trouble::Shortened));
        troubles.extend(had_hidden.then_some(Trouble::HiddenCharacters));
        Decoded { story, troubles }
    }
}

//! Words for people.

use core::fmt;
use core::ops::Deref;
use std::sync::Arc;

/// Words for people, and whether they are in the language of the page.
///
/// ```
/// use plans::catalog::Text;
/// let text = Text::from("Online");
/// assert_eq!((&*text, text.is_foreign()), ("Online", false));
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    words: Arc<str>,
    is_foreign: bool,
}

impl Text {
    /// Words that are not in the language of the page, but in the catalog's
    /// [own](super::Catalog::own_language).
    #[must_use]
    pub const fn foreign(words: Arc<str>) -> Self {
        Self { words, is_foreign: true }
    }

    /// Whether the words are not in the language of the page.
    #[must_use]
    pub const fn is_foreign(&self) -> bool {
        self.is_foreign
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.words
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Arc::<str>::from(words).into()
    }
}

impl From<Arc<str>> for Text {
    fn from(words: Arc<str>) -> Self {
        Self { words, is_foreign: false }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

//! Texts for people, ids and addresses.

use std::sync::Arc;

use crate::cursor::{At, Place, meant};
use crate::near::nearest;
use crate::read::Read;
#[cfg(feature = "schema")]
use crate::schema::{Definitions, Json, json};

/// The longest text, in characters.
const LONGEST_TEXT: usize = 4_000;

/// The longest id, in characters.
const LONGEST_ID: usize = 64;

/// A text: a string in the catalog's first language, or an object with a string for each language.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub place: Place,
    /// The text in each language, in the catalog's order; `None` where it is not translated. A string
    /// is a text in the first language.
    texts: Vec<Option<Arc<str>>>,
}

impl Words {
    /// The text in a language, given by its place in the catalog's list. Where it is not translated, it
    /// is the text in the first language; `false` then stands beside it.
    pub fn in_language(&self, language: usize) -> (Arc<str>, bool) {
        match self.texts.get(language).and_then(Option::as_ref) {
            Some(text) => (Arc::clone(text), true),
            None => (self.texts.iter().flatten().next().cloned().unwrap_or_default(), false),
        }
    }
}

impl Read for Words {
    fn expected() -> String {
        "a text".into()
    }

    fn read(at: At) -> Self {
        let codes = || at.findings.languages.iter().map(String::as_str);
        if at.text().is_some() {
            let text = sound_text(at);
            // What is short may be the same everywhere, as the names of plans are.
            if is_sentence(&text) {
                (1..at.findings.languages.len())
                    .for_each(|other| at.findings.lacks(other, at.place()));
            }
            return Self { place: at.place(), texts: vec![Some(text.into())] };
        }
        let Some(members) = at.object() else {
            let codes: Vec<&str> = codes().collect();
            at.wrong(format!(
                "a text that is not empty, or an object with one for each of {}",
                codes.join(", ")
            ));
            return Self::harmless();
        };
        // Without a list of languages, that is the fault.
        if !at.findings.languages.is_empty() {
            members.only(&codes().collect::<Vec<_>>());
        }
        let mut texts = Vec::new();
        for (number, code) in codes().enumerate() {
            let text = members.get(code).map(|member| Arc::from(sound_text(member)));
            if text.is_none() && number == 0 {
                at.findings.missing(at.place(), code, "a text in the catalog's first language");
            } else if text.is_none() {
                at.findings.lacks(number, at.place());
            }
            texts.push(text);
        }
        Self { place: at.place(), texts }
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        definitions.named("Text", json!({
            "description": "A text in the catalog's first language, or an object with a text for each language.",
            "anyOf": [
                { "type": "string", "minLength": 1 },
                { "type": "object", "additionalProperties": { "type": "string", "minLength": 1 } },
            ],
        }))
    }

    fn harmless() -> Self {
        Self { place: 0, texts: Vec::new() }
    }
}

/// Whether a text has so many words that it is hardly the same in another language.
fn is_sentence(text: &str) -> bool {
    const WORDS: usize = 5;
    let is_word = |word: &&str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
    text.split_whitespace().filter(is_word).count() >= WORDS
}

/// A text that people can see; adds faults and doubts. Nothing in it controls a device: a block marks
/// texts with such letters.
fn sound_text(at: At) -> String {
    let allowed = "a text that is not empty";
    let Some(text) = at.text() else {
        at.wrong(allowed);
        return String::new();
    };
    if !text.chars().any(is_visible) {
        at.wrong(allowed);
    } else if text.chars().count() > LONGEST_TEXT {
        at.wrong(format!("a text of at most {LONGEST_TEXT} characters"));
    } else if text
        .chars()
        .any(|letter| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
    {
        at.doubtful("it has marks that turn the direction of writing");
    } else if text.contains("</") || text.contains("<br") || text.contains("&nbsp;") {
        at.doubtful("HTML is shown as it stands");
    } else if text.chars().any(is_controlling) {
        at.doubtful("it has control characters; a space stands for each");
    }
    text.replace(is_controlling, " ")
}

/// Whether a letter is none, but tells a device what to do. The end of a line may stand in a text.
fn is_controlling(letter: char) -> bool {
    letter.is_control() && letter != '\n'
}

/// Whether a letter can be seen.
fn is_visible(letter: char) -> bool {
    let is_invisible = letter.is_whitespace()
        || letter.is_control()
        || matches!(
            letter,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
                | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
                | '\u{FFA0}'
        );
    !is_invisible
}

/// An id: lower-case letters, digits and hyphens.
#[derive(Clone, Debug)]
pub(crate) struct Id {
    pub id: Arc<str>,
    pub place: Place,
    /// Whether the text may be an id.
    pub is_sound: bool,
}

impl Read for Id {
    fn expected() -> String {
        format!("at most {LONGEST_ID} lower-case letters, digits and hyphens")
    }

    fn read(at: At) -> Self {
        let text = at.text().unwrap_or_default();
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_sound = !text.is_empty() && text.len() <= LONGEST_ID && text.bytes().all(is_plain);
        if !is_sound {
            // A number stands for itself: `1` is `"1"`.
            let plain = plain(at.text().map_or_else(|| at.shown(), str::to_owned).as_str());
            let is_word = at.text().is_some() || at.is_number();
            let hint = (is_word && !plain.is_empty()).then_some(&*plain);
            at.wrong(format!("{}{}", Self::expected(), meant(hint)));
        }
        Self { id: text.into(), place: at.place(), is_sound }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "string", "pattern": "^[a-z0-9-]+$", "maxLength": LONGEST_ID })
    }

    fn harmless() -> Self {
        Self { id: Arc::default(), place: 0, is_sound: false }
    }
}

/// The id that a name suggests: `Business Plus` is `business-plus`.
fn plain(name: &str) -> String {
    let letters = name.chars().take(LONGEST_ID).map(|letter| match letter.to_ascii_lowercase() {
        letter @ ('a'..='z' | '0'..='9') => letter,
        _ => '-',
    });
    let id: String = letters.collect();
    let words: Vec<&str> = id.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// An id of something that is described elsewhere in the file.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub id: String,
    pub place: Place,
}

impl Read for Reference {
    fn expected() -> String {
        "an id".into()
    }

    fn read(at: At) -> Self {
        if at.text().is_none() {
            at.wrong(Self::expected());
        }
        Self { id: at.text().unwrap_or_default().to_owned(), place: at.place() }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "string", "pattern": "^[a-z0-9-]+$" })
    }

    fn harmless() -> Self {
        Self { id: String::new(), place: 0 }
    }
}

/// An address that a link may lead to: a string, or one for each language.
#[derive(Clone, Debug)]
pub(crate) struct Link(pub Words);

impl Read for Link {
    fn expected() -> String {
        "an address that begins with https://".into()
    }

    fn read(at: At) -> Self {
        let check = |at: At| {
            let is_safe = |text: &str| {
                let host = text.strip_prefix("https://").unwrap_or_default();
                !host.is_empty()
                    && !text.chars().any(|letter| letter.is_whitespace() || letter.is_control())
            };
            at.parse(&Self::expected(), |text| is_safe(text).then_some(()));
        };
        match at.object() {
            Some(members) => members.all().into_iter().for_each(|(_, _, member)| check(member)),
            None if at.text().is_some() => check(at),
            None => at.wrong(Self::expected()),
        }
        if at.text().is_some() || at.object().is_some() {
            return Self(Words::read(at));
        }
        Self::harmless()
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "anyOf": [
            { "type": "string", "pattern": "^https://" },
            { "type": "object", "additionalProperties": { "type": "string", "pattern": "^https://" } },
        ] })
    }

    fn harmless() -> Self {
        Self(Words::harmless())
    }
}

/// The nearest of some ids, as a hint.
pub(crate) fn hint<'a>(wrong: &str, ids: impl IntoIterator<Item = &'a str>) -> String {
    meant(nearest(wrong, ids))
}

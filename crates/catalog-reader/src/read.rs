//! How the types of the format are read.

use crate::cursor::{At, Members, Place};
#[cfg(feature = "schema")]
use crate::schema::{Definitions, Json, json};

/// A type of the format.
///
/// Reading a value that cannot stand in its place adds a fault, and gives something harmless, so that
/// reading goes on and finds the other faults too.
pub(crate) trait Read: Sized {
    /// What stands in the place of this type, in words.
    fn expected() -> String;

    /// Reads a value.
    fn read(at: At) -> Self;

    /// Stands in for a value that cannot be read.
    fn harmless() -> Self;

    /// The type in the schema of the format.
    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json;

    /// Whether a member of the type may be missing.
    #[cfg(feature = "schema")]
    const MAY_BE_MISSING: bool = false;

    /// Reads the member with a key.
    fn member(members: Members, key: &str) -> Self {
        members.get(key).map_or_else(
            || {
                members.at.findings.missing(members.at.place(), key, Self::expected());
                Self::harmless()
            },
            Self::read,
        )
    }
}

/// A member that may be missing.
impl<T: Read> Read for Option<T> {
    fn expected() -> String {
        T::expected()
    }

    fn read(at: At) -> Self {
        Some(T::read(at))
    }

    #[cfg(feature = "schema")]
    const MAY_BE_MISSING: bool = true;

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        T::schema(definitions)
    }

    fn harmless() -> Self {
        None
    }

    fn member(members: Members, key: &str) -> Self {
        members.get(key).map(T::read)
    }
}

/// A list with at least one item.
#[derive(Clone, Debug)]
pub(crate) struct AtLeastOne<T>(pub Vec<T>);

impl<T: Read> Read for AtLeastOne<T> {
    fn expected() -> String {
        "a list with at least one item".into()
    }

    fn read(at: At) -> Self {
        let items: Vec<T> = at.items().into_iter().flatten().map(T::read).collect();
        if items.is_empty() {
            at.wrong(Self::expected());
        }
        Self(items)
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        json!({ "type": "array", "items": T::schema(definitions), "minItems": 1 })
    }

    fn harmless() -> Self {
        Self(Vec::new())
    }
}

/// A list that may be empty, or missing.
impl<T: Read> Read for Vec<T> {
    fn expected() -> String {
        "a list".into()
    }

    fn read(at: At) -> Self {
        let Some(items) = at.items() else {
            at.wrong(Self::expected());
            return Self::new();
        };
        items.map(T::read).collect()
    }

    #[cfg(feature = "schema")]
    const MAY_BE_MISSING: bool = true;

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        json!({ "type": "array", "items": T::schema(definitions) })
    }

    fn harmless() -> Self {
        Self::new()
    }

    fn member(members: Members, key: &str) -> Self {
        members.get(key).map(Self::read).unwrap_or_default()
    }
}

/// A key of a map, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub id: String,
    pub place: Place,
}

/// An object whose keys are ids, or codes.
#[derive(Clone, Debug)]
pub(crate) struct Map<T> {
    pub place: Place,
    pub entries: Vec<(Key, T)>,
}

impl<T> Map<T> {
    /// The value of a key.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.entries.iter().find(|(key, _)| key.id == id).map(|(_, value)| value)
    }
}

impl<T: Read> Read for Map<T> {
    fn expected() -> String {
        "an object with a member for each id".into()
    }

    fn read(at: At) -> Self {
        let Some(members) = at.object() else {
            at.wrong(Self::expected());
            return Self { place: at.place(), entries: Vec::new() };
        };
        let entry = |(id, place, value): (&str, Place, At)| {
            (Key { id: id.to_owned(), place }, T::read(value))
        };
        Self { place: at.place(), entries: members.all().into_iter().map(entry).collect() }
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        json!({ "type": "object", "additionalProperties": T::schema(definitions) })
    }

    fn harmless() -> Self {
        Self { place: 0, entries: Vec::new() }
    }
}

impl Read for bool {
    fn expected() -> String {
        "true or false".into()
    }

    fn read(at: At) -> Self {
        match at.value {
            jsonc_parser::ast::Value::BooleanLit(flag) => flag.value,
            _ => {
                at.wrong(Self::expected());
                false
            }
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "boolean" })
    }

    fn harmless() -> Self {
        false
    }
}

/// A whole number from 0.
impl Read for u32 {
    fn expected() -> String {
        "a whole number from 0".into()
    }

    fn read(at: At) -> Self {
        let number = match at.value {
            jsonc_parser::ast::Value::NumberLit(number) => number.value.parse().ok(),
            _ => None,
        };
        number.unwrap_or_else(|| {
            at.wrong(Self::expected());
            0
        })
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX })
    }

    fn harmless() -> Self {
        0
    }
}

/// Declares an object of the format: its members, in the order in which they are documented. The key of
/// a member is the name of its field, with a capital letter instead of each underscore.
macro_rules! object {
    (
        $(#[doc = $about:literal])*
        $name:ident is $expected:literal { $($(#[doc = $doc:literal])* $field:ident: $type:ty,)* }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug)]
        #[allow(dead_code, reason = "some members are checked, and then not needed")]
        pub(crate) struct $name {
            /// Where the object stands.
            pub place: $crate::cursor::Place,
            $($(#[doc = $doc])* pub $field: $type,)*
        }

        impl $crate::read::Read for $name {
            fn expected() -> String {
                $expected.into()
            }

            fn read(at: $crate::cursor::At) -> Self {
                let Some(members) = at.object() else {
                    at.wrong(Self::expected());
                    return Self::harmless();
                };
                let keys = [$($crate::read::key(stringify!($field))),*];
                members.only(&keys.each_ref().map(String::as_str));
                let mut keys = keys.iter();
                Self {
                    place: at.place(),
                    $($field: $crate::read::Read::member(
                        members,
                        keys.next().map_or("", String::as_str),
                    ),)*
                }
            }

            #[cfg(feature = "schema")]
            fn schema(definitions: &mut $crate::schema::Definitions) -> $crate::schema::Json {
                definitions.object(stringify!($name), concat!($($about),*), |definitions| {
                    vec![$($crate::schema::Member {
                        key: $crate::read::key(stringify!($field)),
                        about: concat!($($doc),*),
                        schema: <$type as $crate::read::Read>::schema(definitions),
                        may_be_missing: <$type as $crate::read::Read>::MAY_BE_MISSING,
                    }),*]
                })
            }

            fn harmless() -> Self {
                Self { place: 0, $($field: $crate::read::Read::harmless(),)* }
            }
        }
    };
}

/// Declares a type that is one of several words.
macro_rules! word {
    (
        $(#[doc = $about:literal])*
        $name:ident { $($(#[doc = $doc:literal])* $variant:ident: $word:literal,)* }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[doc = $doc])* $variant),* }

        impl $name {
            /// The words.
            pub const WORDS: &[&str] = &[$($word),*];

            /// What a word stands for.
            pub fn named(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl $crate::read::Read for $name {
            fn expected() -> String {
                $crate::read::one_of(Self::WORDS)
            }

            fn read(at: $crate::cursor::At) -> Self {
                at.text().and_then(Self::named).unwrap_or_else(|| {
                    $crate::read::wrong_word(at, Self::WORDS, &Self::expected());
                    Self::harmless()
                })
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut $crate::schema::Definitions) -> $crate::schema::Json {
                $crate::schema::words(&[$(($word, concat!($($doc),*))),*])
            }

            fn harmless() -> Self {
                let [first, ..] = [$(Self::$variant),*];
                first
            }
        }
    };
}

pub(crate) use {object, word};

/// The key of a field: `region_rule` is `regionRule`, and `schema` is `$schema`.
pub(crate) fn key(field: &str) -> String {
    if field == "schema" {
        return "$schema".into();
    }
    let mut key = String::new();
    for (place, word) in field.split('_').enumerate() {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if place > 0 => key.extend(first.to_uppercase()),
            Some(first) => key.push(first),
            None => {}
        }
        key.push_str(letters.as_str());
    }
    key
}

/// Words to choose from: `"a", "b" or "c"`.
pub(crate) fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    match quoted.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => quoted.concat(),
    }
}

/// Adds that a value is none of some words, with the nearest of them.
pub(crate) fn wrong_word(at: At, words: &[&str], expected: &str) {
    let near = at.text().and_then(|word| crate::near::nearest(word, words.iter().copied()));
    at.wrong(format!("{expected}{}", crate::cursor::meant(near)));
}

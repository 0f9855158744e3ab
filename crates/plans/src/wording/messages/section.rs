//! The macro that declares a section of the messages. From one declaration come the type, a method for
//! each text, the reader for the file, which finds a message by its key, and the list of texts.
//!
//! A section keeps its texts in an array, whose code to read and to drop is a loop: that saves 0.8 kB
//! of the first load.

#[cfg(feature = "json")]
use serde_json::{Map, Value as Json};

#[cfg(feature = "json")]
use super::MessageKey;

/// A section of messages, or a [`Plural`](super::Plural).
pub(crate) trait Section: Sized {
    /// Reads the section at `path` of a file. Adds a fault for each message that is missing and for
    /// each unknown member.
    #[cfg(feature = "json")]
    fn read(json: &Json, path: &str, faults: &mut Vec<String>) -> Self;

    /// Adds the keys of the section, whose path in the file is `path`. `about` is the comment of the
    /// field that has the section.
    #[cfg(feature = "json")]
    fn keys(path: &str, about: &'static str, keys: &mut Vec<MessageKey>);

    /// Adds all texts of the section, in the order of the declaration.
    fn texts<'a>(&'a self, texts: &mut Vec<&'a str>);

    /// All texts of the section, in the order in which [`Section::from_texts`] takes them.
    fn all_texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        self.texts(&mut texts);
        texts
    }

    /// Makes the section from the texts that `next` returns, in the order of [`Section::texts`].
    fn from_texts(next: &mut impl FnMut() -> String) -> Self;
}

/// The members of a section's object in the file.
#[cfg(feature = "json")]
pub(super) struct Members<'a> {
    map: Option<&'a Map<String, Json>>,
    path: &'a str,
}

#[cfg(feature = "json")]
impl<'a> Members<'a> {
    /// The members of `json`. Adds a fault for each member whose name is not one of `names`.
    pub(super) fn of(
        json: &'a Json,
        path: &'a str,
        names: &[&str],
        faults: &mut Vec<String>,
    ) -> Self {
        let map = json.as_object();
        let unknown =
            map.into_iter().flat_map(Map::keys).filter(|name| !names.contains(&name.as_str()));
        faults.extend(unknown.map(|name| format!("{path}.{name}: there is no such message")));
        Self { map, path }
    }

    /// Reads the text `name`. Adds a fault if it is missing.
    pub(super) fn text(&self, name: &str, faults: &mut Vec<String>) -> String {
        match self.get(name).as_str() {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => {
                faults.push(format!("{}.{name}: a text is missing", self.path));
                String::new()
            }
        }
    }

    /// Reads the section `name`.
    pub(super) fn section<T: Section>(&self, name: &str, faults: &mut Vec<String>) -> T {
        T::read(self.get(name), &format!("{}.{name}", self.path), faults)
    }

    /// The member `name`; `null` if it is absent.
    fn get(&self, name: &str) -> &Json {
        self.map.and_then(|map| map.get(name)).unwrap_or(&Json::Null)
    }
}

/// Declares sections of messages. After a `+` stand the sections inside a section.
macro_rules! messages {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident { $($(#[doc = $about:literal])* $text:ident),* $(,)? }
        $(+ { $($(#[doc = $inner_about:literal])* $inner:ident: $type:ty),* $(,)? })?
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            texts: [String; [$(stringify!($text)),*].len()],
            $($($(#[doc = $inner_about])* pub $inner: $type),*)?
        }

        const _: () = {
            /// The place of each text in the array.
            #[expect(non_camel_case_types, reason = "the names are those of the texts")]
            enum Place { $($text),* }

            #[expect(clippy::indexing_slicing, reason = "every place is below the array's length")]
            impl $name {
                $(
                    $(#[doc = $about])*
                    #[must_use]
                    pub fn $text(&self) -> &str {
                        &self.texts[Place::$text as usize]
                    }
                )*
            }
        };

        impl Section for $name {
            #[cfg(feature = "json")]
            fn read(json: &serde_json::Value, path: &str, faults: &mut Vec<String>) -> Self {
                let names = [$(stringify!($text)),* $($(, stringify!($inner))*)?];
                let members = crate::wording::messages::section::Members::of(
                    json, path, &names, faults,
                );
                Self {
                    texts: [$(members.text(stringify!($text), faults)),*],
                    $($($inner: members.section(stringify!($inner), faults)),*)?
                }
            }

            #[cfg(feature = "json")]
            fn keys(
                path: &str,
                _: &'static str,
                keys: &mut Vec<crate::wording::messages::MessageKey>,
            ) {
                $(keys.push(crate::wording::messages::MessageKey {
                    path: format!("{path}.{}", stringify!($text)),
                    about: concat!($($about, "\n"),*),
                });)*
                $($(<$type as Section>::keys(
                    &format!("{path}.{}", stringify!($inner)),
                    concat!($($inner_about, "\n"),*),
                    keys,
                );)*)?
            }

            fn texts<'a>(&'a self, texts: &mut Vec<&'a str>) {
                texts.extend(self.texts.iter().map(String::as_str));
                $($(self.$inner.texts(texts);)*)?
            }

            fn from_texts(next: &mut impl FnMut() -> String) -> Self {
                Self {
                    texts: std::array::from_fn(|_| next()),
                    $($($inner: Section::from_texts(next)),*)?
                }
            }
        }
    )*};
}
pub(super) use messages;

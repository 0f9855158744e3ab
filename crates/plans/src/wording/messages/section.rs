//! The macro that declares a section of the messages. From one declaration come the type, its reader
//! for the file, which finds a message by its key, and its list of texts in the order of the fields.

#[cfg(feature = "json")]
use serde_json::{Map, Value as Json};

#[cfg(feature = "json")]
use super::MessageKey;

/// A message, or a section of messages.
pub(super) trait Section: Sized {
    /// Reads the section at `path` of a file. Adds a fault for each message that is missing and for
    /// each unknown member.
    #[cfg(feature = "json")]
    fn read(json: &Json, path: &str, faults: &mut Vec<String>) -> Self;

    /// Adds the keys of the section, whose path in the file is `path`. `about` is the comment of the
    /// field that has the section.
    #[cfg(feature = "json")]
    fn keys(path: &str, about: &'static str, keys: &mut Vec<MessageKey>);

    /// Adds the texts of the section in the order of its fields.
    fn texts<'a>(&'a self, texts: &mut Vec<&'a str>);

    /// Makes the section from the texts that `next` returns, in the order of its fields.
    fn from_texts(next: &mut impl FnMut() -> String) -> Self;
}

impl Section for String {
    #[cfg(feature = "json")]
    fn read(json: &Json, path: &str, faults: &mut Vec<String>) -> Self {
        match json.as_str() {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => {
                faults.push(format!("{path}: a text is missing"));
                Self::new()
            }
        }
    }

    #[cfg(feature = "json")]
    fn keys(path: &str, about: &'static str, keys: &mut Vec<MessageKey>) {
        keys.push(MessageKey { path: path.to_owned(), about });
    }

    fn texts<'a>(&'a self, texts: &mut Vec<&'a str>) {
        texts.push(self);
    }

    fn from_texts(next: &mut impl FnMut() -> String) -> Self {
        next()
    }
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

    /// Reads the member `name`. An absent member is read as `null`.
    pub(super) fn read<T: Section>(&self, name: &str, faults: &mut Vec<String>) -> T {
        let json = self.map.and_then(|map| map.get(name)).unwrap_or(&Json::Null);
        T::read(json, &format!("{}.{name}", self.path), faults)
    }
}

/// Declares sections of messages. The order of the fields is the order of the texts.
macro_rules! messages {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident { $($(#[doc = $about:literal])* $field:ident: $type:ty),* $(,)? }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $($(#[doc = $about])* pub $field: $type),* }

        impl Section for $name {
            #[cfg(feature = "json")]
            fn read(json: &serde_json::Value, path: &str, faults: &mut Vec<String>) -> Self {
                let names = [$(stringify!($field)),*];
                let members = crate::wording::messages::section::Members::of(
                    json, path, &names, faults,
                );
                Self { $($field: members.read(stringify!($field), faults)),* }
            }

            #[cfg(feature = "json")]
            fn keys(
                path: &str,
                _: &'static str,
                keys: &mut Vec<crate::wording::messages::MessageKey>,
            ) {
                $(<$type as Section>::keys(
                    &format!("{path}.{}", stringify!($field)),
                    concat!($($about, "\n"),*),
                    keys,
                );)*
            }

            fn texts<'a>(&'a self, texts: &mut Vec<&'a str>) {
                $(self.$field.texts(texts);)*
            }

            fn from_texts(next: &mut impl FnMut() -> String) -> Self {
                Self { $($field: Section::from_texts(next)),* }
            }
        }
    )*};
}
pub(super) use messages;

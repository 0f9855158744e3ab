//! How the parts of a file of messages are read, each member by its name, and handed to the page,
//! each by its place.

use serde_json::{Map, Value as Json};

use crate::catalog::Texts;

/// A part of the messages: read from its place in the file, written as texts in a fixed order for
/// the page, and taken from them there.
pub(super) trait Part {
    fn read(json: &Json, path: &str, faults: &mut Vec<String>) -> Self;
    fn write(&self, texts: &mut Vec<String>);
    fn take(texts: &mut Texts) -> Self;
}

impl Part for String {
    fn write(&self, texts: &mut Vec<String>) {
        texts.push(self.clone());
    }

    fn take(texts: &mut Texts) -> Self {
        texts.text()
    }

    fn read(json: &Json, path: &str, faults: &mut Vec<String>) -> Self {
        match json.as_str() {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => {
                faults.push(format!("{path}: a text is missing"));
                Self::new()
            }
        }
    }
}

/// A part that only the frame around the page shows, which the build writes: it is not handed to the
/// page, and is not to be looked at there.
#[derive(Debug)]
pub struct Framed<T>(Option<T>);

impl<T> core::ops::Deref for Framed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_ref().expect("only the build looks at what is in the frame")
    }
}

impl<T: Part> Part for Framed<T> {
    fn read(json: &Json, path: &str, faults: &mut Vec<String>) -> Self {
        Self(Some(T::read(json, path, faults)))
    }

    fn write(&self, _: &mut Vec<String>) {}

    fn take(_: &mut Texts) -> Self {
        Self(None)
    }
}

/// The members of a part, of which none may be missing and none may be left over.
pub(super) struct Members<'a> {
    map: Option<&'a Map<String, Json>>,
    path: &'a str,
}

impl<'a> Members<'a> {
    pub(super) fn of(
        json: &'a Json,
        path: &'a str,
        names: &[&str],
        faults: &mut Vec<String>,
    ) -> Self {
        let map = json.as_object();
        let surplus =
            map.into_iter().flat_map(Map::keys).filter(|name| !names.contains(&name.as_str()));
        faults.extend(surplus.map(|name| format!("{path}.{name}: there is no such message")));
        Self { map, path }
    }

    pub(super) fn read<T: Part>(&self, name: &str, faults: &mut Vec<String>) -> T {
        let json = self.map.and_then(|map| map.get(name)).unwrap_or(&Json::Null);
        T::read(json, &format!("{}.{name}", self.path), faults)
    }
}

/// The parts of a file of messages, each with its members in order.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $field:ident: $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name { $($(#[$about])* pub $field: $type),* }

        impl Part for $name {
            fn read(json: &Json, path: &str, faults: &mut Vec<String>) -> Self {
                let members = Members::of(json, path, &[$(stringify!($field)),*], faults);
                Self { $($field: members.read(stringify!($field), faults)),* }
            }

            fn write(&self, texts: &mut Vec<String>) {
                $(self.$field.write(texts);)*
            }

            fn take(texts: &mut Texts) -> Self {
                Self { $($field: Part::take(texts)),* }
            }
        }
    )*};
}
pub(super) use messages;

//! How values become entries and come back.

use std::sync::Arc;

use super::reader::Reader;
use super::writer::{Sort, Writer};
use crate::catalog::{Id, Text};

/// A value that goes into a block.
pub(super) trait Codec: Sized {
    /// Writes the entries of the value.
    fn write(&self, writer: &mut Writer);

    /// Reads the entries that [`Codec::write`] wrote; something harmless if the reader refuses one
    /// of them.
    fn read(reader: &mut Reader) -> Self;

    /// Is told the length of a list of these, so that indices can be checked against it.
    fn listed(_: &mut Reader, _length: usize) {}
}

/// Declares records: the fields of a type in the order of their entries.
///
/// `in $list` says that items of a record have indices: its list must be read before them, and have
/// at least one item. After a `+` stand the fields that follow from others and have no entries.
macro_rules! records {
    ($(
        $type:ident $(in $list:ident)? { $($field:ident $(: $hint:ty)?),* $(,)? }
        $(+ { $($derived:ident: $make:expr),* })?
    )*) => {$(
        impl Codec for $type {
            fn write(&self, writer: &mut Writer) {
                let Self { $($field,)* $($($derived: _,)*)? } = self;
                let outer = writer.enter(stringify!($type));
                $(
                    writer.field(stringify!($field));
                    $field.write(writer);
                )*
                writer.leave(outer);
            }

            fn read(reader: &mut Reader) -> Self {
                $(let $field $(: $hint)? = Codec::read(reader);)*
                Self { $($($derived: $make,)*)? $($field),* }
            }

            $(fn listed(reader: &mut Reader, length: usize) {
                reader.has_length(List::$list, length);
            })?
        }
    )*};
}

/// Declares enums: the fields of each variant in the order of their entries, after the name of the
/// variant's kind. A field is written as `name in the type: name here`; `else` gives the harmless
/// variant.
macro_rules! variants {
    ($(
        $type:ident by $kind:ident {
            $($variant:ident { $($field:tt: $name:ident),* }),* $(,)?
        } else $harmless:ident
    )*) => {$(
        impl Codec for $type {
            fn write(&self, writer: &mut Writer) {
                writer.put(Sort::Kind, self.kind());
                match self {
                    $(Self::$variant { $($field: $name),* } => { $($name.write(writer);)* })*
                }
            }

            fn read(reader: &mut Reader) -> Self {
                match reader.parse($kind::named) {
                    $(Some($kind::$variant) => {
                        $(let $name = Codec::read(reader);)*
                        Self::$variant { $($field: $name),* }
                    })*
                    None => Self::$harmless,
                }
            }
        }
    )*};
}

pub(super) use records;
pub(super) use variants;

impl Codec for Id {
    fn write(&self, writer: &mut Writer) {
        writer.put(Sort::Text, self);
    }

    fn read(reader: &mut Reader) -> Self {
        reader.text().into()
    }
}

/// Stands in front of a text that is not in the language of the page. No text has it.
const FOREIGN: char = '\u{1}';

fn written(text: &Text) -> String {
    if text.is_foreign() { format!("{FOREIGN}{}", &**text) } else { text.to_string() }
}

fn read(entry: &str) -> Text {
    match entry.strip_prefix(FOREIGN) {
        Some(words) => Text::foreign(words.into()),
        None => entry.into(),
    }
}

impl Codec for Text {
    fn write(&self, writer: &mut Writer) {
        writer.put(Sort::Text, &written(self));
    }

    fn read(reader: &mut Reader) -> Self {
        read(&reader.text())
    }
}

/// An empty entry stands for `None`: no text is empty.
impl Codec for Option<Text> {
    fn write(&self, writer: &mut Writer) {
        writer.put(Sort::OptionalText, &self.as_ref().map(written).unwrap_or_default());
    }

    fn read(reader: &mut Reader) -> Self {
        Some(reader.take()).filter(|entry| !entry.is_empty()).map(|entry| read(&entry))
    }
}

impl Codec for bool {
    fn write(&self, writer: &mut Writer) {
        writer.number(Sort::Flag, usize::from(*self));
    }

    fn read(reader: &mut Reader) -> Self {
        reader.flag()
    }
}

/// `0` and `1`, and an empty entry for `None`.
impl Codec for Option<bool> {
    fn write(&self, writer: &mut Writer) {
        writer.put(Sort::OptionalFlag, self.map_or("", |flag| if flag { "1" } else { "0" }));
    }

    fn read(reader: &mut Reader) -> Self {
        let flag = reader.parse(|entry| match entry {
            "" => Some(None),
            "0" => Some(Some(false)),
            "1" => Some(Some(true)),
            _ => None,
        });
        flag.flatten()
    }
}

/// An empty entry for `None`.
impl Codec for Option<u32> {
    fn write(&self, writer: &mut Writer) {
        let number = self.map(|number| number.to_string()).unwrap_or_default();
        writer.put(Sort::OptionalNumber, &number);
    }

    fn read(reader: &mut Reader) -> Self {
        let number = reader.parse(|entry| match entry {
            "" => Some(None),
            entry => super::reader::number(entry).map(Some),
        });
        number.flatten()
    }
}

impl Codec for u32 {
    fn write(&self, writer: &mut Writer) {
        writer.put(Sort::Number, &self.to_string());
    }

    fn read(reader: &mut Reader) -> Self {
        reader.parse(super::reader::number).unwrap_or_default()
    }
}

impl<T: Codec> Codec for Vec<T> {
    fn write(&self, writer: &mut Writer) {
        writer.list(self, |writer, item| item.write(writer));
    }

    fn read(reader: &mut Reader) -> Self {
        let items = reader.list(T::read);
        T::listed(reader, items.len());
        items
    }
}

impl<T: Codec> Codec for Arc<T> {
    fn write(&self, writer: &mut Writer) {
        T::write(self, writer);
    }

    fn read(reader: &mut Reader) -> Self {
        Self::new(T::read(reader))
    }
}

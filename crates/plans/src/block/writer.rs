//! Writes entries, each with the field that it is of.

/// An entry of a block, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The type that the entry is of.
    pub record: &'static str,
    /// The field of that type.
    pub field: &'static str,
    /// What may stand there.
    pub sort: Sort,
    /// The entry as it stands in the block.
    pub text: String,
}

/// What may stand in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Any text but an empty one.
    Text,
    /// Any text; an empty one stands for `None`.
    OptionalText,
    /// The name of a kind.
    Kind,
    /// The name of a kind; an empty text stands for `None`.
    OptionalKind,
    /// A number.
    Number,
    /// The place of an item in one of the catalog's lists, from 0.
    Index,
    /// The same, with an empty text for `None`.
    OptionalIndex,
    /// A number; an empty text stands for `None`.
    OptionalNumber,
    /// `0` or `1`.
    Flag,
    /// `0` or `1`; an empty text stands for `None`.
    OptionalFlag,
    /// How many items follow.
    Length,
    /// A day of the week, from `0` for Monday.
    Weekday,
    /// A time of day, in seconds since midnight.
    Time,
    /// The name of a zone.
    Zone,
    /// The name of a zone; an empty text stands for `None`.
    OptionalZone,
    /// A date.
    Date,
}

/// Entries in the order in which they are read.
#[derive(Debug, Default)]
pub(super) struct Writer {
    entries: Vec<Entry>,
    record: &'static str,
    field: &'static str,
}

impl Writer {
    /// Says of which type the next entries are. Returns what [`Writer::leave`] wants.
    pub fn enter(&mut self, record: &'static str) -> (&'static str, &'static str) {
        let outer = (self.record, self.field);
        self.record = record;
        outer
    }

    /// Says that the next entries are again of the type around.
    pub fn leave(&mut self, outer: (&'static str, &'static str)) {
        (self.record, self.field) = outer;
    }

    /// Says of which field the next entries are.
    pub fn field(&mut self, field: &'static str) {
        self.field = field;
    }

    /// Writes an entry.
    pub fn put(&mut self, sort: Sort, text: &str) {
        let Self { record, field, .. } = *self;
        self.entries.push(Entry { record, field, sort, text: text.to_owned() });
    }

    /// Writes a number.
    pub fn number(&mut self, sort: Sort, number: usize) {
        self.put(sort, &number.to_string());
    }

    /// Writes how many items there are, and each of them.
    pub fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.number(Sort::Length, items.len());
        items.iter().for_each(|item| write(self, item));
    }

    /// All entries.
    pub fn finish(self) -> Vec<Entry> {
        self.entries
    }
}

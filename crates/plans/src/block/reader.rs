//! Takes entries one after another, and remembers the first that cannot stand in its place.

use super::damage::Damage;
use super::seal::SEAL;

/// The lists of a catalog whose items have indices.
#[derive(Clone, Copy, Debug)]
pub(crate) enum List {
    Plans,
    Priorities,
    Coverages,
    Regions,
    Tables,
}

/// The entries that are left of a block.
///
/// After the first entry that cannot stand in its place, nothing is left: each method then returns
/// something harmless at once, and [`Reader::finish`] says what was wrong. What was read is thrown
/// away. That is smaller than a [`Result`] of every method, and reading comes to an end as soon.
pub(super) struct Reader {
    rest: std::vec::IntoIter<String>,
    /// The place in the block of the next entry.
    place: usize,
    /// The length of each [`List`], once it has been read.
    lengths: [usize; 5],
    damage: Option<Damage>,
}

impl Reader {
    pub fn new(entries: std::vec::IntoIter<String>) -> Self {
        Self { rest: entries, place: SEAL, lengths: [0; 5], damage: None }
    }

    /// Whether an entry was refused, so that reading need not go on.
    pub fn is_damaged(&self) -> bool {
        self.damage.is_some()
    }

    /// The next entry; an empty text if there is none.
    pub fn take(&mut self) -> String {
        match self.rest.next() {
            Some(entry) => {
                self.place += 1;
                entry
            }
            None => {
                self.damaged(self.place, None);
                String::new()
            }
        }
    }

    /// Refuses the entry that was taken last.
    #[cold]
    pub fn refuse(&mut self, found: String) {
        self.damaged(self.place - 1, Some(found));
    }

    #[cold]
    fn damaged(&mut self, place: usize, found: Option<String>) {
        if self.damage.is_none() {
            self.damage = Some(Damage::Entry { place, found });
            self.rest = Vec::new().into_iter();
        }
    }

    /// What `parse` makes of the next entry; refuses one that it makes nothing of.
    pub fn parse<T>(&mut self, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let entry = self.take();
        let parsed = parse(&entry);
        if parsed.is_none() {
            self.refuse(entry);
        }
        parsed
    }

    /// A text that is not empty.
    pub fn text(&mut self) -> String {
        let entry = self.take();
        if entry.is_empty() {
            self.refuse(String::new());
        }
        entry
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: u32) -> u32 {
        self.parse(|entry| number(entry).filter(|number| *number < limit)).unwrap_or_default()
    }

    /// A number of items; what it promises is believed only as far as there are entries.
    pub fn length(&mut self) -> usize {
        self.below(u32::MAX) as usize
    }

    /// `0` or `1`.
    pub fn flag(&mut self) -> bool {
        self.below(2) == 1
    }

    /// The place of an item in a list.
    pub fn index(&mut self, list: List) -> usize {
        let length = u32::try_from(self.length_of(list)).unwrap_or(u32::MAX);
        self.below(length) as usize
    }

    /// A number of items, and each of them.
    pub fn list<T>(&mut self, read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let length = self.length();
        self.items(length, read)
    }

    /// So many items, unless one is refused.
    pub fn items<T>(&mut self, length: usize, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let mut items = Vec::new();
        while items.len() < length && !self.is_damaged() {
            items.push(read(self));
        }
        items
    }

    /// The length of a list that was read before.
    pub fn length_of(&self, list: List) -> usize {
        self.lengths.get(list as usize).copied().unwrap_or_default()
    }

    /// Says how long a list is; refuses an empty one.
    pub fn has_length(&mut self, list: List, length: usize) {
        if length == 0 {
            self.refuse("0".to_owned());
        }
        if let Some(known) = self.lengths.get_mut(list as usize) {
            *known = length;
        }
    }

    /// Ends reading.
    pub fn finish(self) -> Result<(), Damage> {
        match self.damage {
            Some(damage) => Err(damage),
            None if self.rest.len() > 0 => Err(Damage::Surplus { place: self.place }),
            None => Ok(()),
        }
    }
}

/// A number as the writer writes it: digits alone, without a sign or zeros in front.
pub(super) fn number(text: &str) -> Option<u32> {
    let mut number: u32 = 0;
    for byte in text.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(digit.into())?;
    }
    let is_canonical = text == "0" || !text.is_empty() && !text.starts_with('0');
    is_canonical.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_form() {
        for (text, expected) in [("0", 0), ("7", 7), ("10", 10), ("4294967295", u32::MAX)] {
            assert_eq!(number(text), Some(expected), "{text:?}");
        }
        for text in ["", "+1", "-1", "01", "00", " 1", "1 ", "1.0", "1e3", "4294967296", "x", "١"]
        {
            assert_eq!(number(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_length_is_not_believed() {
        let entries = vec!["4000000000".to_owned(), "one".to_owned()];
        let mut reader = Reader::new(entries.into_iter());
        reader.list(Reader::text);
        let expected = Damage::Entry { place: 4, found: None };
        assert_eq!(reader.finish(), Err(expected));
    }
}

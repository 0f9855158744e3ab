//! The ids that references name.

use std::collections::BTreeMap;

use super::cursor::JsonCursor;
use crate::catalog::model::Text;

/// The ids of a list, found in logarithmic time.
pub(super) struct Ids {
    list: Vec<Text>,
    places: BTreeMap<Text, usize>,
}

impl Ids {
    pub fn of<T>(items: &[T], id: impl Fn(&T) -> &Text) -> Self {
        let list: Vec<Text> = items.iter().map(|item| id(item).clone()).collect();
        let mut places = BTreeMap::new();
        for (place, id) in list.iter().enumerate() {
            places.entry(id.clone()).or_insert(place);
        }
        Self { list, places }
    }

    /// All ids, in the order of the list.
    pub fn list(&self) -> &[Text] {
        &self.list
    }

    /// The place of the first item with an id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The place that a string names; 0 and a fault if it names none.
    pub fn lookup(&self, cursor: &JsonCursor) -> usize {
        cursor.value.as_str().and_then(|id| self.place(id)).unwrap_or_else(|| {
            cursor.fault(self.one_of());
            0
        })
    }

    /// The place that the member `key` names.
    pub fn reference(&self, cursor: &JsonCursor, key: &str) -> usize {
        match cursor.optional(key) {
            Some(member) => self.lookup(&member),
            None => {
                // Adds the fault.
                cursor.member(key, &self.one_of());
                0
            }
        }
    }

    fn one_of(&self) -> String {
        format!("one of {}", self.list.join(", "))
    }
}

//! A value for each item of one of a catalog's lists.

use core::marker::PhantomData;

/// An index that a catalog makes.
pub trait Indexed: Copy {
    /// The index of the item at a place, from 0.
    fn of_place(place: usize) -> Self;

    /// The place of the item, from 0.
    fn place_of(self) -> usize;
}

/// A value for each item of the list that `I` is an index into, in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Each<I, T> {
    values: Vec<T>,
    list: PhantomData<fn(I)>,
}

impl<I: Indexed, T> Each<I, T> {
    /// One value for each item. A catalog is given out only if its reader has read them all.
    #[must_use]
    pub fn new(values: Vec<T>) -> Self {
        Self { values, list: PhantomData }
    }

    /// The value for an item.
    #[expect(
        clippy::indexing_slicing,
        reason = "the reader of the catalog lets no item go without"
    )]
    #[must_use]
    pub fn of(&self, index: I) -> &T {
        &self.values[index.place_of()]
    }

    /// The values in the order of the list.
    pub fn iter(&self) -> core::slice::Iter<'_, T> {
        self.values.iter()
    }
}

//! Keyed lists, as they are given.

use crate::node::{Kind, Node};

/// A list of pieces, one for each item, like Leptos' `<For each key children>`.
///
/// The list follows what `items` reads. A piece stays for as long as the list has an item of its
/// `key`: its nodes in the document, its effects and its signals stay, also when it moves. `view`
/// makes a piece once, when its key appears, and is not told of changes of the item: whatever a
/// piece shows that changes, it reads from a signal. What `view` itself reads, outside of the
/// closures in the node it returns, makes nothing run again.
///
/// Each piece has a reactive owner of its own. The owner is disposed of when the piece goes, and
/// with it the signals, memos and effects that `view` made.
///
/// # Example
///
/// ```
/// use leptos::prelude::*;
/// use nodes::{each, el, to_html};
///
/// let owner = Owner::new();
/// owner.set();
/// let shown = RwSignal::new(vec!["Business", "Elite"]);
/// let list = each(
///     move || shown.get(),
///     |name| name.len() as u64,
///     |name| el("li").child(name).into(),
/// );
/// assert_eq!(to_html(list), "<li>Business</li><li>Elite</li>");
/// ```
pub fn each<T: 'static>(
    items: impl FnMut() -> Vec<T> + 'static,
    key: impl Fn(&T) -> u64 + 'static,
    view: impl FnMut(T) -> Node + 'static,
) -> Node {
    Kind::Each(Box::new(Source { items, key, view, rest: Vec::new().into_iter() })).into()
}

/// The items of a list, whatever their type.
pub trait Items {
    /// Reads the items again, and returns their keys.
    fn keys(&mut self) -> Vec<u64>;

    /// Takes the next item, and makes its piece if it is wanted.
    fn next(&mut self, is_wanted: bool) -> Option<Node>;
}

struct Source<T, I, K, V> {
    items: I,
    key: K,
    view: V,
    /// The items that have not been taken.
    rest: std::vec::IntoIter<T>,
}

impl<T, I, K, V> Items for Source<T, I, K, V>
where
    I: FnMut() -> Vec<T>,
    K: Fn(&T) -> u64,
    V: FnMut(T) -> Node,
{
    fn keys(&mut self) -> Vec<u64> {
        let items = (self.items)();
        let keys = items.iter().map(&self.key).collect();
        self.rest = items.into_iter();
        keys
    }

    fn next(&mut self, is_wanted: bool) -> Option<Node> {
        let item = self.rest.next()?;
        is_wanted.then(|| (self.view)(item))
    }
}

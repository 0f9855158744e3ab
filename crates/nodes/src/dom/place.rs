//! Groups of pieces, and elements that know what stands in them.

use core::cell::Cell;
use std::rc::Weak;

use leptos::prelude::Owner;
use leptos::tachys::renderer::{Rndr, types};
use wasm_bindgen::JsCast as _;

use super::State;

/// What stands in the document for one node of a group.
pub struct Piece {
    /// The key in a list, otherwise 0.
    pub key: u64,
    /// What stands there.
    pub state: State,
    /// Owns what a piece of a list made. Given up after what stands there.
    pub _owner: Option<Owner>,
}

/// What stands in the document for several nodes in a row.
///
/// The pieces are taken out while they are worked on. A cell has no state in which it cannot be
/// read, whatever a handler does that the work calls.
#[derive(Default)]
pub struct Group {
    pub pieces: Cell<Vec<Piece>>,
    /// Stands behind the pieces, so that their place is known when there is none.
    pub end: Option<types::Node>,
}

impl Group {
    /// Shows the pieces.
    pub fn read<T>(&self, read: impl FnOnce(&[Piece]) -> T) -> T {
        let pieces = self.pieces.take();
        let value = read(&pieces);
        self.pieces.set(pieces);
        value
    }

    /// Shows the nodes that stand in the document itself, in their order.
    pub fn visit(&self, see: &mut dyn FnMut(&types::Node)) {
        self.read(|pieces| pieces.iter().for_each(|piece| piece.state.visit(see)));
        if let Some(end) = &self.end {
            see(end);
        }
    }
}

/// An element of ours, with all that we put into it.
///
/// Translators of browsers put elements of their own around texts or in their place, and around
/// elements within texts. Whatever changes in a place first looks whether the nodes it is about to
/// touch are still children of the element; if one is not, the place is mended.
pub struct Place {
    pub element: types::Element,
    pub children: Group,
}

/// The place in which a piece stands. No place is known for the outermost nodes, since others than
/// we may have put something beside them.
pub type Here = Weak<Place>;

impl Place {
    /// Puts everything back as it was put there, if a node is not where it was.
    pub fn mend_around(&self, node: &types::Node) {
        if !self.holds(node) {
            self.mend();
        }
    }

    /// Puts everything back as it was put there, if a node of a group is not where it was.
    pub fn mend_at(&self, group: &Group) {
        let mut stands = true;
        group.visit(&mut |node| stands &= self.holds(node));
        if !stands {
            self.mend();
        }
    }

    fn holds(&self, node: &types::Node) -> bool {
        node.parent_node().as_ref() == Some(self.element.as_ref())
    }

    /// Takes out what others put here, and puts back what is missing. Whatever stands where it
    /// should is not moved, so that it keeps the focus.
    fn mend(&self) {
        let mut nodes = Vec::new();
        self.children.visit(&mut |node| nodes.push(node.clone()));
        let mut at = self.element.first_child();
        for node in nodes.iter().map(Some).chain([None]) {
            while let Some(foreign) = at.take_if(|at| !nodes.contains(at)) {
                at = foreign.next_sibling();
                Rndr::remove(&foreign);
            }
            if let Some(node) = node {
                if at.as_ref() == Some(node) {
                    at = node.next_sibling();
                } else {
                    Rndr::insert_node(&self.element, node, at.as_ref());
                }
            }
        }
    }
}

/// Puts a state's nodes before another node that stands in a document, and does nothing if that
/// node stands in none.
pub fn insert_before(state: &State, next: &types::Node) {
    if let Some(parent) = next.parent_node() {
        insert(state, parent.unchecked_ref(), Some(next));
    }
}

/// Puts a state's nodes into an element.
pub fn insert(state: &State, parent: &types::Element, next: Option<&types::Node>) {
    state.visit(&mut |node| Rndr::insert_node(parent, node, next));
}

/// Takes a state's nodes out of the document.
pub fn remove(state: &State) {
    state.visit(&mut Rndr::remove);
}

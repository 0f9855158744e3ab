//! Keyed lists in a document.

use std::rc::Rc;

use leptos::prelude::{Owner, untrack};
use leptos::tachys::renderer::{Rndr, types};

use super::effect::Effect;
use super::place::{self, Group, Here, Piece};
use super::{State, build};
use crate::list::Items;

pub fn build_list(mut items: Box<dyn Items>, here: &Here) -> State {
    let end: types::Node = Rndr::create_placeholder().into();
    let group = Rc::new(Group { end: Some(end.clone()), ..Group::default() });
    let list = Rc::downgrade(&group);
    let here = here.clone();
    let mut is_first = true;
    let effect = Effect::new(Box::new(move || {
        let keys = items.keys();
        let Some(list) = list.upgrade() else { return };
        if list.read(|pieces| pieces.iter().map(|piece| piece.key).eq(keys.iter().copied())) {
            // Gives the items up.
            keys.iter().for_each(|_| _ = items.next(false));
        } else {
            if !is_first && let Some(place) = here.upgrade() {
                place.mend_at(&list);
            }
            update(&list, keys, &mut *items, &here, &end);
        }
        is_first = false;
    }));
    State::Group { group, effect: Some(effect) }
}

/// Makes the pieces of new keys, brings all pieces into order, and gives up those that are left.
fn update(list: &Group, keys: Vec<u64>, items: &mut dyn Items, here: &Here, end: &types::Node) {
    let mut old = list.pieces.take();
    let mut pieces = Vec::with_capacity(keys.len());
    for key in keys {
        let known = old.extract_if(.., |piece| piece.key == key).next();
        let piece = match known {
            Some(piece) => {
                items.next(false);
                Some(piece)
            }
            None => make(key, items, here),
        };
        pieces.extend(piece);
    }
    old.iter().for_each(|piece| place::remove(&piece.state));
    let mut next = end.clone();
    for piece in pieces.iter().rev() {
        let (mut first, mut last) = (None, None);
        piece.state.visit(&mut |node| {
            first.get_or_insert_with(|| node.clone());
            last = Some(node.clone());
        });
        let (Some(first), Some(last)) = (first, last) else { continue };
        if last.next_sibling().as_ref() != Some(&next) {
            place::insert_before(&piece.state, &next);
        }
        next = first;
    }
    list.pieces.set(pieces);
}

/// Makes a piece with an owner of its own.
///
/// The owner has no parent: a parent would list each of its children for as long as it lives
/// itself, those that are gone included.
fn make(key: u64, items: &mut dyn Items, here: &Here) -> Option<Piece> {
    let owner = Owner::default();
    let state = owner.with(|| untrack(|| items.next(true).map(|node| build(node.0, here))));
    state.map(|state| Piece { key, state, _owner: Some(owner) })
}

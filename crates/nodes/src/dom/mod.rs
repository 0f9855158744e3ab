//! Nodes in a document: put there once, and then changed only where they change.

mod effect;
mod element;
mod list;
mod place;

use std::rc::Rc;

use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsCast as _;

use crate::compute::Dynamic;
use crate::node::{Kind, Node};
use effect::Effect;
use element::ElementState;
use place::{Group, Here, Piece};

/// What stands in a document for a [`Node`].
///
/// Dropping the state ends its effects and listeners, and disposes of what its lists own.
pub struct NodeState(State);

/// What stands in a document for a [`Kind`].
pub enum State {
    /// A text that stays.
    Text { node: types::Text, words: String },
    /// A text that follows its closure.
    Live { node: types::Text, _effect: Effect },
    /// An element.
    Element(ElementState),
    /// Several pieces, or one that an effect makes anew. Nodes in a row have no effect.
    Group { group: Rc<Group>, effect: Option<Effect> },
}

fn build(kind: Kind, here: &Here) -> State {
    match kind {
        Kind::Text(words) => State::Text { node: Rndr::create_text_node(&words), words },
        Kind::Live(words) => build_live(words, here),
        Kind::Element(element) => State::Element(ElementState::new(element)),
        Kind::Reactive(make) => build_reactive(make, here),
        Kind::Each(items) => list::build_list(items, here),
        Kind::Row(nodes) => {
            let group = Group { end: Some(Rndr::create_placeholder().into()), ..Group::default() };
            replace(&group, nodes, here, &mut |_| ());
            State::Group { group: Rc::new(group), effect: None }
        }
    }
}

fn build_live(mut words: Dynamic<Option<String>>, here: &Here) -> State {
    let node = Rndr::create_text_node("");
    let (text, here) = (node.clone(), here.clone());
    let mut before: Option<String> = None;
    let effect = Effect::new(Box::new(move || {
        let words = words.compute();
        if words == before {
            return;
        }
        if before.is_some()
            && let Some(place) = here.upgrade()
        {
            place.mend_around(&text);
        }
        Rndr::set_text(&text, words.as_deref().unwrap_or_default());
        before = words;
    }));
    State::Live { node, _effect: effect }
}

fn build_reactive(mut make: Dynamic<Node>, here: &Here) -> State {
    let group = Rc::<Group>::default();
    let made = Rc::downgrade(&group);
    let here = here.clone();
    let effect = Effect::new(Box::new(move || {
        let new = vec![make.compute().0];
        let Some(group) = made.upgrade() else { return };
        if !group.read(|pieces| pieces.is_empty() || fit(pieces, &new))
            && let Some(place) = here.upgrade()
        {
            place.mend_at(&group);
        }
        replace(&group, new, &here, &mut |_| ());
    }));
    State::Group { group, effect: Some(effect) }
}

/// Whether nothing has to be written among the pieces themselves for them to become like new nodes.
fn fit(pieces: &[Piece], new: &[Kind]) -> bool {
    pieces.len() == new.len() && pieces.iter().zip(new).all(|(piece, new)| piece.state.fits(new))
}

/// Turns the pieces of a group into new nodes, one by one. `add` puts those into the document for
/// which there is no piece.
fn replace(group: &Group, new: Vec<Kind>, here: &Here, add: &mut dyn FnMut(&State)) {
    let mut pieces = group.pieces.take();
    while pieces.len() > new.len()
        && let Some(last) = pieces.pop()
    {
        place::remove(&last.state);
    }
    for (at, node) in new.into_iter().enumerate() {
        match pieces.get_mut(at) {
            Some(piece) => piece.state.rebuild(node, here),
            None => {
                let state = build(node, here);
                match &group.end {
                    Some(end) => place::insert_before(&state, end),
                    None => add(&state),
                }
                pieces.push(Piece { key: 0, state, _owner: None });
            }
        }
    }
    group.pieces.set(pieces);
}

impl State {
    /// Shows the nodes that stand in the document itself, in their order. There is at least one.
    fn visit(&self, see: &mut dyn FnMut(&types::Node)) {
        match self {
            Self::Text { node, .. } | Self::Live { node, .. } => see(node),
            Self::Element(element) => see(&element.place.element),
            Self::Group { group, .. } => group.visit(see),
        }
    }

    fn fits(&self, new: &Kind) -> bool {
        match (self, new) {
            (Self::Text { words, .. }, Kind::Text(new)) => words == new,
            (Self::Element(element), Kind::Element(new)) => element.can_become(new),
            (Self::Group { group, effect: None }, Kind::Row(new)) => {
                group.read(|pieces| fit(pieces, new))
            }
            _ => false,
        }
    }

    fn rebuild(&mut self, new: Kind, here: &Here) {
        match (&mut *self, new) {
            (Self::Text { node, words }, Kind::Text(new)) => {
                if *words != new {
                    Rndr::set_text(node, &new);
                    *words = new;
                }
            }
            (Self::Element(element), Kind::Element(new)) if element.can_become(&new) => {
                element.become_like(new);
            }
            (Self::Group { group, effect: None }, Kind::Row(new)) => {
                replace(group, new, here, &mut |_| ());
            }
            (_, new) => {
                let new = build(new, here);
                if let Some(first) = self.first() {
                    place::insert_before(&new, &first);
                }
                place::remove(self);
                *self = new;
            }
        }
    }

    fn first(&self) -> Option<types::Node> {
        let mut first = None;
        self.visit(&mut |node| _ = first.get_or_insert_with(|| node.clone()));
        first
    }
}

impl Render for Node {
    type State = NodeState;

    fn build(self) -> NodeState {
        NodeState(build(self.0, &Here::new()))
    }

    fn rebuild(self, state: &mut NodeState) {
        state.0.rebuild(self.0, &Here::new());
    }
}

impl Mountable for NodeState {
    fn unmount(&mut self) {
        place::remove(&self.0);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        place::insert(&self.0, parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.0.first();
        let parent = first.as_ref().and_then(|first| first.parent_node());
        if let Some(parent) = &parent {
            child.mount(parent.unchecked_ref(), first.as_ref());
        }
        parent.is_some()
    }

    /// None: whoever adds attributes to elements by this list would undo what closures write.
    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

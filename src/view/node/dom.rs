//! Nodes in a document: put there once, and then changed only where they change.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast as _, JsValue};

use super::{Attribute, Element, Node, PerPlan};
use crate::catalog::PlanIndex;

/// What stands in the document for a [`Node`], with the effects that keep it up to date.
pub enum NodeState {
    Text {
        node: types::Text,
        words: String,
    },
    Changing {
        node: types::Text,
        _effect: RenderEffect<String>,
    },
    Element(ElementState),
    Part(RenderEffect<NodeState>),
    PerPlan {
        pieces: RenderEffect<Vec<Piece>>,
        /// Stands behind them, so that the place is known when there is none.
        end: types::Placeholder,
    },
    All {
        nodes: Vec<NodeState>,
        /// Likewise.
        end: types::Placeholder,
    },
}

/// What stands in the document for a plan.
pub struct Piece {
    plan: PlanIndex,
    state: NodeState,
    /// Owns what the piece made to work with, for as long as the plan is shown.
    _owner: Owner,
}

/// What stands in the document for an [`Element`].
pub struct ElementState {
    element: types::Element,
    tag: &'static str,
    fixed: Vec<(&'static str, String)>,
    kept: Vec<Kept>,
    listens: bool,
    children: Vec<NodeState>,
}

/// What is given up with its element.
enum Kept {
    Attribute { _effect: RenderEffect<Option<String>> },
    Value { _effect: RenderEffect<String> },
    Checked { _effect: RenderEffect<bool> },
}

impl Render for Node {
    type State = NodeState;

    fn build(self) -> NodeState {
        match self {
            Self::Text(words) => NodeState::Text { node: Rndr::create_text_node(&words), words },
            Self::Changing(mut compute) => {
                let node = Rndr::create_text_node("");
                let changed = node.clone();
                let effect = RenderEffect::new(move |before: Option<String>| {
                    let words = compute();
                    if before.as_ref() != Some(&words) {
                        Rndr::set_text(&changed, &words);
                    }
                    words
                });
                NodeState::Changing { node, _effect: effect }
            }
            Self::Element(element) => NodeState::Element(build(element)),
            Self::Part(mut make) => {
                NodeState::Part(RenderEffect::new(move |before: Option<NodeState>| {
                    let node = make();
                    match before {
                        Some(mut state) => {
                            node.rebuild(&mut state);
                            state
                        }
                        None => node.build(),
                    }
                }))
            }
            Self::PerPlan(pieces) => build_pieces(pieces),
            Self::All(nodes) => NodeState::All {
                nodes: nodes.into_iter().map(Self::build).collect(),
                end: Rndr::create_placeholder(),
            },
        }
    }

    fn rebuild(self, state: &mut NodeState) {
        match (self, &mut *state) {
            (Self::Text(new), NodeState::Text { node, words }) => {
                if new != *words {
                    Rndr::set_text(node, &new);
                    *words = new;
                }
            }
            (Self::Element(new), NodeState::Element(old)) if old.can_become(&new) => {
                old.become_like(new);
            }
            (Self::All(new), NodeState::All { nodes, end }) => {
                let end = &*end;
                replace(nodes, new, &mut |node| Rndr::mount_before(node, end.as_ref()));
            }
            (new, _) => {
                let mut new = new.build();
                state.insert_before_this(&mut new);
                state.unmount();
                *state = new;
            }
        }
    }
}

/// Turns nodes into others, one by one; `mount` puts those that are left over behind them.
fn replace(nodes: &mut Vec<NodeState>, new: Vec<Node>, mount: &mut dyn FnMut(&mut NodeState)) {
    while nodes.len() > new.len() {
        if let Some(mut last) = nodes.pop() {
            last.unmount();
        }
    }
    for (place, node) in new.into_iter().enumerate() {
        match nodes.get_mut(place) {
            Some(old) => node.rebuild(old),
            None => {
                let mut state = node.build();
                mount(&mut state);
                nodes.push(state);
            }
        }
    }
}

fn build(source: Element) -> ElementState {
    let Element { tag, attributes, listeners, children } = source;
    let element = Rndr::create_element(tag, None);
    let mut built = ElementState {
        element,
        tag,
        fixed: Vec::new(),
        kept: Vec::new(),
        listens: false,
        children: Vec::new(),
    };
    // Before the attributes: a list of options must have them before it can hold one.
    for child in children {
        let mut child = child.build();
        child.mount(&built.element, None);
        built.children.push(child);
    }
    for (name, attribute) in attributes {
        built.set(name, attribute);
    }
    for (property, handle) in listeners {
        // The element is the only one that knows it, and takes it along when it goes.
        let handle = Closure::wrap(handle as Box<dyn FnMut(Event)>).into_js_value();
        Rndr::set_property(&built.element, property, &handle);
        built.listens = true;
    }
    built
}

impl ElementState {
    fn set(&mut self, name: &'static str, attribute: Attribute) {
        let element = self.element.clone();
        self.kept.push(match attribute {
            Attribute::Fixed(value) => {
                Rndr::set_attribute(&element, name, &value);
                self.fixed.push((name, value));
                return;
            }
            Attribute::Changing(mut compute) => Kept::Attribute {
                _effect: RenderEffect::new(move |before: Option<Option<String>>| {
                    let value = compute();
                    match &value {
                        same if before.as_ref() == Some(same) => {}
                        Some(value) => Rndr::set_attribute(&element, name, value),
                        None if before.is_some() => Rndr::remove_attribute(&element, name),
                        None => {}
                    }
                    value
                }),
            },
            Attribute::Value(compute) => {
                let set = move |value: &str| {
                    Rndr::set_property(&element, name, &JsValue::from_str(value));
                };
                Kept::Value { _effect: when_changed(compute, Box::new(set)) }
            }
            Attribute::Markup(compute) => {
                let set = move |markup: &str| Rndr::set_inner_html(&element, markup);
                Kept::Value { _effect: when_changed(compute, Box::new(set)) }
            }
            Attribute::Checked(mut compute) => Kept::Checked {
                _effect: RenderEffect::new(move |before: Option<bool>| {
                    let checked = compute();
                    if before != Some(checked) {
                        Rndr::set_property(&element, name, &JsValue::from_bool(checked));
                    }
                    checked
                }),
            },
        });
    }

    /// Whether it differs from a new element only in values of attributes and in children.
    fn can_become(&self, new: &Element) -> bool {
        let name = |(name, attribute): &(&'static str, Attribute)| {
            matches!(attribute, Attribute::Fixed(_)).then_some(*name)
        };
        self.tag == new.tag
            && self.kept.is_empty()
            && !self.listens
            && new.listeners.is_empty()
            && new.attributes.iter().map(name).eq(self.fixed.iter().map(|(name, _)| Some(*name)))
    }

    fn become_like(&mut self, new: Element) {
        for ((name, value), (_, attribute)) in self.fixed.iter_mut().zip(new.attributes) {
            if let Attribute::Fixed(new) = attribute
                && *value != new
            {
                Rndr::set_attribute(&self.element, name, &new);
                *value = new;
            }
        }
        let element = &self.element;
        replace(&mut self.children, new.children, &mut |child| child.mount(element, None));
    }
}

/// Sets something to what is computed, and again whenever that has changed.
fn when_changed(
    mut compute: super::Dynamic<String>,
    set: Box<dyn Fn(&str)>,
) -> RenderEffect<String> {
    RenderEffect::new(move |before: Option<String>| {
        let value = compute();
        if before.as_ref() != Some(&value) {
            set(&value);
        }
        value
    })
}

fn build_pieces(pieces: PerPlan) -> NodeState {
    let PerPlan { mut shown, mut make } = pieces;
    let end = Rndr::create_placeholder();
    let behind = end.clone();
    // What belongs to the effect is given up when it runs again, and pieces stay longer.
    let owner = Owner::current().unwrap_or_default();
    let mut build = move |plan: PlanIndex| {
        let owner = owner.with(Owner::new);
        let state = owner.with(|| make(plan).build());
        Piece { plan, state, _owner: owner }
    };
    let pieces = RenderEffect::new(move |before: Option<Vec<Piece>>| {
        let shown = shown();
        let Some(mut pieces) = before else {
            // They are put into the document together with what follows them.
            return shown.into_iter().map(&mut build).collect();
        };
        pieces.retain_mut(|piece| {
            let stays = shown.contains(&piece.plan);
            if !stays {
                piece.state.unmount();
            }
            stays
        });
        for (place, plan) in shown.into_iter().enumerate() {
            let next = pieces.get(place);
            if next.is_some_and(|known| known.plan == plan) {
                continue;
            }
            let mut piece = build(plan);
            match next {
                Some(next) => _ = next.state.insert_before_this(&mut piece.state),
                None => Rndr::mount_before(&mut piece.state, behind.as_ref()),
            }
            pieces.insert(place, piece);
        }
        pieces
    });
    NodeState::PerPlan { pieces, end }
}

impl Mountable for NodeState {
    fn unmount(&mut self) {
        match self {
            Self::Text { node, .. } | Self::Changing { node, .. } => Rndr::remove(node.as_ref()),
            Self::Element(ElementState { element, .. }) => Rndr::remove(element.as_ref()),
            Self::Part(effect) => _ = effect.with_value_mut(Self::unmount),
            Self::PerPlan { pieces, end } => {
                pieces.with_value_mut(|pieces| {
                    pieces.iter_mut().for_each(|piece| piece.state.unmount());
                });
                Rndr::remove(end.as_ref());
            }
            Self::All { nodes, end } => {
                nodes.iter_mut().for_each(Self::unmount);
                Rndr::remove(end.as_ref());
            }
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        let insert = |node: &types::Node| Rndr::insert_node(parent, node, marker);
        match self {
            Self::Text { node, .. } | Self::Changing { node, .. } => insert(node.as_ref()),
            Self::Element(ElementState { element, .. }) => insert(element.as_ref()),
            Self::Part(effect) => _ = effect.with_value_mut(|node| node.mount(parent, marker)),
            Self::PerPlan { pieces, end } => {
                pieces.with_value_mut(|pieces| {
                    pieces.iter_mut().for_each(|piece| piece.state.mount(parent, marker));
                });
                insert(end.as_ref());
            }
            Self::All { nodes, end } => {
                nodes.iter_mut().for_each(|node| node.mount(parent, marker));
                insert(end.as_ref());
            }
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first: &types::Node = match self {
            Self::Text { node, .. } | Self::Changing { node, .. } => node.as_ref(),
            Self::Element(ElementState { element, .. }) => element.as_ref(),
            Self::Part(effect) => {
                return effect.with_value_mut(|node| node.insert_before_this(child)) == Some(true);
            }
            Self::PerPlan { pieces, end } => {
                let before_first = pieces.with_value_mut(|pieces| match pieces.first() {
                    Some(piece) => piece.state.insert_before_this(child),
                    None => false,
                });
                if before_first == Some(true) {
                    return true;
                }
                end.as_ref()
            }
            Self::All { nodes, end } => match nodes.first() {
                Some(node) => return node.insert_before_this(child),
                None => end.as_ref(),
            },
        };
        match Rndr::get_parent(first) {
            Some(parent) => child.mount(&parent.unchecked_into(), Some(first)),
            None => return false,
        }
        true
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

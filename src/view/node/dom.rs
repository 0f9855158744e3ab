//! Nodes in a document: put there once, and then changed only where they change.

use core::cell::RefCell;
use std::rc::Rc;

use leptos::ev::Event;
use leptos::prelude::{Owner, RenderEffect};
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast as _, JsValue};

use super::{Attribute, Element, Node, Parts, PerPlan};
use crate::catalog::PlanIndex;

/// What stands in the document for a [`Node`], with the effects that keep it up to date.
pub enum NodeState {
    Text {
        node: types::Text,
        words: String,
    },
    Changing {
        node: types::Text,
        _effect: Effect,
    },
    Element(ElementState),
    Part {
        made: Shared<Option<NodeState>>,
        _effect: Effect,
    },
    PerPlan {
        pieces: Shared<Vec<Piece>>,
        /// Stands behind them, so that the place is known when there is none.
        end: types::Placeholder,
        _effect: Effect,
    },
    All {
        nodes: Vec<NodeState>,
        /// Likewise.
        end: types::Placeholder,
    },
}

/// Runs again whenever what it reads changes, for as long as it is kept. What it works with stands
/// in its closure, so that all effects are of one type.
type Effect = RenderEffect<()>;

/// What an effect changes and its node looks at.
type Shared<T> = Rc<RefCell<T>>;

fn effect(mut run: Box<dyn FnMut()>) -> Effect {
    RenderEffect::new(move |_| run())
}

/// Sets something to what is computed, and again whenever that has changed.
fn when_changed(mut compute: super::Dynamic<String>, set: Box<dyn Fn(&str)>) -> Effect {
    let mut before = None;
    effect(Box::new(move || {
        let value = compute.compute();
        if before.as_ref() != Some(&value) {
            set(&value);
            before = Some(value);
        }
    }))
}

/// What stands in the document for a plan.
pub struct Piece {
    plan: PlanIndex,
    state: NodeState,
    /// Owns what the piece made to work with, for as long as the plan is shown.
    _owner: Owner,
}

/// What stands in the document for an [`super::Element`].
pub struct ElementState {
    element: types::Element,
    tag: &'static str,
    fixed: Vec<(&'static str, String)>,
    effects: Vec<Effect>,
    listens: bool,
    children: Vec<NodeState>,
}

impl Render for Node {
    type State = NodeState;

    fn build(self) -> NodeState {
        match self {
            Self::Text(words) => NodeState::Text { node: Rndr::create_text_node(&words), words },
            Self::Changing(compute) => {
                let node = Rndr::create_text_node("");
                let changed = node.clone();
                let set = move |words: &str| Rndr::set_text(&changed, words);
                NodeState::Changing { node, _effect: when_changed(compute, Box::new(set)) }
            }
            Self::Element(element) => NodeState::Element(build(element)),
            Self::Part(mut make) => {
                let made = Shared::default();
                let current: Shared<Option<NodeState>> = Rc::clone(&made);
                let effect = effect(Box::new(move || {
                    let node = make.compute();
                    let mut current = current.borrow_mut();
                    match &mut *current {
                        Some(state) => node.rebuild(state),
                        none => *none = Some(node.build()),
                    }
                }));
                NodeState::Part { made, _effect: effect }
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
    let Parts { tag, attributes, listeners, children } = *source.0;
    let element = Rndr::create_element(tag, None);
    let mut built = ElementState {
        element,
        tag,
        fixed: Vec::new(),
        effects: Vec::new(),
        listens: !listeners.is_empty(),
        children: Vec::new(),
    };
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
    }
    built
}

impl ElementState {
    fn set(&mut self, name: &'static str, attribute: Attribute) {
        let element = self.element.clone();
        self.effects.push(match attribute {
            Attribute::Fixed(value) => {
                Rndr::set_attribute(&element, name, &value);
                self.fixed.push((name, value));
                return;
            }
            Attribute::Changing(mut compute) => {
                let mut before = None;
                effect(Box::new(move || {
                    let value = compute.compute();
                    if value == before {
                        return;
                    }
                    match &value {
                        Some(value) => Rndr::set_attribute(&element, name, value),
                        None => Rndr::remove_attribute(&element, name),
                    }
                    before = value;
                }))
            }
            Attribute::Value(compute) => {
                let set = move |value: &str| {
                    Rndr::set_property(&element, name, &JsValue::from_str(value));
                };
                when_changed(compute, Box::new(set))
            }
            Attribute::Markup(compute) => {
                let set = move |markup: &str| Rndr::set_inner_html(&element, markup);
                when_changed(compute, Box::new(set))
            }
            Attribute::Checked(mut compute) => {
                let mut before = false;
                effect(Box::new(move || {
                    let checked = compute.compute();
                    if checked != before {
                        Rndr::set_property(&element, name, &JsValue::from_bool(checked));
                        before = checked;
                    }
                }))
            }
        });
    }

    /// Whether it differs from a new element only in values of attributes and in children.
    fn can_become(&self, new: &Element) -> bool {
        let name = |(name, attribute): &(&'static str, Attribute)| {
            matches!(attribute, Attribute::Fixed(_)).then_some(*name)
        };
        self.tag == new.0.tag
            && self.effects.is_empty()
            && !self.listens
            && new.0.listeners.is_empty()
            && new.0.attributes.iter().map(name).eq(self.fixed.iter().map(|(name, _)| Some(*name)))
    }

    fn become_like(&mut self, new: Element) {
        let new = *new.0;
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

fn build_pieces(source: PerPlan) -> NodeState {
    let PerPlan { mut shown, mut make } = source;
    let end = Rndr::create_placeholder();
    let behind = end.clone();
    // What belongs to the effect is given up when it runs again, and pieces stay longer.
    let owner = Owner::current().unwrap_or_default();
    let mut build = move |plan: PlanIndex| {
        let owner = owner.with(Owner::new);
        let state = owner.with(|| make(plan).build());
        Piece { plan, state, _owner: owner }
    };
    let pieces = Shared::default();
    let current: Shared<Vec<Piece>> = Rc::clone(&pieces);
    let mut is_first = true;
    let effect = effect(Box::new(move || {
        let shown = shown.compute();
        let mut pieces = current.borrow_mut();
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
                // The first are put into the document together with what follows them.
                None if is_first => {}
                None => Rndr::mount_before(&mut piece.state, behind.as_ref()),
            }
            pieces.insert(place, piece);
        }
        is_first = false;
    }));
    NodeState::PerPlan { pieces, end, _effect: effect }
}

impl Mountable for NodeState {
    fn unmount(&mut self) {
        match self {
            Self::Text { node, .. } | Self::Changing { node, .. } => Rndr::remove(node.as_ref()),
            Self::Element(ElementState { element, .. }) => Rndr::remove(element.as_ref()),
            Self::Part { made, .. } => made.borrow_mut().iter_mut().for_each(Self::unmount),
            Self::PerPlan { pieces, end, .. } => {
                pieces.borrow_mut().iter_mut().for_each(|piece| piece.state.unmount());
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
            Self::Part { made, .. } => {
                made.borrow_mut().iter_mut().for_each(|node| node.mount(parent, marker));
            }
            Self::PerPlan { pieces, end, .. } => {
                for piece in pieces.borrow_mut().iter_mut() {
                    piece.state.mount(parent, marker);
                }
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
            Self::Part { made, .. } => {
                return made.borrow().as_ref().is_some_and(|node| node.insert_before_this(child));
            }
            Self::PerPlan { pieces, end, .. } => match pieces.borrow().first() {
                Some(piece) => return piece.state.insert_before_this(child),
                None => end.as_ref(),
            },
            Self::All { nodes, end } => match nodes.first() {
                Some(node) => return node.insert_before_this(child),
                None => end.as_ref(),
            },
        };
        let parent = Rndr::get_parent(first);
        if let Some(parent) = &parent {
            child.mount(parent.unchecked_ref(), Some(first));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

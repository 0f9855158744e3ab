//! Elements in a document.

use std::borrow::Cow;
use std::rc::Rc;

use leptos::tachys::renderer::{Rndr, types};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

use super::effect::Effect;
use super::place::{self, Group, Piece, Place};
use super::{build, replace};
use crate::attribute::{Target, Value};
use crate::compute::Dynamic;
use crate::element::{Element, Listening, Parts};

/// What stands in the document for an [`Element`].
pub struct ElementState {
    pub place: Rc<Place>,
    tag: &'static str,
    namespace: Option<&'static str>,
    /// The attributes that stay, by name.
    fixed: Vec<(&'static str, Option<String>)>,
    effects: Vec<Effect>,
    listeners: Vec<Listener>,
}

/// A listener, which ends when it is dropped. A handler that runs at that moment runs to its end.
struct Listener {
    element: types::Element,
    event: Cow<'static, str>,
    capture: bool,
    handler: Closure<dyn FnMut(JsValue)>,
}

impl Listener {
    fn new(element: &types::Element, listening: Listening) -> Self {
        let Listening { event, capture, handler } = listening;
        let handler = Closure::wrap(handler);
        let function = handler.as_ref().unchecked_ref();
        _ = element.add_event_listener_with_callback_and_bool(&event, function, capture);
        Self { element: element.clone(), event, capture, handler }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.handler.as_ref().unchecked_ref();
        let (event, capture) = (&self.event, self.capture);
        _ = self.element.remove_event_listener_with_callback_and_bool(event, function, capture);
    }
}

impl ElementState {
    pub fn new(source: Element) -> Self {
        let Parts { tag, namespace, attributes, listeners, children } = *source.0;
        let element = Rndr::create_element(tag, namespace);
        let place = Rc::new(Place { element: element.clone(), children: Group::default() });
        let here = Rc::downgrade(&place);
        let mut pieces = Vec::with_capacity(children.len());
        for child in children {
            let state = build(child, &here);
            place::insert(&state, &element, None);
            pieces.push(Piece { key: 0, state, _owner: None });
        }
        place.children.pieces.set(pieces);
        let (mut fixed, mut effects) = (Vec::new(), Vec::new());
        for (name, value) in attributes {
            match value {
                Value::Fixed(value) => {
                    if value.is_some() {
                        write(&element, name, Target::Attribute, value.as_deref());
                    }
                    fixed.push((name, value));
                }
                Value::Live(value, target) => {
                    effects.push(follow(element.clone(), name, target, value));
                }
            }
        }
        let listeners =
            listeners.into_iter().map(|listening| Listener::new(&element, listening)).collect();
        Self { place, tag, namespace, fixed, effects, listeners }
    }

    /// Whether the element differs from a new one only in values of attributes and in children.
    pub fn can_become(&self, new: &Element) -> bool {
        let new = &*new.0;
        let name = |(name, value): &(&'static str, Value)| {
            matches!(value, Value::Fixed(_)).then_some(*name)
        };
        self.tag == new.tag
            && self.namespace == new.namespace
            && self.effects.is_empty()
            && self.listeners.is_empty()
            && new.listeners.is_empty()
            && new.attributes.iter().map(name).eq(self.fixed.iter().map(|(name, _)| Some(*name)))
    }

    /// Makes the element like a new one that it [can become](Self::can_become).
    pub fn become_like(&mut self, new: Element) {
        let Parts { attributes, children, .. } = *new.0;
        let place = &self.place;
        for ((name, old), (_, new)) in self.fixed.iter_mut().zip(attributes) {
            if let Value::Fixed(new) = new
                && *old != new
            {
                write(&place.element, name, Target::Attribute, new.as_deref());
                *old = new;
            }
        }
        let here = Rc::downgrade(place);
        if !place.children.read(|pieces| super::fit(pieces, &children)) {
            place.mend_at(&place.children);
        }
        replace(&place.children, children, &here, &mut |state| {
            place::insert(state, &place.element, None);
        });
    }
}

/// Writes what a closure makes, and again whenever it has made something else.
fn follow(
    element: types::Element,
    name: &'static str,
    target: Target,
    mut value: Dynamic<Option<String>>,
) -> Effect {
    let mut before = None;
    Effect::new(Box::new(move || {
        let value = value.compute();
        if value != before {
            write(&element, name, target, value.as_deref());
            before = value;
        }
    }))
}

fn write(element: &types::Element, name: &str, target: Target, value: Option<&str>) {
    let (default, property) = match target {
        Target::Attribute => {
            return match value {
                Some(value) => Rndr::set_attribute(element, name, value),
                None => Rndr::remove_attribute(element, name),
            };
        }
        Target::Text => ("defaultValue", JsValue::from_str(value.unwrap_or_default())),
        Target::Flag => ("defaultChecked", JsValue::from_bool(value.is_some())),
    };
    // The default comes first, since it changes a control that nobody has changed.
    Rndr::set_property(element, default, &property);
    Rndr::set_property(element, name, &property);
}

//! A listener that goes when it is dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::EventTarget;

/// Listens for an event until it is dropped.
pub(super) struct Listener {
    target: EventTarget,
    event: &'static str,
    handler: Closure<dyn FnMut()>,
}

impl Listener {
    pub fn new(target: EventTarget, event: &'static str, handler: Box<dyn FnMut()>) -> Self {
        let handler = Closure::wrap(handler);
        // Adding fails only for handlers that are no functions.
        let _ = target.add_event_listener_with_callback(event, handler.as_ref().unchecked_ref());
        Self { target, event, handler }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let handler = self.handler.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, handler);
    }
}

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
        let function = handler.as_ref().unchecked_ref();
        // Adding fails only for handlers that are no functions. Leptos adds its own by the same method, so
        // the glue has it once.
        let _ = target.add_event_listener_with_callback_and_bool(event, function, false);
        Self { target, event, handler }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.handler.as_ref().unchecked_ref();
        let _ =
            self.target.remove_event_listener_with_callback_and_bool(self.event, function, false);
    }
}

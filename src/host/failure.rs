//! What happens when the program panics: every instance calls the function that it was given for
//! that, and the page around it says so in words that stand in the document, since nothing of the
//! program can be relied on then.

use wasm_bindgen::JsValue;

/// Lets every instance say that the program has stopped, whenever it panics.
pub(super) fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
        for stopped in super::mount::to_call_when_stopped() {
            let _ = stopped.call0(&JsValue::UNDEFINED);
        }
    }));
}

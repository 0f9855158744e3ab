//! What the visitor is told when the page's program fails.
//!
//! The words stand hidden in the document, since nothing of the program can be relied on then.

use wasm_bindgen::JsValue;

/// Shows the visitor that the page has stopped, whenever the program panics.
pub(super) fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
        show("stopped");
    }));
}

/// Shows the visitor that the page could not start, and developers why.
pub(super) fn not_started(fault: &str) {
    web_sys::console::error_1(&JsValue::from_str(fault));
    show("not-started");
}

/// Takes it as given that the page has started, so that nothing is said about that.
pub(super) fn started() {
    mark("data-running", "");
}

fn show(what: &str) {
    mark("data-failure", what);
}

/// Marks the document, which brings out the words or keeps them back.
fn mark(name: &str, value: &str) {
    if let Some(root) = super::document().document_element() {
        // Setting an attribute fails only for names that are none.
        let _ = root.set_attribute(name, value);
    }
}

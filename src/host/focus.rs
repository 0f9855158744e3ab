//! The focus within an instance.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// The id of the element within a root that has the focus; `None` if there is no such element.
pub(super) fn within(root: &HtmlElement) -> Option<String> {
    // The root node is a document or a shadow root; both know it.
    let focused = Reflect::get(&root.get_root_node(), &"activeElement".into()).ok()?;
    let focused: Element = focused.dyn_into().ok()?;
    let is_ours = root.contains(Some(&focused));
    Some(focused.id()).filter(|id| is_ours && !id.is_empty())
}

/// Gives the focus to the element within a root that has an id, without scrolling to it.
pub(super) fn give(root: &HtmlElement, id: &str) {
    let element = root.query_selector(&format!("#{id}")).ok().flatten();
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Focusing an element of a document does not fail.
        let _ = element.focus_with_options(&options);
    }
}

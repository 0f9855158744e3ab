//! The focus, and what a control knows of what is typed into it.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Whether what was typed is not a value yet: the control's value is empty then, but it is not.
pub(super) fn is_unfinished(event: &Event) -> bool {
    let control = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    control.is_some_and(|control| control.validity().bad_input())
}

/// Whether the key that confirms was pressed.
pub(super) fn is_enter(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter")
}

/// The id of the element that has the focus, if it has one.
pub(super) fn focused() -> Option<String> {
    let id = super::document().active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// Gives the focus to the element with an id, without scrolling to it.
pub(super) fn focus(id: &str) {
    let element = super::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Focusing an element of the document does not fail.
        let _ = element.focus_with_options(&options);
    }
}

//! The focus, and what a control knows of what is typed into it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

/// Whether what was typed is not a value yet: the control's value is empty then, but it is not.
pub(super) fn is_unfinished(event: &Event) -> bool {
    let control = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    control.is_some_and(|control| control.validity().bad_input())
}

/// Whether the key that confirms was pressed.
pub(super) fn is_enter(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter")
}

/// Whether a disclosure was opened, and not closed.
pub(super) fn is_open(event: &Event) -> bool {
    let disclosure = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    disclosure.is_some_and(|disclosure| disclosure.has_attribute("open"))
}

/// The point of a picture that was pointed at, in millionths of its width and height.
pub(super) fn pointed(event: &Event) -> Option<(u32, u32)> {
    let around: Element = event.current_target()?.dyn_into().ok()?;
    let picture = around.first_element_child()?.get_bounding_client_rect();
    let event: &MouseEvent = event.dyn_ref()?;
    let across = share(event.client_x(), picture.left(), picture.width());
    Some((across, share(event.client_y(), picture.top(), picture.height())))
}

/// Where a point lies on a length that begins somewhere, in millionths.
#[expect(clippy::float_arithmetic, reason = "lengths on the screen are floating-point numbers")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts are held")]
fn share(point: i32, begin: f64, length: f64) -> u32 {
    ((f64::from(point) - begin) / length * 1e6) as u32
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

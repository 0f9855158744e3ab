//! What an event says of its control, its disclosure or its picture.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

/// Whether the text in a control is not a value yet: the value is empty then, but the control is not.
pub(super) fn is_unfinished(event: &Event) -> bool {
    let control = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    control.is_some_and(|control| has_bad_input(&control))
}

/// Whether a control holds a text that is not a value yet.
pub(super) fn has_bad_input(control: &HtmlInputElement) -> bool {
    control.validity().bad_input()
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

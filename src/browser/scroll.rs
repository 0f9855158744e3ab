//! What the visitor was looking at when the program took the page over.

use leptos::prelude::window;
use web_sys::Element;

/// Parts of the page that are there before and after.
const LANDMARKS: [&str; 3] = ["data-entitlement", "data-priority", "id"];

/// A part of the page, and where it stood on the screen.
pub(super) struct Anchor {
    selector: String,
    top: f64,
}

/// The part at the top of the screen; none while the page has not been scrolled.
pub(super) fn anchor() -> Option<Anchor> {
    if window().scroll_y().ok()? <= 0.0 {
        return None;
    }
    let at_top = super::document().element_from_point(24.0, 24.0)?;
    let landmark = at_top.closest("[data-entitlement], [data-priority], [id]").ok()??;
    let name = LANDMARKS.into_iter().find(|name| landmark.has_attribute(name))?;
    let value = landmark.get_attribute(name)?;
    Some(Anchor { selector: format!("[{name}=\"{value}\"]"), top: top(&landmark) })
}

/// Scrolls so that the part stands where it stood.
#[expect(clippy::float_arithmetic, reason = "distances on the screen are floating-point numbers")]
pub(super) fn restore(anchor: Option<Anchor>) {
    let Some(Anchor { selector, top: before }) = anchor else { return };
    if let Ok(Some(landmark)) = super::document().query_selector(&selector) {
        window().scroll_by_with_x_and_y(0.0, top(&landmark) - before);
    }
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

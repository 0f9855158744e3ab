//! What the visitor was looking at when the program took the page over.

use leptos::prelude::window;
use web_sys::{Element, HtmlElement};

/// Parts of the page that are there before and after.
const LANDMARKS: [&str; 3] = ["data-entitlement", "data-priority", "id"];

/// A part of the page, and where it stood on the screen.
pub(super) struct Anchor {
    selector: String,
    top: f64,
}

/// The part of a root that stands in the middle of the screen; `None` while nothing was scrolled.
pub(super) fn anchor(root: &HtmlElement) -> Option<Anchor> {
    if window().scroll_y().ok()? <= 0.0 {
        return None;
    }
    let (width, height) =
        (window().inner_width().ok()?.as_f64()?, window().inner_height().ok()?.as_f64()?);
    let looked_at = super::document().element_from_point(middle(width), middle(height))?;
    let landmark = looked_at.closest("[data-entitlement], [data-priority], [id]").ok()??;
    if !root.contains(Some(&landmark)) {
        return None;
    }
    let named = |name| Some((name, landmark.get_attribute(name)?));
    let (name, value) = LANDMARKS.into_iter().find_map(named)?;
    Some(Anchor { selector: format!("[{name}=\"{value}\"]"), top: top(&landmark) })
}

/// Scrolls so that the part stands where it stood.
#[expect(clippy::float_arithmetic, reason = "distances on the screen are floating-point numbers")]
pub(super) fn restore(root: &HtmlElement, anchor: Option<Anchor>) {
    let Some(Anchor { selector, top: before }) = anchor else { return };
    if let Ok(Some(landmark)) = root.query_selector(&selector) {
        window().scroll_by_with_x_and_y(0.0, top(&landmark) - before);
    }
}

#[expect(clippy::float_arithmetic, reason = "distances on the screen are floating-point numbers")]
#[expect(clippy::cast_possible_truncation, reason = "a screen is not that large")]
fn middle(length: f64) -> f32 {
    (length / 2.0) as f32
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

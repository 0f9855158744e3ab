//! The address bar.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlAnchorElement;

use crate::view::{Page, ids};

/// The query string of the address, with its `?`; empty if there is none.
pub(super) fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Writes to the address bar what the visitor has chosen, in the place of what was there, and lets
/// the links to other languages lead to the same scenario.
pub(super) fn follow(page: Page) {
    let follow = RenderEffect::new(move |_| {
        if let Some(query) = page.address.get() {
            let hash = window().location().hash().unwrap_or_default();
            let address = format!("?{query}{hash}");
            // Browsers refuse when an address changes very often; the next choice writes it again.
            let _ = window().history().and_then(|history| {
                history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
            });
        }
        keep_scenario_in_links(&query());
    });
    // For as long as the page is there.
    core::mem::forget(follow);
}

fn keep_scenario_in_links(query: &str) {
    let links = super::document().get_elements_by_class_name(ids::LANGUAGE_LINK);
    let links = (0..links.length()).filter_map(|index| links.item(index)?.dyn_into().ok());
    links.for_each(|link: HtmlAnchorElement| link.set_search(query));
}

//! The address bar.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::view::Page;

/// The query string of the address, with its `?`; empty if there is none.
pub(super) fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Writes to the address bar what the visitor has chosen, in the place of what was there.
pub(super) fn follow(page: Page) {
    Effect::new(move |_| {
        if let Some(query) = page.address.get() {
            let hash = window().location().hash().unwrap_or_default();
            let address = format!("?{query}{hash}");
            // Browsers refuse when an address changes very often; the next choice writes it again.
            let _ = window().history().and_then(|history| {
                history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
            });
        }
    });
}

//! The address of an instance: the document's, or one of its own.

use js_sys::Function;
use leptos::prelude::{RenderEffect, window};
use wasm_bindgen::JsValue;

use crate::page::Page;

/// Where an instance reads its link from, and writes it to.
pub(super) struct Address {
    /// The instance's own query; `None` if the document's address is the instance's.
    pub own: Option<String>,
    /// Called with the query when it changes.
    pub changed: Option<Function>,
}

impl Address {
    /// The query string at first.
    pub fn query(&self) -> String {
        let own = self.own.clone();
        own.unwrap_or_else(|| window().location().search().unwrap_or_default())
    }

    /// Writes the address whenever the visitor has chosen something, in the place of what was there.
    pub fn follow(self, page: Page) -> RenderEffect<()> {
        RenderEffect::new(move |_| {
            let Some(query) = page.get().address() else { return };
            if self.own.is_none() {
                let hash = window().location().hash().unwrap_or_default();
                let address = format!("?{query}{hash}");
                // Browsers refuse when an address changes very often; the next choice writes it.
                let _ = window().history().and_then(|history| {
                    history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
                });
            }
            if let Some(changed) = &self.changed {
                // What the function throws is its own matter.
                let _ = changed.call1(&JsValue::UNDEFINED, &JsValue::from_str(&query));
            }
        })
    }
}

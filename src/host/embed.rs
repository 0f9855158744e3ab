//! What the page around an embedded instance asks of it.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::mount::page_of;
use crate::view::chunks;

/// Fetches the part of the program that [`tell`] needs, or [`demonstrate`](super::demonstrate) if that is what
/// comes, and calls `told` with whether it is here.
#[wasm_bindgen]
pub fn prepare(told: Function, demonstrates: bool) {
    leptos::task::spawn_local(async move {
        let fetch = if demonstrates { chunks::FETCH_DEMO } else { chunks::FETCH_DETAILS };
        let is_here = fetch().await;
        // What the function throws is its own matter.
        let _ = told.call1(&JsValue::UNDEFINED, &is_here.into());
    });
}

/// Gives the parameters of a query the values that they have there, and tells what holds then: see
/// [`crate::page::tell`]. Empty if the instance is gone, or before [`prepare`] is done.
#[wasm_bindgen]
#[must_use]
pub fn tell(number: u32, query: &str) -> String {
    let told = page_of(number).zip(chunks::tell());
    told.map(|(page, tell)| tell(&page.get(), query)).unwrap_or_default()
}

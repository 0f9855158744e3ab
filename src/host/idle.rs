//! Fetching the rest of the program when there is nothing else to do.

use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

use crate::view::Chunks;

/// How long a browser is given that does not say when it is idle, in milliseconds.
const A_WHILE: u32 = 2_000;

/// Fetches the rest of the program as soon as the browser is idle, so that the page then works
/// without a connection. Not where visitors have asked to save data.
pub(super) fn fetch_rest(chunks: Chunks) {
    if saves_data() {
        return;
    }
    let fetch = Closure::once_into_js(move || chunks.fetch_all());
    if window().request_idle_callback(fetch.unchecked_ref()).is_err() {
        Timeout::new(A_WHILE, move || chunks.fetch_all()).forget();
    }
}

fn saves_data() -> bool {
    let connection = Reflect::get(&window().navigator(), &"connection".into());
    let saves = connection.and_then(|connection| Reflect::get(&connection, &"saveData".into()));
    saves.is_ok_and(|saves| saves.is_truthy())
}

//! The clipboard.

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// Puts text on the clipboard, and says whether the browser allowed it. Pages that were not served
/// securely have no clipboard.
pub(super) fn copy(text: String, done: Callback<bool>) {
    spawn_local(async move {
        let navigator = window().navigator();
        let has_one =
            Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| !it.is_undefined());
        done.run(has_one && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok());
    });
}

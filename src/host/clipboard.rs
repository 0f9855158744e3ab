//! The clipboard.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;

use crate::page::OnCopied;

#[wasm_bindgen]
extern "C" {
    /// A promise, with `then` for functions that live as long as the browser needs them.
    type Written;

    #[wasm_bindgen(method)]
    fn then(this: &Written, allowed: &Function, refused: &Function);
}

/// Puts text on the clipboard, and calls `done` with whether the browser allowed it. Pages that were
/// not served securely have no clipboard.
pub(super) fn copy(text: &str, done: OnCopied) {
    let navigator = window().navigator();
    let has_one = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| !it.is_undefined());
    if !has_one {
        return done(false);
    }
    // The browser calls the function once: with nothing, or with why it refused. Then it is freed.
    let answered: Box<dyn FnOnce(JsValue)> = Box::new(move |error| done(error.is_undefined()));
    let answered = Closure::once_into_js(answered).unchecked_into();
    let written: JsValue = navigator.clipboard().write_text(text).into();
    written.unchecked_into::<Written>().then(&answered, &answered);
}

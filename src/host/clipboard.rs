//! The clipboard.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use web_sys::Clipboard;

use crate::page::OnCopied;

#[wasm_bindgen]
extern "C" {
    /// A promise, with `then` for functions that live as long as the browser needs them.
    pub(super) type Answered;

    #[wasm_bindgen(method)]
    pub(super) fn then(this: &Answered, allowed: &Function, refused: &Function);
}

/// Puts text on the clipboard, and calls `done` with whether the browser allowed it. Pages that were
/// not served securely have no clipboard.
pub(super) fn copy(text: &str, done: OnCopied) {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into());
    let Some(clipboard) = clipboard.ok().filter(|clipboard| !clipboard.is_undefined()) else {
        return done(false);
    };
    let clipboard: Clipboard = clipboard.unchecked_into();
    // The browser calls the function once: with nothing, or with why it refused. Then it is freed.
    let answered: Box<dyn FnOnce(JsValue)> = Box::new(move |error| done(error.is_undefined()));
    let answered = Closure::once_into_js(answered).unchecked_into();
    let written: JsValue = clipboard.write_text(text).into();
    written.unchecked_into::<Answered>().then(&answered, &answered);
}

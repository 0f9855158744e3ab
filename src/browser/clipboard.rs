//! The clipboard.

use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::view::Told;

/// Puts text on the clipboard, and says whether the browser allowed it. Pages that were not served
/// securely have no clipboard.
pub(super) fn copy(text: String, done: Told) {
    let navigator = window().navigator();
    let has_one = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| !it.is_undefined());
    if !has_one {
        return done(false);
    }
    let done = Rc::new(done);
    let tell = |allowed: bool| {
        let done = Rc::clone(&done);
        let tell: Box<dyn FnMut(JsValue)> = Box::new(move |_| done(allowed));
        Closure::wrap(tell)
    };
    let (allowed, refused) = (tell(true), tell(false));
    let _ = navigator.clipboard().write_text(&text).then2(&allowed, &refused);
    // The browser calls one of them later.
    allowed.forget();
    refused.forget();
}

//! The system's own way to pass a link on.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

use super::clipboard::Answered;

/// Whether the system has a way to pass a link on.
pub(super) fn is_possible() -> bool {
    method().is_some()
}

/// Lets the system pass a link on. Whether the visitor does it is the visitor's matter.
pub(super) fn share(link: &str) {
    let data = Object::new();
    // Setting a member of a fresh object does not fail.
    let _ = Reflect::set(&data, &"url".into(), &link.into());
    let Some(answered) = method().and_then(|share| share.call1(&window().navigator(), &data).ok())
    else {
        return;
    };
    let nothing: Box<dyn FnOnce(JsValue)> = Box::new(|_| {});
    let nothing = Closure::once_into_js(nothing).unchecked_into();
    answered.unchecked_into::<Answered>().then(&nothing, &nothing);
}

fn method() -> Option<Function> {
    Reflect::get(&window().navigator(), &"share".into()).ok()?.dyn_into().ok()
}

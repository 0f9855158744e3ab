//! What is done in front of a customer, mounted beside an instance when somebody wants it.

use std::rc::Rc;

use js_sys::Function;
use leptos::mount::mount_to_renderer;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::clipboard::Answered;
use super::mount::{keep_demo, page_of};
use crate::view::chunks;
use crate::view::demo::OnDone;

/// Mounts what is done in front of a customer in an element, for the instance with a number. It goes with the
/// instance. `false` if the instance is gone, before [`prepare`](super::prepare) is done, or if the `beginning`
/// is of another release.
///
/// `beginning` is what the script `src/demo/demo.js` tells at first, and `perform` its function that does what
/// is asked of the browser, and returns a promise.
#[wasm_bindgen]
pub fn demonstrate(number: u32, root: HtmlElement, beginning: &str, perform: Function) -> bool {
    let room = || {
        let (demo, page) = (chunks::demo()?, page_of(number)?);
        (demo.room)(page, beginning, Rc::new(move |deed, done| ask(&perform, deed, done)))
    };
    let view = room().map(|room| mount_to_renderer(&root, room));
    let is_here = view.is_some();
    view.into_iter().for_each(|view| keep_demo(number, view));
    is_here
}

/// Asks a function for a deed, and calls `done` with the text that its promise brings.
fn ask(perform: &Function, deed: &str, done: OnDone) {
    // The browser calls the function once: with what came of it, or with why nothing did. Then it is freed.
    let answered: Box<dyn FnOnce(JsValue)> = Box::new(move |answer| done(answer.as_string()));
    let answered = Closure::once_into_js(answered).unchecked_into();
    if let Ok(promise) = perform.call1(&JsValue::UNDEFINED, &deed.into()) {
        promise.unchecked_into::<Answered>().then(&answered, &answered);
    }
}

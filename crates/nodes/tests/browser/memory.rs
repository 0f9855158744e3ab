//! The program's memory stays as it is, however often pieces come and go.

use leptos::ev;
use leptos::prelude::*;
use nodes::{Node, each, el, live, reactive, text};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, settle};

/// The size of the program's memory in bytes. It only grows.
fn size() -> u32 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    memory.buffer().unchecked_into::<js_sys::ArrayBuffer>().byte_length()
}

/// Shows and hides a piece many times.
async fn check(make: impl Fn(RwSignal<bool>) -> Node + 'static) {
    let is_shown = RwSignal::new(false);
    let _stage = Stage::new(move || make(is_shown));
    let mut before = 0;
    for at in 0..10_000 {
        if at == 1_000 {
            before = size();
        }
        is_shown.set(true);
        settle().await;
        is_shown.set(false);
        settle().await;
    }
    assert_eq!(size(), before);
}

fn shown(is_shown: RwSignal<bool>) -> Vec<u64> {
    Vec::from_iter(is_shown.get().then_some(1))
}

#[wasm_bindgen_test]
async fn with_a_piece_of_a_list() {
    check(|is_shown| each(move || shown(is_shown), |key| *key, |_| el("p").child("a").into()))
        .await;
}

#[wasm_bindgen_test]
async fn with_a_piece_that_has_signals_effects_and_listeners() {
    // Changes never, so that no change of it makes Leptos forget who read it.
    let still = RwSignal::new(1);
    let derived = Memo::new(move |_| still.get() + 1);
    check(move |is_shown| {
        each(
            move || shown(is_shown),
            |key| *key,
            move |_| {
                let own = RwSignal::new(1);
                let doubled = Memo::new(move |_| own.get() * 2);
                Effect::new(move |_| own.get());
                el("p")
                    .attr("title", move || (doubled.get() + derived.get()).to_string())
                    .on(ev::click, move |_| own.set(2))
                    .child(live(move || (still.get() + doubled.get()).to_string()))
                    .child(reactive(move || text(derived.get().to_string())))
                    .child(each(move || vec![still.get()], |key| *key, |_| el("b").into()))
                    .into()
            },
        )
    })
    .await;
}

#[wasm_bindgen_test]
async fn with_a_piece_that_is_made_anew() {
    let still = RwSignal::new(1);
    check(move |is_shown| {
        reactive(move || {
            let own = RwSignal::new(1);
            let piece = || {
                el("p")
                    .attr("title", move || own.get().to_string())
                    .on(ev::click, move |_| own.set(2))
                    .child(live(move || still.get().to_string()))
            };
            is_shown.get().then(piece).into()
        })
    })
    .await;
}

//! Keyed lists.

use leptos::prelude::*;
use nodes::{each, el, live, text};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::stage::{Stage, settle};

fn items(stage: &Stage) -> Vec<Element> {
    let found = stage.host.query_selector_all("li").unwrap();
    (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
}

fn words(items: &[Element]) -> String {
    items.iter().map(|item| item.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn pieces_keep_their_nodes_in_any_order() {
    let shown = RwSignal::new("abcd");
    let stage = Stage::new(move || {
        el("ul")
            .child("[")
            .child(each(
                move || shown.get().chars().collect(),
                |letter| u64::from(*letter),
                |letter| el("li").child(letter.to_string()).into(),
            ))
            .child("]")
            .into()
    });
    let mut before = items(&stage);
    for next in [
        "dabc", "abcd", "bcda", "dcba", "adbce", "ea", "", "abc", "xaybzc", "cba", "c", "bca",
        "abc",
    ] {
        shown.set(next);
        settle().await;
        assert_eq!(stage.read(), format!("[{next}]"));
        let now = items(&stage);
        for item in &now {
            let old = before.iter().find(|old| old.text_content() == item.text_content());
            assert!(old.is_none_or(|old| old == item), "{next}: {}", words(&now));
        }
        before = now;
    }
}

#[wasm_bindgen_test]
async fn what_need_not_move_does_not() {
    let shown = RwSignal::new("abcd");
    let stage = Stage::new(move || {
        el("ul")
            .child(each(
                move || shown.get().chars().collect(),
                |letter| u64::from(*letter),
                |letter| el("button").id(&letter.to_string()).child(letter.to_string()).into(),
            ))
            .into()
    });
    // An element that moves loses the focus.
    let focused = || crate::stage::document().active_element().map(|element| element.id());
    for (kept, next) in [("c", "bacd"), ("d", "ebacd"), ("a", "acd"), ("c", "xayczd")] {
        stage.find(&format!("#{kept}")).focus().unwrap();
        shown.set(next);
        settle().await;
        assert_eq!(stage.read(), next);
        assert_eq!(focused().as_deref(), Some(kept), "{next}");
    }
}

#[wasm_bindgen_test]
async fn pieces_keep_their_signals_and_effects() {
    let (shown, suffix) = (RwSignal::new("ab"), RwSignal::new("1"));
    let made = RwSignal::new(0);
    let stage = Stage::new(move || {
        each(
            move || shown.get().chars().collect(),
            |letter| u64::from(*letter),
            move |letter| {
                made.update(|made| *made += 1);
                let own = RwSignal::new(letter.to_string());
                live(move || own.get() + suffix.get())
            },
        )
    });
    assert_eq!(stage.read(), "a1b1");
    shown.set("bca");
    settle().await;
    assert_eq!(stage.read(), "b1c1a1");
    suffix.set("2");
    settle().await;
    assert_eq!(stage.read(), "b2c2a2");
    shown.set("c");
    settle().await;
    suffix.set("3");
    settle().await;
    assert_eq!(stage.read(), "c3");
    assert_eq!(made.get_untracked(), 3);
}

#[wasm_bindgen_test]
async fn pieces_of_any_size_move_whole() {
    let shown = RwSignal::new("abc");
    let inner = RwSignal::new("12");
    let stage = Stage::new(move || {
        each(
            move || shown.get().chars().collect(),
            |letter| u64::from(*letter),
            move |letter| {
                let letters = move || inner.get().chars().collect();
                let inside = each(letters, |i| u64::from(*i), |i| text(i.to_string()));
                vec![text(letter.to_string()), inside].into()
            },
        )
    });
    assert_eq!(stage.read(), "a12b12c12");
    shown.set("ca");
    inner.set("231");
    settle().await;
    assert_eq!(stage.read(), "c231a231");
    inner.set("");
    shown.set("xac");
    settle().await;
    assert_eq!(stage.read(), "xac");
    inner.set("9");
    settle().await;
    assert_eq!(stage.read(), "x9a9c9");
}

#[wasm_bindgen_test]
async fn what_a_piece_reads_when_made_does_not_make_the_list_again() {
    let (shown, other, lists) = (RwSignal::new("a"), RwSignal::new(1), RwSignal::new(0));
    let stage = Stage::new(move || {
        each(
            move || {
                lists.update(|lists| *lists += 1);
                shown.get().chars().collect()
            },
            |letter| u64::from(*letter),
            move |letter| text(format!("{letter}{}", other.get())),
        )
    });
    other.set(2);
    settle().await;
    assert_eq!(stage.read(), "a1");
    assert_eq!(lists.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn keys_that_are_not_unique_are_shown_each() {
    let shown = RwSignal::new("aab");
    let stage = Stage::new(move || {
        each(
            move || shown.get().chars().collect(),
            |letter| u64::from(*letter),
            |letter| text(letter.to_string()),
        )
    });
    assert_eq!(stage.read(), "aab");
    for next in ["baa", "a", "aabb", "abab"] {
        shown.set(next);
        settle().await;
        assert_eq!(stage.read(), next);
    }
}

//! Any changes in any order, translated at any time, lead to what a new page would show.

use leptos::prelude::*;
use nodes::{Node, each, el, live, reactive, text};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, TRANSLATORS, settle, texts, wrap};

/// Numbers that look random, and are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

#[derive(Clone, Copy)]
struct State {
    order: RwSignal<Vec<u64>>,
    shape: RwSignal<usize>,
    word: RwSignal<usize>,
}

fn page(state: State) -> Node {
    let State { order, shape, word } = state;
    let words = move |prefix: &'static str| live(move || format!("{prefix}{}", word.get()));
    let shape_of = move |inner: bool| {
        reactive(move || match shape.get() % 6 {
            0 => None::<Node>.into(),
            1 => text("one"),
            2 => vec![text("two"), el("b").child(word.get().to_string()).into()].into(),
            3 => vec![el("b").child("three").into(), text(word.get().to_string())].into(),
            4 if inner => words("four"),
            4 => vec![words("w"), words("v")].into(),
            _ => vec![text("five"), reactive(move || text(word.get().to_string()))].into(),
        })
    };
    let list = move |depth: bool| {
        each(
            move || order.get(),
            |key| *key,
            move |key| match key % 3 {
                0 => text(key.to_string()),
                1 => el("i").child(key.to_string()).child(words("k")).into(),
                _ if depth => vec![text("("), shape_of(true), text(")")].into(),
                _ => vec![].into(),
            },
        )
    };
    el("p")
        .child(list(true))
        .child("start")
        .child(shape_of(false))
        .child(words("mid"))
        .child(list(false))
        .child(el("u").child(shape_of(true)).child("x").child(list(false)))
        .child(shape_of(true))
        .into()
}

/// The elements and words of a document, without what a translator put there.
fn plain(node: &web_sys::Node) -> String {
    let mut written = String::new();
    let children = node.child_nodes();
    for at in 0..children.length() {
        let child = children.item(at).unwrap();
        let name = child.node_name();
        written += &match name.as_str() {
            "#text" => child.node_value().unwrap().replace(['«', '»'], ""),
            "#comment" => String::new(),
            "FONT" => plain(&child),
            name => format!("<{name}>{}</{name}>", plain(&child)),
        };
    }
    written
}

#[wasm_bindgen_test]
async fn any_change() {
    for seed in 0..40 {
        let mut numbers = Numbers(seed);
        let owner = Owner::new();
        let state = owner.with(|| State {
            order: RwSignal::new(vec![1, 2, 3]),
            shape: RwSignal::new(0),
            word: RwSignal::new(0),
        });
        let stage = Stage::new(move || page(state));
        for step in 0..40 {
            let all = texts(&stage.host);
            match numbers.below(4) {
                0 => TRANSLATORS[numbers.below(3)].translate(&stage.host),
                1 if !all.is_empty() => {
                    TRANSLATORS[numbers.below(3)].translate_text(&all[numbers.below(all.len())]);
                }
                2 => {
                    let elements = stage.host.query_selector_all("p *, p").unwrap();
                    let at = numbers.below(elements.length() as usize) as u32;
                    wrap(&elements.item(at).unwrap());
                }
                _ => {}
            }
            match numbers.below(4) {
                0 => {
                    let mut order: Vec<u64> = (0..7).filter(|_| numbers.below(3) > 0).collect();
                    for at in (1..order.len()).rev() {
                        order.swap(at, numbers.below(at + 1));
                    }
                    state.order.set(order);
                }
                1 => state.shape.set(numbers.below(6)),
                2 => state.word.set(numbers.below(100)),
                _ => {
                    state.word.set(numbers.below(100));
                    state.shape.set(numbers.below(6));
                }
            }
            settle().await;
            let fresh = Stage::new(move || page(state));
            assert_eq!(plain(&stage.host), plain(&fresh.host), "seed {seed}, step {step}");
        }
    }
}

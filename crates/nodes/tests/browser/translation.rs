//! What is read after a browser has translated the page is what was chosen.

use leptos::prelude::*;
use nodes::{Node, each, el, live, reactive, svg, text};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, TRANSLATORS, settle, texts, wrap};

/// Changes what a node shows again and again, and translates the page before each change.
async fn check(
    make: impl Fn(RwSignal<usize>) -> Node + Clone + 'static,
    expected: impl Fn(usize) -> String,
) {
    for translator in TRANSLATORS {
        for is_retranslated in [true, false] {
            let number = RwSignal::new(1);
            let make = make.clone();
            let stage = Stage::new(move || make(number));
            translator.translate(&stage.host);
            assert_eq!(stage.read(), expected(1), "{translator:?}");
            for now in [2, 3, 1, 0, 3, 0, 1, 2] {
                number.set(now);
                settle().await;
                assert_eq!(stage.read(), expected(now), "{translator:?}, changed to {now}");
                if is_retranslated {
                    translator.translate(&stage.host);
                    assert_eq!(stage.read(), expected(now), "{translator:?}");
                }
            }
        }
    }
}

#[wasm_bindgen_test]
async fn a_text_that_changes() {
    check(
        |number| {
            let words = live(move || number.get().to_string());
            el("p").child("a").child(words).child("b").child(el("b").child("c")).into()
        },
        |number| format!("a{number}bc"),
    )
    .await;
    check(
        |number| svg("svg").child(svg("text").child(live(move || number.get().to_string()))).into(),
        |number| number.to_string(),
    )
    .await;
}

#[wasm_bindgen_test]
async fn a_piece_that_is_exchanged() {
    // Texts at either end, and of different kinds, so that the piece is exchanged whole.
    check(
        |number| {
            let piece = move || match number.get() {
                0 => None::<Node>.into(),
                1 => vec![live(|| "x".into()), el("b").child("1").into(), text("y")].into(),
                2 => text("2"),
                _ => vec![el("b").child("3").into(), live(|| "z".into())].into(),
            };
            el("p").child("a").child(reactive(piece)).child("b").into()
        },
        |number| ["ab", "ax1yb", "a2b", "a3zb"][number].to_owned(),
    )
    .await;
    // Nothing but a text, and nothing beside it.
    check(
        |number| el("p").child(reactive(move || text(number.get().to_string()))).into(),
        |number| number.to_string(),
    )
    .await;
}

#[wasm_bindgen_test]
async fn a_list_among_texts() {
    check(
        |number| {
            let pieces = |prefix: &'static str, number: RwSignal<usize>| {
                each(
                    move || (0..number.get() as u64).rev().collect(),
                    |key| *key,
                    move |key| match key {
                        0 => text(format!("{prefix}0")),
                        1 => vec![text(prefix), el("b").child("1").into()].into(),
                        _ => live(move || format!("{prefix}{}", key + number.get() as u64)),
                    },
                )
            };
            el("p")
                .child(pieces("a", number))
                .child(" and ")
                .child(pieces("b", number))
                .child(pieces("c", number))
                .into()
        },
        |number| {
            let list = |prefix: &str| {
                (0..number).rev().fold(String::new(), |list, key| {
                    let shown = if key == 2 { key + number } else { key };
                    format!("{list}{prefix}{shown}")
                })
            };
            format!("{} and {}{}", list("a"), list("b"), list("c"))
        },
    )
    .await;
}

#[wasm_bindgen_test]
async fn texts_in_a_piece_that_become_others() {
    check(
        |number| {
            let piece = move || {
                let number = number.get();
                let words = |prefix: &str| text(format!("{prefix}{number}"));
                let mut row = vec![
                    text("same"),
                    words("b"),
                    el("i").child("in").child(words("c")).child(el("b").child("still")).into(),
                    words("d"),
                ];
                row.extend((0..number).map(|at| text(at.to_string())));
                row.into()
            };
            el("p").child("start").child(reactive(piece)).child("end").into()
        },
        |number| {
            let rest: String = (0..number).map(|at| at.to_string()).collect();
            format!("startsameb{number}inc{number}stilld{number}{rest}end")
        },
    )
    .await;
}

#[wasm_bindgen_test]
async fn elements_that_a_translator_puts_elements_around() {
    for selector in ["b", "i", "u"] {
        let number = RwSignal::new(1);
        let stage = Stage::new(move || {
            let piece = move || match number.get() {
                1 => el("b").child("1").into(),
                number => vec![el("b").child(number.to_string()).into(), text("+")].into(),
            };
            let item = |key: usize| el("u").child(key.to_string()).into();
            el("p")
                .child(reactive(piece))
                .child(el("i").child(live(move || number.get().to_string())))
                .child(each(move || (0..number.get()).collect(), |key| *key as u64, item))
                .into()
        });
        for now in [2, 1, 3, 1, 2] {
            wrap(&stage.find(selector));
            number.set(now);
            settle().await;
            let list: String = (0..now).map(|at| at.to_string()).collect();
            let plus = if now == 1 { "" } else { "+" };
            assert_eq!(stage.read(), format!("{now}{plus}{now}{list}"));
        }
    }
}

#[wasm_bindgen_test]
async fn placeholders_that_a_translator_moves() {
    let number = RwSignal::new(0);
    let stage = Stage::new(move || {
        let row = move || (0..number.get()).map(|at| text(at.to_string())).collect::<Vec<_>>();
        let list = each(move || (0..number.get()).collect(), |at| *at as u64, |_| text("x"));
        el("p").child(reactive(move || row().into())).child(list).into()
    });
    for now in [2, 0, 3, 1, 0, 1] {
        let children = stage.find("p").child_nodes();
        for at in 0..children.length() {
            wrap(&children.item(at).unwrap());
        }
        number.set(now);
        settle().await;
        let row: String = (0..now).map(|at| at.to_string()).collect();
        assert_eq!(stage.read(), row + &"x".repeat(now));
    }
}

#[wasm_bindgen_test]
async fn texts_that_one_element_takes_together() {
    let number = RwSignal::new(1);
    let stage = Stage::new(move || {
        el("p")
            .child("from ")
            .child(live(move || number.get().to_string()))
            .child(" to ")
            .child(reactive(move || text(number.get().to_string())))
            .into()
    });
    for now in 2..5 {
        let all = texts(&stage.host);
        for text in &all[1..] {
            text.parent_node().unwrap().remove_child(text).unwrap();
        }
        all[0].set_node_value(Some("«from before to before»"));
        wrap(&all[0]);
        number.set(now);
        settle().await;
        // The first text did not change, and keeps what the translator wrote.
        assert_eq!(stage.read(), format!("from before to before{now} to {now}"));
        all[0].set_node_value(Some("from "));
    }
}

#[wasm_bindgen_test]
async fn words_that_do_not_change_stay_translated() {
    for translator in TRANSLATORS {
        let number = RwSignal::new(1);
        let stage = Stage::new(move || {
            let piece = move || {
                // Read, so that the piece is made anew; it comes out the same.
                let _ = number.get();
                vec![text("a"), el("b").child("b").into()].into()
            };
            let list = each(move || vec![number.get().min(1)], |at| *at as u64, |_| text("c"));
            el("p")
                .child(reactive(piece))
                .child(list)
                .child(live(move || {
                    let _ = number.get();
                    "d".to_owned()
                }))
                .into()
        });
        translator.translate(&stage.host);
        let before = stage.html();
        number.set(2);
        settle().await;
        assert_eq!(stage.html(), before);
        assert!(before.matches('«').count() == 4);
    }
}

#[wasm_bindgen_test]
async fn what_has_the_focus_keeps_it() {
    for translator in TRANSLATORS {
        let number = RwSignal::new(1);
        let stage = Stage::new(move || {
            let words = || live(move || number.get().to_string());
            el("label").child("a").child(words()).child(el("input")).child(words()).into()
        });
        stage.find("input").focus().unwrap();
        for now in 2..5 {
            translator.translate(&stage.host);
            number.set(now);
            settle().await;
            assert_eq!(stage.read(), format!("a{now}{now}"));
            let focused = crate::stage::document().active_element().unwrap();
            assert_eq!(focused.tag_name(), "INPUT", "{translator:?}");
        }
    }
}

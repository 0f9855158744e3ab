//! Nothing outlives its element.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use nodes::{Node, each, el, live, reactive, text};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::stage::{Counted, Stage, settle};

/// A node with a closure of every kind, each of which keeps something that is counted.
fn with_all_kinds(count: &Rc<Cell<usize>>, number: RwSignal<u64>) -> Node {
    let counted = || Counted::new(count);
    let (a, b, c, d, e, f, g) =
        (counted(), counted(), counted(), counted(), counted(), counted(), counted());
    let inner = Rc::clone(count);
    el("p")
        .attr("title", move || {
            a.touch();
            number.get().to_string()
        })
        .on(ev::click, move |_| b.touch())
        .child(live(move || {
            c.touch();
            number.get().to_string()
        }))
        .child(reactive(move || {
            d.touch();
            text(number.get().to_string())
        }))
        .child(each(
            move || {
                e.touch();
                vec![number.get()]
            },
            move |key| {
                f.touch();
                *key
            },
            move |key| {
                g.touch();
                let (h, i) = (Counted::new(&inner), Counted::new(&inner));
                on_cleanup_touch(&inner);
                let inside = live(move || {
                    h.touch();
                    (key + number.get()).to_string()
                });
                el("b").on(ev::click, move |_| i.touch()).child(inside).into()
            },
        ))
        .into()
}

/// Counts something until the current owner is disposed of.
fn on_cleanup_touch(count: &Rc<Cell<usize>>) {
    let kept = StoredValue::new_local(Counted::new(count));
    kept.with_value(Counted::touch);
}

#[wasm_bindgen_test]
async fn all_is_released_when_the_tree_is_unmounted() {
    let (count, number) = (Rc::new(Cell::new(0)), RwSignal::new(1));
    let inner = Rc::clone(&count);
    let mut stage = Stage::new(move || with_all_kinds(&inner, number));
    assert_eq!(count.get(), 10);
    number.set(2);
    settle().await;
    assert_eq!(count.get(), 10);
    stage.unmount();
    stage.check("");
    settle().await;
    assert_eq!(count.get(), 0);
    number.set(3);
    settle().await;
}

#[wasm_bindgen_test]
async fn all_is_released_when_a_piece_goes() {
    let (count, number, is_shown) = (Rc::new(Cell::new(0)), RwSignal::new(1), RwSignal::new(true));
    let (in_piece, in_list) = (Rc::clone(&count), Rc::clone(&count));
    let stage = Stage::new(move || {
        vec![
            reactive(move || is_shown.get().then(|| with_all_kinds(&in_piece, number)).into()),
            each(
                move || Vec::from_iter(is_shown.get().then_some(1)),
                |key| *key,
                move |_| with_all_kinds(&in_list, number),
            ),
        ]
        .into()
    });
    for _ in 0..3 {
        assert_eq!(count.get(), 20);
        is_shown.set(false);
        settle().await;
        stage.check("");
        assert_eq!(count.get(), 0);
        number.update(|number| *number += 1);
        is_shown.set(true);
        settle().await;
    }
}

#[wasm_bindgen_test]
async fn an_element_that_is_gone_hears_nothing() {
    let (heard, is_shown) = (Rc::new(Cell::new(0)), RwSignal::new(true));
    let count = Rc::clone(&heard);
    let stage = Stage::new(move || {
        reactive(move || {
            let count = Rc::clone(&count);
            let button = || el("button").on(ev::click, move |_| count.set(count.get() + 1));
            is_shown.get().then(button).into()
        })
    });
    let button = stage.find("button");
    button.click();
    is_shown.set(false);
    settle().await;
    // A listener that were still there would throw: its closure is gone. The browser reports what
    // a listener throws to the window.
    let thrown = Rc::new(Cell::new(0));
    let seen = Rc::clone(&thrown);
    let report =
        leptos::leptos_dom::helpers::window_event_listener_untyped("error", move |event| {
            event.prevent_default();
            seen.set(seen.get() + 1);
        });
    button.dispatch_event(&Event::new("click").unwrap()).unwrap();
    report.remove();
    assert_eq!((heard.get(), thrown.get()), (1, 0));
}

#[wasm_bindgen_test]
async fn a_handler_may_remove_its_own_element() {
    let count = Rc::new(Cell::new(0));
    let stage = Rc::new(RefCell::new(None::<Stage>));
    let (counted, own) = (Counted::new(&count), Rc::clone(&stage));
    let heard = Rc::new(Cell::new(0));
    let after = Rc::clone(&heard);
    *stage.borrow_mut() = Some(Stage::new(move || {
        let click = move |_| {
            // At once, while the handler runs.
            own.borrow_mut().as_mut().unwrap().unmount();
            counted.touch();
            after.set(after.get() + 1);
        };
        el("p").child(el("button").on(ev::click, click)).into()
    }));
    let button = stage.borrow().as_ref().unwrap().find("button");
    button.click();
    assert_eq!((heard.get(), count.get()), (1, 0));
    button.click();
    assert_eq!(heard.get(), 1);
    stage.borrow().as_ref().unwrap().check("");
}

#[wasm_bindgen_test]
async fn a_handler_may_cause_its_element_to_go() {
    let is_shown = RwSignal::new(true);
    let stage = Stage::new(move || {
        reactive(move || {
            let button = || el("button").on(ev::click, move |_| is_shown.set(false));
            is_shown.get().then(button).into()
        })
    });
    stage.find("button").click();
    settle().await;
    stage.check("");
}

#[wasm_bindgen_test]
async fn a_handler_that_runs_while_nodes_are_removed_may_unmount_all() {
    let is_shown = RwSignal::new(true);
    let stage = Rc::new(RefCell::new(None::<Stage>));
    let own = Rc::clone(&stage);
    *stage.borrow_mut() = Some(Stage::new(move || {
        let input = move || {
            let own = Rc::clone(&own);
            let unmount = move |_| own.borrow_mut().as_mut().unwrap().unmount();
            is_shown.get().then(|| el("input").on(ev::blur, unmount)).into()
        };
        el("p").child(reactive(input)).into()
    }));
    let input = stage.borrow().as_ref().unwrap().find("input");
    input.focus().unwrap();
    is_shown.set(false);
    settle().await;
    assert!(stage.borrow().as_ref().unwrap().host.query_selector("input").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn owners_of_pieces_are_disposed_of() {
    let shown = RwSignal::new(vec![1, 2]);
    let made = Rc::new(RefCell::new(Vec::new()));
    let kept = Rc::clone(&made);
    let mut stage = Stage::new(move || {
        each(
            move || shown.get(),
            |key| *key,
            move |key| {
                let own = RwSignal::new(key);
                kept.borrow_mut().push(own);
                live(move || own.get().to_string())
            },
        )
    });
    let alive = || made.borrow().iter().filter_map(GetUntracked::try_get_untracked).collect();
    let check = |expected: &[u64]| assert_eq!(Vec::<u64>::from_iter::<Vec<u64>>(alive()), expected);
    check(&[1, 2]);
    shown.set(vec![3, 2]);
    settle().await;
    check(&[2, 3]);
    stage.unmount();
    check(&[]);
}

//! What is put into the document, and what stays there when it changes.

use std::cell::Cell;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use nodes::{Node, each, el, live, reactive, svg, text};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlInputElement};

use crate::stage::{Stage, settle};

#[wasm_bindgen_test]
async fn elements_are_built_and_follow_their_closures() {
    let number = RwSignal::new(1);
    let stage = Stage::new(move || {
        el("p")
            .class("a")
            .attr("hidden", move || number.get() > 1)
            .attr("title", move || (number.get() < 3).then(|| number.get().to_string()))
            .child("n = ")
            .child(live(move || number.get().to_string()))
            .into()
    });
    stage.check("<p class=\"a\" title=\"1\">n = 1</p>");
    number.set(2);
    settle().await;
    stage.check("<p class=\"a\" title=\"2\" hidden=\"\">n = 2</p>");
    number.set(3);
    settle().await;
    stage.check("<p class=\"a\" hidden=\"\">n = 3</p>");
    number.set(1);
    settle().await;
    stage.check("<p class=\"a\" title=\"1\">n = 1</p>");
}

#[wasm_bindgen_test]
async fn properties_are_set_and_their_defaults_too() {
    let (value, is_on) = (RwSignal::new("a".to_owned()), RwSignal::new(true));
    let stage = Stage::new(move || {
        el("input")
            .attr("type", "checkbox")
            .prop("value", move || value.get())
            .prop("checked", move || is_on.get())
            .into()
    });
    let input: HtmlInputElement = stage.find("input").unchecked_into();
    assert!(input.checked() && input.default_checked());
    // What a visitor does leaves the default alone; what is written does not.
    input.set_checked(false);
    is_on.set(false);
    value.set("b".to_owned());
    settle().await;
    assert!(!input.checked() && !input.default_checked());
    assert_eq!((input.value(), input.default_value()), ("b".to_owned(), "b".to_owned()));
    is_on.set(true);
    settle().await;
    assert!(input.checked() && input.default_checked());
}

#[wasm_bindgen_test]
fn pictures_are_of_their_namespace() {
    let stage = Stage::new(|| svg("svg").child(svg("text").child(live(|| "4".into()))).into());
    assert_eq!(stage.find("text").namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    stage.check("<svg><text>4</text></svg>");
}

#[wasm_bindgen_test]
async fn what_stays_the_same_is_left_alone() {
    let number = RwSignal::new(1);
    let stage = Stage::new(move || {
        reactive(move || {
            let number = number.get();
            vec![
                text("a"),
                el("b").attr("title", (number < 3).then(|| number.to_string())).child("x").into(),
                el("i").child(number.to_string()).into(),
                (number > 1).then(|| el("u")).into(),
            ]
            .into()
        })
    });
    stage.check("a<b title=\"1\">x</b><i>1</i>");
    let (b, i) = (stage.find("b"), stage.find("i"));
    for (number_now, html) in [
        (2, "a<b title=\"2\">x</b><i>2</i><u></u>"),
        (3, "a<b>x</b><i>3</i><u></u>"),
        (1, "a<b title=\"1\">x</b><i>1</i>"),
    ] {
        number.set(number_now);
        settle().await;
        stage.check(html);
        assert!(stage.find("b") == b && stage.find("i") == i);
    }
}

#[wasm_bindgen_test]
async fn what_has_closures_is_exchanged_in_its_place() {
    let (shown, inner) = (RwSignal::new(1), RwSignal::new(1));
    let stage = Stage::new(move || {
        el("p")
            .child("a")
            .child(reactive(move || match shown.get() {
                0 => vec![].into(),
                1 => live(move || inner.get().to_string()),
                2 => el("b").on(ev::click, |_| ()).child("2").into(),
                3 => vec![text("3"), reactive(move || text(inner.get().to_string()))].into(),
                _ => each(move || vec![inner.get()], |key| *key, |key| text(key.to_string())),
            }))
            .child("z")
            .into()
    });
    stage.check("<p>a1z</p>");
    for (shown_now, html, later) in [
        (2, "<p>a<b>2</b>z</p>", "<p>a<b>2</b>z</p>"),
        (3, "<p>a31z</p>", "<p>a32z</p>"),
        (4, "<p>a1z</p>", "<p>a2z</p>"),
        (0, "<p>az</p>", "<p>az</p>"),
        (1, "<p>a1z</p>", "<p>a2z</p>"),
        (0, "<p>az</p>", "<p>az</p>"),
        (4, "<p>a1z</p>", "<p>a2z</p>"),
    ] {
        shown.set(shown_now);
        inner.set(1);
        settle().await;
        stage.check(html);
        inner.set(2);
        settle().await;
        stage.check(later);
    }
}

#[wasm_bindgen_test]
async fn the_outermost_nodes_change_too() {
    let number = RwSignal::new(1);
    let stage = Stage::new(move || {
        let row =
            move || (0..number.get()).map(|at| text(at.to_string())).collect::<Vec<Node>>().into();
        vec![reactive(row), each(move || (0..number.get()).collect(), |n| *n, |_| el("b").into())]
            .into()
    });
    stage.check("0<b></b>");
    number.set(3);
    settle().await;
    stage.check("012<b></b><b></b><b></b>");
    number.set(0);
    settle().await;
    stage.check("");
    number.set(2);
    settle().await;
    stage.check("01<b></b><b></b>");
}

#[wasm_bindgen_test]
fn listeners_hear_their_events() {
    let heard = Rc::new(Cell::new(0));
    let (on_way_down, at_button) = (Rc::clone(&heard), Rc::clone(&heard));
    let stage = Stage::new(move || {
        let button = el("button").on(ev::click, move |event| {
            let _: web_sys::MouseEvent = event;
            at_button.set(at_button.get() * 10 + 2);
        });
        el("p")
            .on(ev::capture(ev::click), move |_| on_way_down.set(on_way_down.get() * 10 + 1))
            .child(button)
            .into()
    });
    stage.find("button").click();
    assert_eq!(heard.get(), 12);
    stage.find("button").dispatch_event(&Event::new("input").unwrap()).unwrap();
    assert_eq!(heard.get(), 12);
}

#[wasm_bindgen_test]
fn nodes_are_written_as_html_in_a_browser_too() {
    let node = el("p").attr("hidden", || true).child(live(|| "<".to_owned())).into();
    assert_eq!(nodes::to_html(node), "<p hidden=\"\">&lt;</p>");
}

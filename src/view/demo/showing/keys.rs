//! The buttons of the presenter's view, which keys press: the script `src/demo/demo.js` finds them by
//! `aria-keyshortcuts`.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::untrack;
use nodes::{Element, Node, el, live};
use plans::case::{Choice, Moment};

use super::{Stage, Start};
use crate::page::Page;
use crate::signal::RwSignal;
use crate::view::ids;
use crate::view::widgets::{button, said};

/// The keys of plans.
const DIGITS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// What fingers press on a touch screen.
pub fn always_there(stage: &Stage) -> Vec<Node> {
    let words = &stage.kit.words.showing;
    let (back, next, shows_keys) = (stage.clone(), stage.clone(), stage.shows_keys);
    let kit = stage.kit.clone();
    let id = kit.page.get().id(ids::PRESENTED);
    let signed = |sign: &str, name: &str, element: Element| -> Node {
        element.attr("aria-label", name).child(sign).into()
    };
    let back = key("ArrowLeft PageUp", move |_| back.go(false));
    let next = key("ArrowRight PageDown Space", move |_| next.go(true));
    let keys_are_off = stage.keys_are_off;
    let help = button(Vec::new(), move |_| shows_keys.set(!shows_keys.get_untracked()))
        // Escape leaves the keys first, and then the view.
        .attr("aria-keyshortcuts", move || match (keys_are_off.get(), shows_keys.get()) {
            (false, false) => Some("?"),
            (false, true) => Some("? Escape"),
            (true, true) => Some("Escape"),
            (true, false) => None,
        })
        .attr("aria-expanded", move || if shows_keys.get() { "true" } else { "false" });
    let close = move |_| kit.perform_quietly(&[("deed", "close"), ("id", &id)]);
    vec![
        signed("←", words.previous(), back),
        signed("→", words.next(), next),
        signed("?", words.keys(), help),
        signed("×", words.leave(), button(Vec::new(), close)),
    ]
}

/// What all other keys do, each also a button.
pub fn shown_on_demand(stage: &Stage) -> Node {
    let words = &stage.kit.words.showing;
    let page = stage.page;
    let [later, earlier, hides, tells, undoes] = [stage; 5].map(Stage::clone);
    let (kit, keys_are_off) = (stage.kit.clone(), stage.keys_are_off);
    let mut keys: Vec<Element> = vec![
        arrow("↓", "ArrowDown", move |_| later.turn(true, Start::Case)).child(words.next_chapter()),
        arrow("↑", "ArrowUp", move |_| earlier.turn(false, Start::Case))
            .child(words.previous_chapter()),
        character("P", keys_are_off, move |_| next_priority(page)).child(words.priority()),
        character("R", keys_are_off, move |_| next_region(page)).child(words.region()),
    ];
    let state = page.get();
    for (plan, digit) in state.catalog().plan_indices().zip(DIGITS) {
        let tells = tells.clone();
        let name = said(&state, el("span"), &state.catalog().plan(plan).short);
        keys.push(character(digit, keys_are_off, move |_| tells.tell(plan)).child(name));
    }
    keys.push(character("H", keys_are_off, move |_| hides.hide()).child(words.hide()));
    keys.push(character("0", keys_are_off, move |_| undoes.undo()).child(words.undo()));
    let full_screen = move |_| kit.perform_quietly(&[("deed", "fullScreen")]);
    keys.push(character("F", keys_are_off, full_screen).child(words.full_screen()));
    keys.push(switch(stage));
    let shows_keys = stage.shows_keys;
    el("div")
        .class("pc-present__keys")
        .attr("hidden", move || !shows_keys.get())
        .children(keys.into_iter().map(Node::from).collect())
        .into()
}

/// Switches off the keys of letters, digits and signs, which a voice may press by mistake.
fn switch(stage: &Stage) -> Element {
    let (keys_are_off, shows_keys) = (stage.keys_are_off, stage.shows_keys);
    let words = Arc::clone(&stage.kit.words);
    let name = move || {
        let words = &words.showing;
        if keys_are_off.get() { words.keys_on() } else { words.keys_off() }.to_owned()
    };
    let switch = move |_| {
        let off = !keys_are_off.get_untracked();
        keys_are_off.set(off);
        // Whoever did so by mistake sees what happened, and the button that undoes it.
        if off {
            shows_keys.set(true);
        }
    };
    character("K", keys_are_off, switch).child(live(name))
}

/// A button that keys press, too: their names, with spaces between them.
fn key(keys: &str, press: impl FnMut(ev::MouseEvent) + 'static) -> Element {
    button(Vec::new(), press).attr("aria-keyshortcuts", keys)
}

/// The same with what stands on the key.
fn arrow(cap: &str, keys: &str, press: impl FnMut(ev::MouseEvent) + 'static) -> Element {
    key(keys, press).child(el("kbd").child(cap)).child(" ")
}

/// A button that the key of a character presses, too, unless those keys are off.
fn character(
    character: &'static str,
    keys_are_off: RwSignal<bool>,
    press: impl FnMut(ev::MouseEvent) + 'static,
) -> Element {
    button(Vec::new(), press)
        .attr("aria-keyshortcuts", move || (!keys_are_off.get()).then_some(character))
        .child(el("kbd").attr("hidden", move || keys_are_off.get()).child(character))
        .child(" ")
}

fn next_priority(page: Page) {
    let state = page.get();
    let current = untrack(|| state.case()).priority;
    let next = after(state.catalog().priority_indices(), current);
    next.into_iter().for_each(|next| page.choose(Choice::Priority(next)));
}

/// Lets another desk answer the same case: it is opened, and its reply needed, at the same instants,
/// whatever that desk's clock shows then.
fn next_region(page: Page) {
    let state = page.get();
    let opened = untrack(|| state.opened()).and_then(Result::ok).map(|opened| opened.at);
    let next = after(state.catalog().region_indices(), untrack(|| state.region()));
    let by = untrack(|| state.needed_by());
    let mut choices = Vec::new();
    choices.extend(opened.map(|at| Choice::Opened(Some(Moment::At(at)))));
    choices.extend(by.map(|at| Choice::By(Some(Moment::At(at)))));
    choices.extend(next.map(Choice::Region));
    state.choose(&choices);
}

/// The item after one in a list, or the first.
fn after<T: Copy + PartialEq>(items: impl Iterator<Item = T>, current: T) -> Option<T> {
    let items: Vec<T> = items.collect();
    let place = items.iter().position(|item| *item == current)?;
    items.get(place + 1).or(items.first()).copied()
}

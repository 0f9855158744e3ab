//! Which plans are shown, at the head of their answers.

use leptos::ev;
use leptos::prelude::untrack;
use nodes::{Node, el, live};
use plans::case::Choice;
use plans::catalog::PlanIndex;
use plans::link::Key;
use plans::wording::fill;

use crate::page::Page;
use crate::signal::RwSignal;
use crate::view::ids;
use crate::view::widgets::{ChoiceControl, expander};

/// A box for each plan, and how many are shown. On a narrow page the number opens the boxes. Nothing
/// where there is one plan.
pub fn shown(page: Page) -> Node {
    let state = page.get();
    if state.catalog().plans.len() < 2 {
        return Vec::new().into();
    }
    let count = move || {
        let page = page.get();
        let (shown, all) = (page.shown_count().to_string(), page.catalog().plans.len().to_string());
        fill(page.messages().controls.plans_shown(), &[("shown", &shown), ("all", &all)])
    };
    let id = state.id(ids::PLANS);
    let is_open = RwSignal::new(false);
    let choices = state.catalog().plan_indices().map(|index| plan(page, index)).collect();
    let boxes = el("fieldset")
        .class("pc-plans__boxes")
        .id(&id)
        .child(el("legend").class("pc-hidden").child(state.messages().controls.plans()))
        .children(choices);
    el("div")
        .class("pc-plans")
        .child(expander(&id, is_open).class("pc-button pc-plans__button").child(live(count)))
        .child(el("span").class("pc-plans__count").child(live(count)))
        .child(boxes)
        .into()
}

/// A plan's box. The last plan stays.
fn plan(page: Page, index: PlanIndex) -> Node {
    let state = page.get();
    let plan = state.catalog().plan(index);
    ChoiceControl {
        kind: "checkbox",
        name: Key::Plans.as_str(),
        value: &plan.id,
        label: plan.short.clone(),
        about: None,
        chosen: Box::new(move || page.get().is_shown(index)),
        change: Box::new(move |_| {
            let shown = untrack(|| page.get().is_shown(index));
            page.choose(if shown { Choice::Hide(index) } else { Choice::Show(index) });
        }),
        // Stopping the click leaves the box on, and no change is reported.
        click: Some(Box::new(move |event: ev::MouseEvent| {
            let state = page.get();
            if untrack(|| state.is_shown(index) && state.shown_count() == 1) {
                event.prevent_default();
                page.choose(Choice::Hide(index));
            }
        })),
    }
    .view(&state)
}

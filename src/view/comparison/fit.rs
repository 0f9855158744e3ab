//! Which plan fits: what one must have, how long one would wait, and what each plan misses.

use leptos::prelude::*;

use super::panel;
use crate::catalog::EntitlementIndex;
use crate::compare::fits;
use crate::scenario::{Key, WaitLimit};
use crate::text::fill;
use crate::view::ids;
use crate::view::node::{Node, dynamic, el, part};
use crate::view::page::Page;
use crate::view::parts::{Choice, div, field, paragraph};
use crate::view::state::State;

/// The waits to choose from; a link may name any other.
const WAITS: [&str; 8] = ["PT30M", "PT1H", "PT4H", "PT12H", "P1D", "P2D", "P3D", "P4D"];

/// What is asked of a plan, and which plans do it.
pub fn section(page: Page) -> Node {
    let messages = page.messages();
    let words = &messages.decide;
    let (asks, limit) = untrack(|| {
        page.scenario.with(|scenario| {
            (!scenario.need.is_empty() || scenario.within.is_some(), scenario.within)
        })
    });
    // Asked only when somebody wants to answer: they are many.
    let asked = State::new(asks);
    let questions = move || match asked.get() {
        true => vec![
            paragraph("pc-hint", &*page.messages().decide.case),
            div("pc-fit__questions", vec![need(page), within(page, limit)]),
        ],
        false => Vec::new(),
    };
    let questions = el("details")
        .attr("id", ids::FIT_QUESTIONS)
        .maybe("open", asks.then_some(""))
        .on("ontoggle", move |event| asked.set((page.env().is_open)(&event)))
        .child(el("summary").child(&*words.ask))
        .child(part(move || questions().into()));
    // The answer, whose length changes, stands where it moves no question.
    let answer = div("pc-fit__answer", vec![part(move || answer(page))]);
    let parts = vec![div("pc-fit__body", vec![questions.into(), answer])];
    panel(ids::FIT_HEADING, "pc-fit", &words.heading, parts)
}

/// The plans that fit, what the others miss, and if none fits, which come nearest.
fn answer(page: Page) -> Node {
    let (catalog, wording) = (page.catalog(), page.wording());
    let fits =
        page.now.get().and_then(|now| page.scenario.with(|scenario| fits(catalog, scenario, now)));
    let Some(fits) = fits else {
        return paragraph("pc-fit__nothing", &*wording.messages.decide.nothing);
    };
    let (zone, priority) = page.scenario.with(|scenario| (scenario.zone, scenario.priority));
    let mut answer = vec![paragraph(
        "pc-fit__plans",
        page.scenario.with(|scenario| wording.fits(catalog, scenario, &fits)),
    )];
    let mut list = |class: &str, sentences: Vec<String>| {
        let items = sentences.into_iter().filter(|sentence| !sentence.is_empty());
        let items: Vec<Node> = items.map(|sentence| el("li").child(sentence).into()).collect();
        if !items.is_empty() {
            answer.push(el("ul").class(class).children(items).into());
        }
    };
    if fits.outside.is_none() && fits.fitting().is_empty() {
        list("pc-fit__nearest", wording.nearest(catalog, &zone, &fits));
    }
    list(
        "pc-fit__misfits",
        fits.plans.iter().map(|fit| wording.misfit(catalog, priority, fit)).collect(),
    );
    answer.into()
}

/// Which entitlements one must have.
fn need(page: Page) -> Node {
    let (catalog, messages) = (page.catalog(), page.messages());
    let option = |index: EntitlementIndex| {
        let entitlement = catalog.entitlement(index);
        let name = entitlement.name.clone();
        let needed = move || page.scenario.with(|scenario| scenario.need.contains(&index));
        Choice {
            kind: "checkbox",
            name: Key::Need.as_str(),
            value: &entitlement.id,
            label: &entitlement.name,
            about: None,
            chosen: dynamic(needed),
            change: Box::new(move |_| {
                let messages = page.messages();
                let status = &messages.status;
                let said = if untrack(needed) { &status.need_removed } else { &status.need_added };
                let said = fill(said, &[("entitlement", &name)]);
                page.choose(|scenario| scenario.toggle_need(index), &said);
            }),
            click: None,
        }
        .view()
    };
    let options = catalog.entitlement_indices().map(option).collect();
    field(&messages.decide.need, vec![div("pc-chips", options)])
}

/// How long one would wait at worst; `limit` is what the link says.
fn within(page: Page, limit: Option<WaitLimit>) -> Node {
    let wording = page.wording();
    let words = &wording.messages.decide;
    let mut limits: Vec<WaitLimit> =
        WAITS.iter().filter_map(|wait| WaitLimit::parse(wait)).collect();
    if let Some(limit) = limit
        && !limits.contains(&limit)
    {
        limits.insert(limits.partition_point(|known| *known < limit), limit);
    }
    let option = |within: Option<WaitLimit>| {
        let length = within.map(|within| wording.duration(within.duration()));
        let said = match &length {
            Some(length) => fill(&wording.messages.status.within, &[("wait", length)]),
            None => wording.messages.status.within_any.clone(),
        };
        Choice {
            kind: "radio",
            name: Key::Within.as_str(),
            value: &within.map(|within| within.to_string()).unwrap_or_default(),
            label: length.as_ref().unwrap_or(&words.within_any),
            about: None,
            chosen: dynamic(move || page.scenario.with(|scenario| scenario.within) == within),
            change: Box::new(move |_| page.choose(|scenario| scenario.within = within, &said)),
            click: None,
        }
        .view()
    };
    let mut options = vec![option(None)];
    options.extend(limits.into_iter().map(|limit| option(Some(limit))));
    field(&words.within, vec![div("pc-chips", options)])
}

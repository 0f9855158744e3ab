//! The account of a plan's answer, to open and to copy.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalog::PlanIndex;
use crate::compare::{Answer, Reply};
use crate::text::fill;
use crate::view::node::{Node, changing, el, part};
use crate::view::page::Page;
use crate::view::parts::{button, cell, div, paragraph};
use crate::view::state::State;

/// What counted and what did not, as an ordered list, and the assumptions under it.
pub fn account(page: Page, plan: PlanIndex) -> Node {
    let (catalog, messages) = (page.catalog(), page.messages());
    let summary = fill(&messages.answer.account_of, &[("plan", &catalog.plan(plan).short)]);
    let answer = move || page.answer(plan).filter(|answer| answer.outcome.is_ok());
    // The answer whose account was copied, or could not be.
    let told = State::new(None::<(Arc<Answer>, String)>);
    let copy = move |_| {
        let Some(answer) = untrack(answer) else { return };
        let Ok(reply) = &answer.outcome else { return };
        let name = page.catalog().plan(plan).name.clone();
        let text = untrack(|| as_text(page, &name, reply));
        let copied = Arc::clone(&answer);
        let tell = Box::new(move |done| {
            let messages = page.messages();
            let words = &messages.account;
            let outcome = if done {
                fill(&words.copied, &[("plan", &name)])
            } else {
                words.copy_failed.clone()
            };
            told.set(Some((Arc::clone(&copied), outcome.clone())));
            page.status.set(outcome);
        });
        (page.env().copy)(text, tell);
    };
    // Said no longer than the account is what it was.
    let outcome = move || match (told.get(), answer()) {
        (Some((copied, outcome)), Some(answer)) if copied == answer => outcome,
        _ => String::new(),
    };
    let content = vec![
        part(move || answer().map_or_else(|| Vec::new().into(), |answer| list(page, &answer))),
        button(&*messages.account.copy, copy).into(),
        paragraph("pc-hint", changing(outcome)),
    ];
    let account = el("details")
        .hidden(move || answer().is_none())
        .child(el("summary").child(summary))
        .child(div("pc-account__body", content));
    cell("pc-account", catalog.plan(plan)).child(account).into()
}

fn list(page: Page, answer: &Answer) -> Node {
    let Ok(reply) = &answer.outcome else { return Vec::new().into() };
    let items = |lines: Vec<String>| {
        lines.into_iter().map(|line| el("li").child(line).into()).collect::<Vec<Node>>()
    };
    let (lines, assumptions) = lines(page, reply);
    Node::All(vec![
        el("ol").class("pc-account__steps").children(items(lines)).into(),
        paragraph("pc-account__heading", &*page.messages().account.assumptions),
        el("ul").class("pc-account__assumptions").children(items(assumptions)).into(),
    ])
}

fn lines(page: Page, reply: &Reply) -> (Vec<String>, Vec<String>) {
    let (catalog, wording) = (page.catalog(), page.wording());
    page.scenario.with(|scenario| {
        (wording.account(catalog, &scenario.zone, reply), wording.assumptions(scenario, reply))
    })
}

/// The account as plain text for the clipboard.
fn as_text(page: Page, plan: &str, reply: &Reply) -> String {
    let (lines, assumptions) = lines(page, reply);
    let messages = page.messages();
    let mut text = vec![format!("{plan}: {}", super::answers::case(page))];
    text.extend(lines.iter().zip(1..).map(|(line, number)| format!("{number}. {line}")));
    text.push(messages.account.assumptions.clone());
    text.extend(assumptions.iter().map(|line| format!("- {line}")));
    text.push(messages.answer.no_guarantee.clone());
    text.join("\n")
}

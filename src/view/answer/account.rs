//! The account of a plan's answer, to open and to copy.

use std::sync::Arc;

use leptos::prelude::untrack;
use nodes::{Node, el, live, reactive};
use plans::catalog::PlanIndex;
use plans::compare::{Answer, Reply};
use plans::picture::ribbon;
use plans::wording::fill;

use crate::page::{Page, PageState};
use crate::signal::RwSignal;
use crate::view::chunks::{Chunks, disclosure};
use crate::view::why::{Show, drawing};
use crate::view::widgets::{button, cell, div, paragraph};

/// The account of an answer, in words and as a picture: a chunk of the program.
pub struct Account {
    /// An account in words, with a button to copy it.
    body: fn(Page, PlanIndex) -> Node,
    /// The accounts of all shown plans, as a picture.
    pub ribbon: Show,
}

impl Account {
    /// The functions, to which only the chunk refers.
    pub const HERE: Self = Self { body, ribbon: |page, id| drawing(page, id, ribbon) };
}

/// A disclosure for an account, which is fetched and made when it is opened.
pub fn account(page: Page, chunks: Chunks, index: PlanIndex) -> Node {
    let state = page.get();
    let plan = state.catalog().plan(index);
    let chunk = chunks.account;
    let summary = fill(state.messages().answer.account_of(), &[("plan", &plan.short)]);
    let body = move || {
        let body = chunk.get().map(|chunk| (chunk.body)(page, index));
        div("pc-account__body", body.into_iter().collect())
    };
    let id = state.id(&format!("account-{}", plan.id));
    let account =
        disclosure(page, chunk.any(), RwSignal::new(false), (&id, &summary), Box::new(body))
            .attr("hidden", move || answered(page, index).is_none());
    cell("pc-account", plan).child(account).into()
}

/// A plan's answer, if it has a deadline.
fn answered(page: Page, index: PlanIndex) -> Option<Arc<Answer>> {
    page.get().answer(index).filter(|answer| answer.outcome.is_ok())
}

/// What counted and what did not, as an ordered list, and the assumptions under it.
fn body(page: Page, index: PlanIndex) -> Node {
    let state = page.get();
    let answer = move || answered(page, index);
    // The answer whose account was copied, and what came of it.
    let copied = RwSignal::new(None::<(Arc<Answer>, String)>);
    let copy = move |_| {
        let Some(answer) = untrack(answer) else { return };
        let Ok(reply) = &answer.outcome else { return };
        let state = page.get();
        let text = untrack(|| as_text(&state, index, reply));
        let of = Arc::clone(&answer);
        let on_copied = Box::new(move |allowed| {
            let page = page.get();
            let messages = &page.messages().account;
            let result = if allowed {
                fill(messages.copied(), &[("plan", &page.catalog().plan(index).name)])
            } else {
                messages.copy_failed().to_owned()
            };
            copied.set(Some((Arc::clone(&of), result.clone())));
            page.say(result);
        });
        state.edge().copy(text, on_copied);
    };
    // Said no longer than the account is what it was.
    let copy_result = move || match (copied.get(), answer()) {
        (Some((of, result)), Some(answer)) if of == answer => result,
        _ => String::new(),
    };
    let lines = move || match answer() {
        Some(answer) => list(&page.get(), &answer),
        None => Vec::new().into(),
    };
    vec![
        reactive(lines),
        button(state.messages().account.copy(), copy).into(),
        paragraph("pc-hint", live(copy_result)),
    ]
    .into()
}

fn list(page: &PageState, answer: &Answer) -> Node {
    let Ok(reply) = &answer.outcome else { return Vec::new().into() };
    let items = |lines: Vec<String>| {
        lines.into_iter().map(|line| el("li").child(line).into()).collect::<Vec<Node>>()
    };
    let (steps, assumptions) = lines(page, reply);
    vec![
        el("ol").class("pc-account__steps").children(items(steps)).into(),
        paragraph("pc-account__heading", page.messages().account.assumptions()),
        el("ul").class("pc-account__assumptions").children(items(assumptions)).into(),
    ]
    .into()
}

/// The steps of an account, and its assumptions.
fn lines(page: &PageState, reply: &Reply) -> (Vec<String>, Vec<String>) {
    let wording = page.wording();
    (wording.account(page.catalog(), &page.zone(), reply), wording.assumptions(reply))
}

/// The account as plain text for the clipboard.
fn as_text(page: &PageState, index: PlanIndex, reply: &Reply) -> String {
    let (steps, assumptions) = lines(page, reply);
    let messages = page.messages();
    let plan = &page.catalog().plan(index).name;
    let mut text = vec![format!("{plan}: {}", page.case_in_words())];
    text.extend(steps.iter().zip(1..).map(|(line, number)| format!("{number}. {line}")));
    text.push(messages.account.assumptions().to_owned());
    text.extend(assumptions.iter().map(|line| format!("- {line}")));
    text.push(messages.answer.no_guarantee().to_owned());
    text.join("\n")
}

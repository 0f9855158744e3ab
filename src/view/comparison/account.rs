//! The account of a plan's answer, to open and to copy.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalog::PlanIndex;
use crate::compare::{Answer, Reply};
use crate::text::fill;
use crate::view::page::Page;
use crate::view::parts::{Cell, button, changing, hidden_if, paragraph, part, text};

/// What counted and what did not, as an ordered list, and the assumptions under it.
pub fn account(page: Page, plan: PlanIndex) -> AnyView {
    let (catalog, messages) = (page.catalog(), page.messages());
    let summary = fill(&messages.answer.account_of, &[("plan", &catalog.plan(plan).short)]);
    let answer = move || page.answer(plan).filter(|answer| answer.outcome.is_ok());
    // The answer whose account was copied, or could not be.
    let told = RwSignal::new(None::<(Arc<Answer>, String)>);
    let copy = move |_| {
        let Some(answer) = untrack(answer) else { return };
        let Ok(reply) = &answer.outcome else { return };
        let name = page.catalog().plan(plan).name.clone();
        let text = untrack(|| as_text(page, &name, reply));
        let copied = Arc::clone(&answer);
        let tell = Callback::new(move |done| {
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
    let content = view! {
        <details hidden=hidden_if(move || answer().is_none())>
            <summary>{summary}</summary>
            <div class="pc-account__body">
                {part(move || answer().map_or_else(|| text(""), |answer| list(page, &answer)))}
                {button(text(&messages.account.copy), None, copy)}
                {paragraph("pc-hint", changing(outcome))}
            </div>
        </details>
    };
    Cell { class: "pc-account", ..Cell::default() }.of(catalog.plan(plan), content.into_any())
}

fn list(page: Page, answer: &Answer) -> AnyView {
    let Ok(reply) = &answer.outcome else { return text("") };
    let item = |line: String| view! { <li>{line}</li> };
    let (lines, assumptions) = lines(page, reply);
    view! {
        <ol class="pc-account__steps">{lines.into_iter().map(item).collect_view()}</ol>
        {paragraph("pc-account__heading", text(&page.messages().account.assumptions))}
        <ul class="pc-account__assumptions">{assumptions.into_iter().map(item).collect_view()}</ul>
    }
    .into_any()
}

fn lines(page: Page, reply: &Reply) -> (Vec<String>, Vec<String>) {
    let (catalog, wording) = (page.catalog(), page.wording());
    page.scenario.with(|scenario| {
        (wording.account(&catalog, &scenario.zone, reply), wording.assumptions(scenario, reply))
    })
}

/// The account as plain text for the clipboard.
fn as_text(page: Page, plan: &str, reply: &Reply) -> String {
    let (lines, assumptions) = lines(page, reply);
    let messages = page.messages();
    let mut text = vec![format!("{plan}: {}", super::case(page))];
    text.extend(lines.iter().zip(1..).map(|(line, number)| format!("{number}. {line}")));
    text.push(messages.account.assumptions.clone());
    text.extend(assumptions.iter().map(|line| format!("- {line}")));
    text.push(messages.answer.no_guarantee.clone());
    text.join("\n")
}

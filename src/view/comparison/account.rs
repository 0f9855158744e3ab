//! The account of a plan's answer, to open and to copy.

use leptos::prelude::*;

use crate::catalog::PlanIndex;
use crate::compare::Reply;
use crate::text::fill;
use crate::view::page::Page;

/// What counted and what did not, as an ordered list, and the assumptions under it.
#[component]
pub fn Account(page: Page, plan: PlanIndex) -> impl IntoView {
    let (catalog, messages) = (page.catalog(), page.messages());
    let short = catalog.plan(plan).short.to_string();
    let summary = fill(&messages.answer.account_of, &[("plan", &short)]);
    let answer = page.answer(plan);
    let reply = move || answer.with(|answer| answer.as_ref()?.outcome.clone().ok());
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let Some(reply) = untrack(reply) else { return };
        let name = page.catalog().plan(plan).name.clone();
        let text = untrack(|| as_text(page, &name, &reply));
        let tell = Callback::new(move |done| {
            let words = page.messages().account.clone();
            copied.set(Some(done));
            page.status.set(if done { fill(&words.copied, &[("plan", &name)]) } else { words.copy_failed });
        });
        page.env.with_value(|env| (env.copy)(text, tell));
    };
    let list = move || {
        reply().map(|reply| {
            let item = |line: String| view! { <li>{line}</li> };
            let (lines, assumptions) = lines(page, &reply);
            view! {
                <ol class="pc-account__steps">{lines.into_iter().map(item).collect_view()}</ol>
                <p class="pc-account__heading">{page.messages().account.assumptions.clone()}</p>
                <ul class="pc-account__assumptions">{assumptions.into_iter().map(item).collect_view()}</ul>
            }
        })
    };
    let outcome = move || {
        let words = page.messages().account.clone();
        copied.get().map(|done| {
            let name = page.catalog().plan(plan).name.clone();
            if done { fill(&words.copied, &[("plan", &name)]) } else { words.copy_failed }
        })
    };
    view! {
        <td role="cell" class="pc-cell pc-account" data-label=short>
            <details hidden=move || reply().is_none()>
                <summary>{summary}</summary>
                <div class="pc-account__body">
                    {list}
                    <button type="button" class="pc-button" on:click=copy>{messages.account.copy.clone()}</button>
                    <p class="pc-hint">{outcome}</p>
                </div>
            </details>
        </td>
    }
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
    let numbered = lines.iter().zip(1..).map(|(line, number)| format!("{number}. {line}"));
    let listed = assumptions.iter().map(|line| format!("- {line}"));
    let heads = (format!("{plan}: {}", super::case(page)), messages.account.assumptions.clone());
    let mut text = vec![heads.0];
    text.extend(numbered);
    text.push(heads.1);
    text.extend(listed);
    text.push(messages.answer.no_guarantee.clone());
    text.join("\n")
}

//! The account of a plan's answer, to open and to copy.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::untrack;
use nodes::{Node, el, live, reactive};
use plans::catalog::PlanIndex;
use plans::compare::{Answer, Reply};
use plans::picture::{Table, ribbon_table};
use plans::wording::fill;

use crate::page::{Page, PageState};
use crate::signal::{Memo, RwSignal};
use crate::view::chunks::{Chunks, excuse};
use crate::view::ids;
use crate::view::why::table;
use crate::view::widgets::{self, expander, paragraph, span};

/// What the ribbon shows, as a table. It scrolls, and by keyboard only if it can be reached.
pub fn ribbon(page: Page) -> Node {
    let rows = move || table(&steps(&page.get()));
    el("div")
        .class("pc-pictures__table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-labelledby", page.get().id(ids::RIBBON_SUMMARY))
        .child(reactive(rows))
        .into()
}

/// What the ribbon shows: the steps of each plan's account, at the first desk and at those beside it.
fn steps(page: &PageState) -> Table {
    let mut all = Table::default();
    page.with_scenes(&mut |first, also| {
        all = ribbon_table(first);
        let comma = page.messages().units.comma();
        for scene in also {
            let region = &scene.catalog.region(scene.desk.region).short;
            let mut rows = ribbon_table(scene).rows;
            let plans = rows.iter_mut().filter_map(|row| row.first_mut());
            plans.for_each(|plan| *plan = format!("{plan}{comma}{region}"));
            all.rows.extend(rows);
        }
    });
    all
}

/// The button that opens a plan's account, and closes it.
pub fn button(page: Page, chunks: Chunks, index: PlanIndex, is_open: RwSignal<bool>) -> Node {
    let state = page.get();
    let plan = state.catalog().plan(index);
    let want = move || {
        if untrack(|| is_open.get()) {
            chunks.details.any.want();
        }
    };
    expander(&account_id(&state, index), is_open)
        .id(&button_id(&state, index))
        .class("pc-link")
        .attr("hidden", move || answered(page, index).is_none())
        .on(ev::click, move |_| want())
        .child(state.messages().answer.account())
        .child(span("pc-hidden", format!(": {}", plan.short)))
        .into()
}

/// The row of a plan's account; nothing while it is closed. The account is fetched and made when it is
/// opened.
pub fn row(page: Page, chunks: Chunks, index: PlanIndex, is_open: RwSignal<bool>) -> Node {
    let chunk = chunks.details;
    let is_answered = Memo::new(move || answered(page, index).is_some());
    let body =
        move || chunk.get().map_or_else(|| Vec::new().into(), |chunk| (chunk.account)(page, index));
    let row = move || {
        if !is_open.get() || !is_answered.get() {
            return Vec::new().into();
        }
        let state = page.get();
        let waits = Box::new(move || is_open.get());
        let cell = el("td")
            .attr("role", "cell")
            .attr("colspan", "3")
            .class("pc-account")
            .id(&account_id(&state, index))
            .child(excuse(page, chunk.any, button_id(&state, index), waits))
            .child(reactive(body));
        el("tr").attr("role", "row").class("pc-account-row").child(cell).into()
    };
    reactive(row)
}

fn account_id(page: &PageState, index: PlanIndex) -> String {
    page.id(&format!("account-{}", page.catalog().plan(index).id))
}

fn button_id(page: &PageState, index: PlanIndex) -> String {
    format!("{}-button", account_id(page, index))
}

/// A plan's answer, if it has a deadline.
fn answered(page: Page, index: PlanIndex) -> Option<Arc<Answer>> {
    page.get().answer(index).filter(|answer| answer.outcome.is_ok())
}

/// What counted and what did not, as an ordered list, and the assumptions under it.
pub fn body(page: Page, index: PlanIndex) -> Node {
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
        widgets::button(state.messages().account.copy(), copy).into(),
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
    let (catalog, wording) = (page.catalog(), page.wording());
    let start = wording.clock_start(catalog, page.row().table);
    let assumptions = start.into_iter().chain(wording.assumptions(catalog, reply));
    (wording.account(catalog, &page.zone(), reply), assumptions.collect())
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
    text.push(page.wording().about_targets(page.catalog(), page.row().table));
    text.join("\n")
}

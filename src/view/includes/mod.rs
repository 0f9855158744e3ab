//! What each plan promises and includes, if one likes only where the plans differ, and compared with
//! one's own plan.

mod change;
mod entitlements;
mod targets;

use leptos::prelude::untrack;
use nodes::{Node, el, live, reactive};
use plans::case::Choice;
use plans::catalog::PlanIndex;
use plans::link::{Key, ONLY_DIFFERENCES};
use plans::wording::{fill, plural};

use super::chunks::{Chunks, excuse};
use super::ids;
use super::widgets::{ChoiceControl, div, field, panel, paragraph};
use crate::page::{Page, PageState};
use crate::signal::Memo;
use change::AllPlanChanges;
use entitlements::entitlements;
use targets::targets;

/// The targets and entitlements of the shown plans, and what compares them.
///
/// The table is a part of the program that comes later. Until then the static page's table stands in
/// its place, which is the same as long as nothing else is shown than there.
pub fn section(page: Page, chunks: Chunks) -> Node {
    let state = page.get();
    let chunk = chunks.overview;
    let is_wanted = Memo::new(move || differs_from_static(&page.get()));
    let table = move || {
        let here = chunk.here().or_else(|| is_wanted.get().then(|| chunk.get())?);
        match here {
            Some(chunk) => (chunk.table)(page),
            None => el("div").attr(KEPT, "").into(),
        }
    };
    let sentences = move || match page.get().mine().and_then(|_| chunk.get()) {
        Some(chunk) => (chunk.sentences)(page),
        None => Vec::new().into(),
    };
    let excuse =
        excuse(page, chunk.any, state.id(ids::NO_OWN_PLAN), Box::new(move || is_wanted.get()));
    let content = vec![tools(page), excuse, reactive(sentences), reactive(table)];
    panel(&state, ids::INCLUDES_HEADING, "pc-matrix", state.messages().matrix.heading(), content)
}

/// The attribute of the place in which the static page's table stands until the program has its own.
pub const KEPT: &str = "data-kept";

/// Whether the table has to be another than the static page's.
fn differs_from_static(page: &PageState) -> bool {
    let catalog = page.catalog();
    page.mine().is_some()
        || page.only_differences()
        || page.shown_count() < catalog.plans.len()
        || page.region() != catalog.default_region
        || page.row().table != catalog.first_table()
}

/// The table. Only a chunk of the program refers to this.
pub fn table(page: Page) -> Node {
    let changes = AllPlanChanges::new(page);
    let caption = move || {
        let page = page.get();
        let catalog = page.catalog();
        let values = [("title", &*catalog.title), ("region", &*catalog.region(page.region()).name)];
        page.wording().with_source(catalog, &fill(page.messages().matrix.caption(), &values))
    };
    let mut bodies = targets(page, changes);
    bodies.extend(entitlements(page, changes));
    super::table::table(page, caption, bodies)
}

/// A sentence for each plan that is compared with the visitor's own. Only a chunk of the program refers
/// to this.
pub fn sentences(page: Page) -> Node {
    let state = page.get();
    change::sentences(&state, &state.shown())
}

/// What compares plans. Nothing where there is one plan.
fn tools(page: Page) -> Node {
    if page.get().catalog().plans.len() < 2 {
        return Vec::new().into();
    }
    el("div")
        .class("pc-tools")
        .attr("data-columns", move || page.get().shown_count().to_string())
        .child(differences(page))
        .child(mine(page))
        .into()
}

/// Whether rows that are the same in all shown plans are hidden, and how many they are.
fn differences(page: Page) -> Node {
    let state = page.get();
    let only = move || page.get().only_differences();
    let choice = ChoiceControl {
        kind: "checkbox",
        name: Key::Differences.as_str(),
        value: ONLY_DIFFERENCES,
        label: state.messages().decide.differences().into(),
        about: None,
        chosen: Box::new(only),
        change: Box::new(move |_| page.choose(Choice::OnlyDifferences(!untrack(only)))),
        click: None,
    };
    let count = move || {
        let page = page.get();
        let messages = &page.messages().decide;
        if page.shown_count() < 2 {
            return messages.differences_single().to_owned();
        }
        let rows = i64::try_from(page.equal_rows()).unwrap_or(i64::MAX);
        plural(
            if only() { &messages.differences_hidden } else { &messages.differences_equal },
            rows,
        )
    };
    let content = vec![choice.view(&state), paragraph("pc-hint", live(count))];
    div("pc-tools__differences", content)
}

/// Which plan is the visitor's own.
fn mine(page: Page) -> Node {
    let state = page.get();
    let messages = &state.messages().decide;
    let option = |mine: Option<PlanIndex>| {
        let plan = mine.map(|plan| state.catalog().plan(plan));
        ChoiceControl {
            kind: "radio",
            name: Key::Mine.as_str(),
            value: plan.map_or("", |plan| &plan.id),
            label: plan.map_or_else(|| messages.mine_none().into(), |plan| plan.short.clone()),
            about: None,
            chosen: Box::new(move || page.get().mine() == mine),
            change: Box::new(move |_| page.choose(Choice::Mine(mine))),
            click: None,
        }
        .view(&state)
    };
    let mut options = vec![option(None)];
    options.extend(state.catalog().plan_indices().map(|plan| option(Some(plan))));
    field("", messages.mine(), vec![div("pc-chips", options)])
}

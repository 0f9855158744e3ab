//! What each plan promises and includes, only where the plans differ if one likes, and compared
//! with one's own plan.

use leptos::prelude::*;

use super::entitlements::entitlements;
use super::panel;
use super::table::{Shown, table};
use super::targets::targets;
use crate::catalog::PlanIndex;
use crate::compare::Row;
use crate::scenario::{Key, ONLY};
use crate::text::{fill, plural};
use crate::view::ids;
use crate::view::node::{Element, Node, changing, dynamic, el, part};
use crate::view::page::Page;
use crate::view::parts::{Choice, div, field, paragraph, span};

/// The targets and entitlements of the shown plans, and what compares them.
pub fn section(page: Page, shown: Shown) -> Node {
    let messages = page.messages();
    let caption = move || {
        let catalog = page.catalog();
        let region = page.scenario.with(|scenario| scenario.region);
        let values = [
            ("title", &*catalog.title),
            ("region", &catalog.region(region).name),
            ("document", &catalog.provenance.document),
            ("edition", &catalog.provenance.edition),
        ];
        fill(&page.messages().matrix.caption, &values)
    };
    let tools = el("div")
        .class("pc-tools")
        .changing("data-columns", dynamic(move || Some(shown.with(Vec::len).to_string())))
        .child(differences(page, shown))
        .child(mine(page));
    let mut bodies = vec![targets(page, shown)];
    bodies.extend(entitlements(page, shown));
    let parts =
        vec![tools.into(), part(move || changes(page)), table(page, shown, caption, bodies)];
    panel(ids::MATRIX_HEADING, "pc-matrix", &messages.matrix.heading, parts)
}

/// Whether rows that are the same in all shown plans are hidden, and how many they are.
fn differences(page: Page, shown: Shown) -> Node {
    let messages = page.messages();
    let only = move || page.scenario.with(|scenario| scenario.only_differences);
    let choice = Choice {
        kind: "checkbox",
        name: Key::Differences.as_str(),
        value: ONLY,
        label: &messages.decide.differences,
        about: None,
        chosen: dynamic(only),
        change: Box::new(move |_| {
            let messages = page.messages();
            let status = &messages.status;
            let said = if untrack(only) { &status.differences_off } else { &status.differences_on };
            page.choose(|scenario| scenario.only_differences ^= true, said);
        }),
        click: None,
    };
    let told = move || {
        let messages = page.messages();
        let words = &messages.decide;
        if shown.with(Vec::len) < 2 {
            return words.differences_single.clone();
        }
        let rows = i64::try_from(page.equal_rows()).unwrap_or(i64::MAX);
        plural(if only() { &words.differences_hidden } else { &words.differences_equal }, rows)
    };
    div("pc-tools__differences", vec![choice.view(), paragraph("pc-hint", changing(told))])
}

/// Which plan is the visitor's own.
fn mine(page: Page) -> Node {
    let (catalog, messages) = (page.catalog(), page.messages());
    let words = &messages.decide;
    let option = |mine: Option<PlanIndex>| {
        let plan = mine.map(|plan| catalog.plan(plan));
        let said = match plan {
            Some(plan) => fill(&messages.status.mine, &[("plan", &plan.short)]),
            None => messages.status.mine_none.clone(),
        };
        Choice {
            kind: "radio",
            name: Key::Mine.as_str(),
            value: plan.map_or("", |plan| &plan.id),
            label: plan.map_or(&words.mine_none, |plan| &plan.short),
            about: None,
            chosen: dynamic(move || page.scenario.with(|scenario| scenario.mine) == mine),
            change: Box::new(move |_| page.choose(|scenario| scenario.choose_mine(mine), &said)),
            click: None,
        }
        .view()
    };
    let mut options = vec![option(None)];
    options.extend(catalog.plan_indices().map(|plan| option(Some(plan))));
    field(&words.mine, vec![div("pc-chips", options)])
}

/// A sentence for each plan that is compared with the visitor's own.
fn changes(page: Page) -> Node {
    let (catalog, wording) = (page.catalog(), page.wording());
    let changes = page.changes();
    if changes.is_empty() {
        return Vec::new().into();
    }
    let mut list = el("ul").class("pc-changes");
    for changes in &changes {
        list = list.child(el("li").child(wording.changes(catalog, changes)));
    }
    list.into()
}

/// A cell with what it says, and what of that is otherwise than in the visitor's own plan.
pub fn marked(page: Page, cell: Element, plan: PlanIndex, row: Row, mut said: Vec<Node>) -> Node {
    let change = move || page.change(plan, row);
    said.push(part(move || match change() {
        Some((id, words)) => {
            Node::All(vec![" ".into(), span(&format!("pc-change pc-change--{id}"), words)])
        }
        None => Vec::new().into(),
    }));
    cell.changing("data-change", dynamic(move || change().map(|(id, _)| id.to_owned())))
        .children(said)
        .into()
}

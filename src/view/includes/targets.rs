//! Every plan's target for every priority, in the chosen region.

use nodes::{Node, el, live, reactive, text};
use plans::catalog::{PlanIndex, PriorityIndex, TargetCell, TargetPromise};
use plans::compare::{Row, promise};
use plans::wording::fill;
use worktime::schedule::Target;

use super::change::{AllPlanChanges, RowChanges};
use crate::page::{Page, PageState};
use crate::view::table::{headed_group, per_plan};
use crate::view::widgets::{self, said_alone, said_in_span, span};

/// A row for each priority, a cell for each plan. A region's rule stands in the cells that it
/// changes, and every region's rules above them.
pub fn targets(page: Page, changes: AllPlanChanges) -> Node {
    let state = page.get();
    let catalog = state.catalog();
    let name = move || {
        let page = page.get();
        let region = &page.catalog().region(page.region()).name;
        fill(page.messages().matrix.targets(), &[("region", region)])
    };
    let mut heading = vec![span("pc-group__name", live(name))];
    for rule in &catalog.rules {
        let note = format!("{}: {}", catalog.region(rule.region).name, rule.note);
        heading.push(span("pc-group__note", note));
    }
    let rows = catalog.priority_indices().map(|priority| row(page, changes, priority)).collect();
    let hidden = move || {
        let page = page.get();
        page.catalog().priority_indices().all(|priority| page.hides(Row::Target(priority)))
    };
    headed_group(page, "pc-targets", heading, hidden, rows)
}

fn row(page: Page, changes: AllPlanChanges, index: PriorityIndex) -> Node {
    let state = page.get();
    let priority = state.catalog().priority(index);
    // The static page has no case.
    let is_chosen = move || {
        let page = page.get();
        page.priority() == index && page.now().is_some()
    };
    let mark = move || match is_chosen() {
        true => page.get().messages().matrix.your_case().to_owned(),
        false => String::new(),
    };
    let class = move || if is_chosen() { "pc-row pc-row--chosen" } else { "pc-row" };
    let row = el("tr")
        .attr("class", class)
        .attr("data-priority", &*priority.id)
        .attr("hidden", move || page.get().hides(Row::Target(index)));
    let label = vec![said_alone(&state, &priority.name), text(" "), span("pc-mark", live(mark))];
    let changes = changes.of(Row::Target(index));
    widgets::row(row, label, per_plan(page, move |plan| cell(page, changes, plan, index)))
}

fn cell(page: Page, changes: RowChanges, plan_index: PlanIndex, priority: PriorityIndex) -> Node {
    let state = page.get();
    let catalog = state.catalog();
    let own = catalog.target(plan_index, priority);
    let figure = match &own.promise {
        TargetPromise::Figure(figure) => Some(figure),
        _ => None,
    };
    let coverage = figure.and_then(|figure| figure.coverage);
    let target = figure.map(|figure| figure.target);
    let has_calendar_days = matches!(target, Some(Target::CalendarDays(_)));
    let plan = catalog.plan(plan_index);
    let cell = widgets::cell("pc-target", plan)
        .attr("data-plan", &*plan.id)
        .attr("data-target", target.map(|target| target.to_string()))
        .attr("data-days", has_calendar_days.then_some("calendar"))
        .attr("data-coverage", coverage.map(|coverage| &*catalog.coverage(coverage).id))
        .attr("data-effective-coverage", move || limited_to(page, plan_index, priority));
    let words = reactive(move || words(&page.get(), plan_index, priority).into());
    changes.mark(cell, plan_index, vec![words])
}

/// What the plan promises in the chosen region, and in which coverage.
fn words(page: &PageState, plan: PlanIndex, priority: PriorityIndex) -> Vec<Node> {
    let (catalog, region, wording) = (page.catalog(), page.region(), page.wording());
    let promise = promise(catalog, plan, priority, region);
    let coverage = match (promise.limited_to, promise.figure()) {
        (Some(limited), _) => {
            let stated = match promise.here {
                TargetPromise::Figure(figure) => figure.coverage.unwrap_or(limited),
                _ => limited,
            };
            let words = wording.coverage_in_region(catalog, region, limited, stated);
            span("pc-target__coverage pc-target__coverage--changed", words)
        }
        (None, figure) => {
            let suffix = figure.and_then(|(coverage, target)| {
                wording.coverage_suffix(Some(catalog.coverage(coverage?)), target)
            });
            span("pc-target__coverage", suffix.unwrap_or_default())
        }
    };
    let amount = match promise.here {
        TargetPromise::TextOnly(text) => said_in_span(page, "pc-target__amount", text),
        _ => span("pc-target__amount", wording.promised_amount(&promise)),
    };
    let mut words = vec![amount, text(" "), coverage];
    let TargetCell { wording, condition, note, .. } = promise.said;
    for note in [wording, condition, note].into_iter().flatten() {
        words.extend([text(" "), said_in_span(page, "pc-target__note", note)]);
    }
    words
}

/// The id of the coverage to which the chosen region limits the plan.
fn limited_to(page: Page, plan: PlanIndex, priority: PriorityIndex) -> Option<String> {
    let page = page.get();
    let catalog = page.catalog();
    let limited = promise(catalog, plan, priority, page.region()).limited_to?;
    Some(catalog.coverage(limited).id.to_string())
}

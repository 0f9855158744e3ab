//! Every plan's target for every priority, in the chosen region.

use nodes::{Node, el, live, reactive, text};
use plans::catalog::{PlanIndex, PriorityIndex, TargetCell};
use plans::compare::{Row, promise};
use plans::wording::fill;

use super::change::{AllPlanChanges, RowChanges};
use crate::page::Page;
use crate::view::table::{headed_group, per_plan};
use crate::view::widgets::{self, span};

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
    for rule in &catalog.overrides {
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
    let label = vec![text(&*priority.name), text(" "), span("pc-mark", live(mark))];
    let changes = changes.of(Row::Target(index));
    widgets::row(row, label, per_plan(page, move |plan| cell(page, changes, plan, index)))
}

fn cell(page: Page, changes: RowChanges, plan_index: PlanIndex, priority: PriorityIndex) -> Node {
    let state = page.get();
    let (catalog, wording) = (state.catalog(), state.wording());
    let messages = &state.messages().matrix;
    let (amount, figure) = match catalog.target(plan_index, priority) {
        TargetCell::Figure { coverage, target } => {
            (wording.target(*target), Some((*target, catalog.coverage(*coverage))))
        }
        TargetCell::TextOnly(text) => (text.to_string(), None),
        TargetCell::NotStated => (messages.not_stated().to_owned(), None),
        TargetCell::NotOffered => (messages.not_offered().to_owned(), None),
    };
    let suffix = figure.and_then(|(target, coverage)| wording.coverage_suffix(coverage, target));
    let suffix = suffix.unwrap_or_default().to_owned();
    let coverage = move || match changed_coverage(page, plan_index, priority) {
        None => span("pc-target__coverage", &*suffix),
        Some((_, words)) => span("pc-target__coverage pc-target__coverage--changed", words),
    };
    let effective = move || changed_coverage(page, plan_index, priority).map(|(id, _)| id);
    let plan = catalog.plan(plan_index);
    let cell = widgets::cell("pc-target", plan)
        .attr("data-plan", &*plan.id)
        .attr("data-target", figure.map(|(target, _)| target.to_string()))
        .attr("data-coverage", figure.map(|(_, coverage)| &*coverage.id))
        .attr("data-effective-coverage", effective);
    let content = vec![span("pc-target__amount", amount), text(" "), reactive(coverage)];
    changes.mark(cell, plan_index, content)
}

/// The coverage that the chosen region has instead of the plan's: its id, and a sentence.
fn changed_coverage(
    page: Page,
    plan: PlanIndex,
    priority: PriorityIndex,
) -> Option<(String, String)> {
    let page = page.get();
    let (catalog, region) = (page.catalog(), page.region());
    let promise = promise(catalog, plan, priority, region);
    let (coverage, _) = promise.changed?;
    let TargetCell::Figure { coverage: stated, .. } = promise.cell else { return None };
    let words = page.wording().coverage_in_region(catalog, region, coverage, *stated);
    Some((catalog.coverage(coverage).id.to_string(), words))
}

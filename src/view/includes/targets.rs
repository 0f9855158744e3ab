//! Every plan's target for every priority, in the chosen region.

use std::sync::Arc;

use nodes::{Node, el, live, reactive, text};
use plans::catalog::{Catalog, Id, PlanIndex, TableIndex, TargetCell, TargetPromise, TargetRow};
use plans::compare::{Row, promise};
use plans::wording::{Wording, fill};
use worktime::schedule::Target;

use super::change::{AllPlanChanges, RowChanges};
use crate::page::{Page, PageState};
use crate::view::table::{headed_group, per_plan};
use crate::view::widgets::{self, said_alone, said_in_span, span};

/// Every table of targets.
pub fn targets(page: Page, changes: AllPlanChanges) -> Vec<Node> {
    let tables = page.get().catalog().table_indices();
    tables.map(|index| table(page, changes, index)).collect()
}

/// A row for each priority, a cell for each plan. A region's rule stands in the cells that it
/// changes, and every region's rules above them.
fn table(page: Page, changes: AllPlanChanges, index: TableIndex) -> Node {
    let state = page.get();
    let catalog = state.catalog();
    let name = move || {
        let page = page.get();
        let catalog = page.catalog();
        let messages = &page.messages().matrix;
        let region = ("region", &*catalog.region(page.region()).name);
        match (&catalog.table(index).name, catalog.regions.len()) {
            (None, 1) => messages.targets_everywhere().to_owned(),
            (None, _) => fill(messages.targets(), &[region]),
            (Some(name), 1) => name.to_string(),
            (Some(name), _) => fill(messages.targets_of(), &[region, ("target", name)]),
        }
    };
    let mut heading = vec![span("pc-group__name", live(name))];
    if let Some(definition) = &catalog.table(index).definition {
        heading.push(said_in_span(&state, "pc-group__note", definition));
    }
    for rule in catalog.rules.iter().filter(|rule| *rule.tables.of(index)) {
        let note = Wording::in_region(catalog.region(rule.region), &rule.note);
        heading.push(span("pc-group__note", note));
    }
    if let Some(starts) = &catalog.table(index).starts {
        let starts = fill(state.messages().answer.starts(), &[("starts", starts)]);
        heading.push(span("pc-group__note", starts));
    }
    let rows = move |catalog: &Catalog| {
        catalog.priority_indices().map(move |priority| TargetRow { table: index, priority })
    };
    let hidden = move || {
        let page = page.get();
        rows(page.catalog()).all(|row| page.hides(Row::Target(row)))
    };
    let rows = rows(catalog).map(|index| row(page, changes, index)).collect();
    headed_group(page, "pc-targets", heading, hidden, rows)
}

/// A row. Only those of the table that answers have the attribute `data-priority`.
fn row(page: Page, changes: AllPlanChanges, index: TargetRow) -> Node {
    let state = page.get();
    let catalog = state.catalog();
    let (priority, table) = (catalog.priority(index.priority), catalog.table(index.table));
    let answers = move || page.get().row().table == index.table;
    let id = |id: &Id, when: bool| {
        let id = Arc::clone(id);
        move || (answers() == when).then(|| id.to_string())
    };
    // The static page has no case.
    let is_chosen = move || {
        let page = page.get();
        page.row() == index && page.now().is_some()
    };
    let mark = move || match is_chosen() {
        true => page.get().messages().matrix.your_case().to_owned(),
        false => String::new(),
    };
    let class = move || if is_chosen() { "pc-row pc-row--chosen" } else { "pc-row" };
    let row = el("tr")
        .attr("class", class)
        .attr("data-priority", id(&priority.id, true))
        .attr("data-table", id(&table.id, false))
        .attr("data-severity", id(&priority.id, false))
        .attr("hidden", move || page.get().hides(Row::Target(index)));
    let label = vec![said_alone(&state, &priority.name), text(" "), span("pc-mark", live(mark))];
    let changes = changes.of(Row::Target(index));
    widgets::row(row, label, per_plan(page, move |plan| cell(page, changes, plan, index)))
}

fn cell(page: Page, changes: RowChanges, plan_index: PlanIndex, row: TargetRow) -> Node {
    let state = page.get();
    let catalog = state.catalog();
    let own = catalog.target(row, plan_index);
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
        .attr("data-effective-coverage", move || limited_to(page, plan_index, row));
    let words = reactive(move || words(&page.get(), plan_index, row).into());
    changes.mark(cell, plan_index, vec![words])
}

/// What the plan promises in the chosen region, and in which coverage.
fn words(page: &PageState, plan: PlanIndex, row: TargetRow) -> Vec<Node> {
    let (catalog, region, wording) = (page.catalog(), page.region(), page.wording());
    let promise = promise(catalog, row, plan, region);
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
                wording.coverage_suffix(catalog.coverage(coverage?), target)
            });
            let is_assumed = matches!(promise.here, TargetPromise::Figure(it) if it.is_assumed);
            match suffix {
                Some(name) if is_assumed => {
                    let assumed = page.messages().matrix.assumed();
                    span("pc-target__coverage", fill(assumed, &[("coverage", name)]))
                }
                Some(name) => said_in_span(page, "pc-target__coverage", name),
                None => Vec::new().into(),
            }
        }
    };
    let amount = match promise.here {
        TargetPromise::TextOnly(text) => said_in_span(page, "pc-target__amount", text),
        _ => span("pc-target__amount", wording.promised_amount(&promise)),
    };
    let mut words = vec![amount, text(" "), coverage];
    let TargetCell { wording, condition, note, .. } = promise.said;
    let printed = wording.as_ref().map(|wording| page.wording().quoted(wording));
    for note in [&printed, condition, note].into_iter().flatten() {
        words.extend([text(" "), said_in_span(page, "pc-target__note", note)]);
    }
    words
}

/// The id of the coverage to which the chosen region limits the plan.
fn limited_to(page: Page, plan: PlanIndex, row: TargetRow) -> Option<String> {
    let page = page.get();
    let catalog = page.catalog();
    let limited = promise(catalog, row, plan, page.region()).limited_to?;
    Some(catalog.coverage(limited).id.to_string())
}

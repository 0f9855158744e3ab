//! Every plan's target for every priority, in the chosen region.

use super::matrix::marked;
use super::table::{Shown, headed_group, per_plan};
use crate::catalog::{PlanIndex, PriorityIndex, TargetCell};
use crate::compare::{Row, promise};
use crate::text::fill;
use crate::view::node::{Node, changing, dynamic, el, part, text};
use crate::view::page::Page;
use crate::view::parts::{self, span};

/// A row per priority, a cell per plan; a region's rule stands in the cells it changes, and every
/// region's rules above them.
pub fn targets(page: Page, shown: Shown) -> Node {
    let catalog = page.catalog();
    let name = move || {
        let region = page.scenario.with(|scenario| scenario.region);
        fill(&page.messages().matrix.targets, &[("region", &page.catalog().region(region).name)])
    };
    let mut heading = vec![span("pc-group__name", changing(name))];
    for rule in &catalog.overrides {
        let note = format!("{}: {}", catalog.region(rule.region).name, rule.note);
        heading.push(span("pc-group__note", note));
    }
    let rows = catalog.priority_indices().map(|priority| row(page, shown, priority)).collect();
    let hidden =
        move || page.catalog().priority_indices().all(|priority| page.hides(Row::Target(priority)));
    headed_group(shown, "pc-targets", heading, hidden, rows)
}

fn row(page: Page, shown: Shown, priority: PriorityIndex) -> Node {
    let catalog = page.catalog();
    let words = catalog.priority(priority);
    // The static page has no case.
    let chosen = move || {
        page.now.get().is_some() && page.scenario.with(|scenario| scenario.priority == priority)
    };
    let mark = move || if chosen() { page.messages().matrix.chosen.clone() } else { String::new() };
    let class = move || if chosen() { "pc-row pc-row--chosen" } else { "pc-row" }.to_owned();
    let row = el("tr")
        .changing("class", dynamic(move || Some(class())))
        .attr("data-priority", &words.id)
        .hidden(move || page.hides(Row::Target(priority)));
    let label = vec![text(&*words.name), text(" "), span("pc-mark", changing(mark))];
    parts::row(row, label, per_plan(shown, move |plan| cell(page, plan, priority)))
}

fn cell(page: Page, plan: PlanIndex, priority: PriorityIndex) -> Node {
    let (catalog, wording) = (page.catalog(), page.wording());
    let words = &wording.messages.matrix;
    let (said, figure, stated) = match catalog.target(plan, priority) {
        TargetCell::Figure { coverage, target } => {
            (wording.target(*target), Some(target.to_string()), Some(catalog.coverage(*coverage)))
        }
        TargetCell::Words(text) => (text.to_string(), None, None),
        TargetCell::NotStated => (words.not_stated.clone(), None, None),
        TargetCell::NotOffered => (words.not_offered.clone(), None, None),
    };
    // The id and name of the coverage that the region has instead of the plan's, and the region.
    let changed = move || {
        let (catalog, region) = (page.catalog(), page.scenario.with(|scenario| scenario.region));
        let (coverage, _) = promise(catalog, plan, priority, region).changed?;
        let (coverage, region) = (catalog.coverage(coverage), catalog.region(region));
        Some((coverage.id.clone(), coverage.name.clone(), region.name.clone()))
    };
    let name = stated.map(|coverage| coverage.name.to_string()).unwrap_or_default();
    let counted_in = match (catalog.target(plan, priority), stated) {
        (TargetCell::Figure { target, .. }, Some(coverage)) => {
            wording.counted_in(coverage, *target)
        }
        _ => String::new(),
    };
    let coverage = move || match changed() {
        None => span("pc-target__coverage", &*counted_in),
        Some((_, coverage, region)) => {
            let values = [("coverage", &*coverage), ("region", &*region), ("stated", &*name)];
            let said = fill(&page.messages().matrix.in_region, &values);
            span("pc-target__coverage pc-target__coverage--changed", said)
        }
    };
    let words = catalog.plan(plan);
    let cell = parts::cell("pc-target", words)
        .attr("data-plan", &words.id)
        .maybe("data-target", figure.as_deref())
        .maybe("data-coverage", stated.map(|coverage| &*coverage.id))
        .changing(
            "data-effective-coverage",
            dynamic(move || changed().map(|(id, ..)| id.to_string())),
        );
    let said = vec![span("pc-target__amount", said), text(" "), part(coverage)];
    marked(page, cell, plan, Row::Target(priority), said)
}

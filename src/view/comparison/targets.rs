//! Every plan's target for every priority, in the chosen region.

use leptos::prelude::*;

use super::GroupRow;
use crate::catalog::{PlanIndex, PriorityIndex, TargetCell};
use crate::compare::promise;
use crate::text::fill;
use crate::view::page::Page;

/// A row per priority, a cell per plan; a region's rule stands in the cells it changes.
#[component]
pub fn Targets(page: Page, shown: Memo<Vec<PlanIndex>>) -> impl IntoView {
    let catalog = page.catalog();
    let region = move || page.scenario.with(|scenario| page.catalog().region(scenario.region).name.to_string());
    let name = move || fill(&page.messages().matrix.targets, &[("region", &region())]);
    let notes: Vec<String> = catalog
        .overrides
        .iter()
        .map(|rule| format!("{}: {}", catalog.region(rule.region).name, rule.note))
        .collect();
    let row = move |priority: PriorityIndex| {
        let catalog = page.catalog();
        let words = catalog.priority(priority).clone();
        let chosen = move || page.scenario.with(|scenario| scenario.priority == priority);
        let mark = move || chosen().then(|| page.messages().matrix.chosen.clone());
        view! {
            <tr role="row" class="pc-row" class:pc-row--chosen=chosen data-priority=words.id.to_string()>
                <th scope="row" role="rowheader" class="pc-label-cell">
                    {words.name.to_string()}" "<span class="pc-mark">{mark}</span>
                </th>
                <For each=move || shown.get() key=|plan| *plan let:plan><Target page plan priority/></For>
            </tr>
        }
    };
    view! {
        <tbody role="rowgroup">
            {move || view! { <GroupRow name=name() shown notes=notes.clone()/> }}
            {catalog.priority_indices().map(row).collect_view()}
        </tbody>
    }
}

#[component]
fn Target(page: Page, plan: PlanIndex, priority: PriorityIndex) -> impl IntoView {
    let (catalog, wording) = (page.catalog(), page.wording());
    let short = catalog.plan(plan).short.to_string();
    let words = page.messages().matrix.clone();
    let cell = catalog.target(plan, priority).clone();
    let (figure, coverage) = match &cell {
        TargetCell::Figure { coverage, target } => (Some(target.to_string()), Some(*coverage)),
        _ => (None, None),
    };
    let said = match &cell {
        TargetCell::Figure { target, .. } => wording.target(*target),
        TargetCell::Words(text) => text.to_string(),
        TargetCell::NotStated => words.not_stated.clone(),
        TargetCell::NotOffered => words.not_offered.clone(),
    };
    let id = move |index| page.catalog().coverage(index).id.to_string();
    // The coverage that the region has instead of the plan's.
    let changed = Memo::new(move |_| {
        let region = page.scenario.with(|scenario| scenario.region);
        let catalog = page.catalog();
        let changed = promise(&catalog, plan, priority, region).changed.map(|(coverage, _)| coverage);
        changed.map(|coverage| (coverage, region))
    });
    let stated = coverage.map(|coverage| wording.coverage(&catalog, coverage));
    let stated = move || match changed.get() {
        None => stated.clone().map(|name| view! { <span class="pc-target__coverage">{name}</span> }.into_any()),
        Some((coverage, region)) => {
            let catalog = page.catalog();
            let values = [("coverage", &*page.wording().coverage(&catalog, coverage)), ("region", &catalog.region(region).name)];
            let now = fill(&page.messages().matrix.in_region, &values);
            let before = stated.clone();
            Some(view! {
                <s class="pc-target__coverage">{before}</s>" "
                <span class="pc-target__coverage pc-target__coverage--changed">{now}</span>
            }.into_any())
        }
    };
    view! {
        <td role="cell" class="pc-cell pc-target" data-label=short
            data-plan=catalog.plan(plan).id.to_string() data-target=figure data-coverage=coverage.map(id)
            data-effective-coverage=move || changed.get().map(|(coverage, _)| id(coverage))>
            <span class="pc-target__amount">{said}</span>" "{stated}
        </td>
    }
}

//! What each plan includes.

use leptos::prelude::*;

use super::GroupRow;
use crate::catalog::{Catalog, Entitlement, Group, PlanIndex, Value};
use crate::view::page::Page;

/// A row per entitlement, in groups; a cell per plan.
#[component]
pub fn Entitlements(page: Page, shown: Memo<Vec<PlanIndex>>) -> impl IntoView {
    let group = move |group: &Group| {
        let rows = group.entitlements.iter().map(|entitlement| view! { <Row page shown entitlement=entitlement.clone()/> });
        view! {
            <tbody role="rowgroup" data-group=group.id.to_string()>
                <GroupRow name=group.name.to_string() shown/>
                {rows.collect_view()}
            </tbody>
        }
    };
    page.catalog().groups.iter().map(group).collect_view()
}

#[component]
fn Row(page: Page, shown: Memo<Vec<PlanIndex>>, entitlement: Entitlement) -> impl IntoView {
    let regional = entitlement.regional;
    // What the chosen region's rules say about a row that they qualify.
    let rules = move || {
        let catalog = page.catalog();
        let region = page.scenario.with(|scenario| scenario.region);
        let rules = catalog.overrides.iter().filter(|rule| regional && rule.region == region);
        rules.map(|rule| view! { <span class="pc-label-cell__note">{rule.note.to_string()}</span> }).collect_view()
    };
    let note = entitlement.note.clone().map(|note| view! { <span class="pc-label-cell__note">{note.to_string()}</span> });
    let values = entitlement.clone();
    let cell = move |plan: PlanIndex| {
        let (catalog, wording) = (page.catalog(), page.wording());
        let value = values.value(plan);
        let words = wording.value(&catalog, value);
        let plan = catalog.plan(plan);
        view! {
            <td role="cell" class="pc-cell pc-value" data-label=plan.short.to_string()
                data-plan=plan.id.to_string() data-value=attribute(&catalog, value)>{words}</td>
        }
    };
    view! {
        <tr role="row" class="pc-row" data-entitlement=entitlement.id.to_string()>
            <th scope="row" role="rowheader" class="pc-label-cell">{entitlement.name.to_string()}{note}{rules}</th>
            <For each=move || shown.get() key=|plan| *plan let:plan>{cell(plan)}</For>
        </tr>
    }
}

/// A value as the attribute has it: a kind, a count, or a coverage's id.
fn attribute(catalog: &Catalog, value: &Value) -> String {
    match value {
        Value::Included => "included".into(),
        Value::NotIncluded => "not-included".into(),
        Value::NotStated => "not-stated".into(),
        Value::OnRequest => "on-request".into(),
        Value::Unlimited => "unlimited".into(),
        Value::Text(_) => "text".into(),
        Value::Count { count, .. } => count.to_string(),
        Value::Coverage(coverage) => catalog.coverage(*coverage).id.to_string(),
    }
}

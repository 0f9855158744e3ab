//! The comparison: one table with a column per shown plan, from the answers down to what each plan
//! includes.

mod account;
mod answers;
mod entitlements;
mod targets;

use leptos::prelude::*;

use super::ids;
use super::page::Page;
use crate::catalog::{Catalog, PlanIndex};
use crate::text::fill;
use answers::Answers;
use entitlements::Entitlements;
use targets::Targets;

/// The table and what it is about.
#[component]
pub fn Comparison(page: Page) -> impl IntoView {
    let messages = page.messages();
    let catalog = page.catalog();
    // Read by every row, so that a row changes its cells only when a plan comes or goes.
    let shown = Memo::new(move |_| page.scenario.with(|scenario| scenario.plans.clone()));
    let caption = move || {
        let catalog = page.catalog();
        let values = [
            ("title", &*catalog.title),
            ("case", &case(page)),
            ("document", &catalog.provenance.document),
            ("edition", &catalog.provenance.edition),
        ];
        fill(&page.messages().answer.caption, &values)
    };
    let head = move |plan: PlanIndex| {
        let catalog = page.catalog();
        let plan = catalog.plan(plan);
        let paid = plan.paid.then(|| page.messages().matrix.paid.clone());
        view! {
            <th scope="col" role="columnheader" class="pc-head">
                <span class="pc-head__name">{plan.name.to_string()}</span>
                <span class="pc-head__paid">{paid}</span>
            </th>
        }
    };
    view! {
        <section class="pc-comparison" id=ids::COMPARISON tabindex="-1" aria-labelledby=ids::COMPARISON_HEADING>
            <h2 class="pc-comparison__heading" id=ids::COMPARISON_HEADING>{messages.answer.heading.clone()}</h2>
            <p class="pc-comparison__case">{move || case(page)}</p>
            <noscript><p class="pc-no-script">{messages.failure.no_script.clone()}</p></noscript>
            <table class="pc-table" role="table" data-columns=move || shown.with(Vec::len).to_string()>
                <caption class="pc-hidden">{caption}</caption>
                <thead role="rowgroup" class="pc-table__head">
                    <tr role="row" class="pc-row pc-row--head">
                        <th scope="col" role="columnheader" class="pc-head pc-head--corner">
                            {messages.matrix.corner.clone()}
                        </th>
                        <For each=move || shown.get() key=|plan| *plan let:plan>{head(plan)}</For>
                    </tr>
                </thead>
                <Answers page shown/>
                <Targets page shown/>
                <Entitlements page shown/>
            </table>
            <p class="pc-comparison__note">{messages.answer.no_guarantee.clone()}</p>
            <dl class="pc-meanings">{meanings(&catalog)}</dl>
        </section>
    }
}

/// The case that is answered, in words; on the static page, what the table shows.
fn case(page: Page) -> String {
    let (catalog, messages) = (page.catalog(), page.messages());
    let Some(now) = page.now.get() else { return messages.answer.case_static.clone() };
    let words = page.wording();
    page.scenario.with(|scenario| {
        let moment = match page.opened.get() {
            Some(Ok(opened)) => words.moment_anyway(&scenario.zone, opened.at),
            // A reading outside the zone data has no moment, but the visitor knows it.
            _ => scenario.opened_reading(now).map_or_else(|_| now.to_string(), |reading| reading.to_string()),
        };
        let values = [
            ("priority", &*catalog.priority(scenario.priority).name),
            ("region", &catalog.region(scenario.region).name),
            ("moment", &moment),
        ];
        fill(&messages.answer.case, &values)
    })
}

/// What the words for coverages mean here, and what of that is our reading.
fn meanings(catalog: &Catalog) -> impl IntoView + use<> {
    let meaning = |coverage: &crate::catalog::Coverage| {
        let assumption = coverage.assumption.as_ref().map(|text| view! { <em>{text.to_string()}</em> });
        view! {
            <dt>{coverage.name.to_string()}</dt>
            <dd>{coverage.meaning.to_string()}" "{assumption}</dd>
        }
    };
    catalog.coverages.iter().map(meaning).collect_view()
}

/// A row that only says what the rows below it are about.
#[component]
fn GroupRow(
    /// The heading.
    name: String,
    /// How many columns follow the first.
    shown: Memo<Vec<PlanIndex>>,
    /// What else is to be said about the rows below.
    #[prop(optional)]
    notes: Vec<String>,
) -> impl IntoView {
    let notes = notes.into_iter().map(|note| view! { <span class="pc-group__note">{note}</span> });
    view! {
        <tr role="row" class="pc-row pc-row--group">
            <th scope="rowgroup" role="rowheader" class="pc-group" colspan=move || (shown.with(Vec::len) + 1).to_string()>
                <span class="pc-group__name">{name}</span>
                {notes.collect_view()}
            </th>
        </tr>
    }
}

//! The comparison: one table with a column per shown plan, from the answers down to what each plan
//! includes.

mod account;
mod answers;
mod entitlements;
mod targets;

use std::sync::Arc;

use leptos::prelude::*;

use super::ids;
use super::page::Page;
use super::parts::{dynamic, span, text};
use crate::catalog::PlanIndex;
use crate::scenario::Moment;
use crate::text::fill;

/// The plans that are shown. Read by every row, so that a row changes its cells only when a plan
/// comes or goes.
type Shown = Memo<Vec<PlanIndex>>;

/// The table and what it is about.
#[component]
pub fn Comparison(page: Page) -> impl IntoView {
    let messages = page.messages();
    let shown: Shown = Memo::new(move |_| page.scenario.with(|scenario| scenario.plans.clone()));
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
    let mut bodies = vec![answers::answers(page, shown), targets::targets(page, shown)];
    bodies.extend(entitlements::entitlements(page, shown));
    view! {
        <section class="pc-comparison" id=ids::COMPARISON tabindex="-1" aria-labelledby=ids::COMPARISON_HEADING>
            <h2 class="pc-comparison__heading" id=ids::COMPARISON_HEADING>{messages.answer.heading.clone()}</h2>
            <p class="pc-comparison__case">{dynamic(move || case(page))}</p>
            <table class="pc-table" role="table" data-columns=dynamic(move || shown.with(Vec::len).to_string())>
                <caption class="pc-hidden">{dynamic(caption)}</caption>
                <thead role="rowgroup" class="pc-table__head">
                    <tr role="row" class="pc-row pc-row--head">
                        <th scope="col" role="columnheader" class="pc-head pc-head--corner">
                            {messages.matrix.corner.clone()}
                        </th>
                        {per_plan(shown, move |plan| head(page, plan))}
                    </tr>
                </thead>
                {bodies}
            </table>
            <p class="pc-comparison__note">{messages.answer.no_guarantee.clone()}</p>
        </section>
    }
}

fn head(page: Page, plan: PlanIndex) -> AnyView {
    let catalog = page.catalog();
    let plan = catalog.plan(plan);
    let paid = if plan.paid { page.messages().matrix.paid.clone() } else { String::new() };
    view! {
        <th scope="col" role="columnheader" class="pc-head">
            {span("pc-head__name", text(&*plan.name))}" "{span("pc-head__paid", text(paid))}
        </th>
    }
    .into_any()
}

/// The case that is answered, in words; on the static page, what the table shows.
fn case(page: Page) -> String {
    let (catalog, messages) = (page.catalog(), page.messages());
    let Some(opened) = page.opened() else { return messages.answer.case_static.clone() };
    page.scenario.with(|scenario| {
        let moment = match (opened, scenario.opened) {
            (Ok(opened), _) => page.wording().moment_anyway(&scenario.zone, opened.at),
            // A reading outside the zone data has no moment, but it can be read.
            (Err(_), Some(Moment::Reading(reading))) => reading.to_string(),
            (Err(_), _) => String::new(),
        };
        let values = [
            ("priority", &*catalog.priority(scenario.priority).name),
            ("region", &catalog.region(scenario.region).name),
            ("moment", &moment),
        ];
        fill(&messages.answer.case, &values)
    })
}

/// A cell for each shown plan. Cells of plans that stay are left alone when another comes or goes.
fn per_plan(shown: Shown, cell: impl Fn(PlanIndex) -> AnyView + Send + Sync + 'static) -> AnyView {
    fn cells(shown: Shown, cell: Arc<dyn Fn(PlanIndex) -> AnyView + Send + Sync>) -> AnyView {
        view! { <For each=move || shown.get() key=|plan| *plan children=move |plan| cell(plan)/> }
            .into_any()
    }
    cells(shown, Arc::new(cell))
}

/// Rows that belong together, under a row that says what they are about, if there is something to
/// say.
fn group(shown: Shown, class: &'static str, heading: Vec<AnyView>, rows: Vec<AnyView>) -> AnyView {
    let heading = (!heading.is_empty()).then(|| {
        let width = dynamic(move || (shown.with(Vec::len) + 1).to_string());
        view! {
            <tr role="row" class="pc-row pc-row--group">
                <th scope="rowgroup" role="rowheader" class="pc-group" colspan=width>{heading}</th>
            </tr>
        }
    });
    view! { <tbody role="rowgroup" class=class>{heading}{rows}</tbody> }.into_any()
}

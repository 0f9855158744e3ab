//! The comparison: one table with a column per shown plan, from the answers down to what each plan
//! includes.

mod account;
mod answers;
mod entitlements;
mod targets;

use leptos::prelude::*;

use super::ids;
use super::node::{Node, PerPlan, changing, dynamic, el};
use super::page::Page;
use super::parts::{heading, span};
use crate::catalog::PlanIndex;
use crate::scenario::Moment;
use crate::text::fill;

/// The plans that are shown. Read by every row, so that a row changes its cells only when a plan
/// comes or goes.
type Shown = Memo<Vec<PlanIndex>>;

/// The table and what it is about.
pub fn comparison(page: Page) -> Node {
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
    let corner = el("th")
        .attr("scope", "col")
        .attr("role", "columnheader")
        .class("pc-head pc-head--corner")
        .child(&*messages.matrix.corner);
    let heads = el("tr")
        .attr("role", "row")
        .class("pc-row pc-row--head")
        .child(corner)
        .child(per_plan(shown, move |plan| head(page, plan)));
    let table = el("table")
        .class("pc-table")
        .attr("role", "table")
        .changing("data-columns", dynamic(move || Some(shown.with(Vec::len).to_string())))
        .child(el("caption").class("pc-hidden").child(changing(caption)))
        .child(el("thead").attr("role", "rowgroup").class("pc-table__head").child(heads))
        .children(bodies);
    let title = heading("h2", "pc-comparison__heading", &messages.answer.heading);
    el("section")
        .class("pc-comparison")
        .attr("id", ids::COMPARISON)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", ids::COMPARISON_HEADING)
        .child(title.attr("id", ids::COMPARISON_HEADING))
        .child(el("p").class("pc-comparison__case").child(changing(move || case(page))))
        .child(table)
        .child(el("p").class("pc-comparison__note").child(&*messages.answer.no_guarantee))
        .into()
}

fn head(page: Page, plan: PlanIndex) -> Node {
    let catalog = page.catalog();
    let plan = catalog.plan(plan);
    let paid = if plan.paid { page.messages().matrix.paid.clone() } else { String::new() };
    el("th")
        .attr("scope", "col")
        .attr("role", "columnheader")
        .class("pc-head")
        .child(span("pc-head__name", &*plan.name))
        .child(" ")
        .child(span("pc-head__paid", paid))
        .into()
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
fn per_plan(shown: Shown, cell: impl FnMut(PlanIndex) -> Node + Send + 'static) -> Node {
    Node::PerPlan(PerPlan { shown: dynamic(move || shown.get()), make: Box::new(cell) })
}

/// Rows that belong together, under a row that says what they are about, if there is something to
/// say.
fn group(shown: Shown, class: &'static str, heading: Vec<Node>, rows: Vec<Node>) -> Node {
    let body = el("tbody").attr("role", "rowgroup").class(class);
    if heading.is_empty() {
        return body.children(rows).into();
    }
    let heading = el("th")
        .attr("scope", "rowgroup")
        .attr("role", "rowheader")
        .class("pc-group")
        .changing("colspan", dynamic(move || Some((shown.with(Vec::len) + 1).to_string())))
        .children(heading);
    let heading = el("tr").attr("role", "row").class("pc-row pc-row--group").child(heading);
    body.child(heading).children(rows).into()
}

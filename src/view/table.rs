//! The table of what each plan includes: a column for each shown plan, and rows in groups.

use nodes::{Node, each, el, live};
use plans::catalog::PlanIndex;

use super::widgets::{mine_mark, said_in_span, span};
use crate::page::Page;

/// A table with the plans' names at the head of its columns. The roles keep it a table where the
/// layout is not a table's.
pub fn table(page: Page, caption: impl FnMut() -> String + 'static, bodies: Vec<Node>) -> Node {
    let corner = el("th")
        .attr("scope", "col")
        .attr("role", "columnheader")
        .class("pc-head pc-head--corner")
        .child(page.get().messages().matrix.corner());
    let heads = el("tr")
        .attr("role", "row")
        .class("pc-row")
        .child(corner)
        .child(per_plan(page, move |plan| head(page, plan)));
    el("table")
        .class("pc-table")
        .attr("role", "table")
        .attr("data-columns", move || columns(page.get().shown_count()))
        .child(el("caption").class("pc-hidden").child(live(caption)))
        .child(el("thead").attr("role", "rowgroup").class("pc-table__head").child(heads))
        .children(bodies)
        .into()
}

/// Between which two numbers a number of plans lies; `None` if it is too large for columns. The styles
/// say how much room each kind needs.
fn columns(plans: usize) -> Option<&'static str> {
    match plans {
        1 | 2 => Some("1-2"),
        3 | 4 => Some("3-4"),
        5 | 6 => Some("5-6"),
        _ => None,
    }
}

fn head(page: Page, index: PlanIndex) -> Node {
    let state = page.get();
    let plan = state.catalog().plan(index);
    let paid = match plan.paid {
        Some(true) => state.messages().matrix.paid(),
        // A price says it better.
        Some(false) if plan.price.is_none() => state.messages().matrix.unpaid(),
        _ => "",
    };
    let price = plan.price.clone().unwrap_or_default();
    el("th")
        .attr("scope", "col")
        .attr("role", "columnheader")
        .class("pc-head")
        .child(said_in_span(&state, "pc-head__name", &plan.name))
        .child(" ")
        .child(span("pc-head__paid", paid))
        .child(" ")
        .child(said_in_span(&state, "pc-head__price", &price))
        .child(" ")
        .child(mine_mark(page, index))
        .into()
}

/// A cell for each shown plan. The cells of plans that stay are left alone when another plan comes
/// or goes.
pub fn per_plan(page: Page, cell: impl Fn(PlanIndex) -> Node + 'static) -> Node {
    cells(page, Box::new(cell))
}

/// Compiled once for all rows.
fn cells(page: Page, cell: Box<dyn Fn(PlanIndex) -> Node>) -> Node {
    each(move || page.get().shown(), |plan| plan.place() as u64, cell)
}

/// Rows that belong together, under a row that names them and is hidden with all of them.
pub fn headed_group(
    page: Page,
    class: &str,
    heading: Vec<Node>,
    hidden: impl FnMut() -> bool + 'static,
    mut rows: Vec<Node>,
) -> Node {
    let heading = el("th")
        .attr("scope", "rowgroup")
        .attr("role", "rowheader")
        .class("pc-group")
        .attr("colspan", move || (page.get().shown_count() + 1).to_string())
        .children(heading);
    let heading = el("tr")
        .attr("role", "row")
        .class("pc-row pc-row--group")
        .child(heading)
        .attr("hidden", hidden);
    rows.insert(0, heading.into());
    el("tbody").attr("role", "rowgroup").class(class).children(rows).into()
}

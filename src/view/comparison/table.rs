//! What the tables of the comparison have in common: a column per shown plan.

use crate::catalog::PlanIndex;
use crate::view::node::{Node, PerPlan, changing, dynamic, el};
use crate::view::page::Page;
use crate::view::parts::span;
use crate::view::state::Derived;

/// The plans that are shown. Read by every row, so that a row changes its cells only when a plan
/// comes or goes.
pub type Shown = Derived<Vec<PlanIndex>>;

/// A table with the plans' names at the head of its columns. The roles keep it a table where the
/// layout is not a table's.
pub fn table(
    page: Page,
    shown: Shown,
    caption: impl FnMut() -> String + Send + 'static,
    bodies: Vec<Node>,
) -> Node {
    let corner = el("th")
        .attr("scope", "col")
        .attr("role", "columnheader")
        .class("pc-head pc-head--corner")
        .child(&*page.messages().matrix.corner);
    let heads = el("tr")
        .attr("role", "row")
        .class("pc-row pc-row--head")
        .child(corner)
        .child(per_plan(shown, move |plan| head(page, plan)));
    el("table")
        .class("pc-table")
        .attr("role", "table")
        .changing("data-columns", dynamic(move || Some(shown.with(Vec::len).to_string())))
        .child(el("caption").class("pc-hidden").child(changing(caption)))
        .child(el("thead").attr("role", "rowgroup").class("pc-table__head").child(heads))
        .children(bodies)
        .into()
}

fn head(page: Page, plan: PlanIndex) -> Node {
    let catalog = page.catalog();
    let messages = page.messages();
    let words = catalog.plan(plan);
    let paid = if words.paid { &*messages.matrix.paid } else { "" };
    let mine = move || {
        let is_mine = page.scenario.with(|scenario| scenario.mine) == Some(plan);
        if is_mine { page.messages().decide.mine_mark.clone() } else { String::new() }
    };
    el("th")
        .attr("scope", "col")
        .attr("role", "columnheader")
        .class("pc-head")
        .child(span("pc-head__name", &*words.name))
        .child(" ")
        .child(span("pc-head__paid", paid))
        .child(" ")
        .child(span("pc-mark", changing(mine)))
        .into()
}

/// A cell for each shown plan. Cells of plans that stay are left alone when another comes or goes.
pub fn per_plan(shown: Shown, cell: impl FnMut(PlanIndex) -> Node + Send + 'static) -> Node {
    Node::PerPlan(PerPlan { shown: dynamic(move || shown.get()), make: Box::new(cell) })
}

/// Rows that belong together.
pub fn group(class: &str, rows: Vec<Node>) -> Node {
    el("tbody").attr("role", "rowgroup").class(class).children(rows).into()
}

/// Rows that belong together, under a row that says what they are about and is hidden with all of
/// them.
pub fn headed_group(
    shown: Shown,
    class: &str,
    heading: Vec<Node>,
    hidden: impl FnMut() -> bool + Send + 'static,
    mut rows: Vec<Node>,
) -> Node {
    let heading = el("th")
        .attr("scope", "rowgroup")
        .attr("role", "rowheader")
        .class("pc-group")
        .changing("colspan", dynamic(move || Some((shown.with(Vec::len) + 1).to_string())))
        .children(heading);
    let heading =
        el("tr").attr("role", "row").class("pc-row pc-row--group").child(heading).hidden(hidden);
    rows.insert(0, heading.into());
    group(class, rows)
}

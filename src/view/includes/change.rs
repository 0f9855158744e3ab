//! How a cell differs from the visitor's own plan.

use nodes::{Element, Node, reactive};
use plans::catalog::PlanIndex;
use plans::compare::Row;

use crate::page::Page;
use crate::view::widgets::span;

/// Appends to a cell how it differs from the visitor's own plan.
pub fn with_change_mark(
    page: Page,
    cell: Element,
    plan: PlanIndex,
    row: Row,
    mut content: Vec<Node>,
) -> Node {
    let change = move || page.get().change(plan, row);
    content.push(reactive(move || match change() {
        Some((id, words)) => {
            let class = format!("pc-change pc-change--{id}");
            vec![" ".into(), span(&class, words)].into()
        }
        None => Vec::new().into(),
    }));
    cell.attr("data-change", move || change().map(|(id, _)| id)).children(content).into()
}

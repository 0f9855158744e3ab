//! How each plan differs from the visitor's own: a sentence for the plan, and a mark in each cell that
//! is another.

use nodes::{Element, Node, el, reactive};
use plans::catalog::PlanIndex;
use plans::compare::{self, Change, Row};

use crate::page::{Page, PageState};
use crate::signal::Memo;
use crate::view::widgets::span;

/// Each row in which a plan differs from the visitor's own, in the order of the rows, with the mark of
/// the change.
type Marks = Vec<(Row, Mark)>;

/// The name of a change, and the change in words.
type Mark = (&'static str, String);

/// The marks of a plan that is compared with the visitor's own plan `mine`.
fn marks(page: &PageState, mine: PlanIndex, plan: PlanIndex) -> Marks {
    let (catalog, region, wording) = (page.catalog(), page.region(), page.wording());
    let changes = compare::changes(catalog, region, mine, plan);
    let mark = |(row, change): &(Row, Change)| {
        (*row, (change.id(), wording.change_mark(catalog, region, mine, *row, *change)))
    };
    changes.rows.iter().map(mark).collect()
}

/// A sentence for each of some plans on how it differs from the visitor's own; nothing without one.
pub fn sentences(page: &PageState, plans: &[PlanIndex]) -> Node {
    let (catalog, region) = (page.catalog(), page.region());
    let Some(mine) = page.mine() else { return Vec::new().into() };
    let sentence = |plan: &PlanIndex| {
        let changes = compare::changes(catalog, region, mine, *plan);
        el("li").child(page.wording().changes(catalog, &changes)).into()
    };
    let items: Vec<Node> = plans.iter().filter(|plan| **plan != mine).map(sentence).collect();
    if items.is_empty() {
        return Vec::new().into();
    }
    el("ul").class("pc-changes").children(items).into()
}

/// The changes of all plans, once the visitor has named an own plan.
#[derive(Clone, Copy)]
pub struct AllPlanChanges(Memo<Vec<Marks>>);

impl AllPlanChanges {
    /// The changes on a page.
    pub fn new(page: Page) -> Self {
        Self(Memo::new(move || {
            let page = page.get();
            let Some(mine) = page.mine() else { return Vec::new() };
            let of = |plan| if plan == mine { Vec::new() } else { marks(&page, mine, plan) };
            page.catalog().plan_indices().map(of).collect()
        }))
    }

    /// The changes in one row.
    pub fn of(self, row: Row) -> RowChanges {
        let mark = move |marks: &Marks| {
            let place = marks.binary_search_by_key(&row, |(row, _)| *row).ok()?;
            marks.get(place).map(|(_, mark)| mark.clone())
        };
        RowChanges(Memo::new(move || self.0.with(|all| all.iter().map(mark).collect())))
    }
}

/// The changes of all plans in one row, in the order of the plans.
///
/// A cell depends on its row alone. A memo that changes makes each of its dependents leave and join it
/// again, and leaving searches all dependents: with one memo for all cells, a catalog of 2,000 cells
/// takes three times as long.
#[derive(Clone, Copy)]
pub struct RowChanges(Memo<Vec<Option<Mark>>>);

impl RowChanges {
    /// Appends to a plan's cell how it differs from the visitor's own plan.
    pub fn mark(self, cell: Element, plan: PlanIndex, mut content: Vec<Node>) -> Node {
        let mark = move || self.0.with(|marks| marks.get(plan.place())?.clone());
        content.push(reactive(move || match mark() {
            Some((id, words)) => {
                let class = format!("pc-change pc-change--{id}");
                vec![" ".into(), span(&class, words)].into()
            }
            None => Vec::new().into(),
        }));
        cell.attr("data-change", move || mark().map(|(id, _)| id)).children(content).into()
    }
}

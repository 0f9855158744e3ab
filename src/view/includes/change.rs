//! How each plan differs from the visitor's own: a sentence for the plan, and a mark in each cell that
//! is another. A chunk of the program works them out.

use nodes::{Element, Node, el, reactive};
use plans::catalog::PlanIndex;
use plans::compare::{self, Row};

use crate::page::{Page, PageState};
use crate::signal::Memo;
use crate::view::chunks::Chunk;
use crate::view::which::Overview;
use crate::view::widgets::span;

/// A plan compared with the visitor's own.
#[derive(Clone, PartialEq, Eq)]
pub struct PlanChanges {
    sentence: String,
    /// Each row in which the plans differ, in the order of the rows.
    marks: Vec<(Row, Mark)>,
}

/// The name of a change, and the change in words.
type Mark = (&'static str, String);

/// Compares a plan with the visitor's own plan `mine`. Only a chunk of the program refers to this.
pub fn plan_changes(page: &PageState, mine: PlanIndex, plan: PlanIndex) -> PlanChanges {
    let (catalog, region, wording) = (page.catalog(), page.region(), page.wording());
    let changes = compare::changes(catalog, region, mine, plan);
    let marks = changes.rows.iter().map(|(row, change)| {
        (*row, (change.id(), wording.change_mark(catalog, region, mine, *row, *change)))
    });
    PlanChanges { sentence: wording.changes(catalog, &changes), marks: marks.collect() }
}

/// The changes of all plans, once the visitor has named an own plan and the chunk is here.
#[derive(Clone, Copy)]
pub struct AllPlanChanges(Memo<Vec<Option<PlanChanges>>>);

impl AllPlanChanges {
    /// The changes on a page.
    pub fn new(page: Page, chunk: Chunk<Overview>) -> Self {
        Self(Memo::new(move || {
            let page = page.get();
            let mine = page.mine();
            let Some((mine, chunk)) = mine.and_then(|mine| Some((mine, chunk.get()?))) else {
                return Vec::new();
            };
            let changes = |plan| (plan != mine).then(|| (chunk.plan_changes)(&page, mine, plan));
            page.catalog().plan_indices().map(changes).collect()
        }))
    }

    /// A sentence for each of some plans that is compared with the visitor's own.
    pub fn sentences(self, plans: &[PlanIndex]) -> Node {
        let items: Vec<Node> = self.0.with(|all| {
            let changes = plans.iter().filter_map(|plan| all.get(plan.place())?.as_ref());
            changes.map(|changes| el("li").child(&*changes.sentence).into()).collect()
        });
        if items.is_empty() {
            return Vec::new().into();
        }
        el("ul").class("pc-changes").children(items).into()
    }

    /// The changes in one row.
    pub fn of(self, row: Row) -> RowChanges {
        let mark = move |changes: &Option<PlanChanges>| {
            let marks = &changes.as_ref()?.marks;
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

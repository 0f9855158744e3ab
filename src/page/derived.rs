//! What follows from the choices, worked out in one place and only while somebody reads it.

use std::sync::Arc;

use plans::block::PageData;
use plans::case::{Case, ResolvedMoment};
use plans::catalog::{PlanIndex, RegionIndex, TargetRow};
use plans::compare::{self, AllTerms, Answer, Row, answer};
use worktime::zone::{Instant, LocalDate, OutsideTable, Zone};

use super::Chosen;
use crate::signal::{Memo, RwSignal};

/// What several readers need. Copied freely: these are handles.
pub(super) struct Derived {
    /// The row of targets that answers. Read by everything that depends on it alone.
    pub row: Memo<TargetRow>,
    /// Read by everything that depends on the region alone.
    pub region: Memo<RegionIndex>,
    /// Read by everything that words an instant.
    pub zone: Memo<Zone>,
    /// Read by every row, so that a row changes its cells only when a plan comes or goes.
    pub shown: Memo<Vec<PlanIndex>>,
    /// Read by the marks of one's own plan, by the control, and by what compares plans with it.
    pub mine: Memo<Option<PlanIndex>>,
    /// Read by the control, its hint and every row.
    pub only_differences: Memo<bool>,
    /// Whether other desks stand beside the first one. Read by every row.
    pub has_also: Memo<bool>,
    /// When the case is opened. Read by the answers.
    pub opened: Memo<Option<Result<ResolvedMoment, OutsideTable>>>,
    /// The day of opening on the desk's calendar. Read by the longest waits.
    pub day: Memo<Option<LocalDate>>,
    /// The terms of every plan. Read by the answers, the waits, the fits and the pictures.
    pub terms: Memo<Arc<AllTerms>>,
    /// The rows that are the same in all shown plans. Read by their count, and while only differences
    /// are shown by every row.
    pub equal_rows: Memo<Vec<Row>>,
    /// When the first reply of a shown plan is due; `None` if none has a deadline. Read by every row.
    pub soonest: Memo<Option<Instant>>,
    plans: Vec<OfPlan>,
}

/// What follows for one plan. Read by the plan's own cells.
pub(super) struct OfPlan {
    pub answer: Memo<Option<Arc<Answer>>>,
}

impl Derived {
    pub fn new(data: &Arc<PageData>, chosen: Chosen, now: RwSignal<Option<Instant>>) -> Self {
        let Chosen { case, display, .. } = chosen;
        let zone = Memo::new(move || case.with(|case| case.desk.zone));
        let region = Memo::new(move || case.with(|case| case.desk.region));
        let shown = Memo::new(move || display.with(|display| display.plans.clone()));
        let mine = Memo::new(move || display.with(|display| display.mine));
        let only_differences = Memo::new(move || display.with(|display| display.only_differences));
        let has_also = Memo::new(move || display.with(|display| !display.also.is_empty()));
        let opened = Memo::new(move || {
            let now = now.get()?;
            Some(case.with(|case| case.opened_at(now)))
        });
        // The terms do not change when only the minute does.
        let case_ignoring_opening =
            Memo::new(move || case.with(|case| Case { opened: None, ..case.clone() }));
        let catalog = Arc::clone(data);
        let terms = Memo::new(move || {
            case_ignoring_opening
                .with(|case| Arc::new(AllTerms::new(&catalog.catalog, case, &case.desk)))
        });
        let catalog = Arc::clone(data);
        let equal_rows = Memo::new(move || {
            shown.with(|shown| compare::equal_rows(&catalog.catalog, region.get(), shown))
        });
        let day = Memo::new(move || {
            let opened = opened.get()?.ok()?.at;
            Some(zone.get().local(opened).ok()?.date())
        });
        let of = |plan: PlanIndex| {
            let answer = Memo::new(move || {
                let opened = opened.get()?.map(|opened| opened.at);
                Some(Arc::new(terms.with(|terms| answer(terms, plan, opened))))
            });
            OfPlan { answer }
        };
        let plans: Vec<OfPlan> = data.catalog.plan_indices().map(of).collect();
        let answers: Vec<_> = plans.iter().map(|plan| plan.answer).collect();
        let soonest = Memo::new(move || {
            let due = |plan: &PlanIndex| answers.get(plan.place())?.get()?.due();
            shown.with(|shown| shown.iter().filter_map(due).min())
        });
        Self {
            row: Memo::new(move || case.with(Case::row)),
            region,
            zone,
            shown,
            mine,
            only_differences,
            has_also,
            opened,
            day,
            terms,
            equal_rows,
            soonest,
            plans,
        }
    }

    /// What follows for a plan; `None` for a plan of another catalog.
    pub fn of(&self, plan: PlanIndex) -> Option<&OfPlan> {
        self.plans.get(plan.place())
    }
}

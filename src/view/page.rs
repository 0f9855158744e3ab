//! The state of a page, and what a choice does to it.

use std::sync::Arc;

use leptos::prelude::*;

use super::data::PageData;
use super::env::Env;
use crate::catalog::{Catalog, PlanIndex};
use crate::compare::{Answer, PlansBy, answers, plans_answering_by};
use crate::scenario::{Decoded, Ignored, Moment, ResolvedMoment, Scenario, encode};
use crate::text::{Messages, Wording};
use crate::zone::{Instant, OutsideTable, Zone};

/// Everything that the components share. Copied freely: it holds handles.
#[derive(Clone, Copy)]
pub struct Page {
    fixed: StoredValue<Arc<Fixed>>,
    /// What the visitor has chosen.
    pub scenario: RwSignal<Scenario>,
    /// The present moment; unknown on the static pages. The edge sets it.
    pub now: RwSignal<Option<Instant>>,
    /// Whether the present moment follows the clock. The edge reads it.
    pub running: RwSignal<bool>,
    /// The query string that the address should have; none until the visitor chooses something.
    /// The edge writes it.
    pub address: RwSignal<Option<String>>,
    /// One sentence about what has just changed.
    pub status: RwSignal<String>,
    /// What was typed as a zone and is none; it stays in its field until there is a zone again.
    pub bad_zone: RwSignal<Option<String>>,
    /// What each shown plan answers; read by every answer's cells.
    answers: Memo<Option<Vec<Arc<Answer>>>>,
}

/// What stays the same for as long as the page is there.
struct Fixed {
    data: PageData,
    env: Env,
    foreign: String,
    ignored: Vec<Ignored>,
    names_region: bool,
}

impl Page {
    /// A page that shows what a link says. On the static pages the present moment is unknown.
    #[must_use]
    pub fn new(data: PageData, env: Env, decoded: Decoded, now: Option<Instant>) -> Self {
        let catalog = data.catalog.clone();
        let Decoded { scenario, foreign, ignored, names_region } = decoded;
        let (scenario, now) = (RwSignal::new(scenario), RwSignal::new(now));
        let answers = Memo::new(move |_| {
            let now = now.get()?;
            Some(scenario.with(|scenario| {
                let opened = scenario.opened_at(now).map(|opened| opened.at);
                answers(&catalog, scenario, opened).into_iter().map(Arc::new).collect()
            }))
        });
        Self {
            fixed: StoredValue::new(Arc::new(Fixed { data, env, foreign, ignored, names_region })),
            scenario,
            now,
            running: RwSignal::new(true),
            address: RwSignal::new(None),
            status: RwSignal::new(String::new()),
            bad_zone: RwSignal::new(None),
            answers,
        }
    }

    fn fixed(&self) -> Arc<Fixed> {
        self.fixed.get_value()
    }

    /// The catalog that is shown.
    #[must_use]
    pub fn catalog(&self) -> Arc<Catalog> {
        self.fixed().data.catalog.clone()
    }

    /// The page's own words.
    #[must_use]
    pub fn messages(&self) -> Arc<Messages> {
        self.fixed().data.messages.clone()
    }

    /// What comes from outside.
    #[must_use]
    pub fn env(&self) -> Env {
        self.fixed().env
    }

    /// What puts things into words.
    #[must_use]
    pub fn wording(&self) -> Wording {
        Wording { messages: self.messages(), date: self.env().date }
    }

    /// The values of the link that were left out.
    #[must_use]
    pub fn ignored(&self) -> Vec<Ignored> {
        self.fixed().ignored.clone()
    }

    /// The visitor's own zone.
    #[must_use]
    pub fn visitor(&self) -> Option<Zone> {
        self.env().visitor
    }

    /// The visitor's zone, as long as the region shown was guessed from it and not chosen.
    #[must_use]
    pub fn guessed_from(&self) -> Option<Zone> {
        let untouched = self.address.with(Option::is_none) && !self.fixed().names_region;
        self.visitor().filter(|_| untouched)
    }

    /// A moment in words on the visitor's clock, where that reads differently from the desk's.
    #[must_use]
    pub fn on_visitors_clock(&self, at: Instant) -> Option<String> {
        let visitor = self.visitor()?;
        let desk = self.scenario.with(|scenario| scenario.zone);
        let differs = visitor.offset_at(at).ok()? != desk.offset_at(at).ok()?;
        differs.then(|| self.wording().moment_anyway(&visitor, at))
    }

    /// The moment at which the case is opened; none while the present moment is unknown.
    #[must_use]
    pub fn opened(&self) -> Option<Result<ResolvedMoment, OutsideTable>> {
        let now = self.now.get()?;
        Some(self.scenario.with(|scenario| scenario.opened_at(now)))
    }

    /// What a plan answers; none while it is not shown or the present moment is unknown.
    #[must_use]
    pub fn answer(&self, plan: PlanIndex) -> Option<Arc<Answer>> {
        self.answers
            .with(|answers| answers.as_ref()?.iter().find(|answer| answer.plan == plan).cloned())
    }

    /// Which of the plans shown answer by a moment; none if that is not known.
    #[must_use]
    pub fn plans_by(&self, by: Option<Moment>) -> Option<PlansBy> {
        let by = by?.on(&self.scenario.with(|scenario| scenario.zone)).ok()?.at;
        self.answers.with(|answers| {
            Some(plans_answering_by(answers.as_ref()?.iter().map(|answer| &**answer), by))
        })
    }

    /// Changes the scenario as the visitor chose, rewrites the address, and says in one sentence
    /// what has changed and what the plans answer now.
    pub fn choose(&self, change: impl FnOnce(&mut Scenario), said: &str) {
        self.scenario.update(change);
        self.follow_up(said);
    }

    /// The rest of a choice, which is the same for all.
    fn follow_up(&self, said: &str) {
        let catalog = self.catalog();
        self.scenario.with_untracked(|scenario| {
            let query = encode(scenario, &catalog, &self.fixed().foreign);
            self.address.set(Some(query));
            let answers = self.answers.get_untracked().unwrap_or_default();
            self.status.set(self.wording().status(&catalog, &scenario.zone, said, &answers));
        });
    }
}

//! The state of a page, and what a choice does to it.

use std::sync::Arc;

use leptos::prelude::*;

use super::data::{LanguageLink, PageData};
use super::env::Env;
use crate::catalog::{Catalog, PlanIndex};
use crate::compare::{Answer, answers};
use crate::scenario::{Decoded, Ignored, OpenedAt, Scenario, encode};
use crate::text::{Messages, Wording};
use crate::zone::{Instant, OutsideTable, Zone};

/// Everything that the components share. Copied freely: it holds handles.
#[derive(Clone, Copy)]
pub struct Page {
    data: StoredValue<PageData>,
    foreign: StoredValue<String>,
    arrived_with: StoredValue<String>,
    ignored: StoredValue<Vec<Ignored>>,
    names_region: bool,
    /// What comes from outside.
    pub env: StoredValue<Env>,
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
    /// The moment at which the case is opened; read by the answers and by the form.
    pub opened: Memo<Option<Result<OpenedAt, OutsideTable>>>,
    /// What each shown plan answers; read by every answer's cells.
    pub answers: Memo<Option<Vec<Answer>>>,
}

impl Page {
    /// A page that shows what a link says. `query` is the link's query string as it came.
    #[must_use]
    pub fn new(data: PageData, env: Env, query: &str, decoded: Decoded, now: Option<Instant>) -> Self {
        let catalog = data.catalog.clone();
        let scenario = RwSignal::new(decoded.scenario);
        let now = RwSignal::new(now);
        let opened = Memo::new(move |_| now.get().map(|now| scenario.with(|scenario| scenario.opened_at(now))));
        let answers = Memo::new(move |_| {
            let opened = opened.get()?.map(|opened| opened.at);
            Some(scenario.with(|scenario| answers(&catalog, scenario, opened)))
        });
        Self {
            data: StoredValue::new(data),
            foreign: StoredValue::new(decoded.foreign),
            arrived_with: StoredValue::new(query.to_owned()),
            ignored: StoredValue::new(decoded.ignored),
            names_region: decoded.names_region,
            env: StoredValue::new(env),
            scenario,
            now,
            running: RwSignal::new(true),
            address: RwSignal::new(None),
            status: RwSignal::new(String::new()),
            opened,
            answers,
        }
    }

    /// The catalog that is shown.
    #[must_use]
    pub fn catalog(&self) -> Arc<Catalog> {
        self.data.with_value(|data| data.catalog.clone())
    }

    /// The page's own words.
    #[must_use]
    pub fn messages(&self) -> Arc<Messages> {
        self.data.with_value(|data| data.messages.clone())
    }

    /// The languages that the page is there in.
    #[must_use]
    pub fn languages(&self) -> Vec<LanguageLink> {
        self.data.with_value(|data| data.languages.clone())
    }

    /// What puts things into words.
    #[must_use]
    pub fn wording(&self) -> Wording {
        Wording { messages: self.messages(), date: self.env.with_value(|env| env.date) }
    }

    /// The values of the link that were left out.
    #[must_use]
    pub fn ignored(&self) -> Vec<Ignored> {
        self.ignored.get_value()
    }

    /// The query string of the link as it came, with its `?`.
    #[must_use]
    pub fn arrived_with(&self) -> String {
        self.arrived_with.get_value()
    }

    /// The visitor's own zone.
    #[must_use]
    pub fn visitor(&self) -> Option<Zone> {
        self.env.with_value(|env| env.visitor)
    }

    /// The visitor's zone, as long as the region shown was guessed from it and not chosen.
    #[must_use]
    pub fn guessed_from(&self) -> Option<Zone> {
        let untouched = self.address.with(Option::is_none) && !self.names_region;
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

    /// What a plan answers; none while it is not shown or the present moment is unknown.
    #[must_use]
    pub fn answer(&self, plan: PlanIndex) -> Memo<Option<Answer>> {
        let answers = self.answers;
        Memo::new(move |_| {
            answers.with(|answers| answers.as_ref()?.iter().find(|answer| answer.plan == plan).cloned())
        })
    }

    /// Changes the scenario as the visitor chose, rewrites the address, and says in one sentence
    /// what has changed and what the plans answer now.
    pub fn choose(&self, change: impl FnOnce(&mut Scenario), said: &str) {
        self.scenario.update(change);
        let catalog = self.catalog();
        self.scenario.with_untracked(|scenario| {
            let query = self.foreign.with_value(|foreign| encode(scenario, &catalog, foreign));
            self.address.set(Some(query));
            let answers = self.answers.get_untracked().unwrap_or_default();
            self.status.set(self.wording().status(&catalog, &scenario.zone, said, &answers));
        });
    }
}

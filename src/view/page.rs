//! The state of a page, and what a choice does to it.

use core::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use super::data::PageData;
use super::env::Env;
use super::state::{Derived, State};
use crate::catalog::{Catalog, PlanIndex};
use crate::compare::{
    self, Answer, Changes, LongestWait, NoReply, PlansBy, Row, answers, longest_wait,
    plans_answering_by,
};
use crate::picture::{Look, Picture};
use crate::scenario::{Decoded, Ignored, Moment, ResolvedMoment, Scenario, encode};
use crate::text::{Messages, Wording};
use crate::zone::{Instant, OutsideTable, Zone};

/// Everything that the components share. Copied freely: it is a pointer. A page stays for as long
/// as its document, so what it points to is never given back.
#[derive(Clone, Copy)]
pub struct Page(&'static Shared);

impl Deref for Page {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

/// What a [`Page`] points to.
pub struct Shared {
    data: &'static PageData,
    env: Env,
    foreign: String,
    ignored: Vec<Ignored>,
    names_region: bool,
    /// What the visitor has chosen.
    pub scenario: State<Scenario>,
    /// The present moment; unknown on the static pages. The edge sets it.
    pub now: State<Option<Instant>>,
    /// Whether the present moment follows the clock. The edge reads it.
    pub running: State<bool>,
    /// The query string that the address should have; none until the visitor chooses something.
    /// The edge writes it.
    pub address: State<Option<String>>,
    /// One sentence about what has just changed.
    pub status: State<String>,
    /// What was typed as a zone and is none; it stays in its field until there is a zone again.
    pub bad_zone: State<Option<String>>,
    /// What the answers depend on; read by them, and by the pictures.
    case: Derived<Scenario>,
    /// What each shown plan answers; read by every answer's cells.
    answers: Derived<Option<Vec<Arc<Answer>>>>,
    /// How long one waits at worst, and who; read by the answers' cells.
    waits: Derived<Vec<Wait>>,
    /// The rows that are the same in all shown plans; read by the rows.
    equal: Derived<Vec<Row>>,
    /// What each shown plan has compared with the visitor's own; read by the cells.
    changes: Derived<Vec<Changes>>,
}

/// A plan's longest wait of the year ahead.
type Wait = (PlanIndex, Result<LongestWait, NoReply>);

impl Page {
    /// A page that shows what a link says. On the static pages the present moment is unknown.
    #[must_use]
    pub fn new(data: &'static PageData, env: Env, decoded: Decoded, now: Option<Instant>) -> Self {
        let Decoded { scenario, foreign, ignored, names_region } = decoded;
        let catalog = &data.catalog;
        let (scenario, now) = (State::new(scenario), State::new(now));
        // What the plans' answers depend on, so that they are left alone by other choices.
        let case = Derived::new(move || scenario.with(Scenario::case));
        let answers = Derived::new(move || {
            let now = now.get()?;
            Some(case.with(|case| {
                let opened = case.opened_at(now).map(|opened| opened.at);
                answers(catalog, case, opened).into_iter().map(Arc::new).collect()
            }))
        });
        let day = Derived::new(move || {
            let now = now.get()?;
            case.with(|case| Some(case.zone.local(case.opened_at(now).ok()?.at).ok()?.date()))
        });
        let lasting =
            Derived::new(move || case.with(|case| Scenario { opened: None, ..case.clone() }));
        let waits = Derived::new(move || {
            let Some(day) = day.get() else { return Vec::new() };
            lasting.with(|case| {
                let wait = |plan: &PlanIndex| (*plan, longest_wait(catalog, case, *plan, day));
                case.plans.iter().map(wait).collect()
            })
        });
        let equal =
            Derived::new(move || scenario.with(|scenario| compare::equal_rows(catalog, scenario)));
        let changes = Derived::new(move || {
            scenario.with(|scenario| {
                let Some(mine) = scenario.mine else { return Vec::new() };
                let others = scenario.plans.iter().filter(|plan| **plan != mine);
                others.map(|plan| compare::changes(catalog, scenario, mine, *plan)).collect()
            })
        });
        Self(Box::leak(Box::new(Shared {
            data,
            env,
            foreign,
            ignored,
            names_region,
            scenario,
            now,
            running: State::new(true),
            address: State::new(None),
            status: State::new(String::new()),
            bad_zone: State::new(None),
            case,
            answers,
            waits,
            equal,
            changes,
        })))
    }

    /// The catalog that is shown.
    #[must_use]
    pub fn catalog(&self) -> &'static Catalog {
        &self.0.data.catalog
    }

    /// The page's own words.
    #[must_use]
    pub fn messages(&self) -> &'static Messages {
        &self.0.data.messages
    }

    /// What comes from outside.
    #[must_use]
    pub fn env(&self) -> &'static Env {
        &self.0.env
    }

    /// What puts things into words.
    #[must_use]
    pub fn wording(&self) -> Wording {
        Wording { messages: self.messages(), date: self.env().date }
    }

    /// The values of the link that were left out.
    #[must_use]
    pub fn ignored(&self) -> &'static [Ignored] {
        &self.0.ignored
    }

    /// The visitor's own zone.
    #[must_use]
    pub fn visitor(&self) -> Option<Zone> {
        self.env().visitor
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

    /// A shown plan's longest wait in the year from the day of opening.
    #[must_use]
    pub fn longest_wait(&self, plan: PlanIndex) -> Option<Result<LongestWait, NoReply>> {
        let of = |waits: &Vec<Wait>| waits.iter().find(|(known, _)| *known == plan).cloned();
        self.waits.with(of).map(|(_, wait)| wait)
    }

    /// How many rows are the same in all shown plans.
    #[must_use]
    pub fn equal_rows(&self) -> usize {
        self.equal.with(Vec::len)
    }

    /// Whether a row is hidden, since it is the same in all shown plans.
    #[must_use]
    pub fn hides(&self, row: Row) -> bool {
        self.scenario.with(|scenario| scenario.only_differences)
            && self.equal.with(|equal| equal.contains(&row))
    }

    /// What each other shown plan has compared with the visitor's own.
    #[must_use]
    pub fn changes(&self) -> Vec<Changes> {
        self.changes.get()
    }

    /// What a row of a plan has compared with the visitor's own: the name of the change, and in
    /// words; none where that is the same.
    #[must_use]
    pub fn change(&self, plan: PlanIndex, row: Row) -> Option<(&'static str, String)> {
        self.changes.with(|changes| {
            let of = changes.iter().find(|changes| changes.plan == plan)?;
            let change = of.of(row)?;
            let region = self.scenario.with(|scenario| scenario.region);
            let words = self.wording().change_mark(self.catalog(), region, of.mine, row, change);
            Some((change.id(), words))
        })
    }

    /// A picture of the answers; none where it is not possible, or the present moment is unknown.
    #[must_use]
    pub fn draw(&self, draw: fn(&Look) -> Option<Picture>) -> Option<Picture> {
        let opened = self.opened()?.ok()?.at;
        let answers = self.answers.get()?;
        let wording = self.wording();
        self.case.with(|case| {
            draw(&Look {
                catalog: self.catalog(),
                scenario: case,
                answers: &answers,
                opened,
                visitor: self.visitor(),
                wording: &wording,
            })
        })
    }

    /// A moment as the visitor names it: by what the desk's clock shows, if that is enough.
    #[must_use]
    pub fn named(&self, at: Instant) -> Moment {
        let zone = self.scenario.with_untracked(|scenario| scenario.zone);
        let reading = zone.local(at).ok().filter(|reading| {
            zone.resolve(*reading).is_ok_and(|resolved| resolved.instant() == at)
        });
        reading.map_or(Moment::At(at), Moment::Reading)
    }

    /// Chooses when the case is opened; none for the present moment.
    pub fn open_at(&self, opened: Option<Moment>) {
        let status = &self.messages().status;
        let said = if opened.is_some() { &status.opened } else { &status.now };
        self.choose(|scenario| scenario.opened = opened, said);
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
            let query = encode(scenario, catalog, &self.foreign);
            self.address.set(Some(query));
            let answers = untrack(|| self.answers.get()).unwrap_or_default();
            self.status.set(self.wording().status(catalog, &scenario.zone, said, &answers));
        });
    }
}

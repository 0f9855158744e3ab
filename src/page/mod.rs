//! The state of one page: what the visitor has chosen, and everything that follows from it.
//!
//! What was chosen is private and changes only by a [`Choice`], which [`Page::choose`] makes. What
//! follows from it is derived in `derived`. The module knows nothing of browsers: an [`Edge`]
//! stands for the world outside.

mod derived;
mod edge;

pub use edge::{Edge, NoBrowser, OnCopied};

use core::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{on_cleanup, untrack};
use plans::block::PageData;
use plans::case::{Case, Choice, Display, Moment, Question, ResolvedMoment, Scenario};
use plans::catalog::{Catalog, PlanIndex};
use plans::compare::{Answer, Changes, LongestWait, NoDeadline, PlansBy, Row, plans_answering_by};
use plans::link::{Decoded, Ignored, encode};
use plans::picture::{Picture, Scene};
use plans::wording::{Messages, Wording, fill};
use worktime::zone::{Instant, OutsideTable, Zone};

use crate::signal::RwSignal;
use derived::Derived;

/// A handle to the state of one page, copied freely. The state goes with the owner that was current
/// when the page was made.
///
/// Leptos' own handle for this, `StoredValue`, asks on which thread it runs. Not to ask, here and in
/// `nodes`, saves 2.5 kB of the first load.
#[derive(Clone, Copy)]
pub struct Page(usize);

thread_local! {
    /// The states of all pages, each at the place that its handle names.
    static PAGES: RefCell<Vec<Option<Rc<PageState>>>> = const { RefCell::new(Vec::new()) };
}

/// The state of one page: see [`Page`].
pub struct PageState {
    data: Arc<PageData>,
    edge: Rc<dyn Edge>,
    /// What the page's ids begin with, so that several pages fit into one document.
    id_prefix: String,
    foreign: String,
    ignored: Vec<Ignored>,
    names_region: bool,
    chosen: Chosen,
    now: RwSignal<Option<Instant>>,
    running: RwSignal<bool>,
    address: RwSignal<Option<String>>,
    status: RwSignal<String>,
    rejected_zone: RwSignal<Option<String>>,
    derived: Derived,
}

/// What the visitor has chosen.
#[derive(Clone, Copy)]
struct Chosen {
    case: RwSignal<Case>,
    question: RwSignal<Question>,
    display: RwSignal<Display>,
}

impl Chosen {
    fn scenario(&self) -> Scenario {
        Scenario {
            case: self.case.get_untracked(),
            question: self.question.get_untracked(),
            display: self.display.get_untracked(),
        }
    }

    /// Takes over the parts of a scenario that are not as they were.
    fn take(&self, before: &Scenario, after: &Scenario) {
        if before.case != after.case {
            self.case.set(after.case.clone());
        }
        if before.question != after.question {
            self.question.set(after.question.clone());
        }
        if before.display != after.display {
            self.display.set(after.display.clone());
        }
    }
}

impl Page {
    /// A page that shows what a link says. `now` is `None` on the static pages, where the present
    /// instant is not known.
    #[must_use]
    pub fn new(
        data: Arc<PageData>,
        edge: Rc<dyn Edge>,
        decoded: Decoded,
        now: Option<Instant>,
        id_prefix: String,
    ) -> Self {
        let names_region = decoded.names_region();
        let scenario = decoded.scenario(&data.catalog, edge.visitor());
        let chosen = Chosen {
            case: RwSignal::new(scenario.case),
            question: RwSignal::new(scenario.question),
            display: RwSignal::new(scenario.display),
        };
        let now = RwSignal::new(now);
        let derived = Derived::new(&data, chosen, now);
        let Decoded { foreign, ignored, .. } = decoded;
        Self::keep(Rc::new(PageState {
            data,
            edge,
            id_prefix,
            foreign,
            ignored,
            names_region,
            chosen,
            now,
            running: RwSignal::new(true),
            address: RwSignal::new(None),
            status: RwSignal::new(String::new()),
            rejected_zone: RwSignal::new(None),
            derived,
        }))
    }

    /// Keeps a state until the current owner goes.
    fn keep(state: Rc<PageState>) -> Self {
        let place = PAGES.with_borrow_mut(|pages| {
            let free = pages.iter().position(Option::is_none);
            let place = free.unwrap_or(pages.len());
            pages.resize(pages.len().max(place + 1), None);
            if let Some(page) = pages.get_mut(place) {
                *page = Some(state);
            }
            place
        });
        on_cleanup(move || {
            // Dropped when the list is free again.
            drop(PAGES.with_borrow_mut(|pages| pages.get_mut(place).and_then(Option::take)));
        });
        Self(place)
    }

    /// The state.
    #[must_use]
    #[inline(never)]
    pub fn get(self) -> Rc<PageState> {
        let page = PAGES.with_borrow(|pages| pages.get(self.0).cloned().flatten());
        page.expect("the owner of the page is not gone")
    }

    /// Makes a choice: everything that depends on it follows, the address too, and one sentence says
    /// what has changed.
    pub fn choose(self, choice: Choice) {
        self.get().choose(&[choice]);
    }
}

/// What a page is made of.
impl PageState {
    /// The catalog that is shown.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.data.catalog
    }

    /// The page's own words.
    #[must_use]
    pub fn messages(&self) -> &Messages {
        &self.data.messages
    }

    /// What puts things into words.
    #[must_use]
    pub fn wording(&self) -> Wording<'_> {
        Wording { messages: self.messages(), dates: &*self.edge }
    }

    /// The world around the page.
    #[must_use]
    pub fn edge(&self) -> &dyn Edge {
        &*self.edge
    }

    /// The id of an element of this page.
    #[must_use]
    pub fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.id_prefix)
    }

    /// The values of the link that were not used.
    #[must_use]
    pub fn ignored(&self) -> &[Ignored] {
        &self.ignored
    }
}

/// What the visitor does.
impl PageState {
    /// Makes choices one after another. The sentence is about the last one.
    pub fn choose(&self, choices: &[Choice]) {
        let catalog = self.catalog();
        let before = self.chosen.scenario();
        let mut after = before.clone();
        for choice in choices {
            after.apply(catalog, self.edge.visitor(), choice);
        }
        self.chosen.take(&before, &after);
        let Some(last) = choices.last() else { return };
        if let Choice::Zone(_) | Choice::Region(_) = last {
            self.rejected_zone.set(None);
        }
        if before != after {
            self.address.set(Some(encode(&after, catalog, &self.foreign)));
        }
        let (answers, in_time) = untrack(|| (self.answers(), self.in_time()));
        let wording = self.wording();
        self.status.set(wording.status(catalog, last, (&before, &after), &answers, in_time));
    }

    /// Chooses the zone of a name. A text that names no zone is kept beside its field, and not used.
    pub fn type_zone(&self, text: String) {
        match Zone::named(text.trim()) {
            Some(zone) => self.choose(&[Choice::Zone(zone)]),
            None => self.rejected_zone.set(Some(text)),
        }
    }

    /// Lets the clock run, or stops it at the present instant.
    pub fn toggle_clock(&self) {
        let running = !self.running.get_untracked();
        self.running.set(running);
        let words = &self.messages().status;
        self.status.set(match self.now.get_untracked() {
            Some(now) if !running => {
                let zone = untrack(|| self.zone());
                fill(&words.paused, &[("moment", &self.wording().instant_or_utc(&zone, now))])
            }
            _ => words.resumed.clone(),
        });
    }

    /// Says something in the status line.
    pub fn say(&self, sentence: String) {
        self.status.set(sentence);
    }

    /// Sets the present instant, which the edge knows.
    pub fn set_now(&self, now: Instant) {
        self.now.set(Some(now));
    }
}

/// What was chosen, and what follows from it. Whoever reads this is told when it changes.
impl PageState {
    /// The present instant; `None` on the static pages.
    #[must_use]
    pub fn now(&self) -> Option<Instant> {
        self.now.get()
    }

    /// Whether the present instant follows the clock.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.running.get()
    }

    /// The query string that the address should have; `None` until the visitor chooses something.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        self.address.get()
    }

    /// One sentence about what has just changed.
    #[must_use]
    pub fn status(&self) -> String {
        self.status.get()
    }

    /// The text in the zone field while it names no zone; `None` once a zone is chosen.
    #[must_use]
    pub fn rejected_zone(&self) -> Option<String> {
        self.rejected_zone.get()
    }

    /// The case.
    #[must_use]
    pub fn case(&self) -> Case {
        self.chosen.case.get()
    }

    /// What is asked of a plan.
    #[must_use]
    pub fn question(&self) -> Question {
        self.chosen.question.get()
    }

    /// What the visitor has chosen, without being told when it changes.
    #[must_use]
    pub fn scenario_untracked(&self) -> Scenario {
        self.chosen.scenario()
    }

    /// The plans that are shown.
    #[must_use]
    pub fn shown(&self) -> Vec<PlanIndex> {
        self.derived.shown.get()
    }

    /// The number of plans that are shown.
    #[must_use]
    pub fn shown_count(&self) -> usize {
        self.derived.shown.with(Vec::len)
    }

    /// Whether a plan is shown.
    #[must_use]
    pub fn is_shown(&self, plan: PlanIndex) -> bool {
        self.derived.shown.with(|shown| shown.contains(&plan))
    }

    /// The visitor's own plan.
    #[must_use]
    pub fn mine(&self) -> Option<PlanIndex> {
        self.derived.mine.get()
    }

    /// Whether rows in which all shown plans are equal are left out.
    #[must_use]
    pub fn only_differences(&self) -> bool {
        self.derived.only_differences.get()
    }

    /// The priority of the case.
    #[must_use]
    pub fn priority(&self) -> plans::catalog::PriorityIndex {
        self.derived.priority.get()
    }

    /// The region whose desk answers.
    #[must_use]
    pub fn region(&self) -> plans::catalog::RegionIndex {
        self.derived.region.get()
    }

    /// The zone in which the desk's hours are read.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.derived.zone.get()
    }

    /// The visitor's zone, as long as the region shown was guessed from it and not chosen.
    #[must_use]
    pub fn guessed_from(&self) -> Option<Zone> {
        let untouched = self.address.with(Option::is_none) && !self.names_region;
        self.edge.visitor().filter(|_| untouched)
    }

    /// When the case is opened; `None` while the present instant is not known.
    #[must_use]
    pub fn opened(&self) -> Option<Result<ResolvedMoment, OutsideTable>> {
        self.derived.opened.get()
    }

    /// What a plan answers; `None` while the present instant is not known.
    #[must_use]
    pub fn answer(&self, plan: PlanIndex) -> Option<Arc<Answer>> {
        self.derived.of(plan)?.answer.get()
    }

    /// What each shown plan answers; none while the present instant is not known.
    #[must_use]
    pub fn answers(&self) -> Vec<Arc<Answer>> {
        self.shown().into_iter().filter_map(|plan| self.answer(plan)).collect()
    }

    /// A plan's longest wait in the year from the day of opening; `None` while that day is not known.
    #[must_use]
    pub fn longest_wait(&self, plan: PlanIndex) -> Option<Result<LongestWait, NoDeadline>> {
        self.derived.of(plan)?.longest_wait.get()
    }

    /// How many rows are the same in all shown plans.
    #[must_use]
    pub fn equal_rows(&self) -> usize {
        self.derived.equal_rows.with(Vec::len)
    }

    /// Whether a row is hidden, since it is the same in all shown plans.
    #[must_use]
    pub fn hides(&self, row: Row) -> bool {
        self.derived.hidden_rows.with(|hidden| hidden.binary_search(&row).is_ok())
    }

    /// What a shown plan has compared with the visitor's own; `None` if there is none to compare with.
    #[must_use]
    pub fn changes(&self, plan: PlanIndex) -> Option<Arc<Changes>> {
        self.derived.of(plan)?.changes.get()
    }

    /// What a row of a plan has compared with the visitor's own: the name of the change, and the
    /// change in words; `None` where the plans are the same.
    #[must_use]
    pub fn change(&self, plan: PlanIndex, row: Row) -> Option<(&'static str, String)> {
        let changes = self.changes(plan)?;
        let change = changes.of(row)?;
        let region = self.region();
        let words = self.wording().change_mark(self.catalog(), region, changes.mine, row, change);
        Some((change.id(), words))
    }

    /// When a reply is needed; `None` if any moment will do, or if the visitor's reading has no
    /// instant.
    #[must_use]
    pub fn needed_by(&self) -> Option<Instant> {
        self.question().needed_by(&self.zone()).ok()?
    }

    /// Which of the plans shown answer by the moment at which a reply is needed; `None` if that is
    /// not known.
    #[must_use]
    pub fn plans_by(&self) -> Option<PlansBy> {
        let by = self.needed_by()?;
        let answers = self.answers();
        (!answers.is_empty()).then(|| plans_answering_by(answers.iter().map(|it| &**it), by))
    }

    /// Which of the plans shown are in time, in a sentence; `None` if that is not known.
    #[must_use]
    pub fn in_time(&self) -> Option<String> {
        Some(self.wording().in_time(self.catalog(), &self.plans_by()?))
    }

    /// How every plan stands to what is asked; `None` if nothing is asked.
    #[must_use]
    pub fn fits(&self) -> Option<plans::compare::Fits> {
        let opened = self.opened()?.map(|opened| opened.at);
        let (question, zone) = (self.question(), self.zone());
        self.derived
            .terms
            .with(|terms| plans::compare::fits(self.catalog(), &question, &zone, terms, opened))
    }

    /// An instant in words on the visitor's clock; `None` where that reads as the desk's does.
    #[must_use]
    pub fn on_visitors_clock(&self, at: Instant) -> Option<String> {
        let visitor = self.edge.visitor()?;
        let differs = visitor.offset_at(at).ok()? != self.zone().offset_at(at).ok()?;
        differs.then(|| self.wording().instant_or_utc(&visitor, at))
    }

    /// The case in words; on the static page, what the tables show.
    #[must_use]
    pub fn case_in_words(&self) -> String {
        let Some(opened) = self.opened() else {
            return self.messages().answer.case_static.clone();
        };
        let opened = opened.ok().map(|opened| opened.at);
        self.wording().case(self.catalog(), &self.case(), &self.question(), opened)
    }

    /// A picture of the answers; `None` where it cannot be drawn.
    #[must_use]
    pub fn draw(&self, draw: fn(&Scene) -> Option<Picture>) -> Option<Picture> {
        let opened = self.opened()?.ok()?.at;
        let (answers, case) = (self.answers(), self.case());
        self.derived.terms.with(|terms| {
            draw(&Scene {
                catalog: self.catalog(),
                case: &case,
                desk: &case.desk,
                terms,
                answers: &answers,
                opened,
                visitor: self.edge.visitor(),
                wording: self.wording(),
                id_prefix: &self.id_prefix,
            })
        })
    }

    /// An instant as the visitor names it: by what the desk's clock shows, if that is enough.
    #[must_use]
    pub fn named(&self, at: Instant) -> Moment {
        let zone = untrack(|| self.zone());
        let reading = zone.local(at).ok().filter(|reading| {
            zone.resolve(*reading).is_ok_and(|resolved| resolved.instant() == at)
        });
        reading.map_or(Moment::At(at), Moment::Reading)
    }
}

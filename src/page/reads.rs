//! What views read of the state: what was chosen, and what follows from it. A view that reads something
//! runs again when that changes.

use std::sync::Arc;

use leptos::prelude::untrack;
use plans::case::{Case, Desk, Moment, Question, ResolvedMoment, Scenario};
use plans::catalog::{PlanIndex, RegionIndex, TargetRow};
use plans::compare::{
    Answer, Fits, PlansBy, Promise, Row, fits, longest_wait, ordinary_wait, plans_answering_by,
    promise,
};
use plans::link::{Key, decode, encode};
use plans::picture::{Ribbon, Scales, Scene, ribbon};
use worktime::zone::{Instant, LocalDate, OutsideTable, Zone};

use super::{Moments, PageState};

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

    /// The text in a field while it cannot be read; `None` while it can. The text is empty where the
    /// browser does not tell it.
    #[must_use]
    pub fn unreadable(&self, key: Key) -> Option<String> {
        self.unreadable_in(key).get()
    }

    /// Whether any field holds a text that cannot be read.
    #[must_use]
    pub fn has_unreadable_field(&self) -> bool {
        self.unreadable.iter().any(|text| text.with(Option::is_some))
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

    /// The row of targets that answers: what is to be due, and the priority of the case.
    #[must_use]
    pub fn row(&self) -> TargetRow {
        self.derived.row.get()
    }

    /// The region whose desk answers.
    #[must_use]
    pub fn region(&self) -> RegionIndex {
        self.derived.region.get()
    }

    /// The zone in which the desk's hours are read.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.derived.zone.get()
    }

    /// The desk that answers.
    #[must_use]
    pub fn desk(&self) -> Desk {
        Desk { region: self.region(), zone: self.zone() }
    }

    /// Whether other desks stand beside the first one.
    #[must_use]
    pub fn has_also(&self) -> bool {
        self.derived.has_also.get()
    }

    /// The desks beside the first one.
    #[must_use]
    pub fn also(&self) -> Vec<Desk> {
        self.chosen.display.with(|display| display.also.clone())
    }

    /// The visitor's zone, as long as the region shown was guessed from it and not chosen.
    #[must_use]
    pub fn guessed_from(&self) -> Option<Zone> {
        self.guessed_from.filter(|_| self.address.with(Option::is_none))
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

    /// Whether no shown plan's reply comes before that of a plan.
    #[must_use]
    pub fn is_soonest(&self, plan: PlanIndex) -> bool {
        let due = self.answer(plan).and_then(|answer| answer.due());
        due.is_some() && due == self.derived.soonest.get()
    }

    /// A sentence on a plan's longest wait, in an ordinary week and in the year from the day of opening;
    /// `None` while that day is not known.
    #[must_use]
    pub fn longest_wait(&self, plan: PlanIndex) -> Option<String> {
        let day = self.derived.day.get()?;
        let wait = self.derived.terms.with(|terms| {
            let terms = terms.of(plan)?;
            Ok((ordinary_wait(terms, day)?, longest_wait(terms, day)?))
        });
        let wording = self.wording();
        Some(match wait {
            Ok((ordinary, year)) => wording.longest_wait(&ordinary, &year),
            Err(why) => wording.no_deadline(self.catalog(), plan, self.row(), &why),
        })
    }

    /// How many rows are the same in all shown plans.
    #[must_use]
    pub fn equal_rows(&self) -> usize {
        self.derived.equal_rows.with(Vec::len)
    }

    /// Whether a row is hidden, since it is the same in all shown plans.
    #[must_use]
    pub fn hides(&self, row: Row) -> bool {
        self.only_differences()
            && self.derived.equal_rows.with(|equal| equal.binary_search(&row).is_ok())
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
    pub fn fits(&self) -> Option<Fits> {
        let opened = self.opened()?.map(|opened| opened.at);
        let (question, desk) = (self.question(), self.case().desk);
        self.derived.terms.with(|terms| fits(self.catalog(), &question, &desk, terms, opened))
    }

    /// What a plan promises for the case in the chosen region.
    #[must_use]
    pub fn promise(&self, plan: PlanIndex) -> Promise<'_> {
        promise(self.catalog(), self.row(), plan, self.region())
    }

    /// The date of opening on the desk's clock; `None` if it is not known.
    #[must_use]
    pub fn day(&self) -> Option<LocalDate> {
        self.derived.day.get()
    }

    /// The visitor's own zone; `None` if it is not known.
    #[must_use]
    pub fn visitor(&self) -> Option<Zone> {
        self.visitor.get()
    }

    /// The visitor's own zone; `None` where its clock reads at an instant as a desk's does in a zone.
    #[must_use]
    pub fn visitors_clock(&self, zone: &Zone, at: Instant) -> Option<Zone> {
        let visitor = self.visitor.get()?;
        let differs = visitor.offset_at(at).ok()? != zone.offset_at(at).ok()?;
        differs.then_some(visitor)
    }

    /// The query of a link to what is shown.
    #[must_use]
    pub fn query(&self, moments: Moments) -> String {
        let mut scenario = self.chosen.scenario();
        if let (Moments::Fixed, Some(Ok(opened))) = (moments, self.opened()) {
            scenario.case.opened.get_or_insert_with(|| self.named(opened.at));
        }
        encode(&scenario, self.catalog(), &self.foreign)
    }

    /// Whether a point of a picture was chosen last.
    #[must_use]
    pub fn has_pointed(&self) -> bool {
        self.before_pointing.with(Option::is_some)
    }

    /// The case in words; on the static page, what the tables show.
    #[must_use]
    pub fn case_in_words(&self) -> String {
        let Some(opened) = self.opened() else {
            return self.messages().answer.case_static().to_owned();
        };
        let opened = opened.ok().map(|opened| opened.at);
        self.wording().case(self.catalog(), &self.case(), &self.question(), opened)
    }

    /// The case of a query in words.
    #[must_use]
    pub fn case_of(&self, query: &str) -> String {
        let catalog = self.catalog();
        let Scenario { case, question, .. } =
            decode(query, catalog).scenario(catalog, self.visitor());
        let now = self.now.get_untracked();
        let opened = now.and_then(|now| Some(case.opened_at(now).ok()?.at));
        self.wording().case(catalog, &case, &question, opened)
    }

    /// The case in a few words, with the moment by which a reply is needed; on the static page, that it
    /// is being worked out.
    #[must_use]
    pub fn case_in_brief(&self) -> String {
        let Some(opened) = self.opened() else {
            return self.messages().answer.pending().to_owned();
        };
        let opened = opened.ok().map(|opened| opened.at);
        self.wording().case_in_brief(self.catalog(), &self.case(), &self.question(), opened)
    }

    /// The ribbon of the answers, whose axis goes at least to an instant; `None` where it cannot be drawn.
    #[must_use]
    pub fn draw_until(&self, until: Option<Instant>) -> Option<Arc<Ribbon>> {
        let mut drawn = None;
        self.with_scene(&mut |scene| drawn = ribbon(scene, until, Scales::Clocks));
        drawn.map(Arc::new)
    }

    /// What is drawn of the answers; `None` where it cannot be drawn.
    #[must_use]
    pub fn draw<T>(&self, draw: fn(&Scene) -> Option<T>) -> Option<T> {
        let mut drawn = None;
        self.with_scene(&mut |scene| drawn = draw(scene));
        drawn
    }

    /// Reads the case with its answers, if the case is opened within the zone rules.
    pub fn with_scene(&self, read: &mut dyn FnMut(&Scene)) {
        let Some(Ok(opened)) = self.opened() else { return };
        let opened = opened.at;
        let (answers, case) = (self.answers(), self.case());
        self.derived.terms.with(|terms| {
            read(&Scene {
                catalog: self.catalog(),
                case: &case,
                desk: &case.desk,
                terms,
                answers: &answers,
                opened,
                needed_by: self.needed_by(),
                visitor: self.visitor.get(),
                wording: self.wording(),
                id_prefix: &self.id_prefix,
            });
        });
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

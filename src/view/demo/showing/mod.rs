//! The presenter's view: one statement at a time, in letters that are read from the back of the room.

mod keys;
mod statements;

pub use statements::holidays;

use std::sync::Arc;

use leptos::prelude::untrack;
use nodes::{Node, each, el, live, reactive};
use plans::case::Choice;
use plans::catalog::PlanIndex;
use plans::wording::fill;
use takeaway::story::{Chapter, Story};

use super::kit::Kit;
use super::sheet;
use crate::page::Page;
use crate::signal::RwSignal;
use crate::view::answer::Drawn;
use crate::view::ids;
use crate::view::widgets::{button, div, span};

/// A story, and which of its chapters is presented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    story: Story,
    chapter: usize,
    start: Start,
    /// How many times a chapter was begun before.
    round: usize,
}

/// Which statement of a chapter is made first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Case,
    /// When a plan answers; the case, if the chapter does not show the plan.
    Plan(PlanIndex),
    Last,
}

/// The button that presents what the page shows.
pub fn begin(kit: &Kit) -> Node {
    let presenting = kit.clone();
    button(kit.words.showing.present(), move |_| present_what_is_shown(&presenting)).into()
}

/// Presents what the page shows.
pub fn present_what_is_shown(kit: &Kit) {
    let customer = kit.story.get_untracked().customer;
    present(kit, Story { customer, chapters: vec![kit.chapter()] });
}

/// Presents a story until the visitor leaves it.
pub fn present(kit: &Kit, story: Story) {
    let shown = kit.shown;
    shown.set(Some(Shown { story, chapter: 0, start: Start::Case, round: 0 }));
    let id = kit.page.get().id(ids::PRESENTED);
    kit.perform(&[("deed", "present"), ("id", &id)], Box::new(move |_| shown.set(None)));
}

/// The dialog, which is empty while nothing is presented.
pub fn dialog(kit: &Kit) -> Node {
    let shown = kit.shown;
    let keys_are_off = RwSignal::new(false);
    let chapter = {
        let kit = kit.clone();
        move |shown: Shown| Stage::new(&kit, shown, keys_are_off).view()
    };
    el("dialog")
        .id(&kit.page.get().id(ids::PRESENTED))
        .class("pc-present")
        .attr("aria-label", kit.words.showing.label())
        .child(each(move || shown.get().into_iter().collect(), |shown| shown.round as u64, chapter))
        .into()
}

/// The id of the stage of a round.
fn stage_id(kit: &Kit, round: usize) -> String {
    kit.page.get().id(&format!("{}-{round}", ids::STAGE))
}

/// A chapter while it is presented, on a page of its own.
#[derive(Clone)]
struct Stage {
    kit: Kit,
    shown: Shown,
    page: Page,
    drawn: Drawn,
    /// Which statement is made.
    step: RwSignal<usize>,
    shows_keys: RwSignal<bool>,
    keys_are_off: RwSignal<bool>,
}

/// One statement of a chapter.
enum Statement {
    /// What the case is.
    Case,
    /// When a plan answers.
    Plan(PlanIndex),
    /// When a plan answers at several desks.
    Desks(PlanIndex),
    /// How several plans compare, of which the first has this place.
    Together(usize),
}

/// How many plans are compared at once: as many as have room in large letters.
const AT_ONCE: usize = 4;

impl Stage {
    fn new(kit: &Kit, shown: Shown, keys_are_off: RwSignal<bool>) -> Self {
        let query = shown.story.chapters.get(shown.chapter).map_or("", |chapter| &chapter.query);
        let page = kit.page.beside(query, "shown");
        let stage = Self {
            kit: kit.clone(),
            page,
            drawn: sheet::drawn(page),
            step: RwSignal::new(0),
            shows_keys: RwSignal::new(false),
            keys_are_off,
            shown,
        };
        stage.step.set(untrack(|| match stage.shown.start {
            Start::Case => 0,
            Start::Plan(plan) => stage.step_of(plan).unwrap_or(0),
            Start::Last => stage.last_step(),
        }));
        stage
    }

    /// How many statements are made of each plan.
    fn of_each_plan(&self) -> usize {
        if self.page.get().has_also() { 2 } else { 1 }
    }

    /// A case, its plans, and then several of them together, unless there is one.
    fn last_step(&self) -> usize {
        let plans = self.page.get().shown_count();
        let together = if plans > 1 { plans.div_ceil(AT_ONCE) } else { 0 };
        plans * self.of_each_plan() + together
    }

    /// The first statement about a plan, if the plan is shown.
    fn step_of(&self, plan: PlanIndex) -> Option<usize> {
        let place = self.page.get().shown().iter().position(|shown| *shown == plan)?;
        Some(place * self.of_each_plan() + 1)
    }

    fn statement(&self) -> Statement {
        let (plans, of_each) = (self.page.get().shown(), self.of_each_plan());
        // Plans may have been hidden since.
        match self.step.get().min(self.last_step()).checked_sub(1) {
            None => Statement::Case,
            Some(place) => match plans.get(place / of_each) {
                Some(plan) if place % of_each == 0 => Statement::Plan(*plan),
                Some(plan) => Statement::Desks(*plan),
                None => Statement::Together((place - plans.len() * of_each) * AT_ONCE),
            },
        }
    }

    fn chapter(&self) -> Option<&Chapter> {
        self.shown.story.chapters.get(self.shown.chapter)
    }

    /// Tells of a plan, which is shown from then on.
    fn tell(&self, plan: PlanIndex) {
        self.page.choose(Choice::Show(plan));
        untrack(|| self.step_of(plan)).into_iter().for_each(|step| self.step.set(step));
    }

    /// Hides the plan that is told of, unless it is the only one.
    fn hide(&self) {
        if let Statement::Plan(plan) | Statement::Desks(plan) = untrack(|| self.statement()) {
            self.page.choose(Choice::Hide(plan));
        }
    }

    /// Goes to the next statement, or to the one before: at an end to another chapter.
    fn go(&self, forward: bool) {
        let step = self.step.get_untracked().min(untrack(|| self.last_step()));
        let next = if forward { Some(step + 1) } else { step.checked_sub(1) };
        match next.filter(|next| *next <= untrack(|| self.last_step())) {
            Some(next) => self.step.set(next),
            None => self.turn(forward, if forward { Start::Case } else { Start::Last }),
        }
    }

    /// Goes to the next chapter, or to the one before, if there is one.
    fn turn(&self, forward: bool, start: Start) {
        let chapter = self.shown.chapter;
        let next = if forward { Some(chapter + 1) } else { chapter.checked_sub(1) };
        if let Some(chapter) = next.filter(|next| *next < self.shown.story.chapters.len()) {
            self.begin(chapter, start);
        }
    }

    /// Has the case as the story has it, whatever was chosen since, and goes on with what is told of.
    fn undo(&self) {
        let start = match untrack(|| self.statement()) {
            Statement::Case => Start::Case,
            Statement::Plan(plan) | Statement::Desks(plan) => Start::Plan(plan),
            Statement::Together(_) => Start::Last,
        };
        self.begin(self.shown.chapter, start);
    }

    fn begin(&self, chapter: usize, start: Start) {
        let round = self.shown.round + 1;
        let story = self.shown.story.clone();
        self.kit.shown.set(Some(Shown { story, chapter, start, round }));
        let id = stage_id(&self.kit, round);
        self.kit.perform_quietly(&[("deed", "focus"), ("id", &id)]);
    }

    fn view(self) -> Node {
        let stage = self.clone();
        let statement = reactive(move || match stage.statement() {
            Statement::Case => stage.case(),
            Statement::Plan(plan) => stage.plan(plan),
            Statement::Desks(plan) => stage.desks(plan),
            Statement::Together(first) => stage.together(first),
        });
        let status = {
            let page = self.page;
            el("p")
                .class("pc-hidden")
                .attr("role", "status")
                .child(live(move || page.get().status()))
        };
        el("div")
            .id(&stage_id(&self.kit, self.shown.round))
            .class("pc-present__stage")
            .attr("tabindex", "-1")
            .attr("autofocus", "")
            .child(self.head())
            .child(
                el("div")
                    .class("pc-present__statement")
                    // Where it scrolls, it does so by keyboard only if it can be reached.
                    .attr("tabindex", "0")
                    .attr("role", "region")
                    .attr("aria-label", self.kit.words.showing.label())
                    .child(statement),
            )
            .child(keys::shown_on_demand(&self))
            .child(self.foot())
            .child(status)
            .into()
    }

    /// For whom the story is, and what the case is once it has been told.
    fn head(&self) -> Node {
        let words = &self.kit.words.showing;
        let customer = &self.shown.story.customer;
        let mut head = Vec::new();
        if !customer.is_empty() {
            let customer = fill(words.for_customer(), &[("customer", customer)]);
            head.push(el("span").attr("dir", "auto").child(customer).into());
        }
        let page = self.page;
        let stage = self.clone();
        let case = move || match stage.statement() {
            Statement::Case => String::new(),
            _ => page.get().case_in_words(),
        };
        head.push(span("pc-present__case", live(case)));
        div("pc-present__head", head)
    }

    /// What the plans and the targets are, which chapter it is, and what fingers press.
    fn foot(&self) -> Node {
        let words = &self.kit.words.showing;
        let (page, all_words) = (self.page, Arc::clone(&self.kit.words));
        let about = move || {
            let page = page.get();
            let catalog = page.catalog();
            let about = page.wording().about_targets(catalog, page.row().table);
            let values = [("title", &*catalog.title), ("about", &*about)];
            fill(all_words.showing.about(), &values)
        };
        let count = self.shown.story.chapters.len();
        let number = (self.shown.chapter + 1).to_string();
        let place = match count {
            0 | 1 => String::new(),
            _ => fill(words.place(), &[("number", &number), ("count", &count.to_string())]),
        };
        let foot = vec![
            span("pc-present__about", live(about)),
            span("pc-present__place", place),
            div("pc-present__buttons", keys::always_there(self)),
        ];
        div("pc-present__foot", foot)
    }
}

//! The state of one page: what the visitor has chosen, and everything that follows from it.
//!
//! What was chosen is private and changes only by a [`Choice`], which [`Page::choose`] makes. What
//! follows from it is derived in `derived`, and views read both by `reads`. The module knows nothing of
//! browsers: an [`Edge`] stands for the world outside.

mod derived;
mod desks;
mod edge;
mod embedded;
mod reads;

pub use edge::{Edge, NoBrowser, OnCopied};
pub use embedded::{Tell, tell};

use core::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{on_cleanup, untrack};
use plans::block::PageData;
use plans::case::{Case, Choice, Display, Moment, Question, Scenario};
use plans::catalog::Catalog;
use plans::link::{Decoded, Ignored, Key, decode, encode};
use plans::wording::{Messages, Wording, fill};
use worktime::zone::{Instant, Zone};

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
    id_prefix: String,
    foreign: String,
    ignored: Vec<Ignored>,
    /// The zone from which the region was guessed; `None` if the link names a region.
    guessed_from: Option<Zone>,
    /// The visitor's own zone.
    visitor: RwSignal<Option<Zone>>,
    chosen: Chosen,
    now: RwSignal<Option<Instant>>,
    running: RwSignal<bool>,
    address: RwSignal<Option<String>>,
    status: RwSignal<String>,
    /// For each key the text in its field, if that cannot be read.
    unreadable: [RwSignal<Option<String>>; Key::ALL.len()],
    /// When the case was opened before a point of a picture was chosen; `None` once something else is.
    before_pointing: RwSignal<Option<Option<Moment>>>,
    heading_level: usize,
    derived: Derived,
}

/// Where a page stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What the page's ids begin with, so that several pages fit into one document.
    pub id_prefix: String,
    /// The level of the headings of the page's sections: 1 to 6.
    pub heading_level: usize,
}

/// The place of the only page of a document, which has a heading of its own.
impl Default for Place {
    fn default() -> Self {
        Self { id_prefix: "pc".to_owned(), heading_level: 2 }
    }
}

/// Which moment of opening a link has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moments {
    /// The moment that is shown, whenever the link is opened.
    Fixed,
    /// The one that was chosen: none if the case is opened now.
    AsChosen,
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
        place: Place,
    ) -> Self {
        let visitor = edge.visitor();
        let guessed_from = visitor.filter(|_| !decoded.names_region());
        let scenario = decoded.scenario(&data.catalog, visitor);
        let chosen = Chosen {
            case: RwSignal::new(scenario.case),
            question: RwSignal::new(scenario.question),
            display: RwSignal::new(scenario.display),
        };
        let now = RwSignal::new(now);
        let Place { id_prefix, heading_level } = place;
        let derived = Derived::new(&data, chosen, now);
        let Decoded { foreign, ignored, .. } = decoded;
        Self::keep(Rc::new(PageState {
            data,
            edge,
            id_prefix,
            foreign,
            ignored,
            guessed_from,
            visitor: RwSignal::new(visitor),
            chosen,
            now,
            running: RwSignal::new(true),
            address: RwSignal::new(None),
            status: RwSignal::new(String::new()),
            unreadable: Key::ALL.map(|_| RwSignal::new(None)),
            before_pointing: RwSignal::new(None),
            heading_level,
            derived,
        }))
    }

    /// A page of the same plans in the same world, which shows what a query says and has no address. `name`
    /// tells its ids from those of this page.
    #[must_use]
    pub fn beside(self, query: &str, name: &str) -> Self {
        let state = self.get();
        let place = Place {
            id_prefix: format!("{}-{name}", state.id_prefix),
            heading_level: state.heading_level,
        };
        let decoded = decode(query, &state.data.catalog);
        let (data, edge) = (Arc::clone(&state.data), Rc::clone(&state.edge));
        Self::new(data, edge, decoded, state.now.get_untracked(), place)
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

    /// The messages of the page's language.
    #[must_use]
    pub fn messages(&self) -> &Messages {
        &self.data.messages
    }

    /// What makes sentences of the messages.
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

    /// The level of the headings of the page's sections.
    #[must_use]
    pub fn heading_level(&self) -> usize {
        self.heading_level
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
            after.apply(catalog, self.visitor.get_untracked(), choice);
        }
        self.chosen.take(&before, &after);
        self.before_pointing.set(None);
        let Some(last) = choices.last() else { return };
        if let Choice::Zone(_) | Choice::Region(_) = last {
            self.forget_unreadable(Key::Zone);
        }
        // A moment that stays the same writes nothing into its field, where the text would stay.
        if before.case.opened != after.case.opened {
            self.forget_unreadable(Key::Opened);
        }
        if before.question.by != after.question.by {
            self.forget_unreadable(Key::By);
        }
        if before != after {
            self.address.set(Some(encode(&after, catalog, &self.foreign)));
        }
        let (answers, in_time) = untrack(|| (self.answers(), self.in_time()));
        let wording = self.wording();
        self.status.set(wording.status(catalog, last, (&before, &after), &answers, in_time));
    }

    /// Opens the case at the instant of a point of a picture.
    pub fn point(&self, at: Instant) {
        let before = self.chosen.scenario().case.opened;
        self.choose(&[Choice::Opened(Some(self.named(at)))]);
        self.before_pointing.set(Some(before));
    }

    /// Opens the case as before a point of a picture was chosen.
    pub fn undo(&self) {
        if let Some(before) = self.before_pointing.get_untracked() {
            self.choose(&[Choice::Opened(before)]);
        }
    }

    /// Chooses the zone that a text calls by its name or its place. A text that calls no zone is kept
    /// beside its field, and not used.
    pub fn type_zone(&self, text: String) {
        match Zone::called(text.trim()) {
            Some(zone) => self.choose(&[Choice::Zone(zone)]),
            None => self.keep_unreadable(Key::Zone, text),
        }
    }

    /// Keeps the text in a field that cannot be read beside the choices, which stay as they are. The
    /// text is empty where the browser does not tell it, such as that of half a date.
    pub fn keep_unreadable(&self, key: Key, text: String) {
        self.unreadable_in(key).set(Some(text));
    }

    /// Ends what [`PageState::keep_unreadable`] began: the field of a key can be read again.
    pub fn forget_unreadable(&self, key: Key) {
        let unreadable = self.unreadable_in(key);
        if unreadable.get_untracked().is_some() {
            unreadable.set(None);
        }
    }

    fn unreadable_in(&self, key: Key) -> RwSignal<Option<String>> {
        let fields = Key::ALL.iter().zip(self.unreadable);
        let found = fields.into_iter().find(|(known, _)| **known == key);
        found.expect("every key is one of all").1
    }

    /// Shows what a query says, in the place of everything that was chosen.
    pub fn show(&self, query: &str) {
        let catalog = self.catalog();
        let after = decode(query, catalog).scenario(catalog, self.visitor.get_untracked());
        let before = self.chosen.scenario();
        self.chosen.take(&before, &after);
        self.before_pointing.set(None);
        Key::ALL.into_iter().for_each(|key| self.forget_unreadable(key));
        self.address.set(Some(self.query(Moments::AsChosen)));
    }

    /// Lets the clock run, or stops it at the present instant.
    pub fn toggle_clock(&self) {
        let running = !self.running.get_untracked();
        self.running.set(running);
        let messages = &self.messages().status;
        self.status.set(match self.now.get_untracked() {
            Some(now) if !running => {
                let zone = untrack(|| self.zone());
                fill(messages.paused(), &[("moment", &self.wording().instant_or_utc(&zone, now))])
            }
            _ => messages.resumed().to_owned(),
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

    /// Asks the edge for the visitor's zone again. What was chosen stays, and so does a region that was
    /// guessed.
    pub fn ask_visitor(&self) {
        let visitor = self.edge.visitor();
        if visitor != self.visitor.get_untracked() {
            self.visitor.set(visitor);
        }
    }
}

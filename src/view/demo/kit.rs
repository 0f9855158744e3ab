//! What everything that is done in front of a customer shares.

use std::sync::Arc;

use leptos::prelude::untrack;
use plans::link::query_of;
use plans::wording::messages;
use takeaway::story::{Chapter, Story};

use super::showing::Shown;
use super::{Beginning, OnDone, Perform};
use crate::page::{Moments, Page};
use crate::signal::RwSignal;

/// What everything here shares.
#[derive(Clone)]
pub struct Kit {
    /// The visitor's page.
    pub page: Page,
    /// Asks the browser for deeds.
    perform: Perform,
    /// What is said here.
    pub words: Arc<messages::Demo>,
    /// Whether others can open the page's address.
    pub is_reachable: bool,
    /// The story, which stands in the fragment of the address.
    pub story: RwSignal<Story>,
    /// What is presented; `None` while nothing is.
    pub shown: RwSignal<Option<Shown>>,
    /// What is printed; empty while nothing is.
    pub printed: RwSignal<Story>,
    /// The chapter that was removed last, and where it was.
    pub removed: RwSignal<Option<(usize, Chapter)>>,
    /// What came of what was done last.
    pub said: RwSignal<String>,
}

impl Kit {
    pub fn new(page: Page, beginning: &Beginning, perform: Perform) -> Self {
        Self {
            page,
            perform,
            words: Arc::clone(&beginning.words),
            is_reachable: beginning.is_reachable,
            story: RwSignal::new(Story::default()),
            shown: RwSignal::new(None),
            printed: RwSignal::new(Story::default()),
            removed: RwSignal::new(None),
            said: RwSignal::new(String::new()),
        }
    }

    /// Says what came of something, where it was done and to screen readers.
    pub fn say(&self, sentence: String) {
        self.page.get().say(sentence.clone());
        self.said.set(sentence);
    }

    /// Has the browser do a deed: see `src/demo/demo.js`.
    pub fn perform(&self, deed: &[(&str, &str)], done: OnDone) {
        (self.perform)(&query_of(deed), done);
    }

    /// Has the browser do a deed of which nothing is said.
    pub fn perform_quietly(&self, deed: &[(&str, &str)]) {
        self.perform(deed, Box::new(|_| {}));
    }

    /// The link to what the page shows, at the moment that it shows; `None` if others could not open it.
    pub fn link(&self) -> Option<String> {
        let page = self.page.get();
        let query = untrack(|| page.query(Moments::Fixed));
        self.is_reachable.then(|| page.edge().link(&query))
    }

    /// What the page shows, at the moment that it shows, without a title.
    pub fn chapter(&self) -> Chapter {
        let query = untrack(|| self.page.get().query(Moments::Fixed));
        Chapter { title: String::new(), line: String::new(), query }
    }
}

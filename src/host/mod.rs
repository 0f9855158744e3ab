//! The browser, at the edge of one instance of the page: its clock, words for dates, address,
//! clipboard and focus.
//!
//! Exists only where the program runs (`wasm32`); natively there is no browser. Everything that an
//! instance makes here goes when the instance is unmounted: see [`mount()`].

mod address;
mod adopt;
mod clipboard;
mod clock;
mod dates;
mod demo;
mod embed;
mod events;
mod failure;
mod focus;
mod idle;
mod json;
mod listener;
mod mount;
mod scroll;
mod share;

pub use demo::demonstrate;
pub use embed::{prepare, tell};
pub use mount::{mount, unmount};

use core::cell::Cell;
use std::rc::Rc;

use js_sys::Function;
use leptos::ev::Event;
use plans::wording::DateWords;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Document, HtmlElement};
use worktime::zone::{LocalDate, Zone};

use crate::page::{Edge, OnCopied};
use dates::Dates;

/// Prepares the program: whenever it panics, the pages that it runs say so. The glue calls this once,
/// before the page's script mounts the page.
#[wasm_bindgen(start)]
pub fn start() {
    failure::watch();
}

/// The browser as one instance of the page sees it.
struct Host {
    /// The element that the instance is mounted in. Nothing is looked up outside.
    root: HtmlElement,
    /// Makes the whole address of a query, in the place of the document's.
    link: Option<Function>,
    dates: Dates,
    /// Whether the instance is still mounted.
    mounted: Rc<Cell<bool>>,
}

impl Host {
    fn new(root: HtmlElement, link: Option<Function>, mounted: Rc<Cell<bool>>) -> Self {
        Self { root, link, dates: Dates::default(), mounted }
    }
}

impl DateWords for Host {
    fn date_in_words(&self, locale: &str, date: LocalDate) -> String {
        self.dates.in_words(locale, date)
    }
}

impl Edge for Host {
    fn visitor(&self) -> Option<Zone> {
        clock::visitors_zone()
    }

    fn copy(&self, text: String, done: OnCopied) {
        let mounted = Rc::clone(&self.mounted);
        // The browser may answer when the instance is gone.
        let done = move |allowed| {
            if mounted.get() {
                done(allowed);
            }
        };
        clipboard::copy(&text, Box::new(done));
    }

    fn link(&self, query: &str) -> String {
        let own = self.link.as_ref();
        let own =
            own.and_then(|link| link.call1(&JsValue::UNDEFINED, &query.into()).ok()?.as_string());
        own.unwrap_or_else(|| address::with_query(query))
    }

    fn can_share(&self) -> bool {
        share::is_possible()
    }

    fn share(&self, link: &str) {
        share::share(link);
    }

    fn focus(&self, id: &str) {
        focus::give(&self.root, id);
    }

    fn is_unfinished(&self, event: &Event) -> bool {
        events::is_unfinished(event)
    }

    fn is_open(&self, event: &Event) -> bool {
        events::is_open(event)
    }

    fn pointed(&self, event: &Event) -> Option<(u32, u32)> {
        events::pointed(event)
    }
}

/// The document. Every browser has one where the program runs.
fn document() -> Document {
    leptos::prelude::document()
}

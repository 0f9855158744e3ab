//! The address of an instance: the document's, or one of its own.

use core::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Function;
use leptos::prelude::{RenderEffect, window};
use wasm_bindgen::JsValue;

use super::listener::Listener;
use crate::page::Page;

/// Where an instance reads its link from, and writes it to.
pub(super) struct Address {
    /// The instance's own query; `None` if the document's address is the instance's.
    pub own: Option<String>,
    /// Called with the query when it changes.
    pub changed: Option<Function>,
}

/// The document's address with another query, and without its fragment.
pub(super) fn with_query(query: &str) -> String {
    let location = window().location();
    let (origin, path) = (location.origin().unwrap_or_default(), location.pathname());
    format!("{origin}{}?{query}", path.unwrap_or_default())
}

impl Address {
    /// The query string at first.
    pub fn query(&self) -> String {
        let own = self.own.clone();
        own.unwrap_or_else(|| window().location().search().unwrap_or_default())
    }

    /// Writes the address whenever the visitor has chosen something, in the place of what was there.
    pub fn follow(self, page: Page) -> RenderEffect<()> {
        let writer = self.own.is_none().then(Writer::new);
        RenderEffect::new(move |_| {
            let Some(query) = page.get().address() else { return };
            if let Some(changed) = &self.changed {
                // What the function throws is its own matter.
                let _ = changed.call1(&JsValue::UNDEFINED, &JsValue::from_str(&query));
            }
            if let Some(writer) = &writer {
                writer.take(query);
            }
        })
    }
}

/// How long a write waits for the frame that shows what was chosen, in milliseconds.
const FRAME: u32 = 20;
/// How many writes may follow each other at once. WebKit allows a hundred in thirty seconds, and
/// other browsers more: together with one for every [`REST`], these are fewer.
const AT_ONCE: u32 = 20;
/// The time after which there may be one more write, in milliseconds.
const REST: u32 = 400;
/// For how many rests a write waits after one that the browser refused.
const REFUSED: u32 = 5;

/// Writes the document's address: after the frame, seldom enough for any browser, and again where
/// the browser refused.
struct Writer {
    /// The query that is still to be written.
    query: RefCell<Option<String>>,
    /// The next write.
    next: RefCell<Option<Timeout>>,
    /// The number of writes that still count against [`AT_ONCE`]; one less after each [`REST`].
    recent: Cell<u32>,
    /// The end of a rest, while there are recent writes.
    rest: RefCell<Option<Timeout>>,
    /// Listeners that write what is left before the page goes.
    leaving: RefCell<Vec<Listener>>,
}

impl Writer {
    fn new() -> Rc<Self> {
        let writer = Rc::new(Self {
            query: RefCell::default(),
            next: RefCell::default(),
            recent: Cell::new(0),
            rest: RefCell::default(),
            leaving: RefCell::default(),
        });
        let leaving = |target, event| {
            let weak = Rc::downgrade(&writer);
            let write = move || weak.upgrade().into_iter().for_each(|writer| writer.write());
            Listener::new(target, event, Box::new(write))
        };
        let listeners = vec![
            leaving(window().into(), "pagehide"),
            leaving(super::document().into(), "visibilitychange"),
        ];
        writer.leaving.replace(listeners);
        writer
    }

    /// Takes a query to write.
    fn take(self: &Rc<Self>, query: String) {
        self.query.replace(Some(query));
        self.plan();
    }

    /// Plans the next write, unless there were too many: then a rest comes first.
    fn plan(self: &Rc<Self>) {
        let may_write = self.recent.get() < AT_ONCE && self.next.borrow().is_none();
        if may_write && self.query.borrow().is_some() {
            self.next.replace(Some(self.after(FRAME, |writer| writer.write())));
        }
        if self.recent.get() > 0 && self.rest.borrow().is_none() {
            self.rest.replace(Some(self.after(REST, |writer| {
                writer.rest.take();
                writer.recent.set(writer.recent.get().saturating_sub(1));
                writer.plan();
            })));
        }
    }

    fn after(self: &Rc<Self>, milliseconds: u32, act: fn(&Rc<Self>)) -> Timeout {
        let weak = Rc::downgrade(self);
        Timeout::new(milliseconds, move || weak.upgrade().iter().for_each(act))
    }

    /// Writes what is to be written.
    fn write(self: &Rc<Self>) {
        self.next.take();
        let Some(query) = self.query.take() else { return };
        if put(&query) {
            self.recent.set(self.recent.get() + 1);
        } else {
            self.query.replace(Some(query));
            self.recent.set(AT_ONCE + REFUSED);
        }
        self.plan();
    }
}

/// Writes a query into the document's address; `false` if the browser refused, with an error or
/// without.
fn put(query: &str) -> bool {
    let (location, query) = (window().location(), format!("?{query}"));
    let has_it = || location.search().is_ok_and(|search| search == query);
    if !has_it() {
        let address = format!("{query}{}", location.hash().unwrap_or_default());
        // Whether it worked is seen by the address.
        let _ = window()
            .history()
            .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    }
    has_it()
}

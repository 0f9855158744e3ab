//! The present instant, by the minute, and the visitor's zone, which may change.

use core::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Date, Intl, Reflect};
use leptos::prelude::{RenderEffect, untrack};
use wasm_bindgen::{JsCast as _, JsValue};
use worktime::zone::{Instant, Zone};

use super::listener::Listener;
use crate::page::Page;

/// The present instant, floored to the second.
pub(super) fn now() -> Instant {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit far into the future"
    )]
    let milliseconds = Date::now() as i64;
    Instant::from_unix(milliseconds.div_euclid(1_000))
}

/// The zone that the browser is set to; `None` if that is not one of ours.
pub(super) fn visitors_zone() -> Option<Zone> {
    let default = JsValue::UNDEFINED;
    let format = Intl::DateTimeFormat::new(default.unchecked_ref(), default.unchecked_ref());
    let name = Reflect::get(&format.resolved_options(), &"timeZone".into()).ok()?.as_string()?;
    Zone::named(&name)
}

/// Sets a page's present instant at every full minute, while the page runs and can be seen.
pub(super) struct Clock {
    page: Page,
    /// The next full minute.
    next: RefCell<Option<Timeout>>,
    /// Ticks when a hidden page is seen again.
    seen: RefCell<Option<Listener>>,
}

impl Clock {
    pub fn new(page: Page) -> Rc<Self> {
        let clock = Rc::new(Self { page, next: RefCell::default(), seen: RefCell::default() });
        let weak = Rc::downgrade(&clock);
        let seen = move || {
            let Some(clock) = weak.upgrade() else { return };
            clock.page.get().ask_visitor();
            if untrack(|| clock.page.get().is_running()) {
                clock.tick();
            }
        };
        let document = super::document().into();
        let listener = Listener::new(document, "visibilitychange", Box::new(seen));
        clock.seen.replace(Some(listener));
        clock
    }

    /// Takes the present instant, and again at the next full minute; in a hidden page only stops.
    fn tick(self: &Rc<Self>) {
        self.stop();
        if super::document().hidden() {
            return;
        }
        let now = now();
        let page = self.page.get();
        page.set_now(now);
        page.ask_visitor();
        let until_next = u32::try_from(60 - now.unix().rem_euclid(60)).unwrap_or(60) * 1_000;
        let weak = Rc::downgrade(self);
        let tick = move || {
            if let Some(clock) = weak.upgrade() {
                clock.tick();
            }
        };
        self.next.replace(Some(Timeout::new(until_next, tick)));
    }

    fn stop(&self) {
        self.next.take();
    }
}

/// Lets the clock tick while the page's present instant is to follow it.
pub(super) fn follow(page: Page, clock: &Rc<Clock>) -> RenderEffect<()> {
    let clock = Rc::clone(clock);
    RenderEffect::new(move |_| {
        if page.get().is_running() {
            untrack(|| clock.tick());
        } else {
            clock.stop();
        }
    })
}

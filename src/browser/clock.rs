//! The present moment, by the minute, and the visitor's zone.

use core::cell::RefCell;

use gloo_timers::callback::Timeout;
use js_sys::{Date, Intl, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::VisibilityState;

use crate::view::Page;
use crate::zone::{Instant, Zone};

thread_local! {
    static NEXT: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// The present moment, floored to the second.
pub(super) fn now() -> Instant {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit far into the future"
    )]
    let milliseconds = Date::now() as i64;
    Instant::from_unix(milliseconds.div_euclid(1_000))
}

/// The zone that the browser is set to, if it is one that we know.
pub(super) fn visitors_zone() -> Option<Zone> {
    let format = Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    let name = Reflect::get(&format.resolved_options(), &"timeZone".into()).ok()?.as_string()?;
    Zone::named(&name)
}

/// Lets the page's present moment follow the clock while it runs and the page can be seen.
pub(super) fn follow(page: Page) {
    let follow = RenderEffect::new(move |_| {
        if page.running.get() {
            tick(page);
        } else {
            stop();
        }
    });
    // For as long as the page is there.
    core::mem::forget(follow);
    let seen: Box<dyn FnMut()> = Box::new(move || {
        if page.running.get_untracked() {
            tick(page);
        }
    });
    let seen = Closure::wrap(seen).into_js_value();
    super::document().set_onvisibilitychange(seen.dyn_ref());
}

/// Takes the present moment, and again at the next full minute; in a hidden page it only stops.
fn tick(page: Page) {
    stop();
    if super::document().visibility_state() == VisibilityState::Hidden {
        return;
    }
    let now = now();
    page.now.set(Some(now));
    let until_next = u32::try_from(60 - now.unix().rem_euclid(60)).unwrap_or(60) * 1_000;
    NEXT.set(Some(Timeout::new(until_next, move || tick(page))));
}

fn stop() {
    NEXT.take();
}

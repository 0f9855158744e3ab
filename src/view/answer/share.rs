//! The link to what is shown, to copy and to pass on.

use leptos::prelude::untrack;
use nodes::{Node, el, live};
use plans::wording::fill;

use crate::page::{Moments, Page};
use crate::signal::RwSignal;
use crate::view::widgets::{button, div, span};

/// What came of copying the link, after the address that the page had then.
type Said = RwSignal<Option<(Option<String>, String)>>;

/// Buttons that copy the link and pass it on. It has the moment that is shown, so that whoever opens it
/// sees the same. While the case is opened now, it may mean the present moment of its reader instead.
pub fn buttons(page: Page) -> Node {
    let state = page.get();
    let messages = &state.messages().answer;
    let said: Said = RwSignal::new(None);
    // Said no longer than the link is that of what is shown.
    let result = move || {
        let (address, result) = said.get()?;
        (page.get().address() == address).then_some(result)
    };
    let is_fixed = move || page.get().case().opened.is_some();
    let share = move |_| {
        let state = page.get();
        state.edge().share(&state.edge().link(&untrack(|| state.query(Moments::Fixed))));
    };
    let now = button(messages.copy_link_now(), move |_| copy(page, Moments::AsChosen, said));
    let buttons = vec![
        button(messages.copy_link(), move |_| copy(page, Moments::Fixed, said)).into(),
        button(messages.share(), share).attr("hidden", !state.edge().can_share()).into(),
        el("p")
            .class("pc-hint")
            .attr("hidden", move || result().is_none())
            .child(span("", live(move || result().unwrap_or_default())))
            .child(" ")
            .child(now.attr("hidden", is_fixed))
            .into(),
    ];
    div("pc-share", buttons)
}

/// Copies the link, and says what came of it.
fn copy(page: Page, moments: Moments, said: Said) {
    let state = page.get();
    let (query, address) = untrack(|| (state.query(moments), state.address()));
    let link = state.edge().link(&query);
    let copied = link.clone();
    let on_copied = move |allowed| {
        let page = page.get();
        let messages = &page.messages().answer;
        let result = match (allowed, moments) {
            (false, _) => fill(messages.link_not_copied(), &[("link", &copied)]),
            (true, Moments::Fixed) => messages.link_copied().to_owned(),
            (true, Moments::AsChosen) => messages.link_now_copied().to_owned(),
        };
        page.say(result.clone());
        said.set(Some((address.clone(), result)));
    };
    state.edge().copy(link, Box::new(on_copied));
}

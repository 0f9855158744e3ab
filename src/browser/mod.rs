//! The edge: the browser's clock, words for dates, address, clipboard and static page.
//!
//! Computes nothing. Exists only in the page's program; natively there is no browser.

mod address;
mod adopt;
mod clipboard;
mod clock;
mod controls;
mod dates;
mod failure;
mod json;
mod scroll;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

use crate::scenario::decode;
use crate::view::{App, Env, Page, PageData, ids};

/// The element that holds the page's data.
const DATA: &str = "pc-data";

/// Renders the page over the static one, in one task, so that no frame lies between. What the
/// visitor chose in the static form is kept, and so is the focus.
///
/// Where the document has no element for the page, nothing happens.
pub fn start() {
    failure::watch();
    let Some(before) = document().get_element_by_id(ids::APP) else { return };
    let data = document().get_element_by_id(DATA).and_then(|element| element.text_content());
    let Some(data) = json::texts(&data.unwrap_or_default()).and_then(PageData::read) else {
        return failure::not_started("the data in the page is damaged");
    };
    let (adopted, focused, anchor) =
        (adopt::choices(&before), controls::focused(), scroll::anchor());
    let Some(after) = fresh_root() else { return };
    leptos::mount::mount_to(after.clone(), move || {
        let page = page(data);
        adopt::apply(page, &adopted);
        address::follow(page);
        clock::follow(page);
        view! { <App page/> }
    })
    .forget();
    // Replacing can fail only for a node without a parent.
    let _ = before.replace_with_with_node_1(&after);
    if let Some(id) = focused {
        controls::focus(&id);
    }
    scroll::restore(anchor);
    failure::started();
}

fn page(data: &'static PageData) -> Page {
    let query = address::query();
    let visitor = clock::visitors_zone();
    let env = Env {
        visitor,
        date: dates::in_words,
        is_unfinished: controls::is_unfinished,
        is_enter: controls::is_enter,
        is_open: controls::is_open,
        pointed: controls::pointed,
        focus: controls::focus,
        copy: clipboard::copy,
    };
    let decoded = decode(&query, &data.catalog, visitor);
    Page::new(data, env, decoded, Some(clock::now()))
}

fn fresh_root() -> Option<HtmlElement> {
    let root: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    root.set_id(ids::APP);
    root.set_class_name("pc-app");
    Some(root)
}

/// The document. Every browser has one where the page runs.
fn document() -> Document {
    leptos::prelude::document()
}

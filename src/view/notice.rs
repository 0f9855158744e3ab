//! The notice about values of a link that could not be used.

use nodes::{Node, el, reactive};

use super::chunks::{Chunks, excuse};
use super::ids;
use crate::page::Page;

/// Names every value that was not used; nothing if there is none.
pub fn notice(page: Page, chunks: Chunks) -> Node {
    let state = page.get();
    if state.ignored().is_empty() {
        return Vec::new().into();
    }
    let chunk = chunks.details;
    let id = state.id(ids::NOTICE);
    let heading = el("p")
        .class("pc-notice__heading")
        .id(&id)
        .attr("tabindex", "-1")
        .child(state.messages().notice.heading());
    let items = move || match chunk.get() {
        Some(chunk) => (chunk.ignored)(page),
        None => Vec::new().into(),
    };
    el("section")
        .class("pc-notice")
        .attr("data-notice", "")
        .attr("aria-labelledby", &*id)
        .child(heading)
        .child(excuse(page, chunk.any, id, Box::new(|| true)))
        .child(reactive(items))
        .into()
}

/// A sentence for each value. Only a chunk of the program refers to this.
pub fn ignored(page: Page) -> Node {
    let page = page.get();
    let sentence = |ignored| page.wording().ignored(page.catalog(), ignored);
    let items = page.ignored().iter().map(|it| el("li").child(sentence(it)).into());
    el("ul").children(items.collect()).into()
}

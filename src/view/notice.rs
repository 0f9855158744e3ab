//! The notice about values of a link that could not be used.

use nodes::{Node, el};

use super::ids;
use crate::page::Page;

/// Names every value that was not used; nothing if there is none.
pub fn notice(page: Page) -> Node {
    let page = page.get();
    if page.ignored().is_empty() {
        return Vec::new().into();
    }
    let (catalog, wording) = (page.catalog(), page.wording());
    let mut items = el("ul");
    for ignored in page.ignored() {
        items = items.child(el("li").child(wording.ignored(catalog, ignored)));
    }
    let id = page.id(ids::NOTICE);
    let heading =
        el("p").class("pc-notice__heading").id(&id).child(page.messages().notice.heading());
    el("section")
        .class("pc-notice")
        .attr("data-notice", "")
        .attr("aria-labelledby", &*id)
        .child(heading)
        .child(items)
        .into()
}

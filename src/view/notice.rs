//! The notice about values of a link that could not be used.

use super::ids;
use super::node::{Node, el};
use super::page::Page;

/// Names every value that was left out; nothing if none was.
pub fn notice(page: Page) -> Node {
    let ignored = page.ignored();
    if ignored.is_empty() {
        return Vec::new().into();
    }
    let (catalog, wording) = (page.catalog(), page.wording());
    let mut items = el("ul");
    for ignored in ignored {
        items = items.child(el("li").child(wording.ignored(catalog, ignored)));
    }
    let heading = el("p")
        .class("pc-notice__heading")
        .attr("id", ids::NOTICE)
        .child(&*page.messages().notice.heading);
    el("section")
        .class("pc-notice")
        .attr("data-notice", "")
        .attr("aria-labelledby", ids::NOTICE)
        .child(heading)
        .child(items)
        .into()
}

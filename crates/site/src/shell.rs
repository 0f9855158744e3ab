//! The page around the part that depends on the visitor.

use nodes::{Node, el};
use plan_comparator::page::Page;
use plan_comparator::view::{Chunks, app, ids};

use plans::wording::messages::PageHead;

use crate::Content;
use crate::about::{about, said};

/// A language in which the page exists.
pub struct Language {
    /// The language's code.
    pub code: String,
    /// The language's own name for itself.
    name: String,
}

impl Language {
    pub fn of(content: &Content) -> Self {
        let messages = &content.data.messages;
        Self { code: messages.language().to_owned(), name: content.shell.own_name().to_owned() }
    }
}

/// The ways from a page to other pages of the site, as far as there are such pages.
#[derive(Default)]
pub struct Ways {
    /// The way to the page on which catalogs are edited.
    pub workshop: Option<String>,
    /// The way to the page that makes lines for other pages.
    pub embedding: Option<String>,
}

/// The whole page. `up` is the way to the root of the site.
pub fn shell(page: Page, content: &Content, languages: &[Language], up: &str, ways: &Ways) -> Node {
    let words = &content.shell.page;
    let catalog = &content.data.catalog;
    let state = page.get();
    let header = el("header")
        .class("pc-header")
        .child(el("h1").class("pc-header__title").child(content.heading()))
        .child(door(words))
        .child(links(content, languages, up));
    let edition = said(content, el("p").class("pc-edition"), &catalog.title).child(".");
    let caution = content.about.caution.clone().unwrap_or_default();
    let caution = said(content, el("p").class("pc-caution"), &caution);
    let no_script = el("noscript")
        .child(el("p").class("pc-no-script").child(content.shell.failure.no_script()));
    let main = el("main")
        .class("pc-main")
        .child(el("div").class("pc-source").child(edition).child(" ").child(caution))
        .child(no_script)
        .child(el("div").id("pc-app").child(app(page, Chunks::default())))
        .child(about(content, ways));
    let skip = el("a")
        .class("pc-skip")
        .attr("href", format!("#{}", state.id(ids::COMPARISON)))
        .child(words.skip());
    vec![skip.into(), header.into(), main.into()].into()
}

/// What opens what is done in front of a customer, once the program runs; and where it is said that this did not
/// come.
fn door(words: &PageHead) -> Node {
    let door = el("button")
        .attr("type", "button")
        .id("pc-door")
        .class("pc-door pc-link")
        .attr("aria-expanded", "false")
        .attr("data-missing", words.demo_missing())
        .child(words.demo());
    vec![door.into(), el("span").attr("role", "alert").into()].into()
}

/// Links to the page in each language; nothing where there is one.
fn links(content: &Content, languages: &[Language], up: &str) -> Node {
    if languages.len() < 2 {
        return Vec::new().into();
    }
    let here = content.data.messages.language();
    let link = |language: &Language| {
        let Language { code, name } = language;
        let link = el("a")
            .class("pc-languages__link")
            .attr("href", format!("{up}{code}/"))
            .attr("lang", code)
            .attr("hreflang", code)
            .attr("aria-current", (code == here).then_some("page"))
            .child(&**name);
        el("li").child(link).into()
    };
    el("nav")
        .class("pc-languages")
        .attr("aria-label", content.shell.page.languages())
        .child(el("ul").children(languages.iter().map(link).collect()))
        .into()
}

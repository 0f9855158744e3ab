//! The page around the part that depends on the visitor: written once, by the build.

use leptos::prelude::*;

use super::App;
use super::facts::Facts;
use super::ids;
use super::page::Page;

/// The page in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageLink {
    /// The language's code.
    pub code: String,
    /// Its own name for itself.
    pub name: String,
    /// The page's address, relative to this page.
    pub href: String,
}

/// The whole page between `<body>` and `</body>`.
#[component]
pub fn Frame(
    /// The state of the static page.
    page: Page,
    /// The languages that the page is there in.
    languages: Vec<LanguageLink>,
) -> impl IntoView {
    let (messages, catalog) = (page.messages(), page.catalog());
    let words = &messages.page;
    view! {
        <a class="pc-skip" href=format!("#{}", ids::COMPARISON)>{words.skip.clone()}</a>
        <header class="pc-header">
            <div class="pc-header__words">
                <h1 class="pc-header__title">{words.heading.clone()}</h1>
                <p class="pc-header__lead">{words.lead.clone()}</p>
            </div>
            <Languages page languages/>
        </header>
        <main>
            <p class="pc-caution">
                <strong>{catalog.title.to_string()}"."</strong>" "{catalog.provenance.caution.to_string()}
            </p>
            <noscript><p class="pc-no-script">{messages.failure.no_script.clone()}</p></noscript>
            <div id=ids::APP class="pc-app"><App page/></div>
            <Facts page/>
        </main>
    }
}

/// Links to the page in each language; the edge lets them keep the scenario.
#[component]
fn Languages(page: Page, languages: Vec<LanguageLink>) -> impl IntoView {
    let messages = page.messages();
    let link = |link: LanguageLink| {
        let current = (link.code == messages.language).then_some("page");
        view! {
            <li>
                <a class=ids::LANGUAGE_LINK href=link.href lang=link.code.clone() hreflang=link.code aria-current=current>
                    {link.name}
                </a>
            </li>
        }
    };
    view! {
        <nav class="pc-languages" aria-label=messages.page.languages.clone()>
            <ul>{languages.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

//! The page: components that show what the core computed, and pass on what the visitor chooses.
//!
//! Nothing here knows a browser: the present moment, the words of dates and the clipboard come from
//! outside ([`Env`]), so the same components write the static pages.

mod comparison;
mod controls;
mod data;
mod env;
mod facts;
pub mod ids;
mod notice;
mod page;

pub use data::{LanguageLink, PageData};
pub use env::Env;
pub use page::Page;

use leptos::prelude::*;

use comparison::Comparison;
use controls::Controls;
use facts::Facts;
use notice::Notice;

/// The whole page between `<body>` and `</body>`.
#[component]
pub fn App(
    /// The state of the page.
    page: Page,
) -> impl IntoView {
    let messages = page.messages();
    let catalog = page.catalog();
    view! {
        <a class="pc-skip" href=format!("#{}", ids::COMPARISON)>{messages.page.skip.clone()}</a>
        <header class="pc-header">
            <div class="pc-header__words">
                <h1 class="pc-header__title">{messages.page.heading.clone()}</h1>
                <p class="pc-header__lead">{messages.page.lead.clone()}</p>
            </div>
            <Languages page/>
        </header>
        <main class="pc-main">
            <p class="pc-caution">
                <strong>{catalog.title.to_string()}</strong>". "{catalog.provenance.caution.to_string()}
            </p>
            <Notice page/>
            <div class="pc-columns">
                <Controls page/>
                <Comparison page/>
            </div>
            <Facts page/>
        </main>
        <div class="pc-hidden" role="status">{move || page.status.get()}</div>
    }
}

/// Links to the page in each language, with the same scenario.
#[component]
fn Languages(page: Page) -> impl IntoView {
    let messages = page.messages();
    let link = move |link: LanguageLink| {
        let current = (link.code == page.messages().language).then_some("page");
        let href = move || match page.address.get() {
            Some(query) => format!("{}?{query}", link.href),
            None => format!("{}{}", link.href, page.arrived_with()),
        };
        view! {
            <li>
                <a class="pc-languages__link" href=href lang=link.code.clone() hreflang=link.code.clone() aria-current=current>
                    {link.name.clone()}
                </a>
            </li>
        }
    };
    view! {
        <nav class="pc-languages" aria-label=messages.page.languages.clone()>
            <ul>{page.languages().into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

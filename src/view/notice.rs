//! The notice about values of a link that could not be used.

use leptos::prelude::*;

use super::ids;
use super::page::Page;

/// Names every value that was left out; nothing if none was.
#[component]
pub fn Notice(page: Page) -> impl IntoView {
    let ignored = page.ignored();
    (!ignored.is_empty()).then(|| {
        let (catalog, wording) = (page.catalog(), page.wording());
        let items = ignored.iter().map(|ignored| view! { <li>{wording.ignored(&catalog, ignored)}</li> });
        view! {
            <section class="pc-notice" data-notice="" aria-labelledby=ids::NOTICE>
                <p class="pc-notice__heading" id=ids::NOTICE>{page.messages().notice.heading.clone()}</p>
                <ul>{items.collect_view()}</ul>
            </section>
        }
    })
}

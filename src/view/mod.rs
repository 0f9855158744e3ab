//! The page: components that show what the core computed, and pass on what the visitor chooses.
//!
//! Nothing here knows a browser: the present moment, the words of dates and the clipboard come from
//! outside ([`Env`]), so the same components write the static pages. What never changes is in
//! [`Frame`], which only the build renders; the running page renders [`App`] into it.

mod comparison;
mod controls;
mod data;
mod env;
mod facts;
mod frame;
pub mod ids;
mod notice;
mod page;
mod parts;

pub use data::{Block, LanguageLink, PageData};
pub use env::Env;
pub use frame::Frame;
pub use page::Page;

use leptos::prelude::*;

use comparison::Comparison;
use controls::Controls;
use notice::Notice;
use parts::dynamic;

/// Everything on the page that depends on the visitor.
#[component]
pub fn App(
    /// The state of the page.
    page: Page,
) -> impl IntoView {
    view! {
        <Notice page/>
        <div class="pc-columns">
            <Controls page/>
            <Comparison page/>
        </div>
        <div class="pc-hidden" role="status">{dynamic(move || page.status.get())}</div>
    }
}

//! What a page needs from outside.

use leptos::ev::Event;
use plans::wording::DateWords;
use worktime::zone::Zone;

/// Called with `true` if the browser allowed the copy.
pub type OnCopied = Box<dyn Fn(bool)>;

/// The world around one page: a browser's, or [`NoBrowser`] for the static pages.
pub trait Edge: DateWords {
    /// The visitor's own zone now; `None` if it is not known.
    fn visitor(&self) -> Option<Zone>;

    /// Puts text on the clipboard.
    fn copy(&self, text: String, done: OnCopied);

    /// The whole address of the page with a query.
    fn link(&self, query: &str) -> String;

    /// Whether the system can pass a link on.
    fn can_share(&self) -> bool;

    /// Lets the system pass a link on.
    fn share(&self, link: &str);

    /// Gives the focus to the element of this page with an id.
    fn focus(&self, id: &str);

    /// Whether the text in a control is not a value yet, such as a date without its year.
    fn is_unfinished(&self, event: &Event) -> bool;

    /// Whether a disclosure was opened, and not closed.
    fn is_open(&self, event: &Event) -> bool;

    /// The point of a picture that was pointed at, in millionths of its width and height; `None` if
    /// the event has no point.
    fn pointed(&self, event: &Event) -> Option<(u32, u32)>;
}

/// The world of a static page: nothing is known of the visitor, and nothing happens.
#[derive(Clone, Copy, Debug)]
pub struct NoBrowser;

impl DateWords for NoBrowser {
    fn date_in_words(&self, _: &str, date: worktime::zone::LocalDate) -> String {
        date.to_string()
    }
}

impl Edge for NoBrowser {
    fn visitor(&self) -> Option<Zone> {
        None
    }

    fn copy(&self, _: String, done: OnCopied) {
        done(false);
    }

    fn link(&self, query: &str) -> String {
        format!("?{query}")
    }

    fn can_share(&self) -> bool {
        false
    }

    fn share(&self, _: &str) {}

    fn focus(&self, _: &str) {}

    fn is_unfinished(&self, _: &Event) -> bool {
        false
    }

    fn is_open(&self, _: &Event) -> bool {
        false
    }

    fn pointed(&self, _: &Event) -> Option<(u32, u32)> {
        None
    }
}

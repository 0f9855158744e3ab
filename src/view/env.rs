//! What the page needs from outside.

use leptos::ev::Event;

use crate::text::DateWords;
use crate::zone::Zone;

/// Is told whether something was done.
pub type Told = Box<dyn Fn(bool)>;

/// The outside world as plain functions: a browser's, or a fixed one for the static pages.
#[derive(Clone, Copy)]
pub struct Env {
    /// The visitor's own zone, as far as it is known.
    pub visitor: Option<Zone>,
    /// Words a date.
    pub date: DateWords,
    /// Whether what was typed into a control is not a value yet, such as a date without its year.
    pub is_unfinished: fn(&Event) -> bool,
    /// Whether a key was pressed that confirms what was typed.
    pub is_enter: fn(&Event) -> bool,
    /// Whether a disclosure was opened, and not closed.
    pub is_open: fn(&Event) -> bool,
    /// The point of a picture that was pointed at, in millionths of its width and height.
    pub pointed: fn(&Event) -> Option<(u32, u32)>,
    /// Gives the focus to the element with an id.
    pub focus: fn(&str),
    /// Puts text on the clipboard, and says whether that was allowed.
    pub copy: fn(String, Told),
}

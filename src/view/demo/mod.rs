//! What is done in front of a customer: plans are presented, told as a story, printed, and taken along. A
//! chunk of the program.
//!
//! Each scenario that is shown here has a [`Page`] of its own beside the visitor's, so that presenting or
//! printing changes nothing that the visitor has chosen.

mod hand_out;
mod kit;
mod sheet;
mod showing;
mod story;
mod taking;

use std::rc::Rc;
use std::sync::Arc;

use nodes::{Node, el, live};
use plans::wording::messages;

use super::widgets::{div, paragraph};
use crate::page::Page;
use kit::Kit;

/// Called with what came of a deed; `None` if nothing did.
pub type OnDone = Box<dyn FnOnce(Option<String>)>;

/// Has the browser do what only few visits need, such as saving a file. A deed is a query with its name and
/// what it needs: see `src/demo/demo.js`.
pub type Perform = Rc<dyn Fn(&str, OnDone)>;

/// What makes everything that is offered, and what it makes.
pub type Room = Box<dyn FnOnce() -> Node>;

/// The functions, to which only the chunk refers.
pub struct Demo {
    /// The room for a page and what the browser tells at first; `None` if that is not of this release.
    pub room: fn(Page, &str, Perform) -> Option<Room>,
}

impl Demo {
    /// The functions.
    pub const HERE: Self = Self {
        room: |page, told, perform| {
            let beginning = Beginning::read(told)?;
            Some(Box::new(move || room(page, &beginning, perform)))
        },
    };
}

/// What the browser tells at first.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Beginning {
    /// The view that the address asks for; may be empty.
    view: String,
    /// Whether others can open the page's address.
    is_reachable: bool,
    /// The fragment of the address; may be empty.
    fragment: String,
    words: Arc<messages::Demo>,
}

impl Beginning {
    /// Reads the lines that the browser tells; `None` if the words are not those of this program.
    fn read(told: &str) -> Option<Self> {
        let mut lines = told.lines().map(str::to_owned);
        let (view, reachable, fragment) = (lines.next()?, lines.next()?, lines.next()?);
        let words = Arc::new(messages::Demo::read(lines.collect()).ok()?);
        Some(Self { view, is_reachable: !reachable.is_empty(), fragment, words })
    }
}

fn room(page: Page, beginning: &Beginning, perform: Perform) -> Node {
    let kit = Kit::new(page, beginning, perform);
    let said = kit.said;
    let offered = vec![
        div("pc-room__buttons", vec![showing::begin(&kit), hand_out::begin(&kit)]),
        story::section(&kit, &beginning.fragment),
        taking::section(&kit),
        // It stays in sight at the end of the window, until the end of the room is there.
        div(
            "pc-room__said",
            vec![paragraph("pc-hint", live(move || said.get())), story::puts_back(&kit)],
        ),
    ];
    let id = page.get().id("room");
    let offered = el("section")
        .id(&id)
        .class("pc-room")
        .attr("aria-label", kit.words.heading())
        .children(offered);
    if beginning.view == VIEW {
        showing::present_what_is_shown(&kit);
    }
    vec![offered.into(), showing::dialog(&kit), hand_out::paper(&kit)].into()
}

/// The value of the parameter `view` that asks for the presenter's view.
const VIEW: &str = "present";

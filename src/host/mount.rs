//! Mounts an instance of the page, and takes it down again.

use core::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Function, Reflect};
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::RenderEffect;
use nodes::{Node, NodeState};
use plans::block::PageData;
use plans::link::decode;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::address::Address;
use super::clock::{self, Clock};
use super::{Host, adopt, focus, idle, json, scroll};
use crate::page::{Page, Place};
use crate::view::includes::KEPT;
use crate::view::{Chunks, app};

/// An instance of the page. Dropping it unmounts the page and gives back everything that it holds.
struct Instance {
    number: u32,
    page: Page,
    /// Called when the program has stopped.
    stopped: Option<Function>,
    mounted: Rc<Cell<bool>>,
    /// What is done in front of a customer, once somebody has wanted it.
    demo: Option<UnmountHandle<NodeState>>,
    /// Writes the address and lets the clock run; the clock itself.
    _kept: ([RenderEffect<()>; 2], Rc<Clock>),
    _view: UnmountHandle<NodeState>,
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.mounted.set(false);
    }
}

thread_local! {
    /// How many instances have been mounted, so that their ids differ.
    static COUNT: Cell<u32> = const { Cell::new(0) };

    /// The instances that are mounted. The program keeps them, since a script may forget the function
    /// that unmounts one.
    static MOUNTED: RefCell<Vec<Instance>> = const { RefCell::new(Vec::new()) };
}

/// The functions that want to be called when the program has stopped; none while an instance is being
/// mounted or unmounted.
pub(super) fn to_call_when_stopped() -> Vec<Function> {
    MOUNTED.with(|mounted| {
        let mounted = mounted.try_borrow();
        mounted.map_or(Vec::new(), |all| all.iter().filter_map(|it| it.stopped.clone()).collect())
    })
}

/// The page of an instance; `None` if it is not mounted any more.
pub(super) fn page_of(number: u32) -> Option<Page> {
    MOUNTED.with_borrow(|mounted| {
        Some(mounted.iter().find(|instance| instance.number == number)?.page)
    })
}

/// Lets what was mounted beside an instance go with it.
pub(super) fn keep_demo(number: u32, demo: UnmountHandle<NodeState>) {
    MOUNTED.with_borrow_mut(|mounted| {
        if let Some(instance) = mounted.iter_mut().find(|instance| instance.number == number) {
            instance.demo = Some(demo);
        }
    });
}

/// Unmounts the instance with a number. Unmounting twice does nothing more.
#[wasm_bindgen]
pub fn unmount(number: u32) {
    let gone = MOUNTED.with_borrow_mut(|mounted| {
        let place = mounted.iter().position(|instance| instance.number == number)?;
        Some(mounted.swap_remove(place))
    });
    // Dropped when the list is free again.
    drop(gone);
}

/// Mounts an instance of the page in an element, and returns its number, by which [`unmount`] takes it
/// down.
///
/// `block` is a page's data block: one language's catalog and messages. `options` is an object that
/// may have
///
/// - `query`: the query string of a link. The instance then keeps its address to itself; otherwise it
///   reads and writes the document's address.
/// - `changed`: a function, called with the query string when the visitor has chosen something.
/// - `stopped`: a function, called when the program has failed and the instance does not work any more.
/// - `headingLevel`: the level of the headings of its sections, 1 to 6; 2 if it is absent.
/// - `link`: a function that makes the whole address of a query; if it is absent, the document's address
///   with that query.
/// - `rest`: whether the parts that come later are fetched at once (`true`) or not before they are wanted
///   (`false`); if it is absent, when the browser is idle.
///
/// The content of the element is replaced in one task, so that no frame lies between. Where the
/// content is the static page, what the visitor chose there is kept, and so are focus and scroll.
///
/// # Errors
///
/// What is wrong with the block, in words for developers; the content stays then.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, block: &str, options: &JsValue) -> Result<u32, JsValue> {
    let data = json::texts(block).ok_or("the block is not a list of texts")?;
    let data = PageData::read(data).map_err(|damage| damage.to_string())?;
    let option = |name: &str| Reflect::get(options, &name.into()).unwrap_or_default();
    let address =
        Address { own: option("query").as_string(), changed: option("changed").dyn_into().ok() };
    let level = option("headingLevel").as_f64();
    let heading_level = (1..=6_u8).find(|known| level == Some(f64::from(*known))).unwrap_or(2);
    let given = Given {
        address,
        link: option("link").dyn_into().ok(),
        stopped: option("stopped").dyn_into().ok(),
        heading_level: heading_level.into(),
        fetches_rest: option("rest").as_bool(),
    };
    let instance = instance(root, Arc::new(data), given);
    let number = instance.number;
    MOUNTED.with_borrow_mut(|mounted| mounted.push(instance));
    Ok(number)
}

/// What is mounted: of one type, so that Leptos' mounting is compiled once.
type View = Box<dyn FnOnce() -> Node>;

/// The options of [`mount()`].
struct Given {
    address: Address,
    link: Option<Function>,
    stopped: Option<Function>,
    heading_level: usize,
    fetches_rest: Option<bool>,
}

fn instance(root: HtmlElement, data: Arc<PageData>, given: Given) -> Instance {
    let Given { address, link, stopped, heading_level, fetches_rest } = given;
    let number = COUNT.get() + 1;
    COUNT.set(number);
    let mut place = Place { heading_level, ..Place::default() };
    // The first instance takes over the static page's ids.
    if number > 1 {
        place.id_prefix = format!("pc{number}");
    }
    let mounted = Rc::new(Cell::new(true));
    let host = Host::new(root.clone(), link, Rc::clone(&mounted));
    let changed = adopt::read(&root);
    let (focused, anchor) = (focus::within(&root), scroll::anchor(&root));
    let decoded = decode(&address.query(), &data.catalog);
    let table = root.query_selector("table.pc-table").ok().flatten();
    root.replace_children_with_node_0();
    let kept = Rc::new(RefCell::new(None));
    let keep = Rc::clone(&kept);
    let view: View = Box::new(move || {
        let page = Page::new(data, Rc::new(host), decoded, Some(clock::now()), place);
        adopt::apply(&page.get(), changed);
        let clock = Clock::new(page);
        let effects = [address.follow(page), clock::follow(page, &clock)];
        keep.replace(Some((page, effects, clock)));
        let chunks = Chunks::default();
        match fetches_rest {
            Some(true) => chunks.fetch_all(),
            Some(false) => {}
            None => idle::fetch_rest(chunks),
        }
        app(page, chunks)
    });
    let view = mount_to_renderer(&root, view);
    // The static page's table stays until the program has its own.
    let place = root.query_selector(&format!("[{KEPT}]")).ok().flatten();
    if let (Some(place), Some(table)) = (place, table) {
        // An element takes another one.
        let _ = place.append_child(&table);
    }
    if let Some(id) = focused {
        focus::give(&root, &id);
    }
    scroll::restore(&root, anchor);
    let (page, effects, clock) = kept.take().expect("the view was made at once");
    Instance { number, page, stopped, mounted, demo: None, _kept: (effects, clock), _view: view }
}

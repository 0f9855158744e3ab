//! Parts of the program that are fetched when they are wanted, or when the browser is idle.
//!
//! A chunk is one function that Leptos' `wasm_split` moves out of the program, together with
//! everything that only the function refers to. It returns a table of functions, which views call
//! like any others once the chunk is here. Natively, and without the feature `chunks`, everything is
//! here at once.

use core::future::Future;
use core::pin::Pin;
use std::sync::OnceLock;

use leptos::ev;

use nodes::{Element, Node, el, reactive};
use wasm_split_helpers::SplitLoaderError;
#[cfg(feature = "chunks")]
use wasm_split_helpers::wasm_split;

use super::demo::Demo;
use super::details::Details;
use super::which::Overview;
use super::widgets::{button, paragraph};
use crate::page::{Page, Tell};
use crate::signal::{Memo, RwSignal};

/// Fetches what only some visits need, in words.
#[cfg(feature = "chunks")]
#[wasm_split(details, fallible)]
fn fetch_details() -> Result<&'static Details, SplitLoaderError> {
    Ok(&Details::HERE)
}

#[cfg(not(feature = "chunks"))]
async fn fetch_details() -> Result<&'static Details, SplitLoaderError> {
    Ok(&Details::HERE)
}

/// Fetches what holds for more cases than one: the week, the waits, and which plan fits.
#[cfg(feature = "chunks")]
#[wasm_split(overview, fallible)]
fn fetch_overview() -> Result<&'static Overview, SplitLoaderError> {
    Ok(&Overview::HERE)
}

#[cfg(not(feature = "chunks"))]
async fn fetch_overview() -> Result<&'static Overview, SplitLoaderError> {
    Ok(&Overview::HERE)
}

/// Fetches what is done in front of a customer.
#[cfg(feature = "chunks")]
#[wasm_split(demo, fallible)]
fn fetch_demo() -> Result<&'static Demo, SplitLoaderError> {
    Ok(&Demo::HERE)
}

#[cfg(not(feature = "chunks"))]
async fn fetch_demo() -> Result<&'static Demo, SplitLoaderError> {
    Ok(&Demo::HERE)
}

static DETAILS: OnceLock<&Details> = OnceLock::new();
static OVERVIEW: OnceLock<&Overview> = OnceLock::new();
static DEMO: OnceLock<&Demo> = OnceLock::new();

/// Fetches a chunk, and keeps its functions; whether they are here.
pub type Fetch = fn() -> Pin<Box<dyn Future<Output = bool>>>;

/// Fetches what [`tell`] returns.
pub const FETCH_DETAILS: Fetch = || Box::pin(async { keep(&DETAILS, fetch_details().await) });
const FETCH_OVERVIEW: Fetch = || Box::pin(async { keep(&OVERVIEW, fetch_overview().await) });
/// Fetches what [`demo`] returns: only for those who want it.
pub const FETCH_DEMO: Fetch = || Box::pin(async { keep(&DEMO, fetch_demo().await) });

fn keep<T>(kept: &OnceLock<&'static T>, fetched: Result<&'static T, SplitLoaderError>) -> bool {
    if let Ok(functions) = fetched {
        // Set before, it is the same table.
        let _ = kept.set(functions);
    }
    kept.get().is_some()
}

/// What the page around an embedded instance asks, if it was fetched.
#[must_use]
pub fn tell() -> Option<Tell> {
    DETAILS.get().map(|functions| functions.tell)
}

/// What is done in front of a customer, if it was fetched.
#[must_use]
pub fn demo() -> Option<&'static Demo> {
    DEMO.get().copied()
}

/// The chunks of the program, as one instance of the page waits for them.
#[derive(Clone, Copy)]
pub struct Chunks {
    /// What only some visits need, in words.
    pub details: Chunk<Details>,
    /// What holds for more cases than one.
    pub overview: Chunk<Overview>,
}

impl Default for Chunks {
    fn default() -> Self {
        Self {
            details: Chunk {
                any: AnyChunk::new(FETCH_DETAILS, DETAILS.get().is_some()),
                functions: &DETAILS,
            },
            overview: Chunk {
                any: AnyChunk::new(FETCH_OVERVIEW, OVERVIEW.get().is_some()),
                functions: &OVERVIEW,
            },
        }
    }
}

impl Chunks {
    /// Fetches every chunk that is not here, so that nothing has to be fetched later.
    pub fn fetch_all(self) {
        self.details.any.want();
        self.overview.any.want();
    }
}

/// How far a chunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nobody has wanted the chunk.
    Absent,
    /// The chunk is being fetched.
    Coming,
    /// The chunk can be used.
    Here,
    /// The chunk could not be fetched; it may be wanted again.
    Missing,
}

/// A chunk of the program with the functions `T`.
pub struct Chunk<T: 'static> {
    /// How far it is.
    pub any: AnyChunk,
    functions: &'static OnceLock<&'static T>,
}

impl<T> Clone for Chunk<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Chunk<T> {}

impl<T> Chunk<T> {
    /// The chunk's functions, if they are here; fetches them if nobody has yet. Whoever reads this is
    /// told when they come.
    pub fn get(self) -> Option<&'static T> {
        if self.any.progress.get_untracked() == Progress::Absent {
            self.any.want();
        }
        self.here()
    }

    /// The chunk's functions, if they are here. Whoever reads this is told when they come.
    pub fn here(self) -> Option<&'static T> {
        self.any.progress.with(|_| ());
        self.functions.get().copied()
    }
}

/// A chunk, whatever its functions.
#[derive(Clone, Copy)]
pub struct AnyChunk {
    progress: RwSignal<Progress>,
    fetch: Fetch,
}

impl AnyChunk {
    fn new(fetch: Fetch, is_here: bool) -> Self {
        let progress = if is_here { Progress::Here } else { Progress::Absent };
        let chunk = Self { progress: RwSignal::new(progress), fetch };
        if cfg!(not(all(feature = "chunks", target_arch = "wasm32"))) {
            chunk.take_at_once();
        }
        chunk
    }

    /// Fetches the chunk, unless it is here or coming.
    pub fn want(self) {
        // The instance may be gone.
        let progress = self.progress.try_get_untracked();
        if matches!(progress, Some(Progress::Absent | Progress::Missing)) {
            self.progress.set(Progress::Coming);
            leptos::task::spawn_local(async move { self.take((self.fetch)().await) });
        }
    }

    fn take(self, is_here: bool) {
        // The instance may be gone.
        self.progress.set(if is_here { Progress::Here } else { Progress::Missing });
    }

    /// Where nothing is split the functions are a part of the program, so that nobody waits for
    /// them.
    fn take_at_once(self) {
        use core::task::{Context, Poll, Waker};

        let mut fetched = (self.fetch)();
        let mut context = Context::from_waker(Waker::noop());
        if let Poll::Ready(is_here) = fetched.as_mut().poll(&mut context) {
            self.take(is_here);
        }
    }
}

/// A disclosure whose content a chunk makes each time that it is opened. The element that opens it
/// has the id `id`.
pub fn disclosure(
    page: Page,
    chunk: AnyChunk,
    is_open: RwSignal<bool>,
    (id, summary): (&str, &str),
    mut content: Box<dyn FnMut() -> Node>,
) -> Element {
    let toggle = move |event: leptos::ev::Event| {
        let opens = page.get().edge().is_open(&event);
        is_open.set(opens);
        if opens {
            chunk.want();
        }
    };
    let content = reactive(move || if is_open.get() { content() } else { Vec::new().into() });
    el("details")
        .on(ev::toggle, toggle)
        .child(el("summary").id(id).child(summary))
        .child(excuse(page, chunk, id.to_owned(), Box::new(move || is_open.get())))
        .child(content)
}

/// What is said to somebody who waits for a chunk while it is `wanted`, with a button to try again
/// if it did not come. The button gives the focus to the element with the id `back`, since the button
/// goes.
pub fn excuse(
    page: Page,
    chunk: AnyChunk,
    back: String,
    wanted: Box<dyn Fn() -> bool + Send + Sync>,
) -> Node {
    let signal = chunk.progress;
    let progress = Memo::new(move || wanted().then(|| signal.get()));
    let coming = move || match progress.get() {
        Some(Progress::Coming) => paragraph("pc-hint", page.get().messages().chunks.coming()),
        _ => Vec::new().into(),
    };
    let missing = move || match progress.get() {
        Some(Progress::Missing) => {
            let state = page.get();
            let messages = &state.messages().chunks;
            let back = back.clone();
            let again = button(messages.again(), move |_| {
                page.get().edge().focus(&back);
                chunk.want();
            });
            vec![paragraph("pc-bad", messages.missing()), again.into()].into()
        }
        _ => Vec::new().into(),
    };
    vec![reactive(coming), el("div").attr("role", "alert").child(reactive(missing)).into()].into()
}

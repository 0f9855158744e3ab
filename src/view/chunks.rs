//! Parts of the program that are fetched when they are wanted, or when the browser is idle.
//!
//! A chunk is one function that Leptos' `wasm_split` moves out of the program, together with
//! everything that only the function refers to. It returns a table of functions, which views call
//! like any others once the chunk is here. Natively, and without the feature `chunks`, everything is
//! here at once.

use core::future::Future;
use core::pin::Pin;
use std::rc::Rc;
use std::sync::OnceLock;

use leptos::ev;

use nodes::{Element, Node, el, reactive};
use wasm_split_helpers::SplitLoaderError;
#[cfg(feature = "chunks")]
use wasm_split_helpers::wasm_split;

use super::answer::Account;
use super::which::Overview;
use super::widgets::{button, paragraph};
use crate::page::Page;
use crate::signal::{Memo, RwSignal};

/// Fetches the account of an answer, in words, and the ribbon as a table.
#[cfg(feature = "chunks")]
#[wasm_split(account, fallible)]
fn fetch_account() -> Result<&'static Account, SplitLoaderError> {
    Ok(&Account::HERE)
}

#[cfg(not(feature = "chunks"))]
async fn fetch_account() -> Result<&'static Account, SplitLoaderError> {
    Ok(&Account::HERE)
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

static ACCOUNT: OnceLock<&Account> = OnceLock::new();
static OVERVIEW: OnceLock<&Overview> = OnceLock::new();

/// The chunks of the program, as one instance of the page waits for them.
#[derive(Clone, Copy)]
pub struct Chunks {
    /// The account of an answer.
    pub account: Chunk<Account>,
    /// What holds for more cases than one.
    pub overview: Chunk<Overview>,
}

impl Default for Chunks {
    fn default() -> Self {
        Self {
            account: Chunk::new(&ACCOUNT, || Box::pin(fetch_account())),
            overview: Chunk::new(&OVERVIEW, || Box::pin(fetch_overview())),
        }
    }
}

impl Chunks {
    /// Fetches every chunk that is not here, so that nothing has to be fetched later.
    pub fn fetch_all(self) {
        self.account.want();
        self.overview.want();
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

/// The functions of a chunk, once they are here.
type Fetched<T> = Pin<Box<dyn Future<Output = Result<&'static T, SplitLoaderError>>>>;

/// A chunk of the program with the functions `T`.
pub struct Chunk<T: 'static> {
    progress: RwSignal<Progress>,
    functions: &'static OnceLock<&'static T>,
    fetch: fn() -> Fetched<T>,
}

impl<T> Clone for Chunk<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Chunk<T> {}

impl<T> Chunk<T> {
    fn new(functions: &'static OnceLock<&'static T>, fetch: fn() -> Fetched<T>) -> Self {
        let chunk = Self { progress: RwSignal::new(Progress::Absent), functions, fetch };
        if cfg!(not(all(feature = "chunks", target_arch = "wasm32"))) {
            chunk.take_at_once();
        }
        if functions.get().is_some() {
            chunk.progress.set(Progress::Here);
        }
        chunk
    }

    /// The chunk's functions, if they are here; fetches them if nobody has yet. Whoever reads this is
    /// told when they come.
    pub fn get(self) -> Option<&'static T> {
        if self.progress.get_untracked() == Progress::Absent {
            self.want();
        }
        self.here()
    }

    /// The chunk's functions, if they are here. Whoever reads this is told when they come.
    pub fn here(self) -> Option<&'static T> {
        self.progress.with(|_| ());
        self.functions.get().copied()
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

    /// The chunk, whatever its functions.
    pub fn any(self) -> AnyChunk {
        AnyChunk { progress: self.progress, want: Rc::new(move || self.want()) }
    }

    fn take(self, fetched: Result<&'static T, SplitLoaderError>) {
        let progress = match fetched {
            Ok(functions) => {
                // Set before, it is the same table.
                let _ = self.functions.set(functions);
                Progress::Here
            }
            Err(_) => Progress::Missing,
        };
        // The instance may be gone.
        self.progress.set(progress);
    }

    /// Where nothing is split the functions are a part of the program, so that nobody waits for
    /// them.
    fn take_at_once(self) {
        use core::task::{Context, Poll, Waker};

        let mut fetched = (self.fetch)();
        let mut context = Context::from_waker(Waker::noop());
        if let Poll::Ready(fetched) = fetched.as_mut().poll(&mut context) {
            self.take(fetched);
        }
    }
}

/// A chunk, whatever its functions.
#[derive(Clone)]
pub struct AnyChunk {
    progress: RwSignal<Progress>,
    want: Rc<dyn Fn()>,
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
    let want = Rc::clone(&chunk.want);
    let toggle = move |event: leptos::ev::Event| {
        let opens = page.get().edge().is_open(&event);
        is_open.set(opens);
        if opens {
            want();
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
            let (back, want) = (back.clone(), Rc::clone(&chunk.want));
            let again = button(messages.again(), move |_| {
                page.get().edge().focus(&back);
                want();
            });
            vec![paragraph("pc-bad", messages.missing()), again.into()].into()
        }
        _ => Vec::new().into(),
    };
    vec![reactive(coming), el("div").attr("role", "alert").child(reactive(missing)).into()].into()
}

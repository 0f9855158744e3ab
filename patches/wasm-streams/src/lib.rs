//! The part of `wasm-streams` that Leptos' server functions name, without what it does.
//!
//! Leptos cannot be had without server functions, and the crate they use exports classes to
//! JavaScript, which no linker may drop: 4 kB of the page's first load for something that it never
//! calls. Streams made here are empty.

use futures_util::stream::{Empty, empty};
use wasm_bindgen::JsValue;
pub use web_sys::ReadableStream as RawReadableStream;

/// A stream that can be read from JavaScript.
pub struct ReadableStream(RawReadableStream);

impl ReadableStream {
    /// A stream of JavaScript's.
    #[must_use]
    pub fn from_raw(raw: RawReadableStream) -> Self {
        Self(raw)
    }

    /// A stream for JavaScript, which has nothing of `stream` in it.
    pub fn from_stream<S>(stream: S) -> Self {
        drop(stream);
        Self(JsValue::UNDEFINED.into())
    }

    /// The stream of JavaScript's.
    #[must_use]
    pub fn into_raw(self) -> RawReadableStream {
        self.0
    }

    /// A stream for Rust, which has nothing of the original in it.
    #[must_use]
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}

//! The part of `wasm-streams` that Leptos' server functions name, without what it does.
//!
//! Leptos cannot be had without server functions, and the crate they use exports classes to
//! JavaScript, which no linker may drop. This program has no server functions, so no stream is ever
//! made.

use futures_util::stream::Empty;
use wasm_bindgen::JsValue;
pub use web_sys::ReadableStream as RawReadableStream;

/// A stream that can be read from JavaScript: there is none.
pub enum ReadableStream {}

impl ReadableStream {
    /// A stream of JavaScript's.
    #[must_use]
    pub fn from_raw(_: RawReadableStream) -> Self {
        unreachable!("wasm-streams is a stub: patches/wasm-streams says why")
    }

    /// A stream for JavaScript.
    pub fn from_stream<S>(_: S) -> Self {
        unreachable!("wasm-streams is a stub: patches/wasm-streams says why")
    }

    /// The stream of JavaScript's.
    #[must_use]
    pub fn into_raw(self) -> RawReadableStream {
        match self {}
    }

    /// A stream for Rust.
    #[must_use]
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        match self {}
    }
}

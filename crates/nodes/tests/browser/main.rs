//! Nodes in a browser's document.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails where something is not there")]

mod builds;
mod lists;
mod memory;
mod ownership;
mod random;
mod stage;
mod translation;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

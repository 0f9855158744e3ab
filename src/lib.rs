//! The page: support plans side by side, and when each plan's first reply is due.
//!
//! [`page`] holds what the visitor has chosen and what follows from it, [`view`] shows it, and
//! `host`, which exists only in the browser, is the edge. What plans promise is computed in the
//! package `plans`, deadlines in `worktime`. ARCHITECTURE.md has the map.

#![deny(clippy::indexing_slicing, clippy::float_arithmetic)]

#[cfg(all(target_arch = "wasm32", feature = "host"))]
pub mod host;
pub mod page;
mod signal;
pub mod view;

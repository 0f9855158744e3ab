//! Support plans side by side, and when each plan's first reply is due.
//!
//! A pure core, from [`zone`] to [`text`], that knows no browser, no framework and no clock;
//! [`view`] shows what it computed; `browser`, which exists only in the page's program, is the
//! edge. ARCHITECTURE.md has the map and says who may import whom.

#![deny(clippy::indexing_slicing, clippy::float_arithmetic)]

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod calendar;
pub mod catalog;
pub mod compare;
pub mod deadline;
pub mod picture;
pub mod scenario;
pub mod text;
pub mod view;
pub mod zone;

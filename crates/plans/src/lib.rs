//! What support plans promise, what a visitor asks of them, and what is said about it.
//!
//! - [`catalog`] is the plans as data, and [`case`] what a visitor has chosen.
//! - [`link`] reads and writes the query strings of links.
//! - [`compare`] computes what plans answer to a case, and how they compare.
//! - [`wording`] puts that into words, and [`picture`] into pictures.
//! - [`block`] is the form in which the build hands a catalog and messages to the page.
//!
//! The crate knows no browser, no framework and no present instant. `worktime` counts the time.

#![deny(clippy::indexing_slicing, clippy::float_arithmetic)]

pub mod block;
pub mod case;
pub mod catalog;
pub mod compare;
pub mod link;
pub mod picture;
mod shorten;
pub mod wording;

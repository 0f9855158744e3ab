//! Oracles for the tests of `worktime`: simple ways to compute deadlines, and random
//! desks.
//!
//! - [`oracle`] steps through time and reads the clock at every step. It is the simplest and
//!   slowest.
//! - [`edges`] reads the clock only where something may change. It is fast enough for 200,000
//!   cases, and is compared with [`oracle`] itself.
//! - [`generators`] and [`targets`] make random cases, many of them where engines go wrong.
//! - [`cases`] writes desks, instants and answers as lines of text, for tables of cases.
//!
//! The oracles use the zones and the types of `worktime`, and nothing else of it. They panic where
//! a test would fail.
#![expect(missing_docs, reason = "fields of test data are named after what they hold")]

pub mod cases;
pub mod desk;
pub mod edges;
pub mod generators;
pub mod oracle;
pub mod targets;

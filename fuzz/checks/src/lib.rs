//! What is done with one input of the fuzzer, and what must hold then.
//!
//! Each module has a function `check`, which makes a case of the bytes and panics if the code under
//! test contradicts itself. The fuzzer calls the functions through `fuzz/targets`.
//! `tests/replay.rs` calls them with every input that was kept.

pub mod address;
pub mod bytes;
pub mod case;
pub mod catalog;
pub mod engine;

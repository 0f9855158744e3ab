//! What is done with one input of the fuzzer, and what must hold then.
//!
//! Each target's module has one function, `check`, that turns bytes into a case and panics if the
//! core contradicts itself. The fuzzer calls it through `targets/`; `tests/it/corpus.rs` includes
//! this very file, so that the ordinary tests replay every kept input through the same code.

#![forbid(unsafe_code)]

pub mod address;
pub mod bytes;
pub mod case;
pub mod catalog;
pub mod engine;

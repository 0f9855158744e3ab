//! Pictures of what was computed.

mod geometry;
mod words;

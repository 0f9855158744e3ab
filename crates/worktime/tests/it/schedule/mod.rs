//! Weekly hours, targets, and counting.

mod counting;
mod extremes;
mod state;
mod target;
mod week;

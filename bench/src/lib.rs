//! What a deadline costs: our engine, natively and as WebAssembly, beside other engines that
//! compute deadlines. All engines answer the same cases in one run.
//!
//! [`contender`] times engines in turn. [`native`] and [`node`] hold the engines. [`growth`]
//! measures how costs rise with targets, holidays and windows, [`year`] measures the longest wait
//! of a year, and [`table`] prints the figures.

pub mod allocations;
pub mod contender;
pub mod growth;
pub mod native;
pub mod node;
pub mod results;
pub mod table;
pub mod workclock;
pub mod year;

//! What a deadline costs: our engine, natively and as WebAssembly, beside other engines that
//! compute deadlines, on the same cases and in one run.
//!
//! [`contender`] times engines in turn, [`native`] and [`node`] hold those that there are,
//! [`growth`] asks how our costs rise, [`year`] what it takes to look at a whole year, and
//! [`table`] prints it all.

pub mod allocations;
pub mod contender;
pub mod growth;
pub mod native;
pub mod node;
pub mod results;
pub mod table;
pub mod workclock;
pub mod year;

//! What plans answer to a case, and how they compare.

mod accounts;
mod by;
mod changes;
mod deadlines;
mod fits;
mod pitfalls;
mod properties;
mod waits;
mod weeks;

//! What the engine promises, in folders that mirror `src`.

mod deadline;
mod schedule;
mod zone;

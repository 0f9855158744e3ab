//! What a visitor chooses.

mod choices;

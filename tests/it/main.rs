//! What holds for the repository and its build.

mod purity;
mod tidy;

//! The tests of the package `nodes` that need a browser: `wasm-bindgen` runs them in Chromium.

use anyhow::Result;

use crate::command::{command, run};
use crate::programs::CHROMEDRIVER;
use crate::tools;

const ARGUMENTS: [&str; 8] =
    ["test", "--locked", "-p", "nodes", "--target", "wasm32-unknown-unknown", "--test", "browser"];

/// Runs the tests.
///
/// # Errors
///
/// If something is missing, or a test fails.
pub fn nodes() -> Result<()> {
    tools::install_for_build()?;
    let mut test = command("cargo", &ARGUMENTS);
    test.env("PATH", tools::search_path()?).env("CHROMEDRIVER", CHROMEDRIVER.path()?);
    run(test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"))
}

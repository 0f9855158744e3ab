//! The tests of the package `nodes` that need a browser: `wasm-bindgen` runs them in Chromium.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::browser::chosen;
use crate::command::{command, find, run};
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
    let driver = chromedriver()?.context(
        "the tests of nodes need Chromium's driver: `cargo xtask setup` installs it as root, or says \
         how to",
    )?;
    let mut test = command("cargo", &ARGUMENTS);
    test.env("PATH", tools::search_path()?).env("CHROMEDRIVER", driver);
    run(test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"))
}

/// Where Chromium's driver is: what the variable CHROMEDRIVER names, or what is on PATH.
///
/// # Errors
///
/// If CHROMEDRIVER names no file.
pub fn chromedriver() -> Result<Option<PathBuf>> {
    Ok(chosen("CHROMEDRIVER")?.or_else(|| find("chromedriver")))
}

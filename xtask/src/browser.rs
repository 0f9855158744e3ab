//! The verb `browser`: runs the browser tests in Chromium and Firefox.
//!
//! The browsers are those of the system. Playwright downloads none.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::command::{command, read, root, run};
use crate::programs::{CHROMIUM, FIREFOX, PDFTOTEXT};
use crate::{build, node, times};

/// The file with the block of a large catalog, on which the tests mount a page.
const LARGE_BLOCK: &str = "target/large-block.json";

/// Runs the browser tests against dist/, and passes `arguments` to Playwright.
///
/// # Errors
///
/// If the site, Node or a browser is missing, or if a test fails.
pub fn browser(arguments: &[String]) -> Result<()> {
    playwright(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Runs `playwright test` in the folder of the browser tests. Playwright's configuration there starts
/// the server for the site.
///
/// # Errors
///
/// If the site, Node or a browser is missing, or if Playwright fails.
pub fn playwright(arguments: &[&str]) -> Result<()> {
    build::dist()?;
    install_packages()?;
    let mut playwright = command("npx", &["playwright", "test"]);
    playwright.args(arguments).current_dir(folder());
    playwright.env("PC_CHROMIUM", CHROMIUM.path()?).env("PC_FIREFOX", FIREFOX.path()?);
    playwright.env("PC_PDFTOTEXT", PDFTOTEXT.path()?).env(times::VARIABLE, times::file()?);
    run(playwright.env("PC_LARGE_BLOCK", large_block()?))
}

/// Writes the block of a large catalog, and says in which file.
fn large_block() -> Result<PathBuf> {
    let mut example = command("cargo", &["run", "--quiet", "--locked"]);
    let block = read(example.args(["-p", "bundled", "--example", "large_block"]))?;
    let path = root().canonicalize()?.join(LARGE_BLOCK);
    let failed = || format!("cannot write {LARGE_BLOCK}");
    std::fs::create_dir_all(path.with_file_name("")).with_context(failed)?;
    std::fs::write(&path, block).with_context(failed)?;
    Ok(path)
}

/// Installs the npm packages of the browser tests.
///
/// # Errors
///
/// If Node is missing, or npm fails.
pub fn install_packages() -> Result<()> {
    node::require("the browser tests")?;
    node::install(&folder(), "the browser tests' packages")
}

/// The folder of the browser tests.
pub fn folder() -> PathBuf {
    root().join("tests/browser")
}

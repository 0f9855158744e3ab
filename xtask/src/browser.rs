//! The verb `browser`: runs the browser tests.
//!
//! The tests run in the Chromium of the system. Playwright downloads no browser.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::command::{command, find, read, root, run};
use crate::{build, node};

const CHROMIUM_NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// The file with the block of a large catalog, on which the tests mount a page.
const LARGE_BLOCK: &str = "target/large-block.json";

/// Runs the browser tests against dist/, and passes `arguments` to Playwright.
///
/// # Errors
///
/// If the site, Node or Chromium is missing, or if a test fails.
pub fn browser(arguments: &[String]) -> Result<()> {
    playwright(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Runs `playwright test` in the folder of the browser tests. Playwright's configuration there starts
/// the server for the site.
///
/// # Errors
///
/// If the site, Node or Chromium is missing, or if Playwright fails.
pub fn playwright(arguments: &[&str]) -> Result<()> {
    build::dist()?;
    install_packages()?;
    let chromium = chromium()?.context(
        "the browser tests need Chromium: `cargo xtask setup` installs it as root, or says how to",
    )?;
    let mut playwright = command("npx", &["playwright", "test"]);
    playwright.args(arguments).current_dir(folder()).env("PC_CHROMIUM", chromium);
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

/// The path of Chromium: that in the variable CHROMIUM, or else one found on PATH; `None` if there is
/// neither.
///
/// # Errors
///
/// If CHROMIUM names no file.
pub fn chromium() -> Result<Option<PathBuf>> {
    Ok(chosen("CHROMIUM")?.or_else(|| CHROMIUM_NAMES.iter().find_map(|name| find(name))))
}

/// The program that a variable names, if it is set.
///
/// # Errors
///
/// If it names no file.
pub fn chosen(variable: &str) -> Result<Option<PathBuf>> {
    let Some(chosen) = std::env::var_os(variable).filter(|chosen| !chosen.is_empty()) else {
        return Ok(None);
    };
    let chosen = Path::new(&chosen);
    ensure!(chosen.is_file(), "{variable} names no program: {}", chosen.display());
    // The tests run in another folder, so the path must not be relative.
    std::path::absolute(chosen).map(Some).context("the present folder is gone")
}

/// The folder of the browser tests.
fn folder() -> PathBuf {
    root().join("tests/browser")
}

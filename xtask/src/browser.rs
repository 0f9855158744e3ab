//! The verb `browser`: runs the browser tests in Chromium and Firefox.
//!
//! The browsers are those of the system. Playwright downloads none.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::command::{command, read, root, run};
use crate::programs::{APACHE, CADDY, CHROMIUM, FIREFOX, LIBREOFFICE, NGINX, PDFTOTEXT};
use crate::{build, node, sites, times};

/// The file with the blocks of made-up catalogs, with which the tests mount pages.
const BLOCKS: &str = "target/blocks.json";

/// Runs the browser tests against dist/, and passes `arguments` to Playwright.
///
/// # Errors
///
/// If the site, Node or a browser is missing, or if a test fails.
pub fn browser(arguments: &[String]) -> Result<()> {
    tests(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Runs the browser tests, as [`browser`] does.
///
/// # Errors
///
/// Those of [`browser`].
pub fn tests(arguments: &[&str]) -> Result<()> {
    let mut tests = playwright(arguments)?;
    tests.env("PC_FIREFOX", FIREFOX.path()?).env("PC_PDFTOTEXT", PDFTOTEXT.path()?);
    tests.env("PC_NGINX", NGINX.path()?).env("PC_APACHE", APACHE.path()?);
    tests.env("PC_CADDY", CADDY.path()?).env("PC_SOFFICE", LIBREOFFICE.path()?);
    run(tests.env(times::VARIABLE, times::file()?))
}

/// `playwright test` in the folder of the browser tests, with what it needs for Chromium. Playwright's
/// configuration there starts the server for the site.
///
/// # Errors
///
/// If the site, Node or Chromium is missing.
pub fn playwright(arguments: &[&str]) -> Result<Command> {
    build::dist()?;
    install_packages()?;
    let mut playwright = command("npx", &["playwright", "test"]);
    playwright.args(arguments).current_dir(folder());
    playwright.env("PC_CHROMIUM", CHROMIUM.path()?).env("PC_BLOCKS", blocks()?);
    playwright.env("PC_SITES", sites::sites()?);
    Ok(playwright)
}

/// Writes the blocks of made-up catalogs, and says in which file.
fn blocks() -> Result<PathBuf> {
    let mut example = command("cargo", &["run", "--quiet", "--locked"]);
    let blocks = read(example.args(["-p", "bundled", "--example", "blocks"]))?;
    let path = root().canonicalize()?.join(BLOCKS);
    let failed = || format!("cannot write {BLOCKS}");
    std::fs::create_dir_all(path.with_file_name("")).with_context(failed)?;
    std::fs::write(&path, blocks).with_context(failed)?;
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

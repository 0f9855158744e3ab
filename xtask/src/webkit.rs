//! The verb `webkit`: runs the checks of WebKit.
//!
//! Playwright cannot drive the WebKit of the system, so a small client in `tests/browser/webkit` does.

use anyhow::Result;

use crate::command::{command, run};
use crate::programs::{PDFTOTEXT, PYTHON, WEBKIT_DRIVER, XVFB};
use crate::{browser, build, sites, times};

/// Runs the checks against dist/, or those whose names have all words of `arguments`.
///
/// # Errors
///
/// If the site, Node, WebKit or what drives it is missing, or if a check fails.
pub fn webkit(arguments: &[String]) -> Result<()> {
    let dist = build::dist()?;
    browser::install_packages()?;
    let mut checks = command("node", &["webkit/run.mjs"]);
    checks.args(arguments).current_dir(browser::folder());
    checks.env("PC_DIST", dist.canonicalize()?).env("PC_PYTHON", PYTHON);
    checks.env("PC_WEBKIT_DRIVER", WEBKIT_DRIVER.path()?).env("PC_XVFB", XVFB.path()?);
    checks.env("PC_PDFTOTEXT", PDFTOTEXT.path()?).env("PC_SITES", sites::sites()?);
    run(checks.env(times::VARIABLE, times::file()?))
}

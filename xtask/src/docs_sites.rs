//! The verb `docs-sites`: builds sites of documentation with the element in them, and checks them.
//!
//! The sites are in `examples/docs`, one for each generator. What is installed for them goes into
//! `target/docs-sites`, except mdBook, which goes into the user's cache, and Hugo, which is Debian's.

use anyhow::{Context as _, Result};

use crate::command::{command, root, run};
use crate::programs::{CHROMIUM, HUGO};
use crate::tools::MDBOOK;
use crate::{browser, build, node};

/// Where the sites are built.
const FOLDER: &str = "target/docs-sites";

/// Puts the element of dist/ into the sites that `arguments` name, or into all; builds each with its own
/// generator, which is installed if it is missing; and checks in Chromium that the element runs there,
/// follows the site's switch to dark, and is as it should be after another page of the site.
///
/// # Errors
///
/// If the site, Node, Chromium or a generator is missing, or if a check fails.
pub fn docs_sites(arguments: &[String]) -> Result<()> {
    let dist = build::dist()?;
    node::require("the sites of documentation")?;
    browser::install_packages()?;
    let folder = root().canonicalize()?.join(FOLDER);
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {FOLDER}"))?;
    let mut checks = command("node", &["tests/docs-sites/run.mjs"]);
    checks.arg(dist.canonicalize()?).arg(folder).args(arguments);
    checks.env("PC_CHROMIUM", CHROMIUM.path()?);
    let asked =
        |name: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == name);
    if asked("mdbook") {
        MDBOOK.install()?;
        checks.env("PC_MDBOOK", MDBOOK.path()?);
    }
    if asked("hugo") {
        checks.env("PC_HUGO", HUGO.path_of_package()?);
    }
    run(&mut checks)
}

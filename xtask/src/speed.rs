//! How soon a choice is seen, on a processor that is slowed down.

use anyhow::Result;

use crate::command::run;
use crate::server::{Port, Server};
use crate::{browser, site};

/// Prints how long each kind of choice takes to be painted, with the dist/ that is there.
///
/// # Errors
///
/// When something is missing that cannot be installed, or the page cannot be measured.
pub fn print() -> Result<()> {
    let dist = site::dist()?;
    let chromium = browser::install()?;
    let site = Server::start(&dist, "/", Port::Any)?;
    let mut node = browser::in_tests("node", &["speed.mjs"]);
    run(node.env("PC_CHROMIUM", chromium).env("PC_SITE", site.address()))
}

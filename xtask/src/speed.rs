//! The verb `speed`: measures how long the page takes to paint a choice, on a slowed processor.

use anyhow::Result;

use crate::browser;
use crate::command::run;

/// Prints the time until each kind of choice is painted, for the site in dist/.
///
/// # Errors
///
/// If the site, Node or Chromium is missing, or if the page cannot be measured.
pub fn speed() -> Result<()> {
    run(&mut browser::playwright(&["--config", "speed.config.mjs"])?)
}

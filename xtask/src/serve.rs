//! The verb `serve`: serves the site on this machine with Trunk's server.

use anyhow::Result;

use crate::build::{released, trunk};
use crate::command::run;

/// The folder of the quick build. The folder dist/ has released builds only.
const QUICK_SITE: &str = "target/quick-site";

/// Serves the site until the process ends. Arguments other than `--watch` are passed to
/// `trunk serve`.
///
/// # Errors
///
/// If the site cannot be built, or the port is taken.
pub fn serve(arguments: &[String]) -> Result<()> {
    let (watch, others): (Vec<_>, Vec<_>) =
        arguments.iter().partition(|argument| *argument == "--watch");
    let mut trunk = trunk("serve")?;
    if watch.is_empty() {
        println!("Building the site: the first time about 5 minutes, then 1 or 2.");
        // The released site is not rebuilt when a file changes.
        released(&mut trunk)?.args(["--ignore", "."]);
    } else {
        println!("Building the site quickly: the first time about 3 minutes, then seconds.");
        trunk.args(["--dist", QUICK_SITE]);
    }
    println!("When it is there, a line with “server listening” says its address. Ctrl-C ends it.");
    run(trunk.args(others))
}

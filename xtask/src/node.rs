//! Node, and the packages that npm installs.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::command::{command, read, run};

/// The oldest major version of Node that Playwright and the benchmarks support.
const MIN_NODE: u32 = 20;

/// Checks the version of Node. `who` is the subject of the error message.
///
/// # Errors
///
/// If Node is missing or too old.
pub fn require(who: &str) -> Result<()> {
    let needed = || format!("{who} need Node {MIN_NODE} or newer, with npm: see nodejs.org");
    let version = read(&mut command("node", &["--version"])).with_context(needed)?;
    let major =
        version.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok());
    ensure!(major.is_some_and(|major: u32| major >= MIN_NODE), "{}; this is {version}", needed());
    Ok(())
}

/// Installs the packages in the package-lock.json of a folder, unless they are installed. The scripts
/// of the packages do not run. `what` is the name of the packages in the output.
///
/// # Errors
///
/// If npm fails, or a file cannot be read or written.
pub fn install(folder: &Path, what: &str) -> Result<()> {
    let path = folder.join("package-lock.json");
    let lock = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let stamp = folder.join("node_modules/.installed-lock");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing {what}: usually less than a minute.");
    run(command("npm", &["ci", "--ignore-scripts"]).current_dir(folder))?;
    std::fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

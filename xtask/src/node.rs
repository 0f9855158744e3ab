//! Node and what npm installs for it.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::command::{command, read, run};

/// The oldest Node that Playwright and the benchmarks run on.
const NODE: u32 = 20;

/// Fails, saying who needs it, if Node is not there or too old.
///
/// # Errors
///
/// When it is so.
pub fn require(who: &str) -> Result<()> {
    let needed = || format!("{who} need Node {NODE} or newer, with npm: see nodejs.org");
    let version = read(&mut command("node", &["--version"])).with_context(needed)?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|it| it.parse().ok());
    ensure!(major.is_some_and(|major: u32| major >= NODE), "{}; this is {version}", needed());
    Ok(())
}

/// Installs what the package-lock.json of a folder says, unless that is what was installed last. No
/// package's own scripts are run.
///
/// # Errors
///
/// When npm fails, or a file cannot be read or written.
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

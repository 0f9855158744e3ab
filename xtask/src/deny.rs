//! The verb `deny`: checks all dependencies against deny.toml.

use anyhow::{Context as _, Result};

use crate::command::{command, run};
use crate::tools::CARGO_DENY;

/// The manifests that have a lock file of their own.
const MANIFESTS: [&str; 3] = ["Cargo.toml", "bench/Cargo.toml", "fuzz/Cargo.toml"];

/// Checks the licences, versions and sources of all dependencies. It checks no advisories, since their
/// database changes while this repository does not.
///
/// # Errors
///
/// If deny.toml does not allow a dependency, or if cargo-deny cannot be installed.
pub fn deny() -> Result<()> {
    CARGO_DENY.install()?;
    for manifest in MANIFESTS {
        run(&mut command("cargo", &["fetch", "--locked", "--manifest-path", manifest]))?;
        let mut deny = command(CARGO_DENY.path()?, &["--config", "deny.toml"]);
        deny.args(["--manifest-path", manifest, "--locked", "--offline"]);
        deny.args(["check", "bans", "licenses", "sources"]);
        run(&mut deny).with_context(|| format!("deny.toml does not allow all of {manifest}"))?;
    }
    Ok(())
}

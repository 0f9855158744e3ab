//! The verb `bench`: compiles and runs the benchmarks.
//!
//! The benchmarks are a workspace of their own, bench/, so that no other build compiles the engines
//! with which they compare ours. Their target folder is `bench` in that of the main workspace.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::command::{command, root, run};
use crate::node;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The profile of bench/Cargo.toml that has the settings of the page's release profile.
const PAGE_PROFILE: &str = "page";

/// Compiles the benchmarks, runs them, and prints their figures.
///
/// # Errors
///
/// If a tool is missing and cannot be installed, or if a benchmark does not compile or fails.
pub fn bench() -> Result<()> {
    node::require("the benchmarks")?;
    node::install(&peers(), "the peers in JavaScript")?;
    println!("Compiling the benchmarks: usually a minute; the first time 5 to 10.");
    let page = ["--package", "bench-wasm", "--target", WASM_TARGET, "--profile", PAGE_PROFILE];
    run(&mut build(&page)?)?;
    run(&mut build(&["--release"])?)?;
    let folder = target_folder()?;
    let wasm = folder.join(WASM_TARGET).join(PAGE_PROFILE).join("bench_wasm.wasm");
    let program = folder.join("release").join(format!("bench{}", std::env::consts::EXE_SUFFIX));
    run(command(program, &[]).arg(wasm).arg(peers()))
}

/// A build of the benchmarks.
fn build(arguments: &[&str]) -> Result<Command> {
    let mut cargo = command("cargo", &["build", "--locked", "--target-dir"]);
    cargo.arg(target_folder()?).args(arguments).current_dir(root().join("bench"));
    Ok(cargo)
}

/// The target folder of the benchmarks.
fn target_folder() -> Result<PathBuf> {
    let chosen = std::env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty());
    let parent = chosen.map_or_else(|| root().join("target"), PathBuf::from);
    std::path::absolute(parent.join("bench")).context("the present folder is gone")
}

/// The folder of the JavaScript engines.
fn peers() -> PathBuf {
    root().join("bench/peers")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of a profile in a Cargo.toml, without `inherits`.
    fn profile(manifest: &str, name: &str) -> Vec<String> {
        let text = std::fs::read_to_string(root().join(manifest)).expect("it is there");
        let lines = text.lines().skip_while(|line| *line != format!("[profile.{name}]")).skip(1);
        let settings = lines.take_while(|line| !line.is_empty()).map(str::to_owned);
        settings.filter(|line| !line.starts_with("inherits")).collect()
    }

    #[test]
    fn webassembly_is_compiled_as_the_page_is() {
        let page = profile("Cargo.toml", "release");
        assert!(!page.is_empty());
        assert_eq!(profile("bench/Cargo.toml", PAGE_PROFILE), page);
    }
}

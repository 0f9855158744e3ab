//! The benchmarks: what they need, and how they are run.
//!
//! They are a workspace of their own, bench/, so that nothing else compiles the engines that they
//! compare with. It has a folder of its own among what is compiled, too.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::command::{command, root, run};
use crate::node;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The profile of bench/Cargo.toml that is the page's release profile.
const PAGE_PROFILE: &str = "page";

/// Compiles the benchmarks, and prints what they measure.
///
/// # Errors
///
/// When something is missing and cannot be installed, or does not compile or run.
pub fn print() -> Result<()> {
    node::require("the benchmarks")?;
    node::install(&peers(), "the peers in JavaScript")?;
    println!("Compiling the benchmarks: usually a minute; the first time 5 to 10.");
    let page = ["--package", "bench-wasm", "--target", WASM_TARGET, "--profile", PAGE_PROFILE];
    run(&mut build(&page)?)?;
    run(&mut build(&["--release"])?)?;
    let folder = target()?;
    let wasm = folder.join(WASM_TARGET).join(PAGE_PROFILE).join("bench_wasm.wasm");
    let program = folder.join("release").join(format!("bench{}", std::env::consts::EXE_SUFFIX));
    run(command(program, &[]).arg(wasm).arg(peers()))
}

fn build(arguments: &[&str]) -> Result<Command> {
    let mut cargo = command("cargo", &["build", "--locked", "--target-dir"]);
    cargo.arg(target()?).args(arguments).current_dir(root().join("bench"));
    Ok(cargo)
}

/// Where the benchmarks are compiled to.
fn target() -> Result<PathBuf> {
    let set = std::env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty());
    let shared = set.map_or_else(|| root().join("target"), PathBuf::from);
    std::path::absolute(shared.join("bench")).context("the present folder is gone")
}

fn peers() -> PathBuf {
    root().join("bench/peers")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings of a profile in a Cargo.toml, in order.
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

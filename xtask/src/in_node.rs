//! The static pages as Node makes them, compared with those that are made natively.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::command::{command, root, run};
use crate::{node, tools};

/// Compiles what makes the pages for both, and compares every byte of what they make.
///
/// # Errors
///
/// When something is missing and cannot be installed, does not compile, or differs; says where.
pub fn in_node() -> Result<()> {
    node::require("the pages in Node")?;
    tools::install_for_node()?;
    let target = target()?;
    let cargo = |arguments: &[&str]| {
        let mut cargo = command("cargo", &["build", "--locked", "--package=site-in-node"]);
        cargo.arg("--target-dir").arg(&target).args(arguments);
        run(&mut cargo)
    };
    cargo(&["--lib", "--target", tools::WASM_TARGET])?;
    cargo(&["--bin", "site-natively"])?;
    let glue = target.join("site-in-node");
    let wasm = target.join(tools::WASM_TARGET).join("debug/site_in_node.wasm");
    let mut bindgen = command(tools::WASM_BINDGEN.path()?, &["--target", "nodejs"]);
    run(bindgen.arg("--no-typescript").arg("--out-dir").arg(&glue).arg(wasm))?;
    let program = format!("debug/site-natively{}", std::env::consts::EXE_SUFFIX);
    run(command("node", &["crates/site/in-node/compare.mjs"])
        .arg(glue.join("site_in_node.js"))
        .arg(target.join(program)))
}

/// Where everything is compiled to.
fn target() -> Result<PathBuf> {
    let set = std::env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty());
    let target = set.map_or_else(|| root().join("target"), PathBuf::from);
    std::path::absolute(target).context("the present folder is gone")
}

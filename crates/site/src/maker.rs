//! Compiles what checks catalogs and makes their pages in Node and in browsers, into the site.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context as _, Result};

use crate::split::{run, target, wasm_bindgen};
use crate::{minify, write_named};

/// Compiles the package `site-maker`, and writes it into the site's `folder` as a program and a script.
///
/// # Errors
///
/// What could not be compiled, run or written.
pub fn write(folder: &Path) -> Result<()> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let wasm = "wasm32-unknown-unknown";
    let arguments = ["build", "--quiet", "--locked", "--release", "--package=site-maker", "--lib"];
    run(Command::new(cargo).args(arguments).args(["--target", wasm]))?;
    let built = target()?.join(wasm).join("release");
    let work = built.join("maker");
    let mut bindgen = Command::new(wasm_bindgen()?);
    bindgen.args(["--target=web", "--no-typescript", "--no-demangle", "--out-name=maker"]);
    bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    run(bindgen.arg("--out-dir").arg(&work).arg(built.join("site_maker.wasm")))?;
    let read = |name: &str| {
        let path = work.join(name);
        fs::read(&path).with_context(|| path.display().to_string())
    };
    write_named(folder, "maker", "wasm", &read("maker_bg.wasm")?)?;
    let glue = minify::script(&String::from_utf8_lossy(&read("maker.js")?))?;
    write_named(folder, "maker", "js", glue.as_bytes()).map(drop)
}

//! The tools that build the site and try it, at pinned versions.
//!
//! A tool of the wanted version on PATH is used. Otherwise it is compiled once into a folder of
//! this project's own in the user's cache: nothing is installed for other projects, or over their
//! tools.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::command::{command, find, read, root, run};

/// A program that `cargo install` makes.
struct Tool {
    /// The package's name.
    package: &'static str,
    version: &'static str,
    /// The program's name.
    program: &'static str,
    /// How long compiling it usually takes.
    usually: &'static str,
}

const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    usually: "3 to 5 minutes, once",
};

/// Its version must be that of the `wasm-bindgen` that the site is compiled with.
const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.129",
    program: "wasm-bindgen",
    usually: "1 to 2 minutes, once",
};

/// Only for fuzzing, so that [`install`] leaves it alone.
const CARGO_FUZZ: Tool = Tool {
    package: "cargo-fuzz",
    version: "0.13.2",
    program: "cargo-fuzz",
    usually: "1 to 2 minutes, once",
};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes every tool that the site's build needs available.
///
/// # Errors
///
/// When something is missing and cannot be installed.
pub fn install() -> Result<()> {
    for tool in [TRUNK, WASM_BINDGEN] {
        if !tool.is_there()? {
            tool.install()?;
        }
    }
    install_wasm_target()
}

/// The value of PATH with which programs find our tools first.
///
/// # Errors
///
/// When PATH or the cache folder cannot be determined.
pub fn path() -> Result<OsString> {
    path_with([TRUNK, WASM_BINDGEN])
}

/// Where Trunk is, once [`install`] has run.
///
/// # Errors
///
/// When the cache folder cannot be determined.
pub fn trunk() -> Result<PathBuf> {
    let cached = TRUNK.cached()?;
    Ok(if cached.is_file() { cached } else { TRUNK.program.into() })
}

/// The value of PATH with which Cargo finds cargo-fuzz, which is installed if it is not there.
///
/// # Errors
///
/// When it cannot be installed, or PATH or the cache folder cannot be determined.
pub fn path_with_cargo_fuzz() -> Result<OsString> {
    if !CARGO_FUZZ.is_there()? {
        CARGO_FUZZ.install()?;
    }
    path_with([CARGO_FUZZ])
}

/// PATH with the folders of some tools before all others.
fn path_with<const N: usize>(tools: [Tool; N]) -> Result<OsString> {
    let present = std::env::var_os("PATH").context("the environment has no PATH")?;
    let mut folders = Vec::new();
    for tool in tools {
        folders.push(tool.folder()?.join("bin"));
    }
    folders.extend(std::env::split_paths(&present));
    std::env::join_paths(folders).context("cannot put the tools' folders on PATH")
}

impl Tool {
    /// This version's own folder in the cache.
    fn folder(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.package, self.version)))
    }

    fn cached(&self) -> Result<PathBuf> {
        let file = format!("{}{}", self.program, std::env::consts::EXE_SUFFIX);
        Ok(self.folder()?.join("bin").join(file))
    }

    fn is_there(&self) -> Result<bool> {
        let cached = self.cached()?;
        let on_path = find(self.program);
        Ok(on_path.is_some_and(|program| self.is_wanted(&program)) || self.is_wanted(&cached))
    }

    /// Whether `program` says that it is of the wanted version.
    fn is_wanted(&self, program: &Path) -> bool {
        // Trunk does not start at all with NO_COLOR=1.
        let answer = read(command(program, &["--version"]).env_remove("NO_COLOR"));
        answer.is_ok_and(|text| text.split_whitespace().nth(1) == Some(self.version))
    }

    /// Compiles the tool in a folder without our `.cargo/config.toml`, for a short build rather
    /// than a fast tool.
    fn install(&self) -> Result<()> {
        let (cache, folder) = (cache()?, self.folder()?);
        let build = cache.join("build");
        let (package, version) = (self.package, self.version);
        println!(
            "Installing {package} {version} into {}: usually {}.",
            folder.display(),
            self.usually
        );
        std::fs::create_dir_all(&cache)
            .with_context(|| format!("cannot make the folder {}", cache.display()))?;
        let mut install = Command::new("cargo");
        install.args(["install", "--locked", "--root"]).arg(&folder);
        install.arg(format!("{package}@{version}")).current_dir(&cache);
        install.env("CARGO_TARGET_DIR", &build).env("RUSTUP_TOOLCHAIN", toolchain()?);
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        install.env("CARGO_PROFILE_RELEASE_LTO", "off");
        install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        run(&mut install).with_context(|| format!("{package} {version} could not be installed"))?;
        std::fs::remove_dir_all(&build)
            .with_context(|| format!("cannot remove the folder {}", build.display()))
    }
}

/// The folder of this project in the user's cache.
fn cache() -> Result<PathBuf> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("PLAN_COMPARATOR_CACHE")
        .or_else(|| Some(set("XDG_CACHE_HOME")?.join("plan-comparator")))
        .or_else(|| Some(std::env::home_dir()?.join(".cache/plan-comparator")))
        .context("there is no home folder; say where tools may go in PLAN_COMPARATOR_CACHE")
}

/// Where Cargo keeps the sources of dependencies.
///
/// # Errors
///
/// When there is no home folder.
pub fn cargo_home() -> Result<PathBuf> {
    let set = std::env::var_os("CARGO_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    set.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("there is no home folder")
}

/// The toolchain that rust-toolchain.toml names.
fn toolchain() -> Result<String> {
    let text = std::fs::read_to_string(root().join("rust-toolchain.toml"))
        .context("cannot read rust-toolchain.toml")?;
    let channel = text.lines().find_map(|line| line.strip_prefix("channel = "));
    let channel = channel.context("rust-toolchain.toml names no channel")?;
    Ok(channel.trim_matches('"').to_owned())
}

/// rust-toolchain.toml asks for the target, but only where rustup installs the toolchain itself.
fn install_wasm_target() -> Result<()> {
    let library = ["--print", "target-libdir", "--target", WASM_TARGET];
    if Path::new(&read(&mut command("rustc", &library))?).is_dir() {
        return Ok(());
    }
    println!("Installing the target {WASM_TARGET}: usually less than a minute, once.");
    run(&mut command("rustup", &["target", "add", WASM_TARGET]))
        .with_context(|| format!("Rust's standard library for {WASM_TARGET} is missing"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_is_the_one_the_site_is_compiled_with() {
        let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("it is there");
        let pin = manifest.lines().find(|line| line.starts_with("wasm-bindgen = "));
        let pin = pin.expect("Cargo.toml depends on wasm-bindgen");
        assert!(pin.contains(&format!("\"={}\"", WASM_BINDGEN.version)), "{pin}");
    }

    #[test]
    fn toolchain_is_a_version() {
        let toolchain = toolchain().expect("rust-toolchain.toml names one");
        assert!(toolchain.split('.').all(|part| part.parse::<u32>().is_ok()), "{toolchain}");
    }
}

//! The tools that build the site and check its dependencies, at pinned versions.
//!
//! If PATH has the pinned version of a tool, that one is used. Otherwise the tool is compiled once,
//! into a folder of this project in the user's cache, so that the tools of other projects stay as
//! they are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::command::{command, find, read, root, run};

/// A program that `cargo install` compiles.
pub struct Tool {
    /// The name of the package.
    package: &'static str,
    version: &'static str,
    /// The name of the program.
    program: &'static str,
    /// How long the compilation usually takes.
    usually: &'static str,
}

/// Builds the site and serves it.
pub const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    usually: "3 to 5 minutes, once",
};

/// Makes the program's JavaScript. Its version must be that of the `wasm-bindgen` in Cargo.toml.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.129",
    program: "wasm-bindgen",
    usually: "1 to 2 minutes, once",
};

/// Checks the dependencies.
pub const CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    usually: "1 to 2 minutes, once",
};

/// Builds one of the sites of documentation.
pub const MDBOOK: Tool = Tool {
    package: "mdbook",
    version: "0.5.4",
    program: "mdbook",
    usually: "1 to 3 minutes, once",
};

/// What the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Installs every tool that the site's build needs, unless it is installed.
///
/// # Errors
///
/// If a tool is missing and cannot be installed.
pub fn install_for_build() -> Result<()> {
    TRUNK.install()?;
    install_for_node()
}

/// Installs every tool that a program for Node needs, unless it is installed.
///
/// # Errors
///
/// If a tool is missing and cannot be installed.
pub fn install_for_node() -> Result<()> {
    WASM_BINDGEN.install()?;
    install_wasm_target()
}

/// The value of PATH for Trunk: the folder of the pinned `wasm-bindgen` comes first.
///
/// # Errors
///
/// If PATH or the cache folder cannot be determined.
pub fn search_path() -> Result<OsString> {
    let present = std::env::var_os("PATH").context("the environment has no PATH")?;
    let pinned = WASM_BINDGEN.folder()?.join("bin");
    let folders = std::iter::once(pinned).chain(std::env::split_paths(&present));
    std::env::join_paths(folders).context("cannot put the tools' folders on PATH")
}

impl Tool {
    /// The folder of the pinned version in the cache.
    fn folder(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.package, self.version)))
    }

    /// The path of the program in the cache, whether it is there or not.
    fn cached(&self) -> Result<PathBuf> {
        let file = format!("{}{}", self.program, std::env::consts::EXE_SUFFIX);
        Ok(self.folder()?.join("bin").join(file))
    }

    /// The path of the program in the cache; if the cache does not have it, its name, for PATH.
    ///
    /// # Errors
    ///
    /// If the cache folder cannot be determined.
    pub fn path(&self) -> Result<PathBuf> {
        let cached = self.cached()?;
        Ok(if cached.is_file() { cached } else { self.program.into() })
    }

    /// Installs the tool, unless the pinned version is installed.
    ///
    /// # Errors
    ///
    /// If the tool cannot be installed.
    pub fn install(&self) -> Result<()> {
        let on_path = find(self.program).is_some_and(|program| self.has_version(&program));
        if on_path || self.has_version(&self.cached()?) { Ok(()) } else { self.compile() }
    }

    /// Whether `program --version` prints the pinned version.
    fn has_version(&self, program: &Path) -> bool {
        // Trunk does not start if NO_COLOR is 1.
        let output = read(command(program, &["--version"]).env_remove("NO_COLOR"));
        // mdBook prints a letter before the number.
        let version = |text: &str| {
            text.split_whitespace().nth(1).map(|word| word.trim_start_matches('v').to_owned())
        };
        output.is_ok_and(|text| version(&text).as_deref() == Some(self.version))
    }

    /// Compiles the tool. The folder of the build is not in this repository, whose
    /// `.cargo/config.toml` must not apply. The options favour a short build over a fast tool.
    fn compile(&self) -> Result<()> {
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
    let variable =
        |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("PLAN_COMPARATOR_CACHE")
        .or_else(|| Some(variable("XDG_CACHE_HOME")?.join("plan-comparator")))
        .or_else(|| Some(std::env::home_dir()?.join(".cache/plan-comparator")))
        .context("there is no home folder; say where tools may go in PLAN_COMPARATOR_CACHE")
}

/// The folder in which Cargo keeps the sources of dependencies.
///
/// # Errors
///
/// If there is no home folder.
pub fn cargo_home() -> Result<PathBuf> {
    let chosen =
        std::env::var_os("CARGO_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    chosen.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("there is no home folder")
}

/// The version of the toolchain in rust-toolchain.toml.
fn toolchain() -> Result<String> {
    let text = std::fs::read_to_string(root().join("rust-toolchain.toml"))
        .context("cannot read rust-toolchain.toml")?;
    let channel = text.lines().find_map(|line| line.strip_prefix("channel = "));
    let channel = channel.context("rust-toolchain.toml names no channel")?;
    Ok(channel.trim_matches('"').to_owned())
}

/// Installs Rust's standard library for the browser, unless it is installed. The list of targets in
/// rust-toolchain.toml takes effect only if rustup installs the toolchain.
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

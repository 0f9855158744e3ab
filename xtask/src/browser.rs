//! The browser tests: what they need, and how they are run.
//!
//! They run in the system's Chromium, so that nothing downloads a browser of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::command::{command, find, read, root, run};
use crate::server::{Port, Server};
use crate::{node, site};

const CHROMIUM_NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

const CHROMIUM_PACKAGES: &str = "chromium fonts-liberation";

/// Makes everything that the browser tests need available, and returns where Chromium is.
///
/// # Errors
///
/// When something is missing and cannot be installed.
pub fn install() -> Result<PathBuf> {
    node::require("the browser tests")?;
    node::install(&folder(), "the browser tests' packages")?;
    match chromium()? {
        Some(chromium) => Ok(chromium),
        None => install_chromium(),
    }
}

/// Runs the browser tests against dist/, handing `arguments` on to Playwright.
///
/// The site is served twice, at the root and in a folder, for it has to work in both.
///
/// # Errors
///
/// When something is missing that cannot be installed, or a test fails.
pub fn test(arguments: &[String]) -> Result<()> {
    let dist = site::dist()?;
    let chromium = install()?;
    let site = Server::start(&dist, "/", Port::Any)?;
    let prefixed = Server::start(&dist, "/a/b/", Port::Any)?;
    let mut playwright = in_tests("npx", &["playwright", "test"]);
    playwright.args(arguments).env("PC_CHROMIUM", chromium);
    playwright.env("PC_SITE", site.address()).env("PC_PREFIXED", prefixed.address());
    run(&mut playwright)
}

fn folder() -> PathBuf {
    root().join("tests/browser")
}

/// `program` with `arguments`, to be run in the folder of the browser tests.
pub fn in_tests(program: &str, arguments: &[&str]) -> Command {
    let mut command = command(program, arguments);
    command.current_dir(folder());
    command
}

fn chromium() -> Result<Option<PathBuf>> {
    let Some(chosen) = std::env::var_os("CHROMIUM").filter(|chosen| !chosen.is_empty()) else {
        return Ok(CHROMIUM_NAMES.iter().find_map(|name| find(name)));
    };
    let chosen = Path::new(&chosen);
    ensure!(chosen.is_file(), "CHROMIUM names no program: {}", chosen.display());
    // The tests run in another folder.
    std::path::absolute(chosen).map(Some).context("the present folder is gone")
}

fn install_chromium() -> Result<PathBuf> {
    let is_root = read(&mut command("id", &["-u"])).is_ok_and(|id| id == "0");
    let has_apt = find("apt-get").is_some();
    if is_root && has_apt {
        println!("Installing {CHROMIUM_PACKAGES}: usually 1 to 2 minutes, once.");
        run(&mut command("apt-get", &["update"]))?;
        let mut install = command("apt-get", &["install", "-y", "--no-install-recommends"]);
        install.args(CHROMIUM_PACKAGES.split(' ')).env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut install)?;
    } else if has_apt {
        bail!(
            "the browser tests need Chromium. Install it with `sudo apt-get install \
             --no-install-recommends {CHROMIUM_PACKAGES}`, or name the program in CHROMIUM"
        );
    }
    let missing = "the browser tests need Chromium: install it, or name the program in CHROMIUM";
    chromium()?.context(missing)
}

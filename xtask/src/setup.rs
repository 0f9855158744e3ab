//! The verb `setup`: installs the tools that the other verbs need.

use anyhow::{Result, bail};

use crate::command::{command, find, read, run};
use crate::programs::missing_packages;
use crate::{browser, tools};

/// How `apt-get` installs packages.
const INSTALL: [&str; 3] = ["install", "-y", "--no-install-recommends"];

/// Installs every tool and package that is missing. Only the browsers and what drives them are
/// packages of the system, which only root installs.
///
/// # Errors
///
/// If something is missing and cannot be installed. The error tells how to install what is missing of
/// the system's packages.
pub fn setup() -> Result<()> {
    tools::install_for_build()?;
    tools::CARGO_DENY.install()?;
    browser::install_packages()?;
    let packages = missing_packages()?;
    if !packages.is_empty() {
        install(&packages)?;
    }
    println!("Everything is installed.");
    Ok(())
}

/// Installs packages of the system, whose names have spaces between them.
fn install(packages: &str) -> Result<()> {
    let is_root = read(&mut command("id", &["-u"])).is_ok_and(|id| id == "0");
    let has_apt = find("apt-get").is_some();
    if is_root && has_apt {
        println!("Installing {packages}: usually 1 to 3 minutes, once.");
        run(&mut command("apt-get", &["update"]))?;
        let mut apt = command("apt-get", &INSTALL);
        return run(apt.args(packages.split(' ')).env("DEBIAN_FRONTEND", "noninteractive"));
    }
    if has_apt {
        bail!(
            "the browser tests need more browsers, servers, or what drives them. This installs all that is \
             missing:\n\n    sudo apt-get {} {packages}\n",
            INSTALL.join(" ")
        );
    }
    bail!("the browser tests need what Debian has as {packages}: install it as your system does")
}

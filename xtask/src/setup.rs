//! The verb `setup`: installs the tools that the other verbs need.

use anyhow::{Result, bail};

use crate::command::{command, find, read, run};
use crate::{browser, nodes, tools};

const CHROMIUM_PACKAGES: &str = "chromium chromium-driver fonts-liberation";

/// Installs every tool and package that is missing. Only Chromium and its driver are packages of the
/// system, which only root installs.
///
/// # Errors
///
/// If something is missing and cannot be installed. The error tells how to install Chromium.
pub fn setup() -> Result<()> {
    tools::install_for_build()?;
    tools::CARGO_DENY.install()?;
    browser::install_packages()?;
    if browser::chromium()?.is_none() || nodes::chromedriver()?.is_none() {
        install_chromium()?;
    }
    println!("Everything is installed.");
    Ok(())
}

fn install_chromium() -> Result<()> {
    let is_root = read(&mut command("id", &["-u"])).is_ok_and(|id| id == "0");
    let has_apt = find("apt-get").is_some();
    if is_root && has_apt {
        println!("Installing {CHROMIUM_PACKAGES}: usually 1 to 2 minutes, once.");
        run(&mut command("apt-get", &["update"]))?;
        let mut install = command("apt-get", &["install", "-y", "--no-install-recommends"]);
        install.args(CHROMIUM_PACKAGES.split(' ')).env("DEBIAN_FRONTEND", "noninteractive");
        return run(&mut install);
    }
    let how = if has_apt {
        format!("with `sudo apt-get install --no-install-recommends {CHROMIUM_PACKAGES}`")
    } else {
        "as your system does".to_owned()
    };
    bail!(
        "the browser tests need Chromium and its driver. Install them {how}, or name the programs in \
         CHROMIUM and CHROMEDRIVER"
    )
}

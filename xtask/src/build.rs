//! The verb `build`: builds the site as it is released.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::command::{command, read, root, run};
use crate::{hosting, tools};

/// The folder of the site of another catalog, unless another is named.
const OTHER_SITE: &str = "dist-catalog";

/// Builds the site in dist/ as it is released. With `--catalog FILE` builds the site of that catalog
/// beside it, in the folder of `--out`, and with `--one-file HTML` its page as one file; the program is
/// not compiled for that, if dist/ has it already. `--page` is the address of the site's root, for links that
/// are made where the site does not stand.
///
/// # Errors
///
/// If a tool is missing and cannot be installed, or Trunk fails; or what is wrong with the catalog.
pub fn build(arguments: &[String]) -> Result<()> {
    let (mut catalog, mut out, mut one_file) = (None, None, None);
    let (mut url, mut origin, mut page) = (None, None, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let place = match argument.as_str() {
            "--catalog" => &mut catalog,
            "--out" => &mut out,
            "--one-file" => &mut one_file,
            "--catalog-url" => &mut url,
            "--catalog-origin" => &mut origin,
            "--page" => &mut page,
            other => bail!(
                "`{other}` is none of --catalog FILE, --one-file HTML, --catalog-url ADDRESS, \
                 --catalog-origin ORIGIN, --page ADDRESS and --out FOLDER"
            ),
        };
        *place = Some(rest.next().with_context(|| format!("name something after {argument}"))?);
    }
    let page = page.map_or("", String::as_str);
    let host = page.strip_prefix("https://").or_else(|| page.strip_prefix("http://"));
    ensure!(
        page.is_empty() || host.is_some_and(|host| !host.trim_matches('/').is_empty()),
        "--page is the address of the site's root, such as https://plans.example/: `{page}` is none"
    );
    if let Some(url) = url {
        ensure!(catalog.is_none() && one_file.is_none(), "--catalog-url stands for the catalog");
        let out = out.map_or(OTHER_SITE, String::as_str);
        return fetching(url, origin.map_or("", String::as_str), out, page);
    }
    ensure!(origin.is_none(), "--catalog-origin is for the catalog that --catalog-url names");
    let Some(catalog) = catalog else {
        ensure!(
            out.is_none() && one_file.is_none(),
            "--out and --one-file are for another catalog: name it by --catalog"
        );
        return build_site(page);
    };
    crate::check::check(&[catalog.to_owned()])?;
    build_shared()?;
    let here = |path: &str| std::path::absolute(path).with_context(|| path.to_owned());
    if let Some(html) = one_file {
        let (any_language, page) = (Path::new(""), Path::new(page));
        let (one_file, html_file) = (Path::new("--one-file"), here(html)?);
        site(&[one_file, &here(catalog)?, &dist()?, &html_file, any_language, page])?;
        println!("The page of {catalog} is in {html}.");
    }
    if out.is_some() || one_file.is_none() {
        let out = out.map_or(OTHER_SITE, String::as_str);
        let folder = here(out)?;
        site(&[&here(catalog)?, &dist()?, &folder, Path::new(page)])?;
        hosting::prepare(&folder)?;
        println!("The site of {catalog} is in {out}/.");
    }
    Ok(())
}

/// Builds the site whose files all sites share, unless it is there.
fn build_shared() -> Result<()> {
    if dist().is_err() {
        println!(
            "Building the program, which every catalog shares: the first time about 5 minutes."
        );
        build_site("")?;
    }
    Ok(())
}

/// Builds the site in dist/. `page` is the address of its root, empty if it is not known.
fn build_site(page: &str) -> Result<()> {
    run(released(&mut trunk("build")?)?.env("PLAN_COMPARATOR_PAGE", page))?;
    hosting::prepare(&dist()?)
}

/// Builds a site whose pages fetch the catalog of an address.
fn fetching(url: &str, origin: &str, out: &str, page: &str) -> Result<()> {
    build_shared()?;
    let folder = std::path::absolute(out).with_context(|| out.to_owned())?;
    let (url_as_path, origin, page) = (Path::new(url), Path::new(origin), Path::new(page));
    site(&[Path::new("--fetch"), url_as_path, origin, &dist()?, &folder, page])?;
    hosting::prepare(&folder)?;
    println!("The site that fetches {url} is in {out}/.");
    Ok(())
}

/// Runs the program that writes sites of the files of a built one, and returns what it prints.
///
/// # Errors
///
/// What the program says is wrong.
pub fn site(arguments: &[&Path]) -> Result<String> {
    read(command("cargo", &["run", "--quiet", "--locked", "--package=site", "--"]).args(arguments))
}

/// A command of Trunk, ready to run. Installs the tools and dependencies that it needs.
///
/// # Errors
///
/// If a tool or a dependency is missing and cannot be installed.
pub fn trunk(verb: &str) -> Result<Command> {
    tools::install_for_build()?;
    // With `--offline` Trunk does not download tools of its own choice. It passes the option to
    // Cargo, which therefore needs the dependencies beforehand.
    run(&mut command("cargo", &["fetch", "--locked"]))?;
    let mut trunk = command(tools::TRUNK.path()?, &[verb, "--offline"]);
    // Trunk does not start if NO_COLOR is 1.
    trunk.env("PATH", tools::search_path()?).env_remove("NO_COLOR");
    Ok(trunk)
}

/// Makes a command of Trunk or of Cargo build for browsers as it is released. The flags make the program small and
/// keep the folders of this machine out of its panic messages.
///
/// # Errors
///
/// If a folder cannot be determined.
pub fn released(trunk: &mut Command) -> Result<&mut Command> {
    let folders = [root().canonicalize()?, tools::cargo_home()?.join("registry/src")];
    // Spaces separate the flags in the variable, so a folder with a space in its name is left out.
    let names =
        folders.iter().filter_map(|folder| folder.to_str()).filter(|name| !name.contains(' '));
    let mut flags: Vec<String> = names.map(|name| format!("--remap-path-prefix={name}=")).collect();
    // Less inlining makes the program 0.3 kB smaller.
    flags.push("-Cllvm-args=--inline-threshold=1".to_owned());
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    Ok(trunk.arg("--release"))
}

/// The folder of the built site.
///
/// # Errors
///
/// If the site has not been built.
pub fn dist() -> Result<std::path::PathBuf> {
    let dist = root().join("dist");
    ensure!(
        dist.join("index.html").is_file(),
        "there is no site in dist/: run `cargo xtask build`"
    );
    Ok(dist)
}

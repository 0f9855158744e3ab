//! Sites of other catalogs, and pages in one file, with which the browser tests try them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::build::{dist, site};
use crate::command::{command, read, root};
use crate::folders::emptied;

/// Where they are made.
const SITES: &str = "target/sites";

/// Makes the sites of all example catalogs and of a large one, each in a folder of its name, sites that
/// fetch their catalog, and some pages in one file; says in which folder.
///
/// # Errors
///
/// If the site has not been built, or one cannot be made.
pub fn sites() -> Result<PathBuf> {
    let built = dist()?;
    let sites = root().canonicalize()?.join(SITES);
    emptied(&sites)?;
    let large = sites.join("large.json");
    let mut generator = command("cargo", &["run", "--quiet", "--locked", "-p", "bundled"]);
    fs::write(&large, read(generator.args(["--example", "blocks", "--", "large"]))?)?;
    let mut catalogs = vec![large];
    for entry in fs::read_dir(root().join("examples/catalogs"))? {
        catalogs.push(entry?.path());
    }
    for catalog in &catalogs {
        let name = catalog.file_stem().context("a catalog has a name")?;
        site(&[catalog, &built, &sites.join(name)])?;
    }
    let fetching = sites.join("fetching");
    site(&[Path::new("--fetch"), Path::new("plans.json"), Path::new(""), &built, &fetching])?;
    let every_key = catalogs_named(&catalogs, "every-key")?;
    fs::copy(every_key, fetching.join("plans.json"))?;
    for (name, origin) in [("refused", ""), ("allowed", "https://plans.example")] {
        let address = Path::new("https://plans.example/plans.json");
        site(&[Path::new("--fetch"), address, Path::new(origin), &built, &sites.join(name)])?;
    }
    let bundled = root().join("crates/bundled/catalog.json");
    for language in ["en", "nl"] {
        let html = sites.join(format!("bundled.{language}.html"));
        site(&[Path::new("--one-file"), &bundled, &built, &html, Path::new(language)])?;
    }
    // A server might take `every-key.html` for the folder of that name.
    let html = sites.join("every-key.one-file.html");
    let (one_file, language) = (Path::new("--one-file"), Path::new("en"));
    site(&[one_file, every_key, &built, &html, language])?;
    // The same, where it is known at which address its site stands.
    let page = Path::new("https://plans.example/");
    let html = sites.join("placed.one-file.html");
    site(&[one_file, every_key, &built, &html, language, page])?;
    site(&[every_key, &built, &sites.join("placed"), page])?;
    Ok(sites)
}

fn catalogs_named<'c>(catalogs: &'c [PathBuf], name: &str) -> Result<&'c PathBuf> {
    let is_it = |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem == name);
    catalogs.iter().find(is_it).with_context(|| format!("there is no {name}.json"))
}

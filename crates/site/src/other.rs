//! Writes the site of another catalog from the files of a built site: nothing is compiled.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use site::Files;

use crate::{icon, messages, write_pages};

/// Writes the site of the catalog in a file into the folder `out`, which is made anew.
///
/// # Errors
///
/// Everything that is wrong with the catalog; or that `built` has no site, or that something cannot be
/// written.
pub fn write(catalog: &Path, built: &Path, out: &Path) -> Result<()> {
    let bytes = fs::read(catalog).with_context(|| catalog.display().to_string())?;
    let file = catalog_reader::read(&bytes)?;
    let contents = site::contents(&file, &messages());
    if out.exists() {
        // A folder with anything else than a site is somebody's.
        let is_site = out.join("index.html").is_file() || fs::read_dir(out)?.next().is_none();
        ensure!(is_site, "{} is there and holds no site: name another folder", out.display());
        fs::remove_dir_all(out).with_context(|| out.display().to_string())?;
    }
    fs::create_dir_all(out).with_context(|| out.display().to_string())?;
    let names = copy_files(built, out)?;
    let named = |first: &str, last: &str| {
        let found = names.iter().find(|name| name.starts_with(first) && name.ends_with(last));
        found.cloned().with_context(|| format!("{} has no {first}….{last}", built.display()))
    };
    let style_file = named("style-", ".css")?;
    let files = Files {
        style: fs::read_to_string(built.join(&style_file))?,
        style_file,
        icon: icon(),
        boot: named("boot-", ".js")?,
        glue: named("plan-comparator-", ".js")?,
        program: named("plan-comparator-", ".wasm")?,
    };
    for content in &contents {
        let folder = out.join(content.data.messages.language());
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        fs::copy(built.join(&files.boot), folder.join(&files.boot))?;
    }
    write_pages(&contents, &files, out)
}

/// Copies the files that all pages share, and returns their names.
fn copy_files(built: &Path, out: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(built).with_context(|| built.display().to_string())? {
        let entry = entry?;
        let is_file = entry.file_type()?.is_file();
        let Ok(name) = entry.file_name().into_string() else { continue };
        if is_file && !name.ends_with(".html") {
            fs::copy(entry.path(), out.join(&name)).with_context(|| name.clone())?;
            names.push(name);
        }
    }
    if names.is_empty() {
        bail!("{} has no site", built.display());
    }
    Ok(names)
}

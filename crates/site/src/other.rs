//! Writes the site of another catalog from the files of a built site: nothing is compiled.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use site::{Content, Fetched, Files, Inside};

use crate::{DEMO, icon, messages, write_files_of, write_pages};

/// Writes the site of the catalog in a file into the folder `out`, which is made anew. `page` is the address
/// of its root.
///
/// # Errors
///
/// Everything that is wrong with the catalog; or that `built` has no site, or that something cannot be
/// written.
pub fn write(catalog: &Path, built: &Path, out: &Path, page: Option<String>) -> Result<()> {
    let bytes = fs::read(catalog).with_context(|| catalog.display().to_string())?;
    let file = catalog_reader::read(&bytes)?;
    let contents = site::contents(&file, &messages());
    let files = Files { page, ..begin(&contents, built, out)? };
    write_pages(&contents, &files, out)
}

/// Makes the folder `out` anew, with everything of a built site that pages share.
fn begin(contents: &[Content], built: &Path, out: &Path) -> Result<Files> {
    if out.exists() {
        // A folder with anything else than a site of ours is somebody's.
        let is_site = files(out).is_ok() && out.join("index.html").is_file();
        let is_empty = fs::read_dir(out)?.next().is_none();
        let folder = out.display();
        ensure!(is_site || is_empty, "{folder} is there and holds no site: name another folder");
        fs::remove_dir_all(out).with_context(|| out.display().to_string())?;
    }
    fs::create_dir_all(out).with_context(|| out.display().to_string())?;
    for name in shared_files(built)? {
        fs::copy(built.join(&name), out.join(&name)).with_context(|| name.clone())?;
    }
    let files = files(built)?;
    for content in contents {
        let folder = out.join(content.data.messages.language());
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        fs::copy(built.join(&files.boot), folder.join(&files.boot))?;
    }
    Ok(files)
}

/// Writes a site whose pages fetch their catalog into the folder `out`, which is made anew. `page` is the
/// address of its root.
///
/// # Errors
///
/// That `built` has no site, or that something cannot be written.
pub fn write_fetching(
    fetched: &Fetched,
    built: &Path,
    out: &Path,
    page: Option<String>,
) -> Result<()> {
    let file = catalog_reader::read(bundled::CATALOG.as_bytes())?;
    let contents = site::contents(&file, &messages());
    let files = Files { page, ..begin(&contents, built, out)? };
    let script = "catalog.js";
    fs::copy(built.join(script), out.join(script)).context(script)?;
    let pages = site::pages_without_plans(&contents, &files, fetched);
    write_files_of(pages.map_err(anyhow::Error::msg)?, out)
}

/// Writes a page of the catalog in a file as one HTML file: in a language, or the first page if the
/// catalog has none in it. `page` is the address of the root of a site that has the page, too.
///
/// # Errors
///
/// Those of [`write`].
pub fn write_one_file(
    catalog: &Path,
    built: &Path,
    out: &Path,
    language: &str,
    page: Option<String>,
) -> Result<()> {
    let bytes = fs::read(catalog).with_context(|| catalog.display().to_string())?;
    let contents = site::contents(&catalog_reader::read(&bytes)?, &messages());
    let is_asked = |content: &&Content| content.data.messages.language() == language;
    let content = contents.iter().find(is_asked).or(contents.first()).context("no page")?;
    let Files { style, icon, glue, program, .. } = files(built)?;
    let read = |name: &str| fs::read(built.join(name)).with_context(|| name.to_owned());
    let chunks = shared_files(built)?.into_iter().filter(|name| name.starts_with("chunk-"));
    let chunk = |name: String| Ok((name.clone(), STANDARD.encode(read(&name)?)));
    let inside = Inside {
        style,
        icon,
        glue: String::from_utf8(read(&glue)?)?,
        program: STANDARD.encode(read(&program)?),
        chunks: chunks.map(chunk).collect::<Result<_>>()?,
        demo: String::from_utf8(read(DEMO)?)?,
        page,
    };
    let page = site::one_file(content, &inside).map_err(anyhow::Error::msg)?;
    fs::write(out, page).with_context(|| out.display().to_string())
}

/// What pages need of the built files, as a JSON object.
pub fn in_json(files: &Files) -> serde_json::Value {
    let maker = files.maker.as_ref();
    serde_json::json!({
        "style": files.style,
        "style_file": files.style_file,
        "icon": files.icon,
        "boot": files.boot,
        "glue": files.glue,
        "program": files.program,
        "element": files.element,
        "instance": files.instance,
        "element_style": files.element_style,
        "maker": maker.map(|(glue, program)| [glue, program]),
    })
}

/// What pages need of a built site.
///
/// # Errors
///
/// If there is no built site in the folder.
pub fn files(built: &Path) -> Result<Files> {
    let names = shared_files(built)?;
    let named = |first: &str, last: &str| {
        let found = names.iter().find(|name| name.starts_with(first) && name.ends_with(last));
        found.cloned().with_context(|| format!("{} has no {first}….{last}", built.display()))
    };
    let style_file = named("style-", ".css")?;
    let element = fs::read_to_string(built.join(ELEMENT)).context(ELEMENT)?;
    // In its first line are names of files, which each catalog has its own.
    let (_, element) = element.split_once('\n').context("the element's script has one line")?;
    Ok(Files {
        style: fs::read_to_string(built.join(&style_file))?,
        style_file,
        icon: icon(),
        boot: named("boot-", ".js")?,
        glue: named("plan-comparator-", ".js")?,
        program: named("plan-comparator-", ".wasm")?,
        element: element.to_owned(),
        instance: named("instance-", ".js")?,
        element_style: named("element-", ".css")?,
        maker: named("maker-", ".js").and_then(|glue| Ok((glue, named("maker-", ".wasm")?))).ok(),
        page: None,
        has_workshop: false,
    })
}

/// The script of the element, which each catalog has its own.
const ELEMENT: &str = "plan-comparator.js";

/// The names of the files that the sites of all catalogs share, in order. What hosts find beside them is made
/// of each site anew.
pub fn shared_files(built: &Path) -> Result<Vec<String>> {
    let is_own = |name: &str| {
        [".html", ".br", ".gz"].iter().any(|end| name.ends_with(end))
            || name.starts_with("plans-")
            || [ELEMENT, "catalog.js", "_headers"].contains(&name)
    };
    names(built, |name| !is_own(name))
}

/// The names of the files of a built site that are wanted, in order.
fn names(built: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(built).with_context(|| built.display().to_string())? {
        let entry = entry?;
        let is_file = entry.file_type()?.is_file();
        let Ok(name) = entry.file_name().into_string() else { continue };
        if is_file && is_wanted(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        bail!("{} has no site", built.display());
    }
    names.sort();
    Ok(names)
}

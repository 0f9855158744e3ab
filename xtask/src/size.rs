//! The verb `size`: measures the first load of each page, and each chunk that is fetched later.
//!
//! A size is that of the file after compression with brotli at its best level. The first load of a
//! page is the page itself and every file of the site's top folder that is no page and is not fetched
//! later.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::build;
use crate::hosting::{brotli, is_for_hosts};

/// The most bytes that the first load of a page may have, compressed.
const FIRST_LOAD_LIMIT: usize = 135_600;

/// Beginnings of the names of files that are fetched later, or never: chunks; the styles, which stand in
/// the page and are fetched only where a host's policy refuses those; what reads catalogs and makes their
/// pages, for the workshop and for pages that fetch their catalog; and what is only of the element and of
/// the page that makes lines for other pages.
const LATER: &[&str] = &[
    "chunk-",
    "style-",
    "maker-",
    "catalog.",
    "plan-comparator.",
    "instance-",
    "element-",
    "demo.",
    "embedding.",
    "framed.",
    "frames.",
    "plans-",
];

/// The size of a file, or of several files together.
struct Weight {
    name: String,
    /// Bytes before compression.
    raw: usize,
    /// Bytes after compression.
    compressed: usize,
}

/// Prints the first load of each language's page and what is fetched later. In a run on GitHub it
/// also adds them to the summary of the run.
///
/// # Errors
///
/// If a file is missing, or if a first load exceeds the limit.
pub fn size() -> Result<()> {
    let dist = build::dist()?;
    let (mut shared, mut later) = (Vec::new(), Vec::new());
    let is_of_site = |name: &&String| !name.ends_with(".html") && !is_for_hosts(Path::new(name));
    for file in names(&dist, Path::is_file)?.iter().filter(is_of_site) {
        let is_later = LATER.iter().any(|prefix| file.starts_with(prefix));
        let group = if is_later { &mut later } else { &mut shared };
        group.push(weigh(&dist, file)?);
    }
    ensure!(shared.iter().any(|file| file.name.ends_with(".wasm")), "dist/ has no program");
    let mut pages = Vec::new();
    for language in names(&dist, |path| path.join("index.html").is_file())? {
        pages.push(weigh(&dist, &format!("{language}/index.html"))?);
    }
    let loads: Vec<Weight> = pages.iter().map(|page| first_load(page, &shared)).collect();
    let largest = loads.iter().map(|load| load.compressed).max().context("dist/ has no page")?;
    let verdict =
        format!("The largest first load is {largest} bytes of at most {FIRST_LOAD_LIMIT}.");
    let rows = [
        ("First load of", &loads),
        ("Its files", &shared),
        ("Its page", &pages),
        ("Fetched later, or never", &later),
    ];
    println!("{}\n{verdict}", table(&rows));
    append_to_summary(&format!("{verdict}\n\n{}", markdown(&rows)))?;
    ensure!(
        largest <= FIRST_LOAD_LIMIT,
        "the first load takes {} bytes too many: make a part smaller, or load it later",
        largest - FIRST_LOAD_LIMIT
    );
    Ok(())
}

/// The first load of a page: the page and the files that all pages share.
fn first_load(page: &Weight, shared: &[Weight]) -> Weight {
    let files = || shared.iter().chain([page]);
    Weight {
        name: page.name.clone(),
        raw: files().map(|file| file.raw).sum(),
        compressed: files().map(|file| file.compressed).sum(),
    }
}

/// Headings, each with the files under it.
type Rows<'a> = [(&'a str, &'a Vec<Weight>)];

/// The rows as plain text for a terminal.
fn table(rows: &Rows) -> String {
    let mut out = format!("{:>10} {:>10}\n", "as it is", "brotli");
    for (heading, files) in rows.iter().filter(|(_, files)| !files.is_empty()) {
        writeln!(out, "{heading}").expect("a string grows");
        for Weight { name, raw, compressed } in *files {
            writeln!(out, "{raw:>10} {compressed:>10}  {name}").expect("a string grows");
        }
    }
    out
}

/// The rows as a table in Markdown.
fn markdown(rows: &Rows) -> String {
    let mut out = "| | | as it is | brotli |\n|---|---|--:|--:|\n".to_owned();
    for (heading, files) in rows {
        for Weight { name, raw, compressed } in *files {
            writeln!(out, "| {heading} | `{name}` | {raw} | {compressed} |")
                .expect("a string grows");
        }
    }
    out
}

/// Adds a text to the summary of a run on GitHub. Elsewhere it does nothing.
fn append_to_summary(text: &str) -> Result<()> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY") else { return Ok(()) };
    let file = std::fs::OpenOptions::new().append(true).create(true).open(&path);
    let written = file.and_then(|mut file| writeln!(file, "{text}"));
    written.with_context(|| format!("cannot write to {}", path.display()))
}

/// The names of the wanted entries of a folder, sorted.
fn names(folder: &Path, is_wanted: fn(&Path) -> bool) -> Result<Vec<String>> {
    let failed = || format!("cannot list {}", folder.display());
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(failed)? {
        let entry = entry.with_context(failed)?;
        if is_wanted(&entry.path()) {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// The size of a file of the site.
fn weigh(dist: &Path, name: &str) -> Result<Weight> {
    let failed = || format!("cannot weigh dist/{name}");
    let bytes = std::fs::read(dist.join(name)).with_context(failed)?;
    let compressed = brotli(&bytes).with_context(failed)?.len();
    Ok(Weight { name: name.to_owned(), raw: bytes.len(), compressed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_load_is_the_page_and_what_all_pages_share() {
        let weight =
            |name: &str, raw, compressed| Weight { name: name.to_owned(), raw, compressed };
        let shared = vec![weight("a.wasm", 100, 40), weight("a.js", 10, 5)];
        let load = vec![first_load(&weight("en/index.html", 20, 8), &shared)];
        assert_eq!((load[0].raw, load[0].compressed), (130, 53));
        let rows = [("First load of", &load), ("Fetched later", &Vec::new())];
        assert!(table(&rows).ends_with("First load of\n       130         53  en/index.html\n"));
        assert!(markdown(&rows).ends_with("| First load of | `en/index.html` | 130 | 53 |\n"));
    }
}

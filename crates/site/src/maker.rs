//! Compiles what checks catalogs and makes their pages in Node and in browsers, and writes the workshop,
//! which uses it.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context as _, Result};
use site::{Content, Files};

use crate::split::{run, target, wasm_bindgen};
use crate::{minify, other, write_named};

/// The scripts of the workshop, by their names, but for what [`made`] writes.
const SCRIPTS: [(&str, &str); 5] = [
    ("workshop.js", include_str!("../../../src/workshop/workshop.js")),
    ("editor.js", include_str!("../../../src/workshop/editor.js")),
    ("dates.js", include_str!("../../../src/workshop/dates.js")),
    ("rows.js", include_str!("../../../src/workshop/rows.js")),
    ("archive.js", include_str!("../../../src/workshop/archive.js")),
];

/// The script of the workshop that names files of the site.
const MADE: &str = include_str!("../../../src/workshop/made.js");

const STYLE: &str = include_str!("../../../src/workshop/workshop.css");

/// The line by which an example names the schema.
const SCHEMA: &str = "  \"$schema\": \"../../docs/catalog.schema.json\",\n";

/// Shows a catalog that a page fetches.
const CATALOG: &str = include_str!("../../../src/host/catalog.js");

/// The manual of the format.
const MANUAL: &str = include_str!("../../../docs/catalog.md");

/// Writes the workshop into the site's `folder`: its scripts, the catalogs to begin with, and a page for
/// each language.
///
/// # Errors
///
/// What could not be written.
pub fn write_workshop(folder: &Path, contents: &[Content], files: &Files) -> Result<()> {
    let own = folder.join("workshop");
    let catalogs = own.join("catalogs");
    fs::create_dir_all(&catalogs).with_context(|| catalogs.display().to_string())?;
    let write =
        |path: &Path, text: &str| fs::write(path, text).with_context(|| path.display().to_string());
    for (name, script) in SCRIPTS {
        write(&own.join(name), &minify::script(script)?)?;
    }
    let (glue, program) = files.maker.as_ref().context("what makes pages was not compiled")?;
    let maker = serde_json::json!({ "glue": glue, "program": program });
    let catalog = minify::script(&CATALOG.replace("{maker}", &maker.to_string()))?;
    write(&folder.join("catalog.js"), &catalog)?;
    let names = serde_json::json!({
        "maker": maker,
        "files": other::in_json(files),
        "shared": other::shared_files(folder)?,
    });
    write(&own.join("made.js"), &minify::script(&MADE.replace("{names}", &names.to_string()))?)?;
    write(&own.join("workshop.css"), &minify::style(STYLE)?)?;
    write(&own.join("catalog.txt"), MANUAL)?;
    for (name, catalog) in site::CATALOGS {
        // The schema is not there.
        let catalog = catalog.replace(SCHEMA, "");
        write(&catalogs.join(format!("{name}.json")), &catalog)?;
    }
    for content in contents {
        let page = folder.join(content.data.messages.language()).join("workshop");
        fs::create_dir_all(&page).with_context(|| page.display().to_string())?;
        let html = site::workshop(content, files).map_err(anyhow::Error::msg)?;
        write(&page.join("index.html"), &html)?;
    }
    Ok(())
}

/// Compiles the package `site-maker`, writes it into the site's `folder` as a script and a program, and
/// returns the names of both.
///
/// # Errors
///
/// What could not be compiled, run or written.
pub fn write(folder: &Path) -> Result<(String, String)> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let wasm = "wasm32-unknown-unknown";
    let arguments = ["build", "--quiet", "--locked", "--release", "--package=site-maker", "--lib"];
    run(Command::new(cargo).args(arguments).args(["--target", wasm]))?;
    let built = target()?.join(wasm).join("release");
    let work = built.join("maker");
    let mut bindgen = Command::new(wasm_bindgen()?);
    bindgen.args(["--target=web", "--no-typescript", "--no-demangle", "--out-name=maker"]);
    bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    run(bindgen.arg("--out-dir").arg(&work).arg(built.join("site_maker.wasm")))?;
    let read = |name: &str| {
        let path = work.join(name);
        fs::read(&path).with_context(|| path.display().to_string())
    };
    let glue = minify::script(&String::from_utf8_lossy(&read("maker.js")?))?;
    Ok((
        write_named(folder, "maker", "js", glue.as_bytes())?,
        write_named(folder, "maker", "wasm", &read("maker_bg.wasm")?)?,
    ))
}

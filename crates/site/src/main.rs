//! The hook that Trunk runs after it has built the program: it splits the program, writes the files
//! that all pages share, and then the pages.
//!
//! Every address in the site is relative, so that the site works under any path.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::print_stdout, reason = "it is asked for on the standard output")]

mod demo;
mod maker;
mod minify;
mod other;
mod short_names;
mod split;

use std::path::Path;
use std::{env, fs};

use anyhow::{Context as _, Result, bail};
use plans::wording::MessageFile;
use site::{Content, Fetched, Files};
use split::Split;

/// Starts the program in the page.
const BOOT: &str = include_str!("../../../src/host/boot.js");
/// The element, and what makes its instances.
const ELEMENT: &str = include_str!("../../../src/element/plan-comparator.js");
const INSTANCE: &str = include_str!("../../../src/element/instance.js");
/// What instances in the element need besides.
const ELEMENT_STYLE: &str = include_str!("../../../src/element/element.css");
/// The scripts whose names stay as they are, since pages that were not built with the site have them: what runs in
/// a frame, what sizes frames, and what makes lines for other pages.
const SCRIPTS: [(&str, &str); 3] = [
    ("framed.js", include_str!("../../../src/host/framed.js")),
    ("frames.js", include_str!("../../../src/host/frames.js")),
    ("embedding.js", include_str!("../../../src/embedding/embedding.js")),
];
/// The script of what is done in front of a customer.
const DEMO: &str = "demo.js";
/// The styles of the page that makes lines for other pages.
const EMBEDDING_STYLE: &str = include_str!("../../../src/embedding/embedding.css");
/// The picture in the browser's tab.
const ICON: &str = include_str!("../../../style/icon.svg");
/// Colours, sizes and spaces.
const TOKENS: &str = include_str!("../../../style/tokens.css");
/// The styles of every instance, in the order in which they build on each other.
const STYLES: &[&str] = &[
    include_str!("../../../style/base.css"),
    include_str!("../../../style/question.css"),
    include_str!("../../../style/answer.css"),
    include_str!("../../../style/comparison.css"),
    include_str!("../../../style/decide.css"),
    include_str!("../../../style/pictures.css"),
    include_str!("../../../style/media.css"),
];
/// The styles of what only the page has.
const PAGE_STYLES: &[&str] =
    &[include_str!("../../../style/facts.css"), include_str!("../../../style/document.css")];

/// Without arguments, as Trunk's hook, writes the site of the bundled catalog. With arguments it uses the
/// files of the site that is in the folder BUILT, and compiles nothing:
///
/// - `CATALOG BUILT OUT [PAGE]` writes the site of another catalog into the folder OUT; PAGE is the address of
///   its root;
/// - `--fetch ADDRESS ORIGIN BUILT OUT [PAGE]` writes a site that fetches the catalog of an address, from
///   another origin if ORIGIN is not empty;
/// - `--one-file CATALOG BUILT OUT LANGUAGE [PAGE]` writes a page of a catalog as the HTML file OUT;
/// - `--files BUILT` prints what pages need of those files.
fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] => write_bundled(),
        ["--files", built] => {
            println!("{}", other::in_json(&other::files(Path::new(built))?));
            Ok(())
        }
        ["--one-file", catalog, built, out, language, page @ ..] if page.len() < 2 => {
            let [catalog, built, out] = [catalog, built, out].map(Path::new);
            other::write_one_file(catalog, built, out, language, address(page))
        }
        ["--fetch", catalog, origin, built, out, page @ ..] if page.len() < 2 => {
            let origin = Some((*origin).to_owned()).filter(|origin| !origin.is_empty());
            let fetched = Fetched { address: (*catalog).to_owned(), origin };
            other::write_fetching(&fetched, Path::new(built), Path::new(out), address(page))
        }
        [catalog, built, out, page @ ..] if page.len() < 2 && !catalog.starts_with("--") => {
            let [catalog, built, out] = [catalog, built, out].map(Path::new);
            other::write(catalog, built, out, address(page))
        }
        _ => bail!("the documentation of `main` has the arguments"),
    }
}

/// The address that may be the last argument.
fn address(rest: &[&str]) -> Option<String> {
    rest.first().filter(|address| !address.is_empty()).map(|address| (*address).to_owned())
}

/// Writes the site of the bundled catalog into the folder that Trunk has set.
fn write_bundled() -> Result<()> {
    let folder = env::var("TRUNK_STAGING_DIR").context("Trunk runs this, with its folder set")?;
    let folder = Path::new(&folder);
    let mut files = write_files(folder)?;
    let file = catalog_reader::read(bundled::CATALOG.as_bytes())?;
    let contents = site::contents(&file, &messages());
    // What follows takes long to compile.
    if is_released() {
        files.maker = Some(maker::write(folder)?);
        files.has_workshop = true;
        maker::write_workshop(folder, &contents, &files)?;
    }
    write_pages(&contents, &files, folder)
}

/// The bundled messages in every language.
fn messages() -> Vec<MessageFile> {
    bundled::languages().map(bundled::message_file).collect()
}

/// Writes the pages into a folder.
fn write_pages(contents: &[Content], files: &Files, folder: &Path) -> Result<()> {
    write_files_of(site::pages(contents, files).map_err(anyhow::Error::msg)?, folder)
}

/// Writes files into a folder.
fn write_files_of(files: Vec<site::File>, folder: &Path) -> Result<()> {
    for (path, bytes) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        }
        fs::write(&path, bytes).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

/// Writes the files that all pages share; made smaller, if they are released.
fn write_files(folder: &Path) -> Result<Files> {
    remove_trunks_files(folder)?;
    let Split { mut program, mut glue } = split::split(folder)?;
    let mut style = [&[TOKENS], STYLES, PAGE_STYLES].concat().concat();
    let (mut boot, mut element, mut instance) =
        (BOOT.to_owned(), ELEMENT.to_owned(), INSTANCE.to_owned());
    let mut embedding_style = EMBEDDING_STYLE.to_owned();
    // There the tokens hang on the element, so that a page can set them.
    let tokens = TOKENS.replace(".pc {", ":host {");
    let mut element_style = [&[&*tokens], STYLES, &[ELEMENT_STYLE]].concat().concat();
    if is_released() {
        (program, glue) = short_names::shorten(&program, &glue)?;
        for style in [&mut style, &mut element_style, &mut embedding_style] {
            *style = minify::style(style)?;
        }
        for script in [&mut boot, &mut glue, &mut element, &mut instance] {
            *script = minify::script(script)?;
        }
    }
    for (name, script) in SCRIPTS {
        let script = if is_released() { minify::script(script)? } else { script.to_owned() };
        fs::write(folder.join(name), script).context(name)?;
    }
    fs::write(folder.join("embedding.css"), embedding_style).context("embedding.css")?;
    write_demo(folder)?;
    // Pages find it in their own folder, and without its last slash in the root.
    for language in bundled::languages() {
        let folder = folder.join(language);
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        write_named(&folder, "boot", "js", boot.as_bytes())?;
    }
    Ok(Files {
        style_file: write_named(folder, "style", "css", style.as_bytes())?,
        style,
        icon: icon(),
        boot: write_named(folder, "boot", "js", boot.as_bytes())?,
        glue: write_named(folder, "plan-comparator", "js", glue.as_bytes())?,
        program: write_named(folder, "plan-comparator", "wasm", &program)?,
        element,
        instance: write_named(folder, "instance", "js", instance.as_bytes())?,
        element_style: write_named(folder, "element", "css", element_style.as_bytes())?,
        maker: None,
        page: env::var("PLAN_COMPARATOR_PAGE").ok().filter(|address| !address.is_empty()),
        has_workshop: false,
    })
}

/// Writes what is done in front of a customer.
fn write_demo(folder: &Path) -> Result<()> {
    let mut script = demo::script(&messages())?;
    if is_released() {
        script = minify::script(&script)?;
    }
    fs::write(folder.join(DEMO), script).context(DEMO)
}

/// Whether the site is to be released. What a developer looks at keeps its names, and is there
/// sooner.
fn is_released() -> bool {
    env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release")
}

/// Removes what Trunk made of the whole program: the hook makes it anew, of the split one.
fn remove_trunks_files(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let is_of_program = |name: &str| {
            name.starts_with("plan-comparator")
                && (name.ends_with(".js") || name.ends_with(".wasm"))
        };
        if path.file_name().and_then(|name| name.to_str()).is_some_and(is_of_program) {
            fs::remove_file(&path).with_context(|| path.display().to_string())?;
        }
    }
    Ok(())
}

/// The icon as an address that may stand in an attribute.
fn icon() -> String {
    data_address(ICON)
}

fn data_address(svg: &str) -> String {
    let escape = |character| match character {
        ' ' | '"' | '#' | '%' | '<' | '>' | '\n' => format!("%{:02X}", u32::from(character)),
        other => other.to_string(),
    };
    format!("data:image/svg+xml,{}", svg.trim().chars().map(escape).collect::<String>())
}

/// Writes a file whose name changes with its content, so that it may be cached for ever.
fn write_named(folder: &Path, name: &str, kind: &str, content: &[u8]) -> Result<String> {
    let name = site::hashed_name(name, kind, content);
    let path = folder.join(&name);
    fs::write(&path, content).with_context(|| path.display().to_string())?;
    Ok(name)
}

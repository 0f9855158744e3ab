//! Checks catalogs and makes their static pages, where there is no Rust.
//!
//! The functions take bytes and texts and return texts, so that Node and browsers can call them.
//! `cargo xtask pack` puts them into the package for npm, and compares the sites that it makes there
//! with those that are made natively.

use plans::wording::MessageFile;
use serde_json::{Value as Json, json};
use site::{Content, Files, Inside};
use wasm_bindgen::prelude::wasm_bindgen;

/// What is wrong with the bytes of a catalog's file, or doubtful: see [`catalog_reader::report`].
#[wasm_bindgen]
#[must_use]
pub fn check(catalog: &[u8]) -> String {
    let words: Vec<&str> = bundled::languages().collect();
    catalog_reader::report(&catalog_reader::read(catalog), &words).to_string()
}

/// The whole days of a calendar's file: a JSON object with `dates`, which are items of a region's
/// `dates`, and `leftOut`, the names of other events with the reasons.
///
/// # Errors
///
/// That it is no such file; it is thrown as a string.
#[wasm_bindgen]
pub fn dates(calendar: &[u8]) -> Result<String, String> {
    let calendar = catalog_reader::dates_of_calendar(calendar)?;
    let dates: Json =
        serde_json::from_str(&format!("[{calendar}]")).map_err(|it| it.to_string())?;
    Ok(json!({ "dates": dates, "leftOut": calendar.left_out }).to_string())
}

/// The pages of a catalog's site as a JSON list of pairs: a path, relative to the root of the site, and
/// the text of the file there.
///
/// `catalog` is the bytes of the catalog's file, and `files` a JSON object with the names of the built
/// files `style_file`, `boot`, `glue`, `program`, `instance`, `element_style` and `maker` (a script and a
/// program), with the texts `style` and `element`, with the address of the `icon`, and where it is known with
/// the address of the site's root, `page`.
///
/// # Errors
///
/// Every fault of the first argument that has any, each on a line of its own; it is thrown as a string.
#[wasm_bindgen]
pub fn pages(catalog: &[u8], files: &str) -> Result<String, String> {
    let contents = contents(catalog)?;
    let files = serde_json::from_str(files).map_err(|error| format!("the files: {error}"))?;
    let pages = site::pages(&contents, &self::files(&files)?)?;
    let pages = pages.into_iter().map(|(path, bytes)| match String::from_utf8(bytes) {
        Ok(text) => Ok(Json::from(vec![path, text])),
        Err(_) => Err(format!("{path}: the page is no UTF-8")),
    });
    Ok(Json::Array(pages.collect::<Result<_, _>>()?).to_string())
}

/// A page of a catalog in parts, for a document that is there already: a JSON object with the `language`
/// and the `title`, the static `page` as HTML, and the `block` that the program mounts.
///
/// `language` is as for [`one_file`], and `up` the way from the document to the root of the site.
///
/// # Errors
///
/// As [`blocks`].
#[wasm_bindgen]
pub fn page(catalog: &[u8], language: &str, up: &str) -> Result<String, String> {
    let site::Parts { language, title, page, block } =
        site::parts(&contents(catalog)?, language, up).ok_or("the catalog has no page")?;
    let block = Json::from(block).to_string();
    Ok(json!({ "language": language, "title": title, "page": page, "block": block }).to_string())
}

/// What the program shows of a catalog in each language of its pages: a JSON list of objects with the
/// `language`, its own `name`, and the `block` that the program mounts.
///
/// # Errors
///
/// Every fault of the catalog, each on a line of its own; it is thrown as a string.
#[wasm_bindgen]
pub fn blocks(catalog: &[u8]) -> Result<String, String> {
    let contents = contents(catalog)?;
    let block = |content: &Content| {
        json!({
            "language": content.data.messages.language(),
            "name": content.shell.own_name(),
            "block": Json::from(content.data.write()).to_string(),
        })
    };
    Ok(contents.iter().map(block).collect::<Json>().to_string())
}

/// What the element `<plan-comparator>` shows of a catalog, for each language of its pages: a JSON list of
/// the objects that [`site::embedded`] makes.
///
/// # Errors
///
/// As [`blocks`].
#[wasm_bindgen]
pub fn embedded(catalog: &[u8]) -> Result<String, String> {
    Ok(contents(catalog)?.iter().map(site::embedded).collect::<Json>().to_string())
}

/// A page of a catalog as one HTML file, which works from a disk and without a network.
///
/// `language` is the code of one of its pages; the first page if it has none in that language. `inside`
/// is a JSON object with the texts `style`, `icon`, `glue` and `demo`, with the `program` in base64, and with
/// `chunks`: an object with each chunk in base64, by the name of its file. With `page`, the address of a site's
/// root, links that are made in the file lead to that site.
///
/// # Errors
///
/// As [`pages`].
#[wasm_bindgen]
pub fn one_file(catalog: &[u8], language: &str, inside: &str) -> Result<String, String> {
    let contents = contents(catalog)?;
    let is_asked = |content: &&Content| content.data.messages.language() == language;
    let content = contents.iter().find(is_asked).or(contents.first());
    let content = content.ok_or("the catalog has no page")?;
    let inside = serde_json::from_str(inside).map_err(|error| format!("the files: {error}"))?;
    let mut texts = Texts { json: &inside, missing: Vec::new() };
    let chunks = inside.get("chunks").and_then(Json::as_object);
    let chunk = |(name, bytes): (&String, &Json)| Some((name.clone(), bytes.as_str()?.to_owned()));
    let chunks = chunks.map(|chunks| chunks.iter().filter_map(chunk).collect());
    let inside = Inside {
        style: texts.text("style"),
        icon: texts.text("icon"),
        glue: texts.text("glue"),
        program: texts.text("program"),
        chunks: chunks.ok_or("the files: `chunks` is needed, and an object")?,
        demo: texts.text("demo"),
        page: address(&inside),
    };
    texts.all_there()?;
    Ok(site::one_file(content, &inside)?)
}

/// What the pages of a catalog show.
fn contents(catalog: &[u8]) -> Result<Vec<Content>, String> {
    let file = catalog_reader::read(catalog).map_err(|faults| faults.to_string())?;
    let messages: Vec<MessageFile> = bundled::languages().map(bundled::message_file).collect();
    Ok(site::contents(&file, &messages))
}

/// The texts of an object, and what is wrong with it.
struct Texts<'j> {
    json: &'j Json,
    missing: Vec<String>,
}

impl Texts<'_> {
    fn text(&mut self, key: &str) -> String {
        let text = self.json.get(key).and_then(Json::as_str);
        if text.is_none() {
            self.missing.push(format!("the files: `{key}` is needed, and a text"));
        }
        text.unwrap_or_default().to_owned()
    }

    fn all_there(self) -> Result<(), String> {
        if self.missing.is_empty() { Ok(()) } else { Err(self.missing.join("\n")) }
    }
}

/// The address of the site's root, if the files have one.
fn address(files: &Json) -> Option<String> {
    files.get("page").and_then(Json::as_str).map(str::to_owned)
}

fn files(json: &Json) -> Result<Files, String> {
    let mut texts = Texts { json, missing: Vec::new() };
    let maker = json.get("maker").and_then(|maker| maker.get(0).zip(maker.get(1)));
    let files = Files {
        style: texts.text("style"),
        style_file: texts.text("style_file"),
        icon: texts.text("icon"),
        boot: texts.text("boot"),
        glue: texts.text("glue"),
        program: texts.text("program"),
        element: texts.text("element"),
        instance: texts.text("instance"),
        element_style: texts.text("element_style"),
        maker: maker.and_then(|(glue, program)| {
            Some((glue.as_str()?.to_owned(), program.as_str()?.to_owned()))
        }),
        page: address(json),
        has_workshop: false,
    };
    texts.all_there().map(|()| files)
}

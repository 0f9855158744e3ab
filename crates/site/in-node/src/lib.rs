//! The static pages of a catalog, made where there is no Rust.
//!
//! [`pages`] takes and returns texts only, so that Node and browsers can call it. `cargo xtask
//! in-node` compares what it returns there with what it returns natively.

use plans::wording::MessageFile;
use serde_json::Value as Json;
use site::Files;
use wasm_bindgen::prelude::wasm_bindgen;

/// The pages of a site as a JSON list of pairs: a path, relative to the root of the site, and the
/// text of the file there.
///
/// `catalog` is a catalog's file, `messages` a JSON list of message files, of which the first is in
/// the language of the site's root, and `files` a JSON object with the names of the built files
/// `style_file`, `boot`, `glue` and `program`, with the `style` as text, and with the address of the
/// `icon`.
///
/// # Errors
///
/// Every fault of the first text that has any, each on a line of its own; it is thrown as a string.
#[wasm_bindgen]
pub fn pages(catalog: &str, messages: &str, files: &str) -> Result<String, String> {
    let messages = json("the messages", messages)?;
    let messages = messages.as_array().filter(|list| !list.is_empty());
    let messages = messages.ok_or("the messages: a list with at least one file is needed")?;
    let messages = messages.iter().enumerate().map(|(index, file)| message_file(index, file));
    let messages = messages.collect::<Result<Vec<_>, _>>()?;
    let file = catalog_reader::read(catalog.as_bytes());
    let file = file.map_err(|faults| format!("the catalog:\n{faults}"))?;
    let contents = site::contents(&file, &messages);
    let pages = site::pages(&contents, &self::files(&json("the files", files)?)?)?;
    let pages = pages.into_iter().map(|(path, bytes)| match String::from_utf8(bytes) {
        Ok(text) => Ok(Json::from(vec![path, text])),
        Err(_) => Err(format!("{path}: the page is no UTF-8")),
    });
    Ok(Json::Array(pages.collect::<Result<_, _>>()?).to_string())
}

fn json(what: &str, text: &str) -> Result<Json, String> {
    serde_json::from_str(text).map_err(|error| format!("{what}: {error}"))
}

fn message_file(index: usize, json: &Json) -> Result<MessageFile, String> {
    let faults =
        |faults: Vec<String>| format!("the messages, file {index}:\n{}", faults.join("\n"));
    MessageFile::read(json).map_err(faults)
}

fn files(json: &Json) -> Result<Files, String> {
    let mut missing = Vec::new();
    let mut text = |key: &str| {
        let text = json.get(key).and_then(Json::as_str);
        if text.is_none() {
            missing.push(format!("the files: `{key}` is needed, and a text"));
        }
        text.unwrap_or_default().to_owned()
    };
    let files = Files {
        style: text("style"),
        style_file: text("style_file"),
        icon: text("icon"),
        boot: text("boot"),
        glue: text("glue"),
        program: text("program"),
    };
    if missing.is_empty() { Ok(files) } else { Err(missing.join("\n")) }
}

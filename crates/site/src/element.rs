//! What the element `<plan-comparator>` shows of a catalog: see `src/element`.

use serde_json::{Value as Json, json};

use crate::{Content, Fetched, File, Files, hashed_name};

/// How the script of the element finds the files that lie beside it: the address of one, and its import. What is
/// added to the address has the browser ask anew.
const FINDS: &str = "at=n=>new URL(n,import.meta.url),get=(n,again='')=>import(at(n+again));";

/// The script of the element, whose name stays as it is; and for each language what the program shows, unless that
/// is a catalog which is fetched.
pub fn files(contents: &[Content], files: &Files, fetched: Option<&Fetched>) -> Vec<File> {
    let mut written = Vec::new();
    let mut plans = serde_json::Map::new();
    for content in contents.iter().filter(|_| fetched.is_none()) {
        let language = content.data.messages.language();
        let text = embedded(content).to_string().into_bytes();
        let name = hashed_name(&format!("plans-{language}"), "json", &text);
        plans.insert(language.to_owned(), name.clone().into());
        written.push((name, text));
    }
    let maker = files.maker.as_ref();
    let mut names = json!({
        "instance": files.instance,
        "style": files.element_style,
        "glue": files.glue,
        "program": files.program,
        "maker": maker.map(|(glue, program)| json!({ "glue": glue, "program": program })),
        "plans": plans,
    });
    let catalog = fetched.map(|fetched| ("catalog", fetched.address.clone()));
    let page = files.page.as_ref().map(|root| ("page", with_slash(root)));
    for (name, address) in catalog.into_iter().chain(page) {
        names[name] = address.into();
    }
    let script = format!("const FILES={names},{FINDS}\n{}", files.element);
    written.push(("plan-comparator.js".to_owned(), script.into_bytes()));
    written
}

/// The address of a folder, with its last slash.
pub fn with_slash(folder: &str) -> String {
    format!("{}/", folder.trim_end_matches('/'))
}

/// What an instance in the element shows of a catalog in one language: the `block` that the program mounts;
/// the sentences `source`, which say what the plans are and what one should know of them, each with its
/// `language` if that is another; and what is said when the program has `stopped`.
#[must_use]
pub fn embedded(content: &Content) -> Json {
    let catalog = &content.data.catalog;
    let sentence = |text: &plans::catalog::Text, end: &str| {
        json!({
            "text": format!("{}{end}", &**text),
            "language": text.is_foreign().then(|| &*catalog.own_language),
        })
    };
    let mut source = vec![sentence(&catalog.title, ".")];
    source.extend(content.about.caution.as_ref().map(|caution| sentence(caution, "")));
    json!({
        "language": content.data.messages.language(),
        "block": content.data.write(),
        "source": source,
        "stopped": content.shell.failure.stopped(),
    })
}

//! What the element `<plan-comparator>` shows of a catalog: see `src/element`.

use serde_json::{Value as Json, json};

use crate::{Content, File, Files, hashed_name};

/// The script of the element, whose name stays as it is; and for each language what the program shows.
pub fn files(contents: &[Content], files: &Files) -> Vec<File> {
    let mut written = Vec::new();
    let mut plans = serde_json::Map::new();
    for content in contents {
        let language = content.data.messages.language();
        let text = embedded(content).to_string().into_bytes();
        let name = hashed_name(&format!("plans-{language}"), "json", &text);
        plans.insert(language.to_owned(), name.clone().into());
        written.push((name, text));
    }
    let maker = files.maker.as_ref();
    let names = json!({
        "instance": files.instance,
        "style": files.element_style,
        "glue": files.glue,
        "program": files.program,
        "maker": maker.map(|(glue, program)| json!({ "glue": glue, "program": program })),
        "plans": plans,
        "page": files.page,
    });
    let script = format!("const FILES={names};\n{}", files.element);
    written.push(("plan-comparator.js".to_owned(), script.into_bytes()));
    written
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

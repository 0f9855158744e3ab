//! The script of what is done in front of a customer: its modules in one file, with the words and styles in it.
//! Pages fetch it when somebody wants it, and a page in one file carries it.

use anyhow::{Context as _, Result};
use plans::wording::MessageFile;

use crate::minify;

/// The module that pages use, and those that it is made of, each after what it imports.
const MAIN: &str = include_str!("../../../src/demo/demo.js");
const MODULES: [(&str, &str); 4] = [
    ("shapes", include_str!("../../../src/demo/shapes.js")),
    ("texts", include_str!("../../../src/demo/texts.js")),
    ("marks", include_str!("../../../src/demo/marks.js")),
    ("picture", include_str!("../../../src/demo/picture.js")),
];
const STYLE: &str = include_str!("../../../src/demo/demo.css");

/// The script, with the words of every language.
///
/// # Errors
///
/// What the modules import in another form than the one that is known here, or what is wrong in the styles.
pub fn script(messages: &[MessageFile]) -> Result<String> {
    let mut words = serde_json::Map::new();
    for file in messages {
        let language = file.messages.language().to_owned();
        words.insert(language, file.demo.write().join("\n").into());
    }
    let mut script = String::new();
    for (name, module) in MODULES {
        let Linked { text, exports } = link(module)?;
        script.push_str(&format!(
            "const {name} = (() => {{\n{text}\nreturn {{ {} }};\n}})();\n",
            exports.join(", ")
        ));
    }
    let main = MAIN
        .replace("{words}", &serde_json::Value::from(words).to_string())
        .replace("{style}", &serde_json::Value::from(minify::style(STYLE)?).to_string());
    let Linked { text, exports } = link(&main)?;
    let exports = exports.iter().map(|name| format!("{name} as {name}"));
    script.push_str(&format!("{text}\nexport {{ {} }};\n", exports.collect::<Vec<_>>().join(", ")));
    Ok(script)
}

/// A module whose imports are taken from constants with the modules' names, and which exports nothing itself.
struct Linked {
    text: String,
    exports: Vec<String>,
}

fn link(module: &str) -> Result<Linked> {
    let mut linked = Linked { text: String::new(), exports: Vec::new() };
    for line in module.lines() {
        if let Some(import) = line.strip_prefix("import ") {
            let parts = import.strip_suffix(".js\";").and_then(|it| it.split_once(" from \"./"));
            let (names, from) = parts.with_context(|| format!("the form of this line: {line}"))?;
            linked.text.push_str(&format!("const {names} = {from};\n"));
        } else if let Some(exported) = line.strip_prefix("export ") {
            let name = exported.trim_start_matches("async ").split_once(' ');
            let (_, name) = name.with_context(|| format!("the form of this line: {line}"))?;
            let is_of_name = |letter: char| letter.is_ascii_alphanumeric();
            let end = name.find(|letter| !is_of_name(letter)).unwrap_or(name.len());
            linked.exports.push(name[..end].to_owned());
            linked.text.push_str(&format!("{exported}\n"));
        } else {
            linked.text.push_str(&format!("{line}\n"));
        }
    }
    Ok(linked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_linked_by_their_names() {
        let module = "import { a, b } from \"./c.js\";\nexport async function d(e) {}\nexport const f = 1;\n";
        let Linked { text, exports } = link(module).expect("known forms");
        assert_eq!(text, "const { a, b } = c;\nasync function d(e) {}\nconst f = 1;\n");
        assert_eq!(exports, ["d", "f"]);
        assert!(link("import a from \"b\";").is_err());
    }

    #[test]
    fn the_script_is_one_module_with_its_words() {
        let messages: Vec<MessageFile> = bundled::languages().map(bundled::message_file).collect();
        let script = script(&messages).expect("its modules link");
        assert!(!script.contains("\nimport ") && !script.contains("{words}"), "{script}");
        assert!(script.trim_end().ends_with("export { open as open };"));
        minify::script(&script).expect("it is JavaScript");
    }
}

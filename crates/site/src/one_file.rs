//! A page in one file, which works from a disk and without a network.

use std::fmt::Write as _;

use crate::Content;
use crate::document::{Around, EXPECT, in_style, page, policy, source, title};
use crate::element::with_slash;
use crate::shell::Ways;

/// Starts the program when everything is in the document.
const START: &str = include_str!("one_file.js");

/// What stands inside a page that is one file. Bytes are in base64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    /// The styles.
    pub style: String,
    /// The icon, as a `data:` address.
    pub icon: String,
    /// The text of the program's script.
    pub glue: String,
    /// The program.
    pub program: String,
    /// The chunks of the program, each with the name by which the script asks for it.
    pub chunks: Vec<(String, String)>,
    /// The text of the script of what is done in front of a customer.
    pub demo: String,
    /// The address of the site's root, to which links that are made in the page lead. Without it none are
    /// made: the file lies where nobody else can open it.
    pub page: Option<String>,
}

/// A page as one HTML file. It fetches nothing, and its policy allows nothing but what stands in it.
///
/// # Errors
///
/// What the document's template lacks, or what the program's script has that cannot stand in a document.
pub fn one_file(content: &Content, inside: &Inside) -> Result<String, &'static str> {
    let mut style = in_style(&inside.style);
    let language = content.data.messages.language();
    let page_at = inside.page.as_ref().map(|root| format!("{}{language}/", with_slash(root)));
    if page_at.is_none() {
        style.push_str(NO_LINKS);
    }
    let script = script(inside, page_at.as_deref())?;
    let links = [
        EXPECT.to_owned(),
        format!("<style>{style}</style>"),
        format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{}\">", inside.icon),
    ];
    let around = Around {
        title: title(content),
        description: content.description().to_owned(),
        data: content.data.write().into(),
        attributes: String::new(),
        policy: policy(&source(&script), &source(&style), "'none'"),
        links: links.join("\n"),
        script: format!("<script type=\"module\">{script}</script>\n"),
    };
    around.document(content, &page(content, &[], "", &Ways::default()))
}

/// The program's script with the program and its chunks in it, and what starts it.
fn script(inside: &Inside, page: Option<&str>) -> Result<String, &'static str> {
    let glue = &inside.glue;
    for script in [glue, &inside.demo] {
        if script.contains("</script") || script.contains("<!--") {
            return Err("the program's script could end its element");
        }
    }
    let start = exported(glue, "default").ok_or("the program's script exports no start")?;
    let mut files = String::new();
    let mut glue = glue.clone();
    for (name, bytes) in &inside.chunks {
        let _ = write!(files, "\"{name}\": bytesOf(\"{bytes}\"), ");
        // Quotes of a third kind, so that nothing is replaced twice.
        for quote in ['`', '"'] {
            let literal = format!("{quote}{name}{quote}");
            glue = glue.replace(&literal, &format!("filesInside['{name}']"));
        }
    }
    let (demo, open) = (&inside.demo, exported(&inside.demo, "open"));
    let open = open.ok_or("what is done in front of a customer cannot be opened")?;
    let (demo, _) = demo.rsplit_once("export").ok_or("it exports nothing")?;
    let before = START
        .replace("{files}", &files)
        .replace("{program}", &inside.program)
        .replace("{open}", open);
    // In a script, a `<` could begin a tag that ends it.
    let page = serde_json::Value::from(page).to_string().replace('<', "\\u003c");
    let before = before.replace("{address}", &page);
    let (before, after) =
        before.split_once("// The program.\n").ok_or("one_file.js lacks its line")?;
    let after = after.replace("{start}", start).replace("{demo}", demo);
    Ok(format!("{before}{glue}\n{after}"))
}

/// Hides what copies a link.
const NO_LINKS: &str = ".pc-share{display:none !important}";

/// What a script calls something that it exports under a name by a clause such as `export { a as b }`.
fn exported<'g>(glue: &'g str, name: &str) -> Option<&'g str> {
    let clause = glue.rsplit("export").find_map(|rest| rest.trim_start().strip_prefix('{'))?;
    let (names, _) = clause.split_once('}')?;
    let mut pairs = names.split(',').filter_map(|pair| pair.split_once(" as "));
    pairs.find(|(_, known)| known.trim() == name).map(|(own, _)| own.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_script_exports_is_found() {
        assert_eq!(exported("export function a(){}export{L as default};", "default"), Some("L"));
        assert_eq!(exported("export { b as c, L as default };\n", "default"), Some("L"));
        assert_eq!(exported("export default L", "default"), None);
    }

    #[test]
    fn the_program_and_its_chunks_stand_in_the_script() {
        let inside = Inside {
            style: String::new(),
            icon: String::new(),
            glue: "const table = [`a.wasm`, \"a.wasm\"];\nexport { L as default };".into(),
            program: "AAAA".into(),
            chunks: vec![("a.wasm".into(), "AQID".into())],
            demo: "function o(){}export { o as open };".into(),
            page: None,
        };
        let script =
            script(&inside, Some("https://plans.example/en/")).expect("it can stand in a document");
        assert!(script.contains("\"https://plans.example/en/\""), "{script}");
        assert!(script.contains("\"a.wasm\": bytesOf(\"AQID\")"), "{script}");
        assert!(script.contains("[filesInside['a.wasm'], filesInside['a.wasm']]"), "{script}");
        assert!(script.contains("L({ module_or_path") && script.contains("AAAA"), "{script}");
        let broken = Inside { glue: "</script>".into(), ..inside };
        assert!(super::script(&broken, None).is_err());
    }
}

//! Who may import whom: the core knows no browser, no framework and no clock, and each module only
//! those below it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module, and the others that it may mention.
const ARROWS: [(&str, &[&str]); 10] = [
    ("zone", &[]),
    ("calendar", &["zone"]),
    ("catalog", &["calendar", "zone"]),
    ("deadline", &["calendar", "zone"]),
    ("scenario", &["calendar", "catalog", "zone"]),
    ("compare", &["calendar", "catalog", "deadline", "scenario", "zone"]),
    ("text", TEXT),
    ("picture", PURE),
    ("view", PURE),
    (
        "browser",
        &[
            "calendar", "catalog", "compare", "deadline", "picture", "scenario", "text", "view",
            "zone",
        ],
    ),
];

/// What the words are about.
const TEXT: &[&str] = &["calendar", "catalog", "compare", "deadline", "scenario", "text", "zone"];

/// The modules that run anywhere.
const PURE: &[&str] =
    &["calendar", "catalog", "compare", "deadline", "picture", "scenario", "text", "zone"];

/// What would tie the core to a browser, a framework or the present moment.
const IMPURE: [&str; 9] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "Utc::now",
    "SystemTime",
    "Instant::now",
    "std::time",
];

/// What the views leave to the edge.
const OF_THE_BROWSER: [&str; 4] = ["web_sys", "js_sys", "gloo", "crate::browser"];

/// A file of the library: its path below `src`, and its code without comments.
struct Source {
    path: PathBuf,
    code: String,
}

impl Source {
    /// The module that it belongs to; `None` for the roots of the programs and the library.
    fn module(&self) -> Option<&str> {
        let first = self.path.iter().next()?.to_str()?;
        (first != "bin" && self.path.iter().count() > 1).then_some(first)
    }
}

/// Every Rust file below a folder.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry of the folder").path()) {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

pub fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a file of text");
        let path = path.strip_prefix(src()).expect("a file below src").to_owned();
        Source { path, code: without_comments(&text) }
    };
    rust_files(&src()).into_iter().map(read).collect()
}

/// Cuts off what follows `//`, but for addresses such as `https://`.
fn without_comments(text: &str) -> String {
    let code = |line: &str| {
        let mut comments = line.match_indices("//");
        let comment = comments.find(|(place, _)| !line[..*place].ends_with(':'));
        comment.map_or(line, |(place, _)| &line[..place]).to_owned()
    };
    text.lines().map(code).collect::<Vec<_>>().join("\n")
}

/// The modules of the library that paths name.
fn mentioned(code: &str) -> BTreeSet<&str> {
    mentioned_after(code, "crate::")
}

/// What paths name after their beginning, one by one or in a group.
fn mentioned_after<'a>(code: &'a str, beginning: &str) -> BTreeSet<&'a str> {
    fn word(text: &str) -> &str {
        let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
        &text[..end.unwrap_or(text.len())]
    }
    let mut modules = BTreeSet::new();
    for path in code.split(beginning).skip(1) {
        let Some(group) = path.strip_prefix('{') else {
            modules.insert(word(path));
            continue;
        };
        let mut depth = 1;
        let mut begins = true;
        for (place, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => begins = true,
                _ if letter.is_whitespace() => {}
                _ if begins && depth == 1 => {
                    modules.insert(word(&group[place..]));
                    begins = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    modules
}

#[test]
fn imports_are_found_wherever_they_stand() {
    let code = without_comments(
        "use crate::zone::Instant; // crate::view is only spoken of\n\
         //! crate::browser\n\
         use crate::{\n    catalog::{Catalog, text},\n    deadline,\n};\n\
         fn at() -> crate::calendar::Week { let _ = \"https://example.org\"; crate::compare::answers() }",
    );
    let expected = ["calendar", "catalog", "compare", "deadline", "zone"];
    assert_eq!(mentioned(&code).into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn every_module_has_its_place() {
    let sources = sources();
    let modules: BTreeSet<&str> = sources.iter().filter_map(Source::module).collect();
    let known: BTreeSet<&str> = ARROWS.iter().map(|(module, _)| *module).collect();
    assert_eq!(modules, known);
    let roots: BTreeSet<&Path> = sources
        .iter()
        .filter(|source| source.module().is_none())
        .map(|source| &*source.path)
        .collect();
    let expected = ["lib.rs", "main.rs", "bin/prerender/main.rs", "bin/prerender/short_names.rs"]
        .map(Path::new);
    assert_eq!(roots, BTreeSet::from(expected), "a file outside the modules");
}

#[test]
fn arrows_point_one_way() {
    for source in sources() {
        let Some(module) = source.module() else { continue };
        let (_, allowed) =
            ARROWS.iter().find(|(known, _)| *known == module).expect("a known module");
        for other in mentioned(&source.code) {
            let ok = other == module || allowed.contains(&other);
            assert!(ok, "{} mentions {other}", source.path.display());
        }
    }
}

/// A path may also climb: by as many `super` as the module lies deep, it is out.
#[test]
fn nothing_climbs_out_of_its_module() {
    for source in sources() {
        let Some(module) = source.module() else { continue };
        let (_, allowed) =
            ARROWS.iter().find(|(known, _)| *known == module).expect("a known module");
        let files = source.path.iter().count();
        let depth = if source.path.ends_with("mod.rs") { files - 1 } else { files };
        for other in mentioned_after(&source.code, &"super::".repeat(depth)) {
            let climbs =
                ARROWS.iter().any(|(known, _)| *known == other) && !allowed.contains(&other);
            assert!(!climbs, "{} climbs to {other}", source.path.display());
        }
    }
}

#[track_caller]
fn check_words(modules: &[&str], words: &[&str]) {
    let mut looked_at = 0;
    for source in sources() {
        if source.module().is_some_and(|module| modules.contains(&module)) {
            looked_at += 1;
            for word in words {
                assert!(!source.code.contains(word), "{} mentions {word}", source.path.display());
            }
        }
    }
    assert!(looked_at >= modules.len(), "only {looked_at} files were looked at");
}

#[test]
fn the_core_is_pure() {
    check_words(PURE, &IMPURE);
}

#[test]
fn the_views_leave_the_browser_to_the_edge() {
    check_words(&["view"], &OF_THE_BROWSER);
}

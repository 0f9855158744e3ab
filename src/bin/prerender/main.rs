//! Writes the static pages: for each language a complete page, and the first one at the root.
//!
//! Trunk runs it after it has built the program and put it into the staging folder. Every address
//! that it writes is relative, so that the site works under any path.

mod short_names;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

use leptos::prelude::*;
use plan_comparator::catalog::bundled;
use plan_comparator::scenario::decode;
use plan_comparator::text::{LANGUAGES, Messages, fill};
use plan_comparator::view::{Env, Frame, LanguageLink, Page, PageData};

/// What can go wrong, in words.
type Outcome<T> = Result<T, String>;

/// The page around the components.
const SHELL: &str = include_str!("../../../index.html");
/// Starts the program in the page.
const BOOT: &str = include_str!("../../browser/boot.js");
/// The picture in the browser's tab.
const ICON: &str = include_str!("../../../style/icon.svg");
/// The styles, in the order in which they build on each other.
const STYLES: &[&str] = &[
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/page.css"),
    include_str!("../../../style/controls.css"),
    include_str!("../../../style/comparison.css"),
    include_str!("../../../style/decide.css"),
    include_str!("../../../style/facts.css"),
    include_str!("../../../style/pictures.css"),
    include_str!("../../../style/media.css"),
];

fn main() -> Outcome<()> {
    let staging =
        env::var("TRUNK_STAGING_DIR").map_err(|_| "run by Trunk, which sets TRUNK_STAGING_DIR")?;
    let site = Site::assemble(Path::new(&staging))?;
    for (language, _) in LANGUAGES {
        let folder = site.folder.join(language);
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        write(&folder.join("index.html"), &site.page(language, "../")?)?;
    }
    let (root, _) = LANGUAGES.first().ok_or("there is no language")?;
    write(&site.folder.join("index.html"), &site.page(root, "")?)
}

/// The folder of the site, and the names of its files.
struct Site {
    folder: PathBuf,
    style: String,
    icon: String,
    boot: String,
    glue: String,
    program: String,
}

impl Site {
    /// Writes the files that all pages share, and finds those that Trunk has written.
    fn assemble(folder: &Path) -> Outcome<Self> {
        let (glue, program) = shortened(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            style: write_named(
                folder,
                "style",
                "css",
                tighten_style(&strip(&STYLES.concat())).as_bytes(),
            )?,
            icon: write_named(folder, "icon", "svg", ICON.as_bytes())?,
            boot: write_named(folder, "boot", "js", strip(BOOT).as_bytes())?,
            glue,
            program,
        })
    }

    /// A language's page, `up` being the way from it to the root of the site.
    fn page(&self, language: &str, up: &str) -> Outcome<String> {
        let data = data(language)?;
        let block = serde_json::Value::from(data.write());
        let languages = languages(up)?;
        let title = format!("{} – {}", data.messages.page.heading, data.catalog.title);
        let (messages, page) = Owner::new().with(|| {
            let env = Env {
                visitor: None,
                date: |_, date| date.to_string(),
                is_unfinished: |_| false,
                is_enter: |_| false,
                is_open: |_| false,
                pointed: |_| None,
                focus: |_| (),
                copy: |_, _| (),
            };
            let decoded = decode("", &data.catalog, None);
            let page = Page::new(data, env, decoded, None);
            (page.messages(), view! { <Frame page languages/> }.to_html())
        });
        let (before, after) = SHELL.split_once("<!--").ok_or("index.html has lost its comment")?;
        let (_, after) =
            after.split_once("data-wasm-opt=\"0\">\n").ok_or("index.html has lost its program")?;
        let shell = format!("{before}{}\n{after}", self.links(language, up));
        let others: Vec<&str> =
            LANGUAGES.iter().map(|(code, _)| *code).filter(|code| *code != language).collect();
        let root = if up.is_empty() {
            format!(" data-languages=\"{}\"", others.join(" "))
        } else {
            String::new()
        };
        Ok(fill(
            &shell,
            &[
                ("language", language),
                ("root", &root),
                ("title", &escape(&title)),
                ("description", &escape(&messages.page.description)),
                ("not_started", &escape(&messages.failure.not_started)),
                ("stopped", &escape(&messages.failure.stopped)),
                ("reload", &escape(&messages.failure.reload)),
                ("page", &page),
                // A `<` could end the script that holds the data.
                ("data", &block.to_string().replace('<', "\\u003c")),
            ],
        ))
    }

    /// What the head of a page links to: its files, and itself in every language.
    fn links(&self, language: &str, up: &str) -> String {
        let here = if up.is_empty() { format!("{language}/") } else { "./".to_owned() };
        let mut links = vec![
            format!("<link rel=\"stylesheet\" href=\"{up}{}\">", self.style),
            format!("<link rel=\"modulepreload\" href=\"{up}{}\">", self.glue),
            format!(
                "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" media=\"(scripting: enabled)\" crossorigin href=\"{up}{}\">",
                self.program
            ),
            format!("<script type=\"module\" src=\"{up}{}\"></script>", self.boot),
            format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{up}{}\">", self.icon),
            format!("<link rel=\"canonical\" href=\"{here}\">"),
        ];
        for (code, _) in LANGUAGES {
            links
                .push(format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{up}{code}/\">"));
        }
        let root = if up.is_empty() { "./" } else { up };
        links.push(format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{root}\">"));
        links.join("\n")
    }
}

/// What a language's page shows.
fn data(language: &str) -> Outcome<&'static PageData> {
    let catalog = bundled(language).map_err(|faults| format!("the catalog: {faults}"))?;
    Ok(PageData { catalog, messages: messages(language)? }.for_good())
}

fn messages(language: &str) -> Outcome<Messages> {
    let file = LANGUAGES.iter().find(|(code, _)| *code == language);
    let (_, text) = file.ok_or_else(|| format!("there are no messages in {language:?}"))?;
    let json = serde_json::from_str(text)
        .map_err(|error| format!("the messages in {language:?}: {error}"))?;
    Messages::read(&json).map_err(|faults| faults.join("\n"))
}

/// The way to each language's page.
fn languages(up: &str) -> Outcome<Vec<LanguageLink>> {
    let link = |(code, _): &(&str, &str)| -> Outcome<LanguageLink> {
        let name = messages(code)?.own_name;
        Ok(LanguageLink { code: (*code).to_owned(), name, href: format!("{up}{code}/") })
    };
    LANGUAGES.iter().map(link).collect()
}

/// Writes a file whose name changes with its content, so that it may be cached for ever.
fn write_named(folder: &Path, name: &str, kind: &str, content: &[u8]) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    let name = format!("{name}-{:016x}.{kind}", hasher.finish());
    let path = folder.join(&name);
    fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(name)
}

/// Takes the comments that stand on lines of their own, and the indentation, out of a script or
/// stylesheet: 1 kB of the first load. Neither holds a text of several lines.
fn strip(source: &str) -> String {
    let mut out = String::new();
    let mut in_comment = false;
    for line in
        source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"))
    {
        in_comment |= line.starts_with("/*");
        if !in_comment {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

/// A stylesheet without line breaks, and without the spaces around its punctuation.
fn tighten_style(style: &str) -> String {
    tighten(&style.replace('\n', ""), &[(" {", "{"), (": ", ":"), (";}", "}"), (", ", ",")])
}

/// A script of `wasm-bindgen`'s without most of the spaces around its punctuation.
fn tighten_script(script: &str) -> String {
    let spaced =
        [(" = ", "="), (") {", "){"), (", ", ","), (" ? ", "?"), (" : ", ":"), (" => ", "=>")];
    tighten(script, &spaced)
}

fn tighten(source: &str, spaced: &[(&str, &str)]) -> String {
    spaced.iter().fold(source.to_owned(), |source, (loose, tight)| source.replace(loose, tight))
}

/// The glue without its second way to start a program, which waits for nothing and is not used. As
/// it was, if that is not where it is expected.
fn without_sync_start(glue: &str) -> String {
    let cut = glue.split_once("function initSync(").and_then(|(before, from)| {
        let (_, after) = from.split_once("\nasync function ")?;
        Some(format!("{before}async function {after}").replace("initSync, ", ""))
    });
    cut.unwrap_or_else(|| glue.to_owned())
}

/// Makes the program and its glue smaller, and names them after what they have become.
fn shortened(folder: &Path) -> Outcome<(String, String)> {
    let take = |ending| {
        let path = folder.join(find(folder, ending)?);
        let content = fs::read(&path).and_then(|content| fs::remove_file(&path).map(|()| content));
        content.map_err(|error| format!("{}: {error}", path.display()))
    };
    let (glue, program) = (take(".js")?, take(".wasm")?);
    let glue = without_sync_start(&strip(&String::from_utf8_lossy(&glue)));
    let (program, glue) = short_names::shorten(&program, &glue)?;
    let glue = tighten_script(&glue);
    let name = "plan-comparator";
    Ok((
        write_named(folder, name, "js", glue.as_bytes())?,
        write_named(folder, name, "wasm", &program)?,
    ))
}

fn write(path: &Path, content: &str) -> Outcome<()> {
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}

/// The name of the one file of Trunk's that ends so.
fn find(folder: &Path, ending: &str) -> Outcome<String> {
    let files = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let names = files.flatten().filter_map(|file| file.file_name().into_string().ok());
    let mut found =
        names.filter(|name| name.starts_with("plan-comparator") && name.ends_with(ending));
    match (found.next(), found.next()) {
        (Some(name), None) => Ok(name),
        _ => {
            Err(format!("{} does not have exactly one plan-comparator*{ending}", folder.display()))
        }
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

//! The static pages around the comparator: one for each language, and one at the root.
//!
//! [`pages`] is a pure function. It touches no files and is the same on every target, so that a site
//! can be made where there is no Rust: in Node, and in a browser. The binary of this package is the
//! hook that Trunk runs, which has the files.

mod about;
mod document;
mod element;
mod embedding;
mod hours;
mod one_file;
mod shell;
mod workshop;

use std::sync::Arc;

use catalog_reader::CatalogFile;
use plans::block::PageData;
use plans::catalog::About;
use plans::wording::{MessageFile, ShellMessages};
use sha2::{Digest as _, Sha256};

use document::Document;
pub use document::Fetched;
pub use element::embedded;
pub use one_file::{Inside, one_file};
use shell::{Language, Ways};
pub use workshop::{CATALOGS, workshop};

/// What a page shows in one language.
#[derive(Clone, Debug)]
pub struct Content {
    /// The catalog and messages that the program shows.
    pub data: Arc<PageData>,
    /// What only the static page shows of the catalog.
    pub about: Arc<About>,
    /// What only the static page says.
    pub shell: Arc<ShellMessages>,
}

impl Content {
    /// Whether the catalog names what is due by its first table of targets.
    fn names_target(&self) -> bool {
        let catalog = &self.data.catalog;
        catalog.table(catalog.first_table()).name.is_some()
    }

    /// The heading of the page.
    fn heading(&self) -> &str {
        match self.names_target() {
            true => self.shell.named.heading(),
            false => self.shell.page.heading(),
        }
    }

    /// What the page is, in a sentence.
    fn description(&self) -> &str {
        match (&self.about.summary, self.names_target()) {
            (Some(summary), _) => summary,
            (None, true) => self.shell.named.description(),
            (None, false) => self.shell.page.description(),
        }
    }
}

/// What the pages of a catalog show: one for each language that the catalog and the messages share, in
/// the catalog's order. A language of the catalog such as `en-GB` takes the messages in `en`. If they
/// share none, it is one page with the first messages, in which the catalog's texts are marked as
/// being in another language.
#[must_use]
pub fn contents(file: &CatalogFile, messages: &[MessageFile]) -> Vec<Content> {
    let content = |messages: &MessageFile, language: &str| {
        let of_page =
            if file.vendor_speaks() { messages.of_vendor() } else { messages.messages.clone() };
        let plans::catalog::Document { catalog, about } = file.document(language);
        Content {
            data: Arc::new(PageData { catalog, messages: of_page }),
            about: Arc::new(about),
            shell: Arc::new(messages.shell.clone()),
        }
    };
    let own: Vec<&str> = messages.iter().map(|messages| messages.messages.language()).collect();
    let pages = file.pages(&own);
    let in_language = |own: &str| messages.iter().find(|other| other.messages.language() == own);
    let of_page = |(language, own): &(&str, &str)| Some(content(in_language(own)?, language));
    let mut contents: Vec<Content> = pages.iter().filter_map(of_page).collect();
    if contents.is_empty() {
        contents.extend(messages.first().map(|messages| content(messages, "")));
    }
    contents
}

/// What the pages need of the built files. Names are of files in the root of the site; the script that
/// starts the program also stands in the folder of each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The styles, which stand in every page, so that a browser can show it without asking for more.
    pub style: String,
    /// The same styles as a file, for where a host's policy refuses those in the page.
    pub style_file: String,
    /// The icon, as a `data:` address: some browsers ask for a file again whenever the address of the
    /// page changes.
    pub icon: String,
    /// The script that starts the program.
    pub boot: String,
    /// The program's script.
    pub glue: String,
    /// The program.
    pub program: String,
    /// The script of the element `<plan-comparator>`, as text: it still lacks the names of files.
    pub element: String,
    /// What the element's script fetches to make an instance.
    pub instance: String,
    /// The styles of instances in the element.
    pub element_style: String,
    /// What checks catalogs and makes their pages, if it was built: its script and its program.
    pub maker: Option<(String, String)>,
    /// The address of the site's root, for links that are made on other people's pages; `None` if it is not
    /// known.
    pub page: Option<String>,
    /// Whether each language has a folder with the workshop.
    pub has_workshop: bool,
}

/// A file of the site: its path, relative to the root of the site, and its content.
pub type File = (String, Vec<u8>);

/// The name of a file that changes with its content, so that it may be cached for ever.
#[must_use]
pub fn hashed_name(name: &str, kind: &str, content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let letters: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{name}-{letters}.{kind}")
}

/// The files of a site that no other catalog's site shares: a page at the root, in the first language; one in
/// a folder for each language, with the page that makes lines for other pages; and what shows the catalog in the
/// element `<plan-comparator>`.
///
/// # Errors
///
/// What the document's template lacks, if it has been changed.
pub fn pages(contents: &[Content], files: &Files) -> Result<Vec<File>, &'static str> {
    let mut pages = write_pages(contents, files, None)?;
    for content in contents {
        let path = format!("{}/embed/index.html", content.data.messages.language());
        pages.push((path, embedding::embedding(content, files)?.into_bytes()));
    }
    pages.extend(element::files(contents, files, None));
    Ok(pages)
}

/// The pages of a site that fetches its catalog. They have the words of `contents`, and no plans.
///
/// # Errors
///
/// As [`pages`].
pub fn pages_without_plans(
    contents: &[Content],
    files: &Files,
    fetched: &Fetched,
) -> Result<Vec<File>, &'static str> {
    let mut pages = write_pages(contents, files, Some(fetched))?;
    pages.extend(element::files(contents, files, Some(fetched)));
    Ok(pages)
}

/// A page in parts, for a document that is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The code of the page's language.
    pub language: String,
    /// The title of the document.
    pub title: String,
    /// The static page.
    pub page: String,
    /// What the program mounts.
    pub block: Vec<String>,
}

/// The page in a language, or the first page if there is none in it; `None` without any. `up` is the way
/// to the root of the site.
#[must_use]
pub fn parts(contents: &[Content], language: &str, up: &str) -> Option<Parts> {
    let languages: Vec<Language> = contents.iter().map(Language::of).collect();
    let is_asked = |content: &&Content| content.data.messages.language() == language;
    let content = contents.iter().find(is_asked).or(contents.first())?;
    Some(Parts {
        language: content.data.messages.language().to_owned(),
        title: document::title(content),
        page: document::page(content, &languages, up, &Ways::default()),
        block: content.data.write(),
    })
}

fn write_pages(
    contents: &[Content],
    files: &Files,
    fetched: Option<&Fetched>,
) -> Result<Vec<File>, &'static str> {
    let languages: Vec<Language> = contents.iter().map(Language::of).collect();
    let page = |content: &Content, up: &'static str| {
        Document { content, languages: &languages, files, up, fetched }
            .write()
            .map(String::into_bytes)
    };
    let mut pages = Vec::new();
    if let Some(first) = contents.first() {
        pages.push(("index.html".to_owned(), page(first, "")?));
    }
    for content in contents {
        let path = format!("{}/index.html", content.data.messages.language());
        pages.push((path, page(content, "../")?));
    }
    Ok(pages)
}

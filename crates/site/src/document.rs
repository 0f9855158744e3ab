//! The HTML document around a page.

use std::rc::Rc;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use leptos::prelude::Owner;
use nodes::{el, to_html};
use plan_comparator::page::{NoBrowser, Page, Place};
use plans::link::decode;
use plans::wording::fill_in;
use sha2::{Digest as _, Sha256};

use crate::shell::{Language, Ways, shell};
use crate::{Content, Files};

/// The document around every page, with `{names}` for what differs.
const TEMPLATE: &str = include_str!("../../../index.html");

/// Holds the first paint until the question is there.
pub const EXPECT: &str = "<link rel=\"expect\" href=\"#pc-opened\" blocking=\"render\">";

/// A catalog that pages fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Its address; a relative one is meant from the root of the site.
    pub address: String,
    /// The origin from which pages may fetch it, if that is not their own.
    pub origin: Option<String>,
}

/// What the documents of a page differ in.
pub struct Around {
    /// The title of the document.
    pub title: String,
    /// What the document is, in a sentence.
    pub description: String,
    /// What the document's scripts take from it.
    pub data: serde_json::Value,
    /// The attributes of the document's element, each after a space.
    pub attributes: String,
    /// The policy of the document.
    pub policy: String,
    /// What links to other files, and the styles.
    pub links: String,
    /// The script at the end of the body, if there is one.
    pub script: String,
}

impl Around {
    /// A document as HTML, with a page in its body.
    ///
    /// # Errors
    ///
    /// What the template lacks.
    pub fn document(&self, content: &Content, page: &str) -> Result<String, &'static str> {
        let Content { data, shell, .. } = content;
        let (before, after) =
            TEMPLATE.split_once("<!--").ok_or("index.html has lost its comment")?;
        let (_, after) = after
            .split_once("data-wasm-opt=\"0\">\n")
            .ok_or("index.html has lost its link to the program")?;
        let template = format!("{before}{{links}}\n{after}");
        Ok(fill_in(
            &template,
            &[
                ("language", data.messages.language()),
                ("attributes", &self.attributes),
                ("policy", &self.policy),
                ("links", &self.links),
                ("title", &escape(&self.title)),
                ("description", &escape(&self.description)),
                ("not_started", &escape(shell.failure.not_started())),
                ("stopped", &escape(shell.failure.stopped())),
                ("reload", &escape(shell.failure.reload())),
                ("page", page),
                // A `<` could end the script that holds the block.
                ("data", &self.data.to_string().replace('<', "\\u003c")),
                ("script", &self.script),
            ],
        ))
    }
}

/// The title of a page's document.
pub fn title(content: &Content) -> String {
    format!("{} – {}", content.heading(), content.data.catalog.title)
}

/// The static page: what stands in a document's body.
pub fn page(content: &Content, languages: &[Language], up: &str, ways: &Ways) -> String {
    Owner::new().with(|| {
        let data = Arc::clone(&content.data);
        let decoded = decode("", &data.catalog);
        let page = Page::new(data, Rc::new(NoBrowser), decoded, None, Place::default());
        to_html(shell(page, content, languages, up, ways))
    })
}

/// What may be fetched and run: `scripts` and `styles` besides, and what the program fetches.
pub fn policy(scripts: &str, styles: &str, connect: &str) -> String {
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; \
         img-src 'self' data:; connect-src {connect}; base-uri 'none'; form-action 'none'"
    )
}

/// The source by which a policy allows a script or style that stands in the document.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// A page's document in a site.
pub struct Document<'a> {
    pub content: &'a Content,
    pub languages: &'a [Language],
    pub files: &'a Files,
    /// The way from the document to the root of the site.
    pub up: &'static str,
    /// The catalog that the page fetches, if it is built without one.
    pub fetched: Option<&'a Fetched>,
}

impl Document<'_> {
    /// The document as HTML.
    ///
    /// # Errors
    ///
    /// What the template lacks.
    pub fn write(&self) -> Result<String, &'static str> {
        let style = in_style(&self.files.style);
        let styles = format!("'self' {}", source(&style));
        if let Some(fetched) = self.fetched {
            return self.without_plans(fetched, &style, &styles);
        }
        let around = Around {
            title: title(self.content),
            description: self.content.description().to_owned(),
            data: self.content.data.write().into(),
            attributes: self.root(),
            policy: policy("'self'", &styles, "'self'"),
            links: self.links(&style),
            script: String::new(),
        };
        let here = if self.up.is_empty() { self.content.data.messages.language() } else { "." };
        let ways = Ways {
            workshop: self.files.has_workshop.then(|| format!("{here}/workshop/")),
            embedding: Some(format!("{here}/embed/")),
        };
        let page = page(self.content, self.languages, self.up, &ways);
        around.document(self.content, &page)
    }

    /// The document of a page that fetches its catalog.
    fn without_plans(
        &self,
        fetched: &Fetched,
        style: &str,
        styles: &str,
    ) -> Result<String, &'static str> {
        let Content { shell, .. } = self.content;
        let words = &shell.failure;
        let is_relative = !fetched.address.starts_with('/') && !fetched.address.contains("://");
        let up = if is_relative { self.up } else { "" };
        let address = escape(&format!("{up}{}", fetched.address));
        let connect = match &fetched.origin {
            Some(origin) => format!("'self' {}", escape(origin)),
            None => "'self'".to_owned(),
        };
        let around = Around {
            title: shell.named.heading().to_owned(),
            description: shell.named.description().to_owned(),
            data: serde_json::json!([]),
            attributes: format!("{} data-catalog=\"{address}\"", self.root()),
            policy: policy("'self'", styles, &connect),
            // Nothing of the form is there yet.
            links: self.links(style).replace(EXPECT, ""),
            script: String::new(),
        };
        let coming = el("p")
            .attr("data-missing", words.no_catalog())
            .attr("data-owner", words.owner())
            .child(words.catalog_coming());
        let main = el("main").class("pc-main").child(coming);
        around.document(self.content, &to_html(main.into()))
    }

    /// The attribute by which the root's page knows to which languages it may send a visitor.
    fn root(&self) -> String {
        if !self.up.is_empty() {
            return String::new();
        }
        let here = self.content.data.messages.language();
        let others = self.languages.iter().map(|language| &*language.code);
        let others: Vec<&str> = others.filter(|code| *code != here).collect();
        format!(" data-languages=\"{}\"", others.join(" "))
    }

    /// The links in the document's head: to the page's files, and to the page in every language.
    ///
    /// A host may serve the folder `en/` as `en`. The first script stands in the folder and in the root of
    /// the site, so that the page finds it in either case; the script then finds everything else. The
    /// preloads are for the case with the slash.
    ///
    /// The first paint waits until the priorities and regions are there, which share their room: otherwise
    /// those that came first would become narrower.
    ///
    /// The page's own policy allows the styles in the page by their hash. A host's stricter one may not:
    /// then the first script fetches them as a file, and without scripts the `noscript` does.
    fn links(&self, style: &str) -> String {
        let (up, files) = (self.up, self.files);
        let here = match up {
            "" => format!("{}/", self.content.data.messages.language()),
            _ => "./".to_owned(),
        };
        // The program is asked for first: until its bytes come, the page and its styles are there.
        let mut links = vec![
            format!("<link rel=\"modulepreload\" href=\"{up}{}\">", files.glue),
            format!(
                "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" \
                 media=\"(scripting: enabled)\" href=\"{up}{}\">",
                files.program
            ),
            format!("<script defer src=\"./{}\"></script>", files.boot),
            EXPECT.to_owned(),
            format!("<style data-file=\"{up}{}\">{style}</style>", files.style_file),
            format!(
                "<noscript><link rel=\"stylesheet\" href=\"{up}{}\"></noscript>",
                files.style_file
            ),
            format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{}\">", files.icon),
            format!("<link rel=\"canonical\" href=\"{here}\">"),
        ];
        for Language { code, .. } in self.languages {
            links
                .push(format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{up}{code}/\">"));
        }
        let root = if up.is_empty() { "./" } else { up };
        links.push(format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{root}\">"));
        links.join("\n")
    }
}

/// Styles as they may stand in a `style` element: a `</` could end it.
pub fn in_style(style: &str) -> String {
    style.replace("</", "<\\/")
}

/// A text as it may stand in HTML.
fn escape(text: &str) -> String {
    to_html(text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_cannot_end_their_element() {
        assert_eq!(in_style("a{content:'</style>'}"), "a{content:'<\\/style>'}");
    }
}

//! Reads a picture's markup back: its elements, and their places as numbers.

use std::collections::{BTreeMap, BTreeSet};

use plans::picture::Shape;

/// An element of a picture.
#[derive(Clone, Debug)]
pub struct Element {
    pub tag: String,
    attributes: BTreeMap<String, String>,
    /// The text within, of all elements within.
    pub text: String,
}

impl Element {
    #[track_caller]
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).unwrap_or_else(|| panic!("no {name} in {self:?}"))
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.attributes
            .get("class")
            .is_some_and(|classes| classes.split(' ').any(|other| other == class))
    }

    /// A part of the width in ten-millionths.
    #[track_caller]
    pub fn share(&self, name: &str) -> i64 {
        decimal(self.get(name).strip_suffix('%').expect("per cent"), 5)
    }

    /// A length in hundredths of an em.
    #[track_caller]
    pub fn em(&self, name: &str) -> i64 {
        decimal(self.get(name).strip_suffix("em").expect("em"), 2)
    }
}

/// A number with exactly `decimals` decimals, without its point.
#[track_caller]
fn decimal(text: &str, decimals: usize) -> i64 {
    let (whole, rest) = text.split_once('.').unwrap_or_else(|| panic!("{text}: no decimals"));
    assert_eq!(rest.len(), decimals, "{text}");
    format!("{whole}{rest}").parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The elements of a picture, in the order in which they end.
///
/// The markup must be whole: tags in pairs, values in quotes, text escaped, ids unique and there if
/// they are named, and nothing that a strict page would refuse.
#[track_caller]
pub fn elements(svg: &Shape) -> Vec<Element> {
    let markup = svg.to_string();
    let mut open: Vec<Element> = Vec::new();
    let mut done = Vec::new();
    let mut rest = &*markup;
    while let Some((text, after)) = rest.split_once('<') {
        check_text(text);
        for element in &mut open {
            element.text.push_str(text);
        }
        let (tag, after) = after.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            let element = open.pop().expect("a tag that was begun");
            assert_eq!(element.tag, name);
            done.push(element);
        } else if let Some(tag) = tag.strip_suffix('/') {
            done.push(element(tag));
        } else {
            assert!(!open.is_empty() || done.is_empty(), "two roots");
            open.push(element(tag));
        }
    }
    assert_eq!((rest, open.len()), ("", 0), "what is begun is ended");
    check_ids(&done);
    done
}

#[track_caller]
fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let allowed =
        ["svg", "title", "defs", "pattern", "rect", "path", "line", "circle", "text", "tspan"];
    assert!(allowed.contains(&name), "{name}");
    let mut attributes = BTreeMap::new();
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").expect("an attribute");
        let (value, after) = value.split_once('"').expect("a value in quotes");
        check_text(value);
        let name = name.trim_start();
        assert!(name != "style" && name != "tabindex" && !name.starts_with("on"), "{name}");
        assert!(attributes.insert(name.to_owned(), value.to_owned()).is_none(), "{name} twice");
        rest = after;
    }
    Element { tag: name.to_owned(), attributes, text: String::new() }
}

#[track_caller]
fn check_text(text: &str) {
    for (place, _) in text.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;"];
        assert!(known.iter().any(|known| text[place..].starts_with(known)), "{text:?}");
    }
    assert!(!text.contains('"'), "{text:?}");
}

#[track_caller]
fn check_ids(elements: &[Element]) {
    let mut ids = BTreeSet::new();
    for id in elements.iter().filter_map(|element| element.attributes.get("id")) {
        assert!(ids.insert(&**id), "{id} twice");
    }
    for element in elements {
        if let Some(fill) = element.attributes.get("fill") {
            let id = fill.strip_prefix("url(#").and_then(|fill| fill.strip_suffix(')'));
            assert!(ids.contains(id.expect("a pattern")), "{fill}");
        }
    }
    let root = elements.last().expect("a root");
    assert_eq!((&*root.tag, root.get("role"), root.get("width")), ("svg", "img", "100%"));
    assert!(ids.contains(root.get("aria-labelledby")));
}

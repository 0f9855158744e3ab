//! A value of the file, with its place, and what has been found so far.

use core::cell::RefCell;

use jsonc_parser::ast::{Object, Value as Json};
use jsonc_parser::common::Ranged as _;

use crate::fault::{Fault, Faults};
use crate::near::nearest;
use crate::source::Lines;

/// A place in the file: how many bytes stand before it.
pub(crate) type Place = usize;

/// The most faults that are listed. What is beyond helps nobody and could fill the memory.
const MOST_FAULTS: usize = 1_000;

/// The most characters of a value that a fault shows.
const SHOWN: usize = 40;

/// What has been found in a file.
pub(crate) struct Findings<'a> {
    /// The codes of the catalog's languages, in its order.
    pub languages: Vec<String>,
    root: &'a Json<'a>,
    found: RefCell<Vec<Finding>>,
    /// For each language, where texts lack it.
    lacking: RefCell<Vec<Vec<Place>>>,
    /// Members that stand under a misspelt key, each with the place of its object.
    misspelt: RefCell<Vec<(Place, String)>>,
}

/// A fault before its place has a line and a path.
struct Finding {
    place: Place,
    /// The member of the object at the place that is missing.
    member: Option<String>,
    found: String,
    allowed: String,
    is_doubt: bool,
}

impl<'a> Findings<'a> {
    pub fn new(root: &'a Json<'a>, languages: Vec<String>) -> Self {
        let lacking = RefCell::new(languages.iter().map(|_| Vec::new()).collect());
        let (found, misspelt) = Default::default();
        Self { languages, root, found, lacking, misspelt }
    }

    /// Adds what is wrong at a place.
    pub fn wrong(&self, place: Place, found: impl Into<String>, allowed: impl Into<String>) {
        self.add(place, None, found.into(), allowed.into(), false);
    }

    /// Adds what is doubtful at a place.
    pub fn doubtful(&self, place: Place, found: impl Into<String>, doubt: impl Into<String>) {
        self.add(place, None, found.into(), doubt.into(), true);
    }

    /// Adds that the object at a place lacks a member.
    pub fn missing(&self, place: Place, member: &str, allowed: impl Into<String>) {
        self.add(place, Some(shorten(member)), "nothing".into(), allowed.into(), false);
    }

    fn add(
        &self,
        place: Place,
        member: Option<String>,
        found: String,
        allowed: String,
        is_doubt: bool,
    ) {
        let mut all = self.found.borrow_mut();
        if all.len() < MOST_FAULTS {
            all.push(Finding { place, member, found, allowed, is_doubt });
        }
    }

    /// Adds that a text lacks one of the languages.
    pub fn lacks(&self, language: usize, place: Place) {
        if let Some(places) = self.lacking.borrow_mut().get_mut(language) {
            places.push(place);
        }
    }

    /// Whether there is anything because of which the catalog cannot be used.
    pub fn has_errors(&self) -> bool {
        self.found.borrow().iter().any(|finding| !finding.is_doubt)
    }

    /// Everything that was found, in the order of the file.
    pub fn finish(self, text: &str) -> Faults {
        for (code, places) in self.languages.iter().zip(self.lacking.take()) {
            let Some(first) = places.first() else { continue };
            let of = self.languages.first().map_or("", String::as_str);
            let rest = match places.len() - 1 {
                0 => String::new(),
                1 => " here and in one more text".into(),
                more => format!(" here and in {more} more texts"),
            };
            let doubt =
                format!("no translation into {code}{rest}: the page shows the text in {of}");
            self.doubtful(*first, "a text", doubt);
        }
        let lines = Lines::of(text);
        let mut found = self.found.take();
        // A misspelt key is one fault, and not also the lack of the right one.
        let misspelt = self.misspelt.take();
        found.retain(|finding| {
            let is_it = |(place, key): &(Place, String)| {
                *place == finding.place && Some(key) == finding.member.as_ref()
            };
            !misspelt.iter().any(is_it)
        });
        found.sort_by_key(|finding| (finding.place, finding.member.is_some()));
        let fault = |Finding { place, member, found, allowed, is_doubt }: Finding| {
            let (line, column) = lines.position(place);
            let member = member.map(|member| step(&member)).unwrap_or_default();
            let path = format!("${}{member}", path_to(self.root, place));
            Fault { line, column, path, found, allowed, is_doubt }
        };
        Faults(found.into_iter().map(fault).collect())
    }
}

/// The path to the value or the key at a place.
fn path_to(root: &Json, place: Place) -> String {
    let mut path = String::new();
    let mut here = root;
    loop {
        let inside = |start: usize, end: usize| (start..end).contains(&place);
        match here {
            Json::Object(object) => {
                let property = object.properties.iter().find(|property| {
                    let range = property.range();
                    inside(range.start, range.end)
                });
                let Some(property) = property else { return path };
                path.push_str(&step(property.name.as_str()));
                here = &property.value;
            }
            Json::Array(list) => {
                let item = list.elements.iter().enumerate().find(|(_, item)| {
                    let range = item.range();
                    inside(range.start, range.end)
                });
                let Some((index, item)) = item else { return path };
                path.push_str(&format!("[{index}]"));
                here = item;
            }
            _ => return path,
        }
    }
}

/// A key as a step of a path.
fn step(key: &str) -> String {
    format!(".{}", shorten(key))
}

/// A text that is not longer than faults show.
pub(crate) fn shorten(text: &str) -> String {
    let mut short: String =
        text.chars().take(SHOWN).filter(|letter| !letter.is_control()).collect();
    if text.chars().nth(SHOWN).is_some() {
        short.push('…');
    }
    short
}

/// A value of the file.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub value: &'a Json<'a>,
    pub findings: &'a Findings<'a>,
}

impl<'a> At<'a> {
    /// The place at which the value begins.
    pub fn place(self) -> Place {
        self.value.range().start
    }

    /// Adds that the value cannot stand here.
    pub fn wrong(self, allowed: impl Into<String>) {
        self.findings.wrong(self.place(), self.shown(), allowed);
    }

    /// Adds that the value is doubtful.
    pub fn doubtful(self, doubt: impl Into<String>) {
        self.findings.doubtful(self.place(), self.shown(), doubt);
    }

    /// The value as faults show it.
    pub fn shown(self) -> String {
        match self.value {
            Json::NullKeyword(_) => "null".into(),
            Json::BooleanLit(flag) => flag.value.to_string(),
            Json::StringLit(text) => format!("\"{}\"", shorten(&text.value)),
            Json::NumberLit(number) => shorten(number.value),
            Json::Array(list) if list.elements.is_empty() => "[]".into(),
            Json::Array(list) => format!("a list of {}", list.elements.len()),
            Json::Object(object) => {
                let keys: Vec<&str> = object
                    .properties
                    .iter()
                    .take(SHOWN)
                    .map(|property| property.name.as_str())
                    .collect();
                shorten(&format!("an object with {}", keys.join(", ")))
            }
        }
    }

    pub fn text(self) -> Option<&'a str> {
        match self.value {
            Json::StringLit(text) => Some(&text.value),
            _ => None,
        }
    }

    pub fn is_number(self) -> bool {
        matches!(self.value, Json::NumberLit(_))
    }

    pub fn object(self) -> Option<Members<'a>> {
        match self.value {
            Json::Object(object) => Some(Members { at: self, object }),
            _ => None,
        }
    }

    /// The items of a list; `None` for what is none.
    pub fn items(self) -> Option<impl Iterator<Item = At<'a>>> {
        let Json::Array(list) = self.value else { return None };
        Some(list.elements.iter().map(move |value| At { value, findings: self.findings }))
    }

    /// What `parse` makes of a text; adds a fault if it makes nothing of it.
    pub fn parse<T>(self, allowed: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let parsed = self.text().and_then(parse);
        if parsed.is_none() {
            self.wrong(allowed);
        }
        parsed
    }
}

/// The members of an object.
#[derive(Clone, Copy)]
pub(crate) struct Members<'a> {
    pub at: At<'a>,
    object: &'a Object<'a>,
}

impl<'a> Members<'a> {
    /// The first member with a key.
    pub fn get(self, key: &str) -> Option<At<'a>> {
        let mut properties = self.object.properties.iter();
        let property = properties.find(|property| property.name.as_str() == key)?;
        Some(At { value: &property.value, findings: self.at.findings })
    }

    /// All members, each with its key and the place of the key; a fault for each key that comes again.
    pub fn all(self) -> Vec<(&'a str, Place, At<'a>)> {
        let mut seen = std::collections::BTreeSet::new();
        let mut members = Vec::new();
        for property in &self.object.properties {
            let key = property.name.as_str();
            let value = At { value: &property.value, findings: self.at.findings };
            let place = property.name.range().start;
            if seen.insert(key) {
                members.push((key, place, value));
            } else {
                let found = format!("\"{}\" again", shorten(key));
                self.at.findings.wrong(place, found, "each key once");
            }
        }
        members
    }

    /// Adds a fault for each key that is not one of `keys`, and for each that comes again.
    pub fn only(self, keys: &[&str]) {
        for (key, place, value) in self.all() {
            if !keys.contains(&key) {
                self.unknown(key, place, value, keys);
            }
        }
    }

    /// Adds that there is no such key.
    pub fn unknown(self, key: &str, place: Place, value: At<'a>, keys: &[&str]) {
        let right = nearest(key, keys.iter().copied());
        if let Some(right) = right {
            self.at.findings.misspelt.borrow_mut().push((self.at.place(), right.to_owned()));
        }
        let hint = meant(right);
        let allowed = format!("no such key{hint}; the keys are {}", keys.join(", "));
        self.at.findings.wrong(place, value.shown(), allowed);
    }
}

/// The hint that a value of another kind is meant.
pub(crate) fn meant_instead(json: &str) -> String {
    format!(" (is {json} meant?)")
}

/// The hint that another word is meant.
pub(crate) fn meant(word: Option<&str>) -> String {
    word.map(|word| format!(" (is \"{word}\" meant?)")).unwrap_or_default()
}

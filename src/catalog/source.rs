//! Values of a JSON document with their places, and what is wrong with them.

use core::cell::RefCell;
use core::fmt;

use serde_json::{Map, Value as Json};

/// Something in a catalog that cannot be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, such as `$.plans[2].paid`.
    pub path: String,
    /// What stands there, shortened; `nothing` where something is missing.
    pub found: String,
    /// What may stand there.
    pub allowed: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: found {}, allowed is {}", self.path, self.found, self.allowed)
    }
}

/// Everything that is wrong with a catalog, in the order of the file's keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl core::error::Error for Faults {}

/// A value and its place. What is asked of it and not there is reported, and something harmless is
/// returned instead, so that reading goes on and finds the other faults too.
pub(super) struct Node<'a> {
    pub value: &'a Json,
    pub path: String,
    pub faults: &'a RefCell<Faults>,
}

impl<'a> Node<'a> {
    /// Reports that this value cannot stand here.
    pub fn fault(&self, allowed: impl Into<String>) {
        self.fault_at(self.path.clone(), show(self.value), allowed.into());
    }

    fn fault_at(&self, path: String, found: String, allowed: String) {
        self.faults.borrow_mut().0.push(Fault { path, found, allowed });
    }

    fn child(&self, path: String, value: &'a Json) -> Self {
        Node { value, path, faults: self.faults }
    }

    /// Its members, if it is an object with no keys but these.
    pub fn object(&self, keys: &[&str]) -> Option<&'a Map<String, Json>> {
        let Some(map) = self.value.as_object() else {
            self.fault(format!("an object with {}", keys.join(", ")));
            return None;
        };
        for (key, value) in map.iter().filter(|(key, _)| !keys.contains(&key.as_str())) {
            let path = format!("{}.{}", self.path, shorten(key));
            self.fault_at(
                path,
                show(value),
                format!("no such key; the keys are {}", keys.join(", ")),
            );
        }
        Some(map)
    }

    /// A member, reported if it is missing.
    pub fn get(&self, key: &str, allowed: &str) -> Option<Self> {
        let found = self.find(key);
        if found.is_none() && self.value.is_object() {
            self.fault_at(format!("{}.{key}", self.path), "nothing".into(), allowed.into());
        }
        found
    }

    /// A member, if it is there.
    pub fn find(&self, key: &str) -> Option<Self> {
        let value = self.value.as_object()?.get(key)?;
        Some(self.child(format!("{}.{key}", self.path), value))
    }

    /// The items of a list.
    pub fn items(&self) -> Vec<Self> {
        let Some(list) = self.value.as_array() else {
            self.fault("a list");
            return Vec::new();
        };
        let path = |index| format!("{}[{index}]", self.path);
        list.iter().enumerate().map(|(index, value)| self.child(path(index), value)).collect()
    }

    /// The items of a member that must be a list with at least one.
    pub fn items_of(&self, key: &str) -> Vec<Self> {
        let Some(list) = self.get(key, "a list with at least one item") else { return Vec::new() };
        let items = list.items();
        if items.is_empty() && list.value.is_array() {
            list.fault("a list with at least one item");
        }
        items
    }

    /// A string that `parse` understands.
    pub fn parse<T>(&self, allowed: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let parsed = self.value.as_str().and_then(parse);
        if parsed.is_none() {
            self.fault(allowed);
        }
        parsed
    }

    /// The member `key`, a string that `parse` understands.
    pub fn parse_of<T>(
        &self,
        key: &str,
        allowed: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.get(key, allowed)?.parse(allowed, parse)
    }

    /// The member `key`, true or false; false where it is missing and may be.
    pub fn flag(&self, key: &str, required: bool) -> bool {
        let allowed = "true or false";
        let node = if required { self.get(key, allowed) } else { self.find(key) };
        let Some(node) = node else { return false };
        node.value.as_bool().unwrap_or_else(|| {
            node.fault(allowed);
            false
        })
    }
}

/// A value in short. Written out here, since printing any JSON would bring the tables for printing
/// fractions into the page.
fn show(value: &Json) -> String {
    match value {
        Json::Null => "null".into(),
        Json::Bool(flag) => flag.to_string(),
        Json::String(text) => format!("\"{}\"", shorten(text)),
        Json::Number(number) => {
            number.as_i64().map_or_else(|| "a fraction".into(), |number| number.to_string())
        }
        Json::Array(list) if list.is_empty() => "[]".into(),
        Json::Array(list) => format!("a list of {}", list.len()),
        Json::Object(map) => {
            let keys: Vec<&str> = map.keys().map(String::as_str).collect();
            shorten(&format!("an object with {}", keys.join(", ")))
        }
    }
}

/// At most 40 characters.
fn shorten(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

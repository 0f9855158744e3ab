//! A place in a JSON document: the value that stands there, and the faults found so far.

use core::cell::RefCell;

use serde_json::{Map, Value as Json};

use super::fault::{Fault, Faults};
use super::ids::Ids;
use crate::shorten::shorten;

/// A value of a JSON document and its path.
///
/// Each method that misses what it asks for adds a fault and returns something harmless, so that
/// reading goes on and finds the other faults too.
pub(super) struct JsonCursor<'a> {
    pub value: &'a Json,
    pub path: String,
    pub faults: &'a RefCell<Faults>,
}

impl<'a> JsonCursor<'a> {
    /// Adds the fault that this value is not allowed here.
    pub fn fault(&self, allowed: impl Into<String>) {
        self.fault_at(self.path.clone(), show(self.value), allowed.into());
    }

    fn fault_at(&self, path: String, found: String, allowed: String) {
        self.faults.borrow_mut().0.push(Fault { path, found, allowed });
    }

    fn child(&self, path: String, value: &'a Json) -> Self {
        JsonCursor { value, path, faults: self.faults }
    }

    /// The members of an object; a fault for each member that has none of the `keys`.
    pub fn object(&self, keys: &[&str]) -> Option<&'a Map<String, Json>> {
        self.object_with(|key| keys.contains(&key), || keys.join(", "))
    }

    /// The members of an object whose keys are ids of the catalog.
    pub fn object_of(&self, ids: &Ids) -> Option<&'a Map<String, Json>> {
        self.object_with(|key| ids.place(key).is_some(), || ids.list().join(", "))
    }

    fn object_with(
        &self,
        is_known: impl Fn(&str) -> bool,
        keys: impl Fn() -> String,
    ) -> Option<&'a Map<String, Json>> {
        let Some(map) = self.value.as_object() else {
            self.fault(format!("an object with {}", keys()));
            return None;
        };
        for (key, value) in map.iter().filter(|(key, _)| !is_known(key)) {
            let path = format!("{}.{}", self.path, shorten(key));
            self.fault_at(path, show(value), format!("no such key; the keys are {}", keys()));
        }
        Some(map)
    }

    /// The member `key` of an object; a fault if the object does not have it.
    pub fn member(&self, key: &str, allowed: &str) -> Option<Self> {
        let found = self.optional(key);
        if found.is_none() && self.value.is_object() {
            self.fault_at(format!("{}.{key}", self.path), "nothing".into(), allowed.into());
        }
        found
    }

    /// The member `key` of an object; `None` if the object does not have it.
    pub fn optional(&self, key: &str) -> Option<Self> {
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

    /// The items of the member `key`, a list that has at least one.
    pub fn items_of(&self, key: &str) -> Vec<Self> {
        let allowed = "a list with at least one item";
        let Some(list) = self.member(key, allowed) else { return Vec::new() };
        let items = list.items();
        if items.is_empty() && list.value.is_array() {
            list.fault(allowed);
        }
        items
    }

    /// The items of the member `key`, a list; none if the object does not have the member.
    pub fn optional_items(&self, key: &str) -> Vec<Self> {
        self.optional(key).map(|list| list.items()).unwrap_or_default()
    }

    /// What `parse` makes of a string; a fault if it makes nothing of it.
    pub fn parse<T>(&self, allowed: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let parsed = self.value.as_str().and_then(parse);
        if parsed.is_none() {
            self.fault(allowed);
        }
        parsed
    }

    /// What `parse` makes of the member `key`, a string.
    pub fn parse_of<T>(
        &self,
        key: &str,
        allowed: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.member(key, allowed)?.parse(allowed, parse)
    }

    /// The member `key`, true or false.
    pub fn flag(&self, key: &str) -> bool {
        self.member(key, FLAG).is_some_and(|flag| flag.bool())
    }

    /// The member `key`, true or false; false if the object does not have it.
    pub fn optional_flag(&self, key: &str) -> bool {
        self.optional(key).is_some_and(|flag| flag.bool())
    }

    fn bool(&self) -> bool {
        self.value.as_bool().unwrap_or_else(|| {
            self.fault(FLAG);
            false
        })
    }
}

/// What is allowed where a flag stands.
const FLAG: &str = "true or false";

/// A value in short. Does not print arbitrary JSON, since that would bring the tables for printing
/// fractions into a page that reads catalogs.
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

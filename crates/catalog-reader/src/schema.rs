//! The JSON Schema of the format, for editors: made from the types that read it.
//!
//! It says what a member means and which shape it has. What must hold between the parts of a file, such
//! as that each reference names something, only the reader knows.

pub(crate) use serde_json::{Value as Json, json};

use crate::format::File;
use crate::read::Read as _;

/// The definitions of objects, by name, in the order in which they are first needed.
#[derive(Default)]
pub(crate) struct Definitions(Vec<(&'static str, Json)>);

/// A member of an object.
pub(crate) struct Member {
    pub key: String,
    pub about: &'static str,
    pub schema: Json,
    pub may_be_missing: bool,
}

/// A comment as one line.
fn line(about: &str) -> String {
    about.trim().replace('`', "")
}

impl Definitions {
    /// A reference to the definition of an object, which is made if it is not there.
    pub fn object(
        &mut self,
        name: &'static str,
        about: &'static str,
        members: impl FnOnce(&mut Self) -> Vec<Member>,
    ) -> Json {
        if !self.0.iter().any(|(known, _)| *known == name) {
            self.0.push((name, Json::Null));
            let members = members(self);
            let needed = members.iter().filter(|member| !member.may_be_missing);
            let needed: Vec<&str> = needed.map(|member| &*member.key).collect();
            let property = |member: &Member| {
                let mut schema = member.schema.clone();
                if let Some(schema) = schema.as_object_mut() {
                    schema.insert("description".into(), line(member.about).into());
                }
                (member.key.clone(), schema)
            };
            let definition = json!({
                "description": line(about),
                "type": "object",
                "properties": members.iter().map(property).collect::<serde_json::Map<_, _>>(),
                "required": needed,
                "additionalProperties": false,
            });
            if let Some((_, place)) = self.0.iter_mut().find(|(known, _)| *known == name) {
                *place = definition;
            }
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

impl Definitions {
    /// A reference to a definition that has no members.
    pub fn named(&mut self, name: &'static str, schema: Json) -> Json {
        if !self.0.iter().any(|(known, _)| *known == name) {
            self.0.push((name, schema));
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// One of some words, each with its meaning.
pub(crate) fn words(words: &[(&str, &str)]) -> Json {
    let word = |(word, about): &(&str, &str)| json!({ "const": word, "description": line(about) });
    json!({ "oneOf": words.iter().map(word).collect::<Vec<_>>() })
}

/// A string, with an example of it.
pub(crate) fn string(example: &str) -> Json {
    json!({ "type": "string", "examples": [example] })
}

/// The schema of the format, as a text.
#[must_use]
pub fn schema() -> String {
    let mut definitions = Definitions::default();
    let root = File::schema(&mut definitions);
    let definitions: serde_json::Map<_, _> =
        definitions.0.into_iter().map(|(name, definition)| (name.to_owned(), definition)).collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Catalog of support plans, format 1",
        "$ref": root.get("$ref"),
        "$defs": definitions,
    });
    format!("{schema:#}\n")
}

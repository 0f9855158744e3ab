//! Reads a catalog's JSON form.

mod cursor;
mod desk;
mod fault;
mod ids;
mod offer;

pub use fault::{Fault, Faults};

use core::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::about::{About, Channel, Document, Provenance, Resource};
use super::each::Each;
use super::model::{Catalog, Group, Plan, Priority, RegionIndex, Source, Text};
use cursor::JsonCursor;
use ids::Ids;

/// Reads a catalog in one of its languages.
///
/// # Errors
///
/// Every fault of the file, each with its place, what stands there and what is allowed there.
///
/// ```
/// let faults = plans::catalog::read(r#"{"languages": ["en"], "plans": []}"#, "en").unwrap_err();
/// assert!(faults.to_string().contains("$.plans: found [], allowed is a list with at least one item"));
/// ```
pub fn read(json: &str, language: &str) -> Result<Document, Faults> {
    let json: Json = serde_json::from_str(json).map_err(|error| {
        let found = format!("text that breaks off or errs at line {}", error.line());
        Faults(vec![Fault { path: "$".into(), found, allowed: format!("JSON ({error})") }])
    })?;
    read_json(&json, language)
}

/// Reads a catalog, as [`read`] does, from JSON that is parsed already.
///
/// # Errors
///
/// Those of [`read`].
pub fn read_json(json: &Json, language: &str) -> Result<Document, Faults> {
    let faults = RefCell::default();
    let root = JsonCursor { value: json, path: "$".into(), faults: &faults };
    let languages = languages(json);
    let codes = languages.iter().map(String::as_str).collect();
    let reader = Reader { languages: &languages, codes, language };
    reader.check_languages(&root);
    let document = reader.document(&root);
    match faults.into_inner() {
        faults if faults.0.is_empty() => Ok(document),
        faults => Err(faults),
    }
}

/// The languages that a catalog's JSON says it has.
#[must_use]
pub fn languages(catalog: &Json) -> Vec<String> {
    let list = catalog.get("languages").and_then(Json::as_array);
    list.into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
}

/// Reads the parts of a catalog in one language, whose texts it checks in all of them.
struct Reader<'a> {
    /// The codes in the file's order.
    languages: &'a [String],
    /// The same codes, for looking up.
    codes: BTreeSet<&'a str>,
    /// The language that is read.
    language: &'a str,
}

impl Reader<'_> {
    /// Checks that the languages are codes, each once, and the one that is read among them.
    fn check_languages(&self, root: &JsonCursor) {
        let allowed = format!("a list of language codes with {} among them", self.language);
        let Some(list) = root.member("languages", &allowed) else { return };
        if list.value.as_array().is_none_or(|_| !self.codes.contains(self.language)) {
            list.fault(allowed);
            return;
        }
        let mut seen = BTreeSet::new();
        for item in list.items() {
            let is_new = item.value.as_str().is_some_and(|code| seen.insert(code));
            item.parse("a language code that is not on the list already", |code| {
                (!code.is_empty() && is_new).then_some(())
            });
        }
    }

    fn document(&self, root: &JsonCursor) -> Document {
        root.object(&[
            "languages",
            "title",
            "summary",
            "provenance",
            "plans",
            "priorities",
            "regions",
            "regionRule",
            "defaultRegion",
            "coverages",
            "targets",
            "overrides",
            "groups",
            "offers",
            "channels",
            "resources",
        ]);
        let plans = self.list(root, "plans", |item| self.plan(item));
        let priorities = self.list(root, "priorities", |item| self.priority(item));
        let (regions, notes): (Vec<_>, Vec<_>) =
            self.list(root, "regions", |item| self.region(item)).into_iter().unzip();
        let (coverages, meanings): (Vec<_>, Vec<_>) =
            self.list(root, "coverages", |item| self.coverage(item)).into_iter().unzip();
        let ids = CatalogIds {
            plans: Ids::of(&plans, |plan| &plan.id),
            priorities: Ids::of(&priorities, |priority| &priority.id),
            regions: Ids::of(&regions, |region| &region.id),
            coverages: Ids::of(&coverages, |coverage| &coverage.id),
        };
        let groups = self.optional_list(root, "groups", |item| self.group(item, &ids));
        check_entitlements(root, &groups);
        let title = self.text(root, "title");
        let summary = self.text(root, "summary");
        let (source, provenance) = self.provenance(root);
        let catalog = Catalog {
            title,
            source,
            region_rule: self.text(root, "regionRule"),
            default_region: RegionIndex(ids.regions.reference(root, "defaultRegion")),
            targets: self.targets(root, &ids),
            overrides: self.overrides(root, &ids),
            plans,
            priorities,
            regions,
            coverages,
            entitlements: Catalog::entitlements_of(&groups),
            groups,
        };
        let about = About {
            summary,
            provenance,
            offers: self.text(root, "offers"),
            channels: self.optional_list(root, "channels", |item| self.channel(item)),
            resources: self.optional_list(root, "resources", |item| self.resource(item)),
            meanings: Each::new(meanings),
            notes: Each::new(notes),
        };
        Document { catalog, about }
    }

    fn provenance(&self, root: &JsonCursor) -> (Source, Provenance) {
        let absent =
            JsonCursor { value: &Json::Null, path: "$.provenance".into(), faults: root.faults };
        let cursor = root.member("provenance", "an object").unwrap_or(absent);
        cursor.object(&["document", "url", "version", "edition", "caution", "licence"]);
        let document = self.text(&cursor, "document");
        let (url, version) = (self.url(&cursor), self.text(&cursor, "version"));
        let source = Source { document, edition: self.text(&cursor, "edition") };
        let caution = self.text(&cursor, "caution");
        let licence = self.text(&cursor, "licence");
        (source, Provenance { url, version, caution, licence })
    }

    fn plan(&self, cursor: &JsonCursor) -> Plan {
        cursor.object(&["id", "name", "short", "paid"]);
        Plan {
            id: self.id(cursor),
            name: self.text(cursor, "name"),
            short: self.text(cursor, "short"),
            paid: cursor.flag("paid"),
        }
    }

    fn priority(&self, cursor: &JsonCursor) -> Priority {
        cursor.object(&["id", "name", "short", "definition"]);
        Priority {
            id: self.id(cursor),
            name: self.text(cursor, "name"),
            short: self.text(cursor, "short"),
            definition: self.text(cursor, "definition"),
        }
    }

    fn channel(&self, cursor: &JsonCursor) -> Channel {
        cursor.object(&["id", "name", "kind", "description", "caveat"]);
        Channel {
            id: self.id(cursor),
            name: self.text(cursor, "name"),
            kind: self.text(cursor, "kind"),
            description: self.text(cursor, "description"),
            caveat: self.optional_text(cursor, "caveat"),
        }
    }

    fn resource(&self, cursor: &JsonCursor) -> Resource {
        cursor.object(&["id", "name", "description", "url"]);
        Resource {
            id: self.id(cursor),
            name: self.text(cursor, "name"),
            description: self.text(cursor, "description"),
            url: self.url(cursor),
        }
    }

    /// The items of the member `key`, a list with at least one item, no two with the same id.
    fn list<T>(&self, cursor: &JsonCursor, key: &str, read: impl Fn(&JsonCursor) -> T) -> Vec<T> {
        items(&cursor.items_of(key), read)
    }

    /// The items of the member `key`, a list, no two with the same id; none if it is missing.
    fn optional_list<T>(
        &self,
        cursor: &JsonCursor,
        key: &str,
        read: impl Fn(&JsonCursor) -> T,
    ) -> Vec<T> {
        items(&cursor.optional_items(key), read)
    }

    /// The member `id`: lower-case letters, digits and hyphens, and no language code.
    fn id(&self, cursor: &JsonCursor) -> Text {
        let allowed = "lower-case letters, digits and hyphens, and not one of the language codes";
        let parse = |text: &str| {
            let plain =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            let sound = !text.is_empty() && text.bytes().all(plain) && !self.codes.contains(text);
            sound.then(|| Text::from(text))
        };
        cursor.parse_of("id", allowed, parse).unwrap_or_default()
    }

    /// The member `key`, a text.
    fn text(&self, cursor: &JsonCursor, key: &str) -> Text {
        cursor.member(key, "a text").map(|member| self.localized(&member)).unwrap_or_default()
    }

    /// The member `key`, a text; `None` if it is missing.
    fn optional_text(&self, cursor: &JsonCursor, key: &str) -> Option<Text> {
        cursor.optional(key).map(|member| self.localized(&member))
    }

    /// A text in the language that is read: a string for all languages, or an object with a string
    /// for each.
    fn localized(&self, cursor: &JsonCursor) -> Text {
        self.localized_that(cursor, "a text that is not empty", |text| !text.trim().is_empty())
    }

    /// The member `url`, an address that a link may lead to.
    fn url(&self, cursor: &JsonCursor) -> Text {
        let allowed = "an address that begins with https://";
        let safe = |text: &str| text.starts_with("https://");
        let member = cursor.member("url", allowed);
        member.map(|member| self.localized_that(&member, allowed, safe)).unwrap_or_default()
    }

    /// A text that is sound in every language.
    fn localized_that(
        &self,
        cursor: &JsonCursor,
        allowed: &str,
        is_sound: fn(&str) -> bool,
    ) -> Text {
        let read = |cursor: &JsonCursor| {
            cursor.parse(allowed, |text| is_sound(text).then(|| Text::from(text)))
        };
        if cursor.value.is_string() {
            return read(cursor).unwrap_or_default();
        }
        let codes: Vec<&str> = self.languages.iter().map(String::as_str).collect();
        if !cursor.value.is_object() {
            cursor.fault(format!(
                "{allowed}, or an object with one for each of {}",
                codes.join(", ")
            ));
            return Text::default();
        }
        cursor.object(&codes);
        let mut words = Text::default();
        for code in codes {
            let text =
                cursor.member(code, "a text in this language").and_then(|member| read(&member));
            if code == self.language {
                words = text.unwrap_or_default();
            }
        }
        words
    }
}

/// Reads the items of a list; a fault for each item whose id an earlier item has.
fn items<T>(items: &[JsonCursor], read: impl Fn(&JsonCursor) -> T) -> Vec<T> {
    let mut seen = BTreeSet::new();
    for id in items.iter().filter_map(|item| item.optional("id")) {
        if id.value.as_str().is_some_and(|text| !seen.insert(text)) {
            id.fault("an id that no other item of the list has");
        }
    }
    items.iter().map(read).collect()
}

/// Checks that no two groups have an entitlement with the same id, which names its row on the page.
/// The list of a group has checked the ids within the group.
fn check_entitlements(root: &JsonCursor, groups: &[Group]) {
    let mut seen: BTreeSet<&Text> = BTreeSet::new();
    for (group, position) in groups.iter().zip(0..) {
        let mut times: BTreeMap<&Text, usize> = BTreeMap::new();
        for entitlement in &group.entitlements {
            *times.entry(&entitlement.id).or_default() += 1;
        }
        for entitlement in &group.entitlements {
            let is_single = times.get(&entitlement.id) == Some(&1);
            if seen.contains(&entitlement.id) && is_single {
                let found = Json::from(&*entitlement.id);
                let path = format!("$.groups[{position}].entitlements");
                JsonCursor { value: &found, path, faults: root.faults }
                    .fault("an id that no other group has");
            }
        }
        seen.extend(times.into_keys());
    }
}

/// The ids of a catalog's lists.
struct CatalogIds {
    plans: Ids,
    priorities: Ids,
    regions: Ids,
    coverages: Ids,
}

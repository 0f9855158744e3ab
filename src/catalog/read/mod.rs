//! Reads a catalog's JSON form.

mod desk;
mod offer;

pub(super) use desk::NO_ZONE;

use core::cell::RefCell;

use serde_json::Value as Json;

use super::model::{
    Catalog, Channel, Group, Plan, Priority, Provenance, RegionIndex, Resource, Text,
};
use super::source::{Fault, Faults, Node};

/// Reads a catalog in one of its languages.
///
/// # Errors
///
/// Every fault of the file, each with its place, what stands there and what may stand there.
///
/// ```
/// let faults = plan_comparator::catalog::read(r#"{"languages": ["en"], "plans": []}"#, "en").unwrap_err();
/// assert!(faults.to_string().contains("$.plans: found [], allowed is a list with at least one item"));
/// ```
pub fn read(json: &str, language: &str) -> Result<Catalog, Faults> {
    let json: Json = serde_json::from_str(json).map_err(|error| {
        let found = format!("text that breaks off or errs at line {}", error.line());
        Faults(vec![Fault { path: "$".into(), found, allowed: format!("JSON ({error})") }])
    })?;
    read_json(&json, language)
}

/// As [`read`], from JSON that was parsed already.
///
/// # Errors
///
/// As [`read`].
pub fn read_json(json: &Json, language: &str) -> Result<Catalog, Faults> {
    let faults = RefCell::default();
    let root = Node { value: json, path: "$".into(), faults: &faults };
    let reader = Reader { languages: languages(json), language };
    reader.check_languages(&root);
    let catalog = reader.catalog(&root);
    match faults.into_inner() {
        faults if faults.0.is_empty() => Ok(catalog),
        faults => Err(faults),
    }
}

/// The languages that a catalog's JSON says it has.
#[must_use]
pub fn languages(catalog: &Json) -> Vec<String> {
    let list = catalog.get("languages").and_then(Json::as_array);
    list.into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
}

struct Reader<'a> {
    languages: Vec<String>,
    language: &'a str,
}

impl Reader<'_> {
    /// Codes, each once, and the one that is read among them.
    fn check_languages(&self, root: &Node) {
        let allowed = format!("a list of language codes with {} among them", self.language);
        let Some(list) = root.get("languages", &allowed) else { return };
        if list
            .value
            .as_array()
            .is_none_or(|_| !self.languages.iter().any(|code| code == self.language))
        {
            list.fault(allowed);
            return;
        }
        let items = list.items();
        for (index, item) in items.iter().enumerate() {
            let before = items.iter().take(index).any(|other| other.value == item.value);
            item.parse("a language code that is not on the list already", |code| {
                (!code.is_empty() && !before).then_some(())
            });
        }
    }

    fn catalog(&self, root: &Node) -> Catalog {
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
        let plans = self.list(root, "plans", |node| self.plan(node));
        let priorities = self.list(root, "priorities", |node| self.priority(node));
        let regions = self.list(root, "regions", |node| self.region(node));
        let coverages = self.list(root, "coverages", |node| self.coverage(node));
        let ids = Ids {
            plans: ids(&plans, |plan| &plan.id),
            priorities: ids(&priorities, |priority| &priority.id),
            regions: ids(&regions, |region| &region.id),
            coverages: ids(&coverages, |coverage| &coverage.id),
        };
        let groups = self.optional_list(root, "groups", |node| self.group(node, &ids));
        self.unique_entitlements(root, &groups);
        Catalog {
            title: self.text(root, "title"),
            summary: self.text(root, "summary"),
            provenance: self.provenance(root),
            region_rule: self.text(root, "regionRule"),
            default_region: RegionIndex(self.reference(root, "defaultRegion", &ids.regions)),
            targets: self.targets(root, &ids),
            overrides: self.overrides(root, &ids),
            offers: self.text(root, "offers"),
            channels: self.optional_list(root, "channels", |node| self.channel(node)),
            resources: self.optional_list(root, "resources", |node| self.resource(node)),
            plans,
            priorities,
            regions,
            coverages,
            entitlements: groups.iter().flat_map(|group| group.entitlements.clone()).collect(),
            groups,
        }
    }

    fn provenance(&self, root: &Node) -> Provenance {
        let absent = Node { value: &Json::Null, path: "$.provenance".into(), faults: root.faults };
        let node = root.get("provenance", "an object").unwrap_or(absent);
        node.object(&["document", "url", "version", "edition", "caution", "licence"]);
        Provenance {
            document: self.text(&node, "document"),
            url: self.url(&node),
            version: self.text(&node, "version"),
            edition: self.text(&node, "edition"),
            caution: self.text(&node, "caution"),
            licence: self.text(&node, "licence"),
        }
    }

    fn plan(&self, node: &Node) -> Plan {
        node.object(&["id", "name", "short", "paid"]);
        Plan {
            id: self.id(node),
            name: self.text(node, "name"),
            short: self.text(node, "short"),
            paid: node.flag("paid", true),
        }
    }

    fn priority(&self, node: &Node) -> Priority {
        node.object(&["id", "name", "short", "definition"]);
        Priority {
            id: self.id(node),
            name: self.text(node, "name"),
            short: self.text(node, "short"),
            definition: self.text(node, "definition"),
        }
    }

    fn channel(&self, node: &Node) -> Channel {
        node.object(&["id", "name", "kind", "description", "caveat"]);
        Channel {
            id: self.id(node),
            name: self.text(node, "name"),
            kind: self.text(node, "kind"),
            description: self.text(node, "description"),
            caveat: self.optional_text(node, "caveat"),
        }
    }

    fn resource(&self, node: &Node) -> Resource {
        node.object(&["id", "name", "description", "url"]);
        Resource {
            id: self.id(node),
            name: self.text(node, "name"),
            description: self.text(node, "description"),
            url: self.url(node),
        }
    }

    /// The items of a list, of which no two may have the same id.
    fn list<T>(&self, node: &Node, key: &str, read: impl Fn(&Node) -> T) -> Vec<T> {
        self.items(&node.items_of(key), read)
    }

    /// As [`Reader::list`], of a list that may be missing or empty.
    fn optional_list<T>(&self, node: &Node, key: &str, read: impl Fn(&Node) -> T) -> Vec<T> {
        self.items(&node.find(key).map(|node| node.items()).unwrap_or_default(), read)
    }

    fn items<T>(&self, items: &[Node], read: impl Fn(&Node) -> T) -> Vec<T> {
        let id = |item: &Node| item.value.get("id").and_then(Json::as_str).map(str::to_owned);
        for (index, item) in items.iter().enumerate() {
            if let Some(this) = id(item)
                && items.iter().take(index).any(|other| id(other).as_ref() == Some(&this))
                && let Some(node) = item.find("id")
            {
                node.fault("an id that no other item of the list has");
            }
        }
        items.iter().map(read).collect()
    }

    /// An entitlement's id names its row on the page, in whichever group it is.
    fn unique_entitlements(&self, root: &Node, groups: &[Group]) {
        let mut seen: Vec<&Text> = Vec::new();
        for (group, position) in groups.iter().zip(0..) {
            for entitlement in &group.entitlements {
                let in_this =
                    group.entitlements.iter().filter(|other| other.id == entitlement.id).count()
                        > 1;
                if seen.contains(&&entitlement.id) && !in_this {
                    let found = Json::from(&*entitlement.id);
                    let path = format!("$.groups[{position}].entitlements");
                    Node { value: &found, path, faults: root.faults }
                        .fault("an id that no other group has");
                }
            }
            seen.extend(group.entitlements.iter().map(|entitlement| &entitlement.id));
        }
    }

    /// The member `id`: lower-case letters, digits and hyphens, and no language code.
    fn id(&self, node: &Node) -> Text {
        let allowed = "lower-case letters, digits and hyphens, and not one of the language codes";
        let parse = |text: &str| {
            let plain =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            let sound = !text.is_empty()
                && text.bytes().all(plain)
                && !self.languages.iter().any(|code| code == text);
            sound.then(|| Text::from(text))
        };
        node.parse_of("id", allowed, parse).unwrap_or_default()
    }

    /// The place of the item that the member `key` names.
    fn reference(&self, node: &Node, key: &str, ids: &[Text]) -> usize {
        node.get(key, &one_of(ids)).map_or(0, |node| lookup(&node, ids))
    }

    fn text(&self, node: &Node, key: &str) -> Text {
        node.get(key, "a text").map(|node| self.words(&node)).unwrap_or_default()
    }

    fn optional_text(&self, node: &Node, key: &str) -> Option<Text> {
        node.find(key).map(|node| self.words(&node))
    }

    /// A text: a string for all languages, or an object with a string for each.
    fn words(&self, node: &Node) -> Text {
        self.words_that(node, "a text that is not empty", |text| !text.trim().is_empty())
    }

    /// An address that a link may lead to.
    fn url(&self, node: &Node) -> Text {
        let allowed = "an address that begins with https://";
        let safe = |text: &str| text.starts_with("https://");
        node.get("url", allowed)
            .map(|node| self.words_that(&node, allowed, safe))
            .unwrap_or_default()
    }

    /// A text that is sound in every language.
    fn words_that(&self, node: &Node, allowed: &str, is_sound: fn(&str) -> bool) -> Text {
        let read =
            |node: &Node| node.parse(allowed, |text| is_sound(text).then(|| Text::from(text)));
        if node.value.is_string() {
            return read(node).unwrap_or_default();
        }
        let codes: Vec<&str> = self.languages.iter().map(String::as_str).collect();
        if !node.value.is_object() {
            node.fault(format!(
                "{allowed}, or an object with one for each of {}",
                codes.join(", ")
            ));
            return Text::default();
        }
        node.object(&codes);
        let mut words = Text::default();
        for code in codes {
            let read = node.get(code, "a text in this language").and_then(|node| read(&node));
            if code == self.language {
                words = read.unwrap_or_default();
            }
        }
        words
    }
}

/// The ids that references may name.
struct Ids {
    plans: Vec<Text>,
    priorities: Vec<Text>,
    regions: Vec<Text>,
    coverages: Vec<Text>,
}

fn ids<T>(items: &[T], id: impl Fn(&T) -> &Text) -> Vec<Text> {
    items.iter().map(|item| id(item).clone()).collect()
}

/// The place of the item that a string names; the first, and a fault, if none has the name.
fn lookup(node: &Node, ids: &[Text]) -> usize {
    node.parse(&one_of(ids), |text| ids.iter().position(|id| **id == *text)).unwrap_or_default()
}

fn one_of(ids: &[Text]) -> String {
    format!("one of {}", ids.join(", "))
}

//! Reads a catalog's JSON form, and projects it to one language.

use core::cell::RefCell;

use serde_json::Value as Json;

use super::model::{
    Catalog, Channel, Coverage, CoverageIndex, Entitlement, Group, Hours, Override, Per, Plan,
    Priority, PriorityIndex, Provenance, Region, RegionIndex, Resource, TargetCell, Text,
    Value,
};
use super::source::{Fault, Faults, Node};
use crate::calendar::{Holidays, Target, Week, parse_days, parse_window};
use crate::zone::{LocalDate, Zone};

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
    if !reader.languages.iter().any(|known| known == language) {
        let found = json.get("languages").unwrap_or(&Json::Null);
        let node = Node { value: found, path: "$.languages".into(), faults: &faults };
        node.fault(format!("a list of language codes with {language:?} among them"));
    }
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

/// Leaves only one of a sound catalog's languages: every text becomes a plain string. What comes
/// out reads the same in that language.
pub fn project(catalog: &mut Json, language: &str) {
    fn pick(value: &mut Json, languages: &[String], language: &str) {
        match value {
            Json::Object(map) if map.len() == languages.len() && languages.iter().all(|code| map.contains_key(code)) => {
                *value = map.remove(language).unwrap_or_default();
            }
            Json::Object(map) => map.values_mut().for_each(|value| pick(value, languages, language)),
            Json::Array(list) => list.iter_mut().for_each(|value| pick(value, languages, language)),
            _ => {}
        }
    }
    let languages = languages(catalog);
    pick(catalog, &languages, language);
    if let Some(list) = catalog.get_mut("languages") {
        *list = Json::from(vec![language]);
    }
}

struct Reader<'a> {
    languages: Vec<String>,
    language: &'a str,
}

impl Reader<'_> {
    fn catalog(&self, root: &Node) -> Catalog {
        root.object(&[
            "languages", "title", "summary", "provenance", "plans", "priorities", "regions",
            "regionRule", "defaultRegion", "coverages", "targets", "overrides", "groups", "offers",
            "channels", "resources",
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
        let groups = self.list(root, "groups", |node| self.group(node, &ids));
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
            channels: self.list(root, "channels", |node| self.channel(node)),
            resources: self.list(root, "resources", |node| self.resource(node)),
            plans,
            priorities,
            regions,
            coverages,
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

    fn region(&self, node: &Node) -> Region {
        node.object(&[
            "id", "name", "short", "hours", "week", "weekAssumption", "zone", "local",
            "zoneAssumption", "zones", "holidays", "notes",
        ]);
        let dates = node.find("holidays").map(|node| node.items()).unwrap_or_default();
        let dates = dates.iter().filter_map(|node| node.parse("a date such as \"2026-12-25\"", LocalDate::parse));
        let notes = node.find("notes").map(|node| node.items()).unwrap_or_default();
        let zone = node.parse_of("zone", "an IANA zone name such as \"Europe/Amsterdam\"", Zone::named);
        Region {
            id: self.id(node),
            name: self.text(node, "name"),
            short: self.text(node, "short"),
            hours: self.text(node, "hours"),
            week: node.get("week", "a list of hours").map_or_else(Week::always, |node| self.week(&node)),
            week_assumption: self.optional_text(node, "weekAssumption"),
            zone: zone.unwrap_or(NO_ZONE),
            local: node.flag("local", false),
            zone_assumption: self.optional_text(node, "zoneAssumption"),
            zones: node.items_of("zones").iter().filter_map(zone_pattern).collect(),
            holidays: Holidays::new(dates),
            notes: notes.iter().map(|node| self.words(node)).collect(),
        }
    }

    fn coverage(&self, node: &Node) -> Coverage {
        node.object(&["id", "name", "meaning", "hours", "assumption"]);
        let allowed = "\"always\", \"regional\" or a list of hours";
        let hours = match node.get("hours", allowed) {
            Some(hours) => match hours.value.as_str() {
                Some("always") => Hours::Always,
                Some("regional") => Hours::Regional,
                None if hours.value.is_array() => Hours::Weekly(self.week(&hours)),
                _ => {
                    hours.fault(allowed);
                    Hours::Always
                }
            },
            None => Hours::Always,
        };
        Coverage {
            id: self.id(node),
            name: self.text(node, "name"),
            meaning: self.text(node, "meaning"),
            hours,
            assumption: self.optional_text(node, "assumption"),
        }
    }

    /// A list of lines such as `mon-fri 09:00-12:00 13:00-17:00`.
    fn week(&self, node: &Node) -> Week {
        let allowed = "days and hours such as \"mon-fri 09:00-12:00 13:00-17:00\", up to 24:00";
        let line = |text: &str| {
            let mut words = text.split_whitespace();
            let days = parse_days(words.next()?)?;
            let windows: Option<Vec<_>> = words.map(parse_window).collect();
            let windows = windows.filter(|windows| !windows.is_empty())?;
            Some(days.into_iter().flat_map(move |day| windows.clone().into_iter().map(move |window| (day, window))))
        };
        let lines: Vec<_> = node.items().iter().filter_map(|item| item.parse(allowed, line)).flatten().collect();
        Week::new(lines).unwrap_or_else(|| {
            if node.value.as_array().is_some_and(Vec::is_empty) {
                node.fault(format!("a list with at least one line of {allowed}"));
            }
            Week::always()
        })
    }

    fn targets(&self, root: &Node, ids: &Ids) -> Vec<Vec<TargetCell>> {
        let Some(table) = root.get("targets", "an object with a row for each priority") else {
            return Vec::new();
        };
        let names = |ids: &'_ [Text]| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>();
        let (plans, priorities) = (names(&ids.plans), names(&ids.priorities));
        table.object(&priorities.iter().map(String::as_str).collect::<Vec<_>>());
        let row = |priority: &String| {
            let row = table.get(priority, "an object with a cell for each plan")?;
            row.object(&plans.iter().map(String::as_str).collect::<Vec<_>>())?;
            Some(plans.iter().map(|plan| self.target_cell(&row, plan, ids)).collect())
        };
        priorities.iter().map(|priority| row(priority).unwrap_or_default()).collect()
    }

    fn target_cell(&self, row: &Node, plan: &str, ids: &Ids) -> TargetCell {
        let allowed = "\"not-offered\", \"not-stated\", an object with words, or one with coverage and within";
        let Some(cell) = row.get(plan, allowed) else { return TargetCell::NotStated };
        match cell.value.as_str() {
            Some("not-offered") => return TargetCell::NotOffered,
            Some("not-stated") => return TargetCell::NotStated,
            Some(_) => cell.fault(allowed),
            None if cell.find("words").is_some() => {
                cell.object(&["words"]);
                return TargetCell::Words(self.text(&cell, "words"));
            }
            None if cell.object(&["coverage", "within"]).is_some() => {
                let coverage = CoverageIndex(self.reference(&cell, "coverage", &ids.coverages));
                let target = cell.parse_of("within", "a duration such as \"PT30M\", \"PT4H\" or \"P3D\"", Target::parse);
                return target.map_or(TargetCell::NotStated, |target| TargetCell::Figure { coverage, target });
            }
            None => {}
        }
        TargetCell::NotStated
    }

    fn overrides(&self, root: &Node, ids: &Ids) -> Vec<Override> {
        let list = root.find("overrides").map(|node| node.items()).unwrap_or_default();
        let read = |node: &Node| {
            node.object(&["region", "priorities", "limitedTo", "note"]);
            let priorities = node.items_of("priorities");
            Override {
                region: RegionIndex(self.reference(node, "region", &ids.regions)),
                priorities: priorities.iter().map(|node| PriorityIndex(lookup(node, &ids.priorities))).collect(),
                limited_to: CoverageIndex(self.reference(node, "limitedTo", &ids.coverages)),
                note: self.text(node, "note"),
            }
        };
        list.iter().map(read).collect()
    }

    fn group(&self, node: &Node, ids: &Ids) -> Group {
        node.object(&["id", "name", "entitlements"]);
        Group {
            id: self.id(node),
            name: self.text(node, "name"),
            entitlements: self.list(node, "entitlements", |node| self.entitlement(node, ids)),
        }
    }

    fn entitlement(&self, node: &Node, ids: &Ids) -> Entitlement {
        node.object(&["id", "name", "note", "regional", "values"]);
        let values = node.get("values", "an object with a value for each plan");
        if let Some(values) = &values {
            values.object(&ids.plans.iter().map(|id| &**id).collect::<Vec<_>>());
        }
        let value = |plan: &Text| values.as_ref().map_or(Value::NotStated, |values| self.value(values, plan, ids));
        Entitlement {
            id: self.id(node),
            name: self.text(node, "name"),
            note: self.optional_text(node, "note"),
            regional: node.flag("regional", false),
            values: ids.plans.iter().map(value).collect(),
        }
    }

    fn value(&self, values: &Node, plan: &str, ids: &Ids) -> Value {
        let allowed = "\"included\", \"not-included\", \"not-stated\", \"on-request\", \"unlimited\", \
                       or an object with count, coverage or text";
        let Some(node) = values.get(plan, allowed) else { return Value::NotStated };
        match node.value.as_str() {
            Some("included") => return Value::Included,
            Some("not-included") => return Value::NotIncluded,
            Some("not-stated") => return Value::NotStated,
            Some("on-request") => return Value::OnRequest,
            Some("unlimited") => return Value::Unlimited,
            _ => {}
        }
        if let Some(count) = node.find("count") {
            node.object(&["count", "per"]);
            let per = node.find("per").and_then(|per| per.parse("\"product\", \"month\", \"quarter\" or \"year\"", parse_per));
            let number = count.value.as_u64().and_then(|count| u32::try_from(count).ok());
            if number.is_none() {
                count.fault("a whole number from 0");
            }
            return Value::Count { count: number.unwrap_or_default(), per };
        }
        if node.find("coverage").is_some() {
            node.object(&["coverage"]);
            return Value::Coverage(CoverageIndex(self.reference(&node, "coverage", &ids.coverages)));
        }
        if node.find("text").is_some() {
            node.object(&["text"]);
            return Value::Text(self.text(&node, "text"));
        }
        node.fault(allowed);
        Value::NotStated
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
        let items = node.items_of(key);
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
                let in_this = group.entitlements.iter().filter(|other| other.id == entitlement.id).count() > 1;
                if seen.contains(&&entitlement.id) && !in_this {
                    let found = Json::from(&*entitlement.id);
                    let path = format!("$.groups[{position}].entitlements");
                    Node { value: &found, path, faults: root.faults }.fault("an id that no other group has");
                }
            }
            seen.extend(group.entitlements.iter().map(|entitlement| &entitlement.id));
        }
    }

    /// The member `id`: lower-case letters, digits and hyphens, and no language code.
    fn id(&self, node: &Node) -> Text {
        let allowed = "lower-case letters, digits and hyphens, and not one of the language codes";
        let parse = |text: &str| {
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            let sound = !text.is_empty() && text.bytes().all(plain) && !self.languages.iter().any(|code| code == text);
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
        let read = |node: &Node| {
            node.parse("a text that is not empty", |text| (!text.trim().is_empty()).then(|| Text::from(text)))
        };
        if node.value.is_string() {
            return read(node).unwrap_or_default();
        }
        let codes: Vec<&str> = self.languages.iter().map(String::as_str).collect();
        if node.object(&codes).is_none() {
            return Text::default();
        }
        let mut words = Text::default();
        for code in codes {
            let read = node.get(code, "a text in this language").and_then(|node| read(&node));
            if code == self.language {
                words = read.unwrap_or_default();
            }
        }
        words
    }

    fn url(&self, node: &Node) -> Text {
        let url = self.text(node, "url");
        if !url.is_empty() && !url.starts_with("https://") {
            if let Some(node) = node.find("url") {
                node.fault("an address that begins with https://");
            }
        }
        url
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

fn parse_per(text: &str) -> Option<Per> {
    match text {
        "product" => Some(Per::Product),
        "month" => Some(Per::Month),
        "quarter" => Some(Per::Quarter),
        "year" => Some(Per::Year),
        _ => None,
    }
}

/// A zone's name, or the beginning of several and a star.
fn zone_pattern(node: &Node) -> Option<Text> {
    let known = |text: &str| match text.strip_suffix('*') {
        Some(prefix) => prefix.ends_with('/') && Zone::names().any(|name| name.starts_with(prefix)),
        None => Zone::names().any(|name| name == text),
    };
    node.parse("an IANA zone name, or the beginning of some with /*", |text| known(text).then(|| Text::from(text)))
}

/// Stands in for a zone while the other faults of a catalog are looked for.
const NO_ZONE: Zone = Zone::synthetic("", &[], &[], crate::zone::Instant::from_unix(0));

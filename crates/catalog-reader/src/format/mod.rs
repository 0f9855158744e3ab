//! The format of a catalog's file. Each type is declared once, with the meaning of each of its members.

mod entitlement;
mod hours;
mod target;
mod text;

pub(crate) use entitlement::{Entitlement, Group, Has, Value, ValueWord};
pub(crate) use hours::{CoverageHours, DateEntry, Days, Weekly, ZonePattern, Zoned};
pub(crate) use target::{Cell, Promise, TargetTable, Targets};
pub(crate) use text::{Id, Link, Reference, Words};

use crate::cursor::At;
use crate::read::{AtLeastOne, Map, Read, object, word};
#[cfg(feature = "schema")]
use crate::schema::{Definitions, Json, json, string};

object! {
    /// A catalog of support plans.
    File is "an object" {
        /// Where an editor finds the schema of the format.
        schema: Option<Anything>,
        /// The version of the format: 1.
        format: Option<Version>,
        /// The languages of the catalog's texts, as codes such as `en` or `pt-BR`. The first is the one
        /// of texts that are not translated.
        languages: Languages,
        /// The name of the catalog.
        title: Words,
        /// What the catalog is, in a sentence or two.
        summary: Option<Words>,
        /// The documents that the facts come from.
        sources: Vec<Source>,
        /// Who speaks: the `vendor` of the plans, or a `reporter` who tells what a source says; a reporter
        /// if this is missing and there are sources.
        speaker: Option<Speaker>,
        /// What a reader must know before relying on the catalog.
        caution: Option<Words>,
        /// The plans, in the order of their columns.
        plans: AtLeastOne<Plan>,
        /// The priorities, the most urgent first.
        priorities: AtLeastOne<Priority>,
        /// When desks work, by name.
        coverages: AtLeastOne<Coverage>,
        /// The regions whose desks answer.
        regions: AtLeastOne<Region>,
        /// How the region of a customer is decided.
        region_rule: Option<Words>,
        /// The id of the region of customers in a zone that no region has; the first if this is missing.
        default_region: Option<Reference>,
        /// What each plan promises: for the first reply a row for each priority, with a cell for each plan;
        /// or a list of tables, each with a name and such rows. The first of them is shown first.
        targets: Targets,
        /// Where the desk of a region departs from what the plans say.
        rules: Vec<Rule>,
        /// What plans include, in groups.
        groups: Vec<Group>,
        /// What support offers in general, whatever the plan.
        offers: Option<Words>,
        /// The ways to reach support.
        channels: Vec<Channel>,
        /// Places to read on.
        resources: Vec<Resource>,
    }
}

word! {
    /// Who speaks on the page.
    Speaker {
        /// The vendor of the plans, who says "we".
        Vendor: "vendor",
        /// Somebody else, who says what the source says.
        Reporter: "reporter",
    }
}

object! {
    /// A document that facts come from.
    Source is "an object with document" {
        /// The name of the document.
        document: Words,
        /// Which edition of the plans it describes.
        edition: Option<Words>,
        /// Its address, which begins with https://.
        url: Option<Link>,
        /// Its version, commit or date.
        version: Option<Words>,
        /// Under which licence names and labels were taken from it.
        licence: Option<Words>,
    }
}

object! {
    /// A support plan.
    Plan is "an object with id and name" {
        /// The id in links and attributes.
        id: Id,
        /// The full name.
        name: Words,
        /// The name where there is little room; the full name if this is missing.
        short: Option<Words>,
        /// Whether it costs money; not stated if this is missing.
        paid: Option<bool>,
        /// What it costs, in words such as `from € 30 a month`.
        price: Option<Words>,
        /// The ids of the plan's priorities, if it does not have all of them. For the others its cells are
        /// left out, and it is not compared there; a plan that has a priority and promises no reply to it
        /// is `not-offered` in the cell.
        priorities: Option<Vec<Reference>>,
    }
}

object! {
    /// How urgent a case is.
    Priority is "an object with id and name" {
        /// The id in links and attributes.
        id: Id,
        /// The name.
        name: Words,
        /// The name where there is little room; the full name if this is missing.
        short: Option<Words>,
        /// The state of affairs that calls for it.
        definition: Option<Words>,
    }
}

object! {
    /// When a desk works, by name.
    Coverage is "an object with id, name and hours" {
        /// The id in attributes.
        id: Id,
        /// The name.
        name: Words,
        /// What the coverage means, in a sentence.
        meaning: Option<Words>,
        /// The hours: `always` for around the clock, holidays included; `regional` for the hours of the
        /// region; `business-weekdays` for around the clock on the region's business weekdays; a list of
        /// lines as a region's week; or an object with such a list for each region.
        hours: CoverageHours,
        /// The zone in which the hours are read, whatever the region.
        zone: Option<Zoned>,
        /// Whether the region's dates with other hours count; they do if this is missing.
        observes_dates: Option<bool>,
        /// What is assumed about the coverage, where the source does not say it.
        assumption: Option<Words>,
    }
}

object! {
    /// A part of the world that has its own desk.
    Region is "an object with id, name and zone" {
        /// The id in links and attributes.
        id: Id,
        /// The name.
        name: Words,
        /// The name where there is little room; the full name if this is missing.
        short: Option<Words>,
        /// The hours of the desk as the source prints them.
        hours: Option<Words>,
        /// The hours of the desk, week by week: a list of lines such as
        /// `mon-fri 09:00-12:00 13:00-17:00`. Without it no coverage can have the hours of the region.
        week: Option<Weekly>,
        /// Which weekdays are business days, such as `sun-thu`; Monday to Friday if this is missing.
        business_days: Option<Days>,
        /// What is assumed about the week, where the source does not say it.
        week_assumption: Option<Words>,
        /// The IANA zone in which the hours are read; with `local`, the zone of customers whose own is not
        /// known.
        zone: Zoned,
        /// Whether the hours are read in the customer's own zone, if `zones` has that.
        local: Option<bool>,
        /// What is assumed about the zone, where the source does not say it.
        zone_assumption: Option<Words>,
        /// The zones that lie in the region: names, `Asia/*` for all that begin so, or `*` for all that no
        /// other region has.
        zones: Vec<ZonePattern>,
        /// The dates on which the desk is closed, or has other hours than its week says.
        dates: Vec<DateEntry>,
        /// What else the source says about the region.
        notes: Vec<Words>,
    }
}

object! {
    /// A rule by which the desk of a region departs from what the plans say.
    Rule is "an object with region and note" {
        /// The id of the region.
        region: Reference,
        /// The ids of the tables of targets for which it holds; all if this is missing.
        tables: Option<AtLeastOne<Reference>>,
        /// The ids of the priorities for which it holds; all if this is missing.
        priorities: Option<AtLeastOne<Reference>>,
        /// The ids of the plans for which it holds; all if this is missing.
        plans: Option<AtLeastOne<Reference>>,
        /// The id of the coverage in which the targets are counted there, whatever the plans say.
        limited_to: Option<Reference>,
        /// What stands there instead of the plans' own targets.
        target: Option<Cell>,
        /// What the plans have there of entitlements, by the entitlements' ids.
        entitlements: Option<Map<Value>>,
        /// The rule in words.
        note: Words,
    }
}

object! {
    /// A way to reach support.
    Channel is "an object with id and name" {
        /// The id.
        id: Id,
        /// The name.
        name: Words,
        /// What kind of support it is.
        kind: Option<Words>,
        /// What one gets there.
        description: Option<Words>,
        /// A condition on it.
        caveat: Option<Words>,
    }
}

object! {
    /// A place to read on.
    Resource is "an object with id, name and url" {
        /// The id.
        id: Id,
        /// The name.
        name: Words,
        /// What is there.
        description: Option<Words>,
        /// Its address, which begins with https://.
        url: Link,
    }
}

/// A value that is not looked at.
#[derive(Clone, Debug)]
pub(crate) struct Anything;

impl Read for Anything {
    fn expected() -> String {
        "anything".into()
    }

    fn read(_: At) -> Self {
        Self
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        string("catalog.schema.json")
    }

    fn harmless() -> Self {
        Self
    }
}

/// The version of the format.
#[derive(Clone, Debug)]
pub(crate) struct Version;

impl Read for Version {
    fn expected() -> String {
        "1, the version of the format".into()
    }

    fn read(at: At) -> Self {
        if !matches!(at.value, jsonc_parser::ast::Value::NumberLit(number) if number.value == "1") {
            at.wrong(Self::expected());
        }
        Self
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "const": 1 })
    }

    fn harmless() -> Self {
        Self
    }
}

/// Codes of languages, of which there is at least one.
#[derive(Clone, Debug)]
pub(crate) struct Languages;

/// Whether a text has the form of a language's code, such as `en` or `zh-Hant`.
fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    let is_first = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    let is_other = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    is_first && parts.all(is_other)
}

impl Read for Languages {
    fn expected() -> String {
        "a list of language codes such as \"en\"".into()
    }

    fn read(at: At) -> Self {
        let mut codes: Vec<String> = Vec::new();
        for item in at.items().into_iter().flatten() {
            let allowed = "a language code such as \"en\" that is not on the list already";
            let is_new = |code: &str| !codes.iter().any(|known| known == code);
            let code = item.parse(allowed, |code| {
                (is_language(code) && is_new(code)).then(|| code.to_owned())
            });
            codes.extend(code);
        }
        let is_empty = at.items().is_none_or(|mut items| items.next().is_none());
        if is_empty {
            at.wrong(Self::expected());
        }
        Self
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "array", "items": string("en"), "minItems": 1, "uniqueItems": true })
    }

    fn harmless() -> Self {
        Self
    }
}

/// The languages that a file names, before anything else of it is read.
pub(crate) fn languages(root: &jsonc_parser::ast::Value) -> Vec<String> {
    let jsonc_parser::ast::Value::Object(object) = root else { return Vec::new() };
    let is_languages =
        |property: &&jsonc_parser::ast::ObjectProp| property.name.as_str() == "languages";
    let Some(property) = object.properties.iter().find(is_languages) else { return Vec::new() };
    let jsonc_parser::ast::Value::Array(list) = &property.value else { return Vec::new() };
    let code = |item: &jsonc_parser::ast::Value| match item {
        jsonc_parser::ast::Value::StringLit(text) => {
            Some(text.value.to_string()).filter(|code| is_language(code))
        }
        _ => None,
    };
    let mut codes: Vec<String> = Vec::new();
    for code in list.elements.iter().filter_map(code) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

//! A sound file in one language, as the page has it.

use std::sync::Arc;

use plans::catalog::Id;
use plans::catalog::build::{Each, Indexed};
use plans::catalog::{
    About, Catalog, Channel, Coverage, DatedHours, Document, Effect, Entitlement, Figure, Group,
    Hours, Plan, PlanIndex, PlanValue, Priority, Region, RegionIndex, Resource, Rule, Source,
    SourceDocument, TargetCell, TargetPromise, TargetTable, Text, Value, ValueInRegion,
};

use crate::check::{has_priority, with_business_days};
use crate::format::{
    self, Cell, CoverageHours, File, Has, Link, Promise, Reference, ValueWord, Words,
};
use crate::read::{AtLeastOne, Map};

/// A file, and the language in which it is told, by its place in the file's list.
pub(crate) struct Projection<'f> {
    pub file: &'f File,
    pub language: usize,
    /// The code of the file's first language.
    pub own_language: &'f str,
    /// Whether the page has messages in that language.
    pub is_of_page: bool,
}

impl Projection<'_> {
    /// Everything that the file says in the language.
    pub fn document(&self) -> Document {
        let file = self.file;
        let groups: Vec<Group> = file.groups.iter().map(|group| self.group(group)).collect();
        let regions = file.regions.0.iter();
        let catalog = Catalog::of(Catalog {
            own_language: self.own_language.into(),
            title: self.text(&file.title),
            source: file.sources.first().map(|source| Source {
                document: self.text(&source.document),
                edition: self.optional(&source.edition),
            }),
            plans: file.plans.0.iter().map(|plan| self.plan(plan)).collect(),
            priorities: file.priorities.0.iter().map(|priority| self.priority(priority)).collect(),
            regions: regions.clone().map(|region| self.region(region)).collect(),
            region_rule: self.optional(&file.region_rule),
            default_region: RegionIndex::of_place(
                file.default_region.as_ref().map_or(0, |region| self.region_place(region)),
            ),
            coverages: file.coverages.0.iter().map(|coverage| self.coverage(coverage)).collect(),
            tables: file.targets.0.iter().map(|table| self.table(table)).collect(),
            rules: file.rules.iter().flat_map(|rule| self.rules(rule)).collect(),
            groups,
            entitlements: Vec::new(),
        });
        let about = About {
            summary: self.optional(&file.summary),
            sources: file.sources.iter().map(|source| self.source(source)).collect(),
            caution: self.optional(&file.caution),
            offers: self.optional(&file.offers),
            channels: file.channels.iter().map(|channel| self.channel(channel)).collect(),
            resources: file.resources.iter().map(|resource| self.resource(resource)).collect(),
            meanings: Each::new(
                file.coverages.0.iter().map(|coverage| self.optional(&coverage.meaning)).collect(),
            ),
            notes: Each::new(
                regions
                    .map(|region| region.notes.iter().map(|note| self.text(note)).collect())
                    .collect(),
            ),
        };
        Document { catalog, about }
    }

    fn text(&self, words: &Words) -> Text {
        match words.in_language(self.language) {
            (text, true) if self.is_of_page => text.into(),
            (text, _) => Text::foreign(text),
        }
    }

    fn address(&self, link: &Link) -> Id {
        link.0.in_language(self.language).0
    }

    fn optional(&self, words: &Option<Words>) -> Option<Text> {
        words.as_ref().map(|words| self.text(words))
    }

    fn short(&self, short: &Option<Words>, name: &Words) -> Text {
        self.text(short.as_ref().unwrap_or(name))
    }

    fn source(&self, source: &format::Source) -> SourceDocument {
        SourceDocument {
            document: self.text(&source.document),
            edition: self.optional(&source.edition),
            url: source.url.as_ref().map(|link| self.address(link)),
            version: self.optional(&source.version),
            licence: self.optional(&source.licence),
        }
    }

    fn plan(&self, plan: &format::Plan) -> Plan {
        Plan {
            id: Arc::clone(&plan.id.id),
            name: self.text(&plan.name),
            short: self.short(&plan.short, &plan.name),
            paid: plan.paid,
            price: self.optional(&plan.price),
        }
    }

    fn priority(&self, priority: &format::Priority) -> Priority {
        Priority {
            id: Arc::clone(&priority.id.id),
            name: self.text(&priority.name),
            short: self.short(&priority.short, &priority.name),
            definition: self.optional(&priority.definition),
        }
    }

    fn region(&self, region: &format::Region) -> Region {
        let mut dates: Vec<DatedHours> = region
            .dates
            .iter()
            .map(|entry| DatedHours {
                date: entry.date,
                name: self.optional(&entry.name),
                exception: entry.exception.clone(),
            })
            .collect();
        dates.sort_by_key(|dated| dated.date);
        Region {
            id: Arc::clone(&region.id.id),
            name: self.text(&region.name),
            short: self.short(&region.short, &region.name),
            hours: self.optional(&region.hours),
            week: with_business_days(region),
            week_assumption: self.optional(&region.week_assumption),
            zone: region.zone.zone,
            local: region.local.unwrap_or(false),
            zone_assumption: self.optional(&region.zone_assumption),
            zones: region.zones.iter().map(|zone| Arc::clone(&zone.pattern)).collect(),
            dates,
        }
    }

    fn coverage(&self, coverage: &format::Coverage) -> Coverage {
        let regions = || self.file.regions.0.iter();
        let hours = match &coverage.hours {
            CoverageHours::Always => Hours::Always,
            CoverageHours::Regional => Hours::Regional,
            CoverageHours::BusinessWeekdays => Hours::BusinessWeekdays,
            CoverageHours::Weekly(weekly) => Hours::Weekly(weekly.week.clone()),
            CoverageHours::ByRegion(weeks) => Hours::ByRegion(Each::new(
                regions()
                    .map(|region| match weeks.get(&region.id.id) {
                        Some(weekly) => weekly.week.clone(),
                        None => with_business_days(region),
                    })
                    .collect(),
            )),
        };
        Coverage {
            id: Arc::clone(&coverage.id.id),
            name: self.text(&coverage.name),
            hours,
            zone: coverage.zone.as_ref().map(|zoned| zoned.zone),
            observes_dates: coverage.observes_dates.unwrap_or(true),
            assumption: self.optional(&coverage.assumption),
        }
    }

    fn table(&self, table: &format::TargetTable) -> TargetTable {
        let row = |priority: &format::Priority| {
            let row = table.rows.get(&priority.id.id);
            let cell = |plan: &format::Plan| {
                let cell = row.and_then(|row| row.get(&plan.id.id));
                match cell {
                    _ if !has_priority(plan, &priority.id.id) => {
                        plain(TargetPromise::NoSuchPriority)
                    }
                    Some(cell) => self.cell(cell),
                    None => plain(TargetPromise::NotStated),
                }
            };
            Each::new(self.file.plans.0.iter().map(cell).collect())
        };
        TargetTable {
            id: Arc::clone(&table.id.id),
            name: self.optional(&table.name),
            definition: self.optional(&table.definition),
            starts: self.optional(&table.starts),
            cells: Each::new(self.file.priorities.0.iter().map(row).collect()),
        }
    }

    fn cell(&self, cell: &Cell) -> TargetCell {
        TargetCell {
            promise: self.promise(&cell.promise),
            wording: self.optional(&cell.wording),
            condition: self.optional(&cell.condition),
            note: self.optional(&cell.note),
        }
    }

    fn promise(&self, promise: &Promise) -> TargetPromise {
        match promise {
            Promise::NotStated => TargetPromise::NotStated,
            Promise::NotOffered => TargetPromise::NotOffered,
            Promise::Words(words) => TargetPromise::TextOnly(self.text(words)),
            Promise::Figure { coverage, is_assumed, target } => TargetPromise::Figure(Figure {
                coverage: coverage.as_ref().map(|coverage| self.coverage_of(coverage)),
                is_assumed: *is_assumed,
                target: *target,
            }),
        }
    }

    /// A rule of the file, as one for what it limits and one for what it sets.
    fn rules(&self, rule: &format::Rule) -> Vec<Rule> {
        let tables = self.file.targets.0.iter().map(|table| &*table.id.id);
        let priorities = self.file.priorities.0.iter().map(|priority| &*priority.id.id);
        // A rule that only says what plans include is about no target.
        let says_targets =
            rule.entitlements.is_none() || rule.limited_to.is_some() || rule.target.is_some();
        let of = |effect| Rule {
            region: RegionIndex::of_place(self.region_place(&rule.region)),
            tables: match says_targets {
                true => named(tables.clone(), rule.tables.as_ref()),
                false => Each::new(tables.clone().map(|_| false).collect()),
            },
            priorities: named(priorities.clone(), rule.priorities.as_ref()),
            plans: named(self.plan_ids(), rule.plans.as_ref()),
            effect,
            note: self.text(&rule.note),
        };
        let limited = rule.limited_to.as_ref();
        let limited = limited.map(|coverage| of(Effect::LimitedTo(self.coverage_of(coverage))));
        let set = rule.target.as_ref().map(|cell| of(Effect::Instead(self.cell(cell))));
        let mut rules: Vec<Rule> = set.into_iter().chain(limited).collect();
        if rules.is_empty() {
            rules.push(of(Effect::Nothing));
        }
        rules
    }

    fn group(&self, group: &format::Group) -> Group {
        let entitlements = group.entitlements.0.iter();
        Group {
            id: Arc::clone(&group.id.id),
            name: self.text(&group.name),
            entitlements: entitlements.map(|row| Arc::new(self.entitlement(row))).collect(),
        }
    }

    fn entitlement(&self, row: &format::Entitlement) -> Entitlement {
        let plans = self.file.plans.0.iter();
        let values = plans.map(|plan| match row.values.get(&plan.id.id) {
            Some(value) => self.value(value),
            None => PlanValue { value: Value::NotStated, add_on: None, note: None },
        });
        Entitlement::of(
            Arc::clone(&row.id.id),
            self.text(&row.name),
            self.optional(&row.note),
            row.regional.unwrap_or(false),
            Each::new(values.collect()),
            self.exceptions(&row.id.id),
        )
    }

    /// What the rules of regions say of an entitlement.
    fn exceptions(&self, id: &str) -> Vec<ValueInRegion> {
        let mut exceptions = Vec::new();
        for rule in &self.file.rules {
            let value = rule.entitlements.as_ref().and_then(|map: &Map<_>| map.get(id));
            let Some(value) = value else { continue };
            let region = RegionIndex::of_place(self.region_place(&rule.region));
            let plans: Each<PlanIndex, bool> = named(self.plan_ids(), rule.plans.as_ref());
            let places = plans.iter().enumerate().filter(|(_, holds)| **holds);
            for plan in places.map(|(place, _)| PlanIndex::of_place(place)) {
                let mut value = self.value(value);
                // The rule stands beside what it changes.
                value.note.get_or_insert_with(|| self.text(&rule.note));
                exceptions.push(ValueInRegion { region, plan, value });
            }
        }
        exceptions
    }

    fn value(&self, value: &format::Value) -> PlanValue {
        let has = match &value.has {
            Has::Word(word) => match word {
                ValueWord::NotStated => Value::NotStated,
                ValueWord::Included => Value::Included,
                ValueWord::NotIncluded => Value::NotIncluded,
                ValueWord::OnRequest => Value::OnRequest,
                ValueWord::AddOn => Value::AddOn,
                ValueWord::Unlimited => Value::Unlimited,
            },
            Has::Count { count, up_to, unit, per } => {
                Value::Count { count: *count, up_to: *up_to, unit: self.optional(unit), per: *per }
            }
            Has::Time { length: Some(length), up_to, per } => {
                Value::Time { length: *length, up_to: *up_to, per: *per }
            }
            Has::Time { length: None, .. } => Value::NotStated,
            Has::Coverage(coverage) => Value::Coverage(self.coverage_of(coverage)),
            Has::Text { words, has, rank } => {
                Value::Text { words: self.text(words), has: *has, rank: *rank }
            }
            Has::List(items) => Value::List(items.iter().map(|item| self.text(item)).collect()),
        };
        PlanValue {
            value: has,
            add_on: self.optional(&value.add_on),
            note: self.optional(&value.note),
        }
    }

    fn channel(&self, channel: &format::Channel) -> Channel {
        Channel {
            id: Arc::clone(&channel.id.id),
            name: self.text(&channel.name),
            kind: self.optional(&channel.kind),
            description: self.optional(&channel.description),
            caveat: self.optional(&channel.caveat),
        }
    }

    fn resource(&self, resource: &format::Resource) -> Resource {
        Resource {
            id: Arc::clone(&resource.id.id),
            name: self.text(&resource.name),
            description: self.optional(&resource.description),
            url: self.address(&resource.url),
        }
    }

    // Of a sound file, each reference names something that is there.

    fn region_place(&self, reference: &Reference) -> usize {
        let mut regions = self.file.regions.0.iter();
        regions.position(|region| *region.id.id == *reference.id).unwrap_or(0)
    }

    fn coverage_of(&self, reference: &Reference) -> plans::catalog::CoverageIndex {
        let mut coverages = self.file.coverages.0.iter();
        let place = coverages.position(|coverage| *coverage.id.id == *reference.id);
        Indexed::of_place(place.unwrap_or(0))
    }

    fn plan_ids(&self) -> impl Iterator<Item = &str> {
        self.file.plans.0.iter().map(|plan| &*plan.id.id)
    }
}

/// Which of some ids a list names; all without a list.
fn named<'a, I: Indexed>(
    ids: impl Iterator<Item = &'a str>,
    list: Option<&AtLeastOne<Reference>>,
) -> Each<I, bool> {
    let is_named = |id: &str| list.is_none_or(|list| list.0.iter().any(|it| it.id == id));
    Each::new(ids.map(is_named).collect())
}

fn plain(promise: TargetPromise) -> TargetCell {
    TargetCell { promise, wording: None, condition: None, note: None }
}

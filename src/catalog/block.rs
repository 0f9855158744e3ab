//! A catalog as a list of texts in a fixed order, in which the build hands it to the page.
//!
//! The build has read and checked the catalog's own file; the page needs neither that file's keys
//! nor words for its faults, which together are 12 kB of its first load. So the page reads texts by
//! their place, and the types are made again from them: a list that is damaged gives no catalog.
//! What only the frame around the page shows, which the build writes, is left out.

use std::sync::Arc;

use super::model::{
    Catalog, Coverage, CoverageIndex, Entitlement, Group, Hours, Override, Per, Plan, Priority,
    PriorityIndex, Provenance, Region, RegionIndex, TargetCell, Text, Value,
};
use crate::calendar::{Holidays, Target, WEEKDAYS, Week, Window};
use crate::zone::{DAY, Duration, LocalDate, LocalTime, TimeOfDay, Zone};

/// Texts that are taken one after another.
pub struct Texts {
    rest: std::vec::IntoIter<String>,
    sound: bool,
}

impl Texts {
    /// All of these, in their order.
    #[must_use]
    pub fn new(texts: Vec<String>) -> Self {
        Self { rest: texts.into_iter(), sound: true }
    }

    /// The next text; an empty one, and the list is no longer sound, if there is none.
    #[inline(never)]
    pub fn text(&mut self) -> String {
        self.rest.next().unwrap_or_else(|| {
            self.sound = false;
            String::new()
        })
    }

    /// Whether everything that was taken was there and could be understood, and nothing is left.
    #[must_use]
    pub fn end(self) -> bool {
        self.sound && self.rest.as_slice().is_empty()
    }

    #[inline(never)]
    fn words(&mut self) -> Text {
        self.text().into()
    }

    /// An empty text is none.
    #[inline(never)]
    fn maybe(&mut self) -> Option<Text> {
        Some(self.words()).filter(|text| !text.is_empty())
    }

    /// The next text, as `parse` understands it.
    fn parse<T>(&mut self, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let parsed = parse(&self.text());
        self.sound &= parsed.is_some();
        parsed
    }

    #[inline(never)]
    fn number(&mut self) -> usize {
        self.parse(|text| text.parse().ok()).unwrap_or_default()
    }

    /// A number below a limit.
    #[inline(never)]
    fn index(&mut self, limit: usize) -> usize {
        self.parse(|text| text.parse().ok().filter(|index| *index < limit)).unwrap_or_default()
    }

    fn flag(&mut self) -> bool {
        self.number() == 1
    }

    /// A number, and so many items; of a list that is not sound as many as there are.
    pub fn list<T>(&mut self, mut take: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let mut items = Vec::new();
        for _ in 0..self.number() {
            if !self.sound {
                break;
            }
            items.push(take(self));
        }
        items
    }
}

impl Catalog {
    /// The catalog that [`Catalog::write`] wrote, in the language that it was read in, without what
    /// only the frame shows. Texts that are missing or wrong are told by [`Texts::end`]; the
    /// catalog is not to be used then.
    pub fn take(texts: &mut Texts) -> Self {
        let plans = texts.list(|texts| Plan {
            id: texts.words(),
            name: texts.words(),
            short: texts.words(),
            paid: texts.flag(),
        });
        let priorities = texts.list(|texts| Priority {
            id: texts.words(),
            name: texts.words(),
            short: texts.words(),
            definition: texts.words(),
        });
        let coverages = texts.list(take_coverage);
        let regions = texts.list(take_region);
        let (all_plans, all_priorities) = (plans.len(), priorities.len());
        let (all_coverages, all_regions) = (coverages.len(), regions.len());
        let cell = |texts: &mut Texts| take_target(texts, all_coverages);
        let entitlement = |texts: &mut Texts| {
            Arc::new(Entitlement {
                id: texts.words(),
                name: texts.words(),
                note: texts.maybe(),
                regional: texts.flag(),
                values: (0..all_plans).map(|_| take_value(texts, all_coverages)).collect(),
            })
        };
        let mut catalog = Self {
            title: texts.words(),
            provenance: Provenance {
                document: texts.words(),
                edition: texts.words(),
                ..Provenance::default()
            },
            region_rule: texts.words(),
            default_region: RegionIndex(texts.index(all_regions)),
            targets: (0..all_priorities)
                .map(|_| (0..all_plans).map(|_| cell(texts)).collect())
                .collect(),
            overrides: texts.list(|texts| Override {
                region: RegionIndex(texts.index(all_regions)),
                priorities: texts.list(|texts| PriorityIndex(texts.index(all_priorities))),
                limited_to: CoverageIndex(texts.index(all_coverages)),
                note: texts.words(),
            }),
            groups: texts.list(|texts| Group {
                id: texts.words(),
                name: texts.words(),
                entitlements: texts.list(entitlement),
            }),
            summary: Text::default(),
            offers: Text::default(),
            channels: Vec::new(),
            resources: Vec::new(),
            plans,
            priorities,
            regions,
            coverages,
            entitlements: Vec::new(),
        };
        catalog.entitlements =
            catalog.groups.iter().flat_map(|group| group.entitlements.clone()).collect();
        catalog
    }
}

/// For each window its weekday from Monday on, and its hours in seconds.
fn take_week(texts: &mut Texts) -> Week {
    let windows = texts.list(|texts| {
        let day = WEEKDAYS.get(texts.index(WEEKDAYS.len())).copied();
        let (from, until) = (take_time(texts), take_time(texts));
        day.map(|day| (day, Window { from, until }))
    });
    Week::new(windows.into_iter().flatten()).unwrap_or_else(|| {
        texts.sound = false;
        Week::always()
    })
}

/// A time of day in seconds, to 24:00.
fn take_time(texts: &mut Texts) -> TimeOfDay {
    let last = DAY as usize;
    match texts.index(last + 1) {
        second if second == last => TimeOfDay::MIDNIGHT_AFTER,
        second => LocalTime::from_seconds(second as i64).time_of_day(),
    }
}

fn take_coverage(texts: &mut Texts) -> Coverage {
    Coverage {
        id: texts.words(),
        name: texts.words(),
        meaning: Text::default(),
        hours: match texts.text().as_str() {
            "always" => Hours::Always,
            "regional" => Hours::Regional,
            _ => Hours::Weekly(take_week(texts)),
        },
        assumption: texts.maybe(),
    }
}

fn take_region(texts: &mut Texts) -> Region {
    Region {
        id: texts.words(),
        name: texts.words(),
        short: texts.words(),
        hours: texts.words(),
        week: take_week(texts),
        week_assumption: texts.maybe(),
        zone: texts.parse(Zone::named).unwrap_or(super::read::NO_ZONE),
        local: texts.flag(),
        zone_assumption: texts.maybe(),
        zones: texts.list(Texts::words),
        holidays: Holidays::new(
            texts.list(|texts| texts.parse(LocalDate::parse)).into_iter().flatten(),
        ),
        notes: Vec::new(),
    }
}

fn take_target(texts: &mut Texts, coverages: usize) -> TargetCell {
    let kind = texts.text();
    let target = match kind.as_str() {
        "not-offered" => return TargetCell::NotOffered,
        "words" => return TargetCell::Words(texts.words()),
        "seconds" => texts.parse(|text| text.parse().ok().map(Duration::seconds)).map(Target::Time),
        "days" => texts.parse(|text| text.parse().ok().map(Target::BusinessDays)),
        _ => None,
    };
    let Some(target) = target else { return TargetCell::NotStated };
    TargetCell::Figure { target, coverage: CoverageIndex(texts.index(coverages)) }
}

fn take_value(texts: &mut Texts, coverages: usize) -> Value {
    match texts.text().as_str() {
        "included" => Value::Included,
        "not-included" => Value::NotIncluded,
        "on-request" => Value::OnRequest,
        "unlimited" => Value::Unlimited,
        "count" => Value::Count {
            count: u32::try_from(texts.number()).unwrap_or(u32::MAX),
            per: match texts.text().as_str() {
                "product" => Some(Per::Product),
                "month" => Some(Per::Month),
                "quarter" => Some(Per::Quarter),
                "year" => Some(Per::Year),
                _ => None,
            },
        },
        "coverage" => Value::Coverage(CoverageIndex(texts.index(coverages))),
        "text" => Value::Text(texts.words()),
        _ => Value::NotStated,
    }
}

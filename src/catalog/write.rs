//! The list of texts that [`Catalog::take`] reads, written by the build.

use super::model::{Catalog, Coverage, Hours, Per, Region, TargetCell, Text, Value};
use crate::calendar::{Target, WEEKDAYS, Week};

/// Texts in the order in which they are taken.
#[derive(Default)]
struct Out(Vec<String>);

impl Catalog {
    /// What the page shows of the catalog, as a list of texts: all but what only its frame shows.
    #[must_use]
    pub fn write(&self) -> Vec<String> {
        let mut out = Out::default();
        out.list(&self.plans, |out, plan| {
            out.texts(&[&plan.id, &plan.name, &plan.short]);
            out.flag(plan.paid);
        });
        out.list(&self.priorities, |out, priority| {
            out.texts(&[&priority.id, &priority.name, &priority.short, &priority.definition]);
        });
        out.list(&self.coverages, Out::coverage);
        out.list(&self.regions, Out::region);
        let source = &self.provenance;
        out.texts(&[&self.title, &source.document, &source.edition, &self.region_rule]);
        out.number(self.default_region.place());
        self.targets.iter().flatten().for_each(|cell| out.target(cell));
        out.list(&self.overrides, |out, rule| {
            out.number(rule.region.place());
            out.list(&rule.priorities, |out, priority| out.number(priority.place()));
            out.number(rule.limited_to.place());
            out.texts(&[&rule.note]);
        });
        out.list(&self.groups, |out, group| {
            out.texts(&[&group.id, &group.name]);
            out.list(&group.entitlements, |out, entitlement| {
                out.texts(&[&entitlement.id, &entitlement.name]);
                out.maybe(entitlement.note.as_ref());
                out.flag(entitlement.regional);
                entitlement.values.iter().for_each(|value| out.value(value));
            });
        });
        out.0
    }
}

impl Out {
    fn word(&mut self, word: &str) {
        self.0.push(word.to_owned());
    }

    fn texts(&mut self, texts: &[&Text]) {
        texts.iter().for_each(|text| self.word(text));
    }

    fn maybe(&mut self, text: Option<&Text>) {
        self.word(text.map_or("", |text| text));
    }

    fn number(&mut self, number: usize) {
        self.0.push(number.to_string());
    }

    fn flag(&mut self, flag: bool) {
        self.number(flag.into());
    }

    fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.number(items.len());
        items.iter().for_each(|item| write(self, item));
    }

    fn week(&mut self, week: &Week) {
        let windows = WEEKDAYS.iter().enumerate().flat_map(|(number, day)| {
            week.windows(*day).iter().map(move |window| (number, *window))
        });
        self.list(&windows.collect::<Vec<_>>(), |out, (day, window)| {
            out.number(*day);
            for time in [window.from, window.until] {
                out.0.push(time.as_seconds().to_string());
            }
        });
    }

    fn coverage(&mut self, coverage: &Coverage) {
        self.texts(&[&coverage.id, &coverage.name]);
        match &coverage.hours {
            Hours::Always => self.word("always"),
            Hours::Regional => self.word("regional"),
            Hours::Weekly(week) => {
                self.word("weekly");
                self.week(week);
            }
        }
        self.maybe(coverage.assumption.as_ref());
    }

    fn region(&mut self, region: &Region) {
        self.texts(&[&region.id, &region.name, &region.short, &region.hours]);
        self.week(&region.week);
        self.maybe(region.week_assumption.as_ref());
        self.word(region.zone.name());
        self.flag(region.local);
        self.maybe(region.zone_assumption.as_ref());
        self.list(&region.zones, |out, pattern| out.word(pattern));
        self.list(region.holidays.dates(), |out, date| out.word(&date.to_string()));
    }

    fn target(&mut self, cell: &TargetCell) {
        match cell {
            TargetCell::NotOffered => self.word("not-offered"),
            TargetCell::NotStated => self.word("not-stated"),
            TargetCell::Words(words) => {
                self.word("words");
                self.word(words);
            }
            TargetCell::Figure { coverage, target } => {
                let (kind, amount) = match target {
                    Target::Time(length) => ("seconds", length.as_seconds()),
                    Target::BusinessDays(days) => ("days", i64::from(*days)),
                };
                self.word(kind);
                self.0.push(amount.to_string());
                self.number(coverage.place());
            }
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Included => self.word("included"),
            Value::NotIncluded => self.word("not-included"),
            Value::NotStated => self.word("not-stated"),
            Value::OnRequest => self.word("on-request"),
            Value::Unlimited => self.word("unlimited"),
            Value::Text(text) => {
                self.word("text");
                self.word(text);
            }
            Value::Coverage(coverage) => {
                self.word("coverage");
                self.number(coverage.place());
            }
            Value::Count { count, per } => {
                self.word("count");
                self.0.push(count.to_string());
                self.word(match per {
                    None => "",
                    Some(Per::Product) => "product",
                    Some(Per::Month) => "month",
                    Some(Per::Quarter) => "quarter",
                    Some(Per::Year) => "year",
                });
            }
        }
    }
}

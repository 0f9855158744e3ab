//! Words for people: moments, amounts, lists and sentences in the language of the page.
//!
//! The messages are data ([`Messages`]); how a date is worded is a function that the edge brings,
//! since browsers can do it in every language. Computes nothing about deadlines.

mod account;
mod brief;
mod decide;
mod members;
mod messages;
mod sentences;

pub use members::Framed;
pub use messages::{Messages, Plural};

use crate::calendar::Target;
use crate::catalog::{Catalog, Coverage, CoverageIndex, Hours, Per, Value};
use crate::zone::{Duration, Instant, LocalDate, OutsideTable, Zone};

/// Words a date in a locale, such as `Friday 27 March 2026`.
pub type DateWords = fn(locale: &str, date: LocalDate) -> String;

/// The files of messages, with their languages; the first is the language of the site's root.
#[cfg(not(target_arch = "wasm32"))]
pub const LANGUAGES: &[(&str, &str)] =
    &[("en", include_str!("en.json")), ("nl", include_str!("nl.json"))];

/// Everything that is needed to put things into words in one language.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The messages.
    pub messages: &'static Messages,
    /// How dates are worded.
    pub date: DateWords,
}

impl Wording {
    /// A date in words.
    #[must_use]
    pub fn date(&self, date: LocalDate) -> String {
        (self.date)(&self.messages.locale, date)
    }

    /// A moment on a zone's clock, with its place and offset:
    /// `Friday 27 March 2026 16:30 (London, UTC+0)`.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] before 2020 and after 2040.
    pub fn moment(&self, zone: &Zone, at: Instant) -> Result<String, OutsideTable> {
        let offset = zone.offset_at(at)?;
        let reading = offset.local(at);
        Ok(fill(
            &self.messages.units.moment,
            &[
                ("date", &self.date(reading.date())),
                ("time", &reading.time_of_day().to_string()),
                ("place", &zone.place()),
                ("offset", &offset.to_string()),
            ],
        ))
    }

    /// As [`Wording::moment`]; where no clock is known, in UTC.
    #[must_use]
    pub fn moment_anyway(&self, zone: &Zone, at: Instant) -> String {
        self.moment(zone, at).unwrap_or_else(|OutsideTable| at.to_string())
    }

    /// A length of time in days of 24 hours, hours, minutes and seconds, as far as it has them.
    #[must_use]
    pub fn duration(&self, length: Duration) -> String {
        let seconds = length.as_seconds();
        let units = &self.messages.units;
        self.amounts(&[
            (seconds / 86_400, &units.days),
            (seconds / 3_600 % 24, &units.hours),
            (seconds / 60 % 60, &units.minutes),
            (seconds % 60, &units.seconds),
        ])
    }

    /// An amount of working time, in hours and minutes or business days: `4 hours`.
    #[must_use]
    pub fn target(&self, target: Target) -> String {
        let units = &self.messages.units;
        self.working_time(target, &units.hours, &units.minutes)
    }

    /// The same where the hours are the desk's: `4 business hours`.
    #[must_use]
    pub fn counted(&self, target: Target, hours: &Hours) -> String {
        let units = &self.messages.units;
        match hours {
            Hours::Regional => {
                self.working_time(target, &units.business_hours, &units.business_minutes)
            }
            Hours::Always | Hours::Weekly(_) => self.target(target),
        }
    }

    fn working_time(&self, target: Target, hours: &Plural, minutes: &Plural) -> String {
        let units = &self.messages.units;
        match target {
            Target::BusinessDays(days) => plural(&units.business_days, i64::from(days)),
            Target::Time(length) => {
                let seconds = length.as_seconds();
                let minutes = (seconds / 60 % 60, minutes);
                self.amounts(&[(seconds / 3_600, hours), minutes, (seconds % 60, &units.seconds)])
            }
        }
    }

    /// The amounts that are not zero, one after another; of none the last.
    fn amounts(&self, amounts: &[(i64, &Plural)]) -> String {
        let some = amounts.iter().filter(|(count, _)| *count != 0);
        let words: Vec<String> = some.map(|(count, unit)| plural(unit, *count)).collect();
        match (words.is_empty(), amounts.last()) {
            (true, Some((_, unit))) => plural(unit, 0),
            _ => words.join(" "),
        }
    }

    /// What a plan has of an entitlement.
    #[must_use]
    pub fn value(&self, catalog: &Catalog, value: &Value) -> String {
        let words = &self.messages.matrix;
        match value {
            Value::Included => words.included.clone(),
            Value::NotIncluded => words.not_included.clone(),
            Value::NotStated => words.not_stated.clone(),
            Value::OnRequest => words.on_request.clone(),
            Value::Unlimited => words.unlimited.clone(),
            Value::Text(text) => text.to_string(),
            Value::Coverage(coverage) => self.coverage(catalog, *coverage),
            Value::Count { count, per } => {
                let template = match per {
                    None => "{count}",
                    Some(Per::Product) => &words.per_product,
                    Some(Per::Month) => &words.per_month,
                    Some(Per::Quarter) => &words.per_quarter,
                    Some(Per::Year) => &words.per_year,
                };
                fill(template, &[("count", &count.to_string())])
            }
        }
    }

    /// A coverage's name.
    #[must_use]
    pub fn coverage(&self, catalog: &Catalog, coverage: CoverageIndex) -> String {
        catalog.coverage(coverage).name.to_string()
    }

    /// The name of the coverage that a target is counted in, where the target's own words do not
    /// say it: "3 business days" does.
    #[must_use]
    pub fn counted_in(&self, coverage: &Coverage, target: Target) -> String {
        match (target, &coverage.hours) {
            (Target::BusinessDays(_), Hours::Regional) => String::new(),
            _ => coverage.name.to_string(),
        }
    }

    /// Items with commas and a word before the last: `a, b and c`.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let first = first.join(&self.messages.units.comma);
                fill(&self.messages.units.and, &[("first", &first), ("last", last)])
            }
        }
    }
}

/// The form of a message for a number. Both languages have one form for 1 and one for the rest.
#[must_use]
pub fn plural(message: &Plural, count: i64) -> String {
    let template = if count == 1 { &message.one } else { &message.other };
    fill(template, &[("count", &count.to_string())])
}

/// Puts values in the place of a template's `{names}`. What a value contains is left as it is.
///
/// ```
/// use plan_comparator::text::fill;
/// assert_eq!(fill("{plan} by {moment}", &[("plan", "Elite"), ("moment", "{noon}")]), "Elite by {noon}");
/// ```
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        let value = values.iter().find(|(known, _)| *known == name);
        debug_assert!(value.is_some(), "nothing to put in the place of {{{name}}} in {template:?}");
        out.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    out.push_str(rest);
    out
}

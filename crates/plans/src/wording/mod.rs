//! The texts of the page in its language: instants, durations, lists and sentences.
//!
//! The messages are data ([`Messages`]), whose templates [`fill`] completes. Dates are put into words
//! by a function that the caller passes, since browsers have one for every language. The module
//! computes no deadline.
//!
//! # Example
//!
//! ```
//! use plans::wording::Wording;
//! use worktime::zone::{Duration, Instant, LocalDate, Zone};
//! let messages = bundled::messages("en");
//! let dates = |_: &str, date: LocalDate| date.to_string();
//! let wording = Wording { messages: &messages, dates: &dates };
//! assert_eq!(wording.duration(Duration::minutes(90)), "1 hour 30 minutes");
//! let zone: Zone = "Europe/London".parse()?;
//! let instant = wording.instant(&zone, Instant::from_unix(1_774_629_000))?;
//! assert_eq!(instant, "2026-03-27 16:30 (London, UTC+0)");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
mod brief;
mod decide;
mod direction;
pub mod messages;
mod sentences;
mod status;

#[cfg(feature = "json")]
pub use messages::{MessageFile, MessageKey, ShellMessages};
pub use messages::{Messages, Plural};

use crate::catalog::{
    Catalog, Coverage, CoverageIndex, Hours, Per, PlanValue, Region, RegionIndex, Text, Value,
};
use worktime::schedule::{DueTime, Target};
use worktime::zone::{Duration, Instant, LocalDate, OutsideTable, Zone};

/// Puts dates into the words of a locale.
pub trait DateWords {
    /// A date in words, such as `Friday 27 March 2026`; `locale` is a BCP 47 tag, such as `en-GB`.
    fn date_in_words(&self, locale: &str, date: LocalDate) -> String;
}

impl<F: Fn(&str, LocalDate) -> String> DateWords for F {
    fn date_in_words(&self, locale: &str, date: LocalDate) -> String {
        self(locale, date)
    }
}

/// Makes texts in one language.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The messages.
    pub messages: &'a Messages,
    /// Puts dates into words.
    pub dates: &'a dyn DateWords,
}

impl core::fmt::Debug for Wording<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Wording in {}", self.messages.language())
    }
}

impl Wording<'_> {
    /// A date in words.
    #[must_use]
    pub fn date(&self, date: LocalDate) -> String {
        self.dates.date_in_words(self.messages.locale(), date)
    }

    /// An instant on a zone's clock, with the zone's place and offset:
    /// `Friday 27 March 2026 16:30 (London, UTC+0)`.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for the instant.
    pub fn instant(&self, zone: &Zone, at: Instant) -> Result<String, OutsideTable> {
        let offset = zone.offset_at(at)?;
        let reading = offset.local(at);
        Ok(fill(
            self.messages.units.moment(),
            &[
                ("date", &self.date(reading.date())),
                ("time", &reading.time_of_day().to_string()),
                ("place", &zone.place()),
                ("offset", &offset.to_string()),
            ],
        ))
    }

    /// As [`Wording::instant`]; in UTC if the zone has no rules for the instant.
    #[must_use]
    pub fn instant_or_utc(&self, zone: &Zone, at: Instant) -> String {
        self.instant(zone, at).unwrap_or_else(|_| at.to_string())
    }

    /// A duration in days of 24 hours, hours, minutes and seconds, without those that are zero:
    /// `1 day 30 minutes`.
    #[must_use]
    pub fn duration(&self, length: Duration) -> String {
        let units = &self.messages.units;
        let [days, hours, minutes, seconds] = in_units(length);
        amounts(&[
            (days, &units.days),
            (hours, &units.hours),
            (minutes, &units.minutes),
            (seconds, &units.seconds),
        ])
    }

    /// A duration as [`Wording::duration`] has it, but in whole minutes if it is no more than a second away
    /// from them: that second is the one at which a desk opens or closes.
    #[must_use]
    pub fn rounded_duration(&self, length: Duration) -> String {
        let correction = match length.as_seconds().rem_euclid(60) {
            1 if length > Duration::minutes(1) => -1,
            59 => 1,
            _ => 0,
        };
        self.duration(Duration::seconds(length.as_seconds() + correction))
    }

    /// A target, in hours, minutes and seconds or in business days: `4 hours`.
    #[must_use]
    pub fn target(&self, target: Target) -> String {
        let units = &self.messages.units;
        self.working_time(target, &units.hours, &units.minutes)
    }

    /// The time that has been counted when a target is due, in business hours if the target is counted
    /// in the hours of a region: `4 business hours`.
    #[must_use]
    pub fn counted(&self, target: Target, hours: Option<&Hours>) -> String {
        let units = &self.messages.units;
        let target = match target {
            Target::BusinessDays(days, _) => Target::BusinessDays(days, DueTime::SameTime),
            other => other,
        };
        match hours {
            Some(Hours::Regional) => {
                self.working_time(target, &units.business_hours, &units.business_minutes)
            }
            _ => self.target(target),
        }
    }

    fn working_time(&self, target: Target, hours: &Plural, minutes: &Plural) -> String {
        let units = &self.messages.units;
        match target {
            Target::BusinessDays(days, due) => {
                let days = plural(&units.business_days, i64::from(days));
                match due {
                    DueTime::SameTime => days,
                    DueTime::Closing => fill(units.until_closing(), &[("days", &days)]),
                    DueTime::EndOfDay => fill(units.whole_days(), &[("days", &days)]),
                }
            }
            Target::CalendarDays(days) => plural(&units.calendar_days, i64::from(days)),
            Target::Time(length) => {
                let [days, rest, minute, second] = in_units(length);
                amounts(&[(days * 24 + rest, hours), (minute, minutes), (second, &units.seconds)])
            }
        }
    }

    /// A text in the marks of a quotation, in the language that it has; as it is if it has such marks.
    #[must_use]
    pub fn quoted(&self, text: &Text) -> Text {
        if text.starts_with(['“', '„', '"', '«', '‘']) {
            return text.clone();
        }
        let quoted = fill(self.messages.units.quoted(), &[("name", text)]).into();
        if text.is_foreign() { Text::foreign(quoted) } else { quoted.into() }
    }

    /// What a plan has of an entitlement, with what can be had beside it.
    #[must_use]
    pub fn value(&self, catalog: &Catalog, value: &PlanValue) -> String {
        let words = self.plain_value(catalog, &value.value);
        match &value.add_on {
            None => words,
            Some(add_on) => {
                let values = [("value", &*words), ("add_on", &**add_on)];
                fill(self.messages.matrix.with_add_on(), &values)
            }
        }
    }

    fn plain_value(&self, catalog: &Catalog, value: &Value) -> String {
        let messages = &self.messages.matrix;
        match value {
            Value::Included => messages.included().to_owned(),
            Value::NotIncluded => messages.not_included().to_owned(),
            Value::NotStated => messages.not_stated().to_owned(),
            Value::OnRequest => messages.on_request().to_owned(),
            Value::AddOn => messages.add_on().to_owned(),
            Value::Unlimited => messages.unlimited().to_owned(),
            Value::Text { words, .. } => words.to_string(),
            Value::List(items) => {
                let items: Vec<&str> = items.iter().map(|item| &**item).collect();
                items.join(self.messages.units.semicolon())
            }
            Value::Coverage(coverage) => self.coverage(catalog, *coverage),
            Value::Time { length, up_to, per } => {
                self.per(*per, &self.up_to(*up_to, self.working_hours(*length)))
            }
            Value::Count { count, up_to, unit, per } => {
                let mut amount = count.to_string();
                if let Some(unit) = unit {
                    amount = format!("{amount} {unit}");
                }
                self.per(*per, &self.up_to(*up_to, amount))
            }
        }
    }

    /// An amount that may be less, if it may.
    fn up_to(&self, up_to: bool, amount: String) -> String {
        if up_to { fill(self.messages.matrix.up_to(), &[("count", &amount)]) } else { amount }
    }

    /// An amount for each of what it is counted for.
    fn per(&self, per: Option<Per>, amount: &str) -> String {
        let messages = &self.messages.matrix;
        let template = match per {
            None => return amount.to_owned(),
            Some(Per::Product) => messages.per_product(),
            Some(Per::Case) => messages.per_case(),
            Some(Per::User) => messages.per_user(),
            Some(Per::Week) => messages.per_week(),
            Some(Per::Month) => messages.per_month(),
            Some(Per::Quarter) => messages.per_quarter(),
            Some(Per::Year) => messages.per_year(),
        };
        fill(template, &[("count", amount)])
    }

    /// An amount of work, in hours and not in days: `36 hours`.
    fn working_hours(&self, length: Duration) -> String {
        self.target(Target::Time(length))
    }

    /// The name of a coverage.
    #[must_use]
    pub fn coverage(&self, catalog: &Catalog, coverage: CoverageIndex) -> String {
        catalog.coverage(coverage).name.to_string()
    }

    /// The name of the coverage in which a target is counted; `None` if the target names the coverage
    /// itself, as "3 business days" does.
    #[must_use]
    pub fn coverage_suffix<'c>(&self, coverage: &'c Coverage, target: Target) -> Option<&'c Text> {
        match (target, &coverage.hours) {
            (Target::BusinessDays(..), Hours::Regional) => None,
            _ => Some(&coverage.name),
        }
    }

    /// A target with the coverage in which it is counted: `4 hours, Business hours`.
    #[must_use]
    pub fn target_in(&self, coverage: Option<&Coverage>, target: Target) -> String {
        let mut text = self.target(target);
        if let Some(coverage) = coverage.and_then(|it| self.coverage_suffix(it, target)) {
            text.push_str(self.messages.units.comma());
            text.push_str(coverage);
        }
        text
    }

    /// The coverage to which a region limits a plan, beside the one that the plan has: `Business hours in
    /// Japan, not 24x5`.
    #[must_use]
    pub fn coverage_in_region(
        &self,
        catalog: &Catalog,
        region: RegionIndex,
        effective: CoverageIndex,
        stated: CoverageIndex,
    ) -> String {
        let values = [
            ("coverage", &*catalog.coverage(effective).name),
            ("region", &*catalog.region(region).name),
            ("stated", &*catalog.coverage(stated).name),
        ];
        fill(self.messages.matrix.coverage_in_region(), &values)
    }

    /// What holds in a region, with the region's name in front of it unless the words have the name.
    #[must_use]
    pub fn in_region(region: &Region, words: &str) -> String {
        match has_name(words, &region.name) {
            true => words.to_owned(),
            false => format!("{}: {words}", region.name),
        }
    }

    /// The items as a list: `a, b and c`.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let units = &self.messages.units;
                let mut items = String::new();
                for (place, item) in first.iter().enumerate() {
                    items.push_str(if place == 0 { "" } else { units.comma() });
                    // Each item by itself, so that the commas stay between them.
                    direction::add(&mut items, item, units.and());
                }
                fill(units.and(), &[("first", &items), ("last", last)])
            }
        }
    }
}

/// Whether words have a name as a word of its own: `in Japan`, and not `Japanese`. Only Latin letters and
/// figures join words, since Japanese, say, writes no spaces.
fn has_name(words: &str, name: &str) -> bool {
    // The search of `str::contains` takes 3.4 kB of the first load.
    let mut before = ' ';
    for (place, letter) in words.char_indices() {
        let after = words.get(place..).and_then(|rest| rest.strip_prefix(name));
        let ends =
            after.is_some_and(|after| !after.starts_with(|it: char| it.is_ascii_alphanumeric()));
        if ends && !before.is_ascii_alphanumeric() {
            return true;
        }
        before = letter;
    }
    false
}

/// A duration as days of 24 hours, hours, minutes and seconds.
fn in_units(length: Duration) -> [i64; 4] {
    const DAY: i64 = Duration::days(1).as_seconds();
    let seconds = length.as_seconds();
    [seconds / DAY, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60]
}

/// The amounts that are not zero, one after another. If all are zero, `0` of the last unit.
fn amounts(amounts: &[(i64, &Plural)]) -> String {
    let present = amounts.iter().filter(|(count, _)| *count != 0);
    let texts: Vec<String> = present.map(|(count, unit)| plural(unit, *count)).collect();
    match (texts.is_empty(), amounts.last()) {
        (true, Some((_, unit))) => plural(unit, 0),
        _ => texts.join(" "),
    }
}

/// A message with the form for a number, which fills in `{count}`.
#[must_use]
pub fn plural(message: &Plural, count: i64) -> String {
    let template = if count == 1 { &message.one } else { &message.other };
    fill(template, &[("count", &count.to_string())])
}

/// Replaces the `{names}` of a sentence by values. Braces in a value have no meaning. A value whose
/// letters run in the other direction than those of the sentence stands between the marks of Unicode
/// that isolate it.
///
/// # Example
///
/// ```
/// use plans::wording::fill;
/// let values = [("plan", "Elite"), ("moment", "{noon}")];
/// assert_eq!(fill("{plan} by {moment}", &values), "Elite by {noon}");
/// ```
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    replace(template, values, |out, value| direction::add(out, value, template))
}

/// Replaces the `{names}` of a template that is no sentence by values, as they are.
#[must_use]
pub fn fill_in(template: &str, values: &[(&str, &str)]) -> String {
    replace(template, values, String::push_str)
}

fn replace(template: &str, values: &[(&str, &str)], add: impl Fn(&mut String, &str)) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        let value = values.iter().find(|(known, _)| *known == name);
        debug_assert!(value.is_some(), "nothing to put in the place of {{{name}}} in {template:?}");
        if let Some((_, value)) = value {
            add(&mut out, value);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

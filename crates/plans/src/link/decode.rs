//! The reader of links.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use worktime::zone::{LocalDate, Zone};

use super::{Key, ONLY_DIFFERENCES};
use crate::case::{Choice, Display, Moment, Scenario, WaitLimit};
use crate::catalog::{Catalog, Holidays};
use crate::shorten::shorten;

/// A value of a link that is not used. The default takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The parameter.
    pub key: Key,
    /// The value, cut to [`MAX_SHOWN_CHARS`](super::MAX_SHOWN_CHARS) characters.
    pub value: String,
    /// Why the value is not used.
    pub reason: IgnoredReason,
}

/// Why a value is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IgnoredReason {
    /// The parameter does not accept the value.
    NotAccepted,
    /// The parameter does not accept this value and more after it, which are only counted.
    More {
        /// The number of these values, the first one included.
        count: usize,
    },
    /// The name of the parameter was mangled by a program that escaped the link, and the link has
    /// another value under the clean name, which is used.
    Conflicts,
    /// The list has more dates than a list may have, so none of them is used.
    TooMany {
        /// The number of different dates in the list.
        given: usize,
    },
}

/// The content of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The choices that the link makes, in the order of [`Key::ALL`].
    pub choices: Vec<Choice>,
    /// The values that are not used, in the order of [`Key::ALL`].
    pub ignored: Vec<Ignored>,
    /// The parameters that belong to other programs, still escaped, with `&` between them.
    pub foreign: String,
}

impl Decoded {
    /// The scenario that the link shows: its choices, applied to [`Scenario::initial`].
    #[must_use]
    pub fn scenario(&self, catalog: &Catalog, visitor: Option<Zone>) -> Scenario {
        let mut scenario = Scenario::initial(catalog, visitor);
        for choice in &self.choices {
            scenario.apply(catalog, visitor, choice);
        }
        scenario
    }

    /// Whether the link names a region. If it does not, the region is guessed from the visitor's
    /// zone.
    #[must_use]
    pub fn names_region(&self) -> bool {
        self.choices.iter().any(|choice| matches!(choice, Choice::Region(_)))
    }
}

/// The most values of a parameter that are named where they are not accepted. Further ones are counted.
const MAX_NAMED: usize = 3;

/// The parameter that asks for another view of the page. It is not kept: a view is left.
const VIEW: &str = "view";

/// What programs put in front of a parameter's name that escape a link for HTML once too often.
const MANGLED: &str = "amp;";

/// Reads a query string, with or without its `?`. A later value of a parameter that takes one value
/// has no effect. A value whose name a program mangled, as in `amp;region`, counts as a later one.
///
/// # Example
///
/// ```
/// use plans::link;
/// let catalog = bundled::catalog("en");
/// let decoded = link::decode("?priority=P3&region=mars&utm_source=mail", &catalog);
/// let scenario = decoded.scenario(&catalog, None);
/// assert_eq!(&*catalog.priority(scenario.case.priority).id, "p3");
/// assert_eq!(decoded.ignored[0].value, "mars");
/// assert_eq!(decoded.foreign, "utm_source=mail");
/// ```
#[must_use]
pub fn decode(query: &str, catalog: &Catalog) -> Decoded {
    let query = query.strip_prefix('?').unwrap_or(query);
    let mut given: Vec<(Key, String)> = Vec::new();
    let mut mangled: Vec<(Key, String)> = Vec::new();
    let mut foreign: Vec<String> = Vec::new();
    for parameter in query.split('&').filter(|parameter| !parameter.is_empty()) {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let written = unescape(name);
        let name = written.trim_start_matches(MANGLED);
        match Key::named(name) {
            Some(key) if name == written => given.push((key, unescape(value))),
            Some(key) => mangled.push((key, unescape(value))),
            None if name == VIEW => {}
            None => foreign.push(parameter.to_owned()),
        }
    }
    let mut decoder = Decoder { given, mangled, choices: Vec::new(), ignored: Vec::new() };
    for key in Key::ALL {
        decoder.decode(key, catalog);
    }
    let Decoder { choices, ignored, .. } = decoder;
    Decoded { choices, ignored, foreign: foreign.join("&") }
}

/// The text that a query writes with escapes, and with `+` for a space; escapes that are no text stay.
fn unescape(written: &str) -> String {
    let spaced = written.replace('+', " ");
    let text = percent_decode_str(&spaced).decode_utf8().map(Cow::into_owned);
    text.unwrap_or(spaced)
}

/// Turns parameters into choices.
struct Decoder {
    /// Every known parameter of the link with its value, in the order of the link.
    given: Vec<(Key, String)>,
    /// Likewise those whose names were mangled.
    mangled: Vec<(Key, String)>,
    choices: Vec<Choice>,
    ignored: Vec<Ignored>,
}

impl Decoder {
    /// Adds the choices that the values of a key make.
    fn decode(&mut self, key: Key, catalog: &Catalog) {
        match key {
            Key::Plans => self.plans(catalog),
            Key::Holidays => self.holidays(),
            Key::Also => self.also(catalog),
            Key::Need => {
                let mut needed = Vec::new();
                self.list(key, &mut |id| {
                    let entitlement = catalog.entitlement_named(id);
                    needed.extend(entitlement.map(Choice::Need));
                    entitlement.is_some()
                });
                self.choices.extend(needed);
            }
            Key::Mine => {
                let mine = self.first(key, catalog);
                // This choice shows the plan, so it goes before those that hide plans: a link may
                // hide the visitor's own plan.
                mine.into_iter().for_each(|mine| self.choices.insert(0, mine));
            }
            _ => {
                let choice = self.first(key, catalog);
                self.choices.extend(choice);
            }
        }
    }

    /// What the first value of a key means; `None` if the value is empty or is not accepted. A space
    /// may stand for a `+` that the link did not escape.
    fn first(&mut self, key: Key, catalog: &Catalog) -> Option<Choice> {
        let first = |of: &[(Key, String)]| values(of, key).next().map(str::to_owned);
        let (clean, mangled) = (first(&self.given), first(&self.mangled));
        if let (Some(clean), Some(mangled)) = (&clean, &mangled)
            && !clean.eq_ignore_ascii_case(mangled)
        {
            self.ignore(key, mangled, IgnoredReason::Conflicts);
        }
        let value = clean.or(mangled)?;
        let trimmed = value.trim();
        let with_plus = trimmed.replace(' ', "+");
        let parsed = [trimmed, &with_plus].iter().find_map(|text| choice(key, text, catalog));
        if parsed.is_none() && !trimmed.is_empty() {
            self.ignore(key, &value, IgnoredReason::NotAccepted);
        }
        parsed
    }

    /// The values of a key with commas between them.
    fn joined(&self, key: Key) -> String {
        let all = values(&self.given, key).chain(values(&self.mangled, key));
        all.collect::<Vec<_>>().join(",")
    }

    /// Gives the items of a comma-separated list to `take`, which says whether it accepts an item. If
    /// the key has several values, their lists are joined.
    fn list(&mut self, key: Key, take: &mut dyn FnMut(&str) -> bool) {
        let joined = self.joined(key);
        let mut refused = 0;
        for item in joined.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            if take(item) {
                continue;
            }
            refused += 1;
            match (refused > MAX_NAMED, self.ignored.last_mut()) {
                (true, Some(Ignored { reason: IgnoredReason::More { count }, .. })) => *count += 1,
                (true, _) => self.ignore(key, item, IgnoredReason::More { count: 1 }),
                (false, _) => self.ignore(key, item, IgnoredReason::NotAccepted),
            }
        }
    }

    /// Hides every plan that the link does not name. A link that names no plan hides none.
    fn plans(&mut self, catalog: &Catalog) {
        let mut named = Vec::new();
        self.list(Key::Plans, &mut |id| {
            let plan = catalog.plan_named(id);
            named.extend(plan);
            plan.is_some()
        });
        if !named.is_empty() {
            let others = catalog.plan_indices().filter(|plan| !named.contains(plan));
            self.choices.extend(others.map(Choice::Hide));
        }
    }

    /// Adds the desks beside the first one, as many as there may be, each region once.
    fn also(&mut self, catalog: &Catalog) {
        let mut also: Vec<Choice> = Vec::new();
        let before = self.choices.clone();
        self.list(Key::Also, &mut |item| {
            let (region, zone) = item.split_once('@').unwrap_or((item, ""));
            // A space may stand for a `+` that the link did not escape.
            let zone = Zone::called(zone).or_else(|| Zone::called(&zone.replace(' ', "+")));
            let is_named = zone.is_some() || !item.contains('@');
            let desk = catalog.region_named(region).filter(|region| {
                let is_there = |choice: &Choice| match choice {
                    Choice::Region(other) | Choice::Also(other, _) => other == region,
                    _ => false,
                };
                is_named
                    && also.len() < Display::MOST_ALSO
                    && !before.iter().chain(&also).any(is_there)
            });
            also.extend(desk.map(|region| Choice::Also(region, zone)));
            desk.is_some()
        });
        self.choices.extend(also);
    }

    /// Adds the holidays, unless the list has more than [`Holidays::MOST`] dates.
    fn holidays(&mut self) {
        let mut dates = Vec::new();
        self.list(Key::Holidays, &mut |text| {
            let date = LocalDate::parse(text);
            dates.extend(date);
            date.is_some()
        });
        match Holidays::limited(dates) {
            Ok(holidays) => {
                let dates = holidays.dates().iter().copied();
                self.choices.extend(dates.map(Choice::AddHoliday));
            }
            Err(error) => {
                let joined = self.joined(Key::Holidays);
                let reason = IgnoredReason::TooMany { given: error.given };
                self.ignore(Key::Holidays, &joined, reason);
            }
        }
    }

    fn ignore(&mut self, key: Key, value: &str, reason: IgnoredReason) {
        self.ignored.push(Ignored { key, value: shorten(value), reason });
    }
}

/// The choice that the value of a key with one value means; `None` if the value is not accepted.
fn choice(key: Key, value: &str, catalog: &Catalog) -> Option<Choice> {
    Some(match key {
        Key::Target => Choice::Target(catalog.table_named(value)?),
        Key::Priority => Choice::Priority(catalog.priority_named(value)?),
        Key::Region => Choice::Region(catalog.region_named(value)?),
        Key::Zone => Choice::Zone(Zone::called(value)?),
        Key::Opened => Choice::Opened(Some(Moment::parse(value)?)),
        Key::By => Choice::By(Some(Moment::parse(value)?)),
        Key::Mine => Choice::Mine(Some(catalog.plan_named(value)?)),
        Key::Within => Choice::Within(Some(WaitLimit::parse(value)?)),
        Key::Differences if value.eq_ignore_ascii_case(ONLY_DIFFERENCES) => {
            Choice::OnlyDifferences(true)
        }
        Key::Differences | Key::Plans | Key::Also | Key::Holidays | Key::Need => return None,
    })
}

/// The values of a key among parameters.
fn values(parameters: &[(Key, String)], key: Key) -> impl Iterator<Item = &str> {
    parameters.iter().filter(move |(given, _)| *given == key).map(|(_, value)| &**value)
}

//! The reader of links.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use worktime::zone::{LocalDate, Zone};

use super::{Key, ONLY_DIFFERENCES};
use crate::case::{Choice, Moment, Scenario, WaitLimit};
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

/// Reads a query string, with or without its `?`. A later value of a parameter that takes one value
/// has no effect.
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
    let mut foreign: Vec<String> = Vec::new();
    for parameter in query.split('&').filter(|parameter| !parameter.is_empty()) {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        match Key::named(&unescape(name)) {
            Some(key) => given.push((key, unescape(value))),
            None => foreign.push(parameter.to_owned()),
        }
    }
    let mut decoder = Decoder { given, choices: Vec::new(), ignored: Vec::new() };
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
    choices: Vec<Choice>,
    ignored: Vec<Ignored>,
}

impl Decoder {
    /// Adds the choices that the values of a key make.
    fn decode(&mut self, key: Key, catalog: &Catalog) {
        let choice = match key {
            Key::Plans => return self.plans(catalog),
            Key::Holidays => return self.holidays(),
            Key::Need => {
                let needed = self.list(key, |id| catalog.entitlement_named(id));
                return self.choices.extend(needed.into_iter().map(Choice::Need));
            }
            Key::Mine => {
                let mine = self.first(key, |id| catalog.plan_named(id)).map(Some);
                // This choice shows the plan, so it goes before those that hide plans: a link may
                // hide the visitor's own plan.
                return mine
                    .into_iter()
                    .for_each(|mine| self.choices.insert(0, Choice::Mine(mine)));
            }
            Key::Priority => self.first(key, |id| catalog.priority_named(id)).map(Choice::Priority),
            Key::Region => self.first(key, |id| catalog.region_named(id)).map(Choice::Region),
            Key::Zone => self.first(key, Zone::called).map(Choice::Zone),
            Key::Opened => self.first(key, Moment::parse).map(|at| Choice::Opened(Some(at))),
            Key::By => self.first(key, Moment::parse).map(|at| Choice::By(Some(at))),
            Key::Differences => {
                let parse =
                    |value: &str| value.eq_ignore_ascii_case(ONLY_DIFFERENCES).then_some(true);
                self.first(key, parse).map(Choice::OnlyDifferences)
            }
            Key::Within => {
                self.first(key, WaitLimit::parse).map(|limit| Choice::Within(Some(limit)))
            }
        };
        self.choices.extend(choice);
    }

    /// The first value of a key, parsed; `None` if the value is empty or is not accepted.
    fn first<T>(&mut self, key: Key, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.values(key).into_iter().next()?;
        let parsed = parse(value.trim());
        if parsed.is_none() && !value.trim().is_empty() {
            self.ignore(key, &value, IgnoredReason::NotAccepted);
        }
        parsed
    }

    /// Every value of a key.
    fn values(&self, key: Key) -> Vec<String> {
        let values = self.given.iter().filter(|(given, _)| *given == key);
        values.map(|(_, value)| value.clone()).collect()
    }

    /// The items of a comma-separated list, parsed. If the key has several values, their lists are
    /// joined.
    fn list<T>(&mut self, key: Key, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let joined = self.values(key).join(",");
        let mut parsed = Vec::new();
        for item in joined.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            match parse(item) {
                Some(value) => parsed.push(value),
                None => self.ignore(key, item, IgnoredReason::NotAccepted),
            }
        }
        parsed
    }

    /// Hides every plan that the link does not name. A link that names no plan hides none.
    fn plans(&mut self, catalog: &Catalog) {
        let named = self.list(Key::Plans, |id| catalog.plan_named(id));
        if !named.is_empty() {
            let others = catalog.plan_indices().filter(|plan| !named.contains(plan));
            self.choices.extend(others.map(Choice::Hide));
        }
    }

    /// Adds the holidays, unless the list has more than [`Holidays::MOST`] dates.
    fn holidays(&mut self) {
        let dates = self.list(Key::Holidays, LocalDate::parse);
        match Holidays::limited(dates) {
            Ok(holidays) => {
                let dates = holidays.dates().iter().copied();
                self.choices.extend(dates.map(Choice::AddHoliday));
            }
            Err(error) => {
                let joined = self.values(Key::Holidays).join(",");
                let reason = IgnoredReason::TooMany { given: error.given };
                self.ignore(Key::Holidays, &joined, reason);
            }
        }
    }

    fn ignore(&mut self, key: Key, value: &str, reason: IgnoredReason) {
        self.ignored.push(Ignored { key, value: shorten(value), reason });
    }
}

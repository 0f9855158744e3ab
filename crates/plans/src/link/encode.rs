//! The writer of links.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::{Key, ONLY_DIFFERENCES};
use crate::case::Scenario;
use crate::catalog::Catalog;

/// The characters that are escaped. Commas, colons and slashes stay readable, since they have no
/// meaning in a query.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>');

/// The query string of a scenario, without a `?`, with the parameters of `foreign` at its end.
///
/// A parameter whose value is the default is left out, except the region and the zone: their
/// defaults depend on who opens the link.
#[must_use]
pub fn encode(scenario: &Scenario, catalog: &Catalog, foreign: &str) -> String {
    let Scenario { case, question, display } = scenario;
    let mut query = String::new();
    let mut put = |key: Key, value: &str| add(&mut query, key.as_str(), value);
    if display.plans.len() < catalog.plans.len() {
        let ids = display.plans.iter().map(|plan| &*catalog.plan(*plan).id);
        put(Key::Plans, &ids.collect::<Vec<_>>().join(","));
    }
    if case.table != catalog.first_table() {
        put(Key::Target, &catalog.table(case.table).id);
    }
    if case.priority != catalog.first_priority() {
        put(Key::Priority, &catalog.priority(case.priority).id);
    }
    put(Key::Region, &catalog.region(case.desk.region).id);
    put(Key::Zone, case.desk.zone.name());
    let also = display.also.iter();
    let also = also.map(|desk| format!("{}@{}", catalog.region(desk.region).id, desk.zone.name()));
    let also: Vec<String> = also.collect();
    if !also.is_empty() {
        put(Key::Also, &also.join(","));
    }
    for (key, moment) in [(Key::Opened, case.opened), (Key::By, question.by)] {
        if let Some(moment) = moment {
            put(key, &moment.to_string());
        }
    }
    let dates: Vec<String> = case.holidays.dates().iter().map(ToString::to_string).collect();
    if !dates.is_empty() {
        put(Key::Holidays, &dates.join(","));
    }
    if display.only_differences {
        put(Key::Differences, ONLY_DIFFERENCES);
    }
    if let Some(mine) = display.mine {
        put(Key::Mine, &catalog.plan(mine).id);
    }
    let need: Vec<&str> =
        question.need.iter().map(|index| &*catalog.entitlement(*index).id).collect();
    if !need.is_empty() {
        put(Key::Need, &need.join(","));
    }
    if let Some(within) = question.within {
        put(Key::Within, &within.to_string());
    }
    if !foreign.is_empty() {
        query.push('&');
        query.push_str(foreign);
    }
    query
}

/// Parameters in the form of a query, without a `?`: each a name with its value.
///
/// # Example
///
/// ```
/// let query = plans::link::query_of(&[("plan", "elite"), ("note", "a & b")]);
/// assert_eq!(query, "plan=elite&note=a%20%26%20b");
/// ```
#[must_use]
pub fn query_of(parameters: &[(&str, &str)]) -> String {
    let mut query = String::new();
    parameters.iter().for_each(|(name, value)| add(&mut query, name, value));
    query
}

fn add(query: &mut String, name: &str, value: &str) {
    let separator = if query.is_empty() { "" } else { "&" };
    query.extend([separator, name, "="]);
    query.extend(utf8_percent_encode(value, ESCAPED));
}

//! The query string of a link: a forgiving reader and a strict writer.

use core::fmt::Write as _;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::{Key, Moment, ONLY, Scenario, WaitLimit, desk_zone};
use crate::calendar::Holidays;
use crate::catalog::{Catalog, EntitlementIndex, PlanIndex};
use crate::zone::{LocalDate, Zone};

/// A value that was left out, and its default taken instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The parameter.
    pub key: Key,
    /// The value, shortened to [`SHOWN`] characters.
    pub value: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is none of those that are possible.
    Unknown,
    /// The list is too long and was left out whole.
    TooMany {
        /// How many different dates it had.
        given: usize,
    },
}

/// How many characters of a bad value are shown.
pub const SHOWN: usize = 40;

/// What a link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The scenario, with defaults for everything that the link does not say or says badly.
    pub scenario: Scenario,
    /// The bad values, in the order of [`Key::ALL`].
    pub ignored: Vec<Ignored>,
    /// The parameters that are not ours, as they were written.
    pub foreign: String,
    /// Whether the link itself names the region, so that it is not a guess of ours.
    pub names_region: bool,
}

/// Reads a query string, with or without its `?`.
///
/// ```
/// use plan_comparator::{catalog, scenario};
/// let catalog = catalog::bundled("en").expect("the bundled file is sound");
/// let decoded = scenario::decode("?priority=P3&region=mars&utm_source=mail", &catalog, None);
/// assert_eq!(&*catalog.priority(decoded.scenario.priority).id, "p3");
/// assert_eq!(decoded.ignored[0].value, "mars");
/// assert_eq!(decoded.foreign, "utm_source=mail");
/// ```
#[must_use]
pub fn decode(query: &str, catalog: &Catalog, visitor: Option<Zone>) -> Decoded {
    let query = query.strip_prefix('?').unwrap_or(query);
    let mut given: Vec<(Key, String)> = Vec::new();
    let mut foreign: Vec<String> = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match Key::named(&unescaped(name)) {
            Some(key) => given.push((key, unescaped(value))),
            None => foreign.push(part.to_owned()),
        }
    }
    let mut reader = Reader { given, ignored: Vec::new() };
    let initial = Scenario::initial(catalog, visitor);
    let named = reader.list(Key::Plans, |id| catalog.plan_named(id));
    let plans: Vec<PlanIndex> =
        catalog.plan_indices().filter(|plan| named.contains(plan)).collect();
    let priority = reader.single(Key::Priority, |id| catalog.priority_named(id));
    let region_named = reader.single(Key::Region, |id| catalog.region_named(id));
    let region = region_named.unwrap_or(initial.region);
    let zone = reader.single(Key::Zone, Zone::named);
    let opened = reader.single(Key::Opened, Moment::parse);
    let by = reader.single(Key::By, Moment::parse);
    let holidays = reader.holidays();
    let only = |value: &str| value.eq_ignore_ascii_case(ONLY).then_some(());
    let only_differences = reader.single(Key::Differences, only).is_some();
    let mine = reader.single(Key::Mine, |id| catalog.plan_named(id));
    let needed = reader.list(Key::Need, |id| catalog.entitlement_named(id));
    let need: Vec<EntitlementIndex> =
        catalog.entitlement_indices().filter(|index| needed.contains(index)).collect();
    let within = reader.single(Key::Within, WaitLimit::parse);
    let scenario = Scenario {
        plans: if plans.is_empty() { initial.plans } else { plans },
        priority: priority.unwrap_or(initial.priority),
        region,
        zone: zone.unwrap_or_else(|| desk_zone(catalog, region, visitor)),
        opened,
        by,
        holidays,
        only_differences,
        mine,
        need,
        within,
    };
    let names_region = region_named.is_some();
    Decoded { scenario, ignored: reader.ignored, foreign: foreign.join("&"), names_region }
}

/// What was written into a query: a space may be a `+` there.
fn unescaped(written: &str) -> String {
    let spaced = written.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

struct Reader {
    given: Vec<(Key, String)>,
    ignored: Vec<Ignored>,
}

impl Reader {
    /// The first value of a key; of an empty one nothing is said.
    fn single<T>(&mut self, key: Key, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.values(key).into_iter().next()?;
        let parsed = parse(value.trim());
        if parsed.is_none() && !value.trim().is_empty() {
            self.ignore(key, &value, Why::Unknown);
        }
        parsed
    }

    /// Every value of a key.
    fn values(&self, key: Key) -> Vec<String> {
        let values = self.given.iter().filter(|(given, _)| *given == key);
        values.map(|(_, value)| value.clone()).collect()
    }

    /// Every value of a key and every part of it between commas.
    fn list<T>(&mut self, key: Key, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let joined = self.values(key).join(",");
        let mut parsed = Vec::new();
        for part in joined.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            match parse(part) {
                Some(value) => parsed.push(value),
                None => self.ignore(key, part, Why::Unknown),
            }
        }
        parsed
    }

    fn holidays(&mut self) -> Holidays {
        let dates = self.list(Key::Holidays, LocalDate::parse);
        Holidays::limited(dates).unwrap_or_else(|error| {
            let joined = self.values(Key::Holidays).join(",");
            self.ignore(Key::Holidays, &joined, Why::TooMany { given: error.given });
            Holidays::default()
        })
    }

    fn ignore(&mut self, key: Key, value: &str, why: Why) {
        let value = match value.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
            None => value.to_owned(),
        };
        self.ignored.push(Ignored { key, value, why });
    }
}

/// What stays readable in an address: commas, colons and slashes have no meaning in a query.
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

/// Writes the query string of a scenario, without a `?`. Region and zone are always stated, since
/// their defaults depend on who opens the link; otherwise only what differs from the default.
#[must_use]
pub fn encode(scenario: &Scenario, catalog: &Catalog, foreign: &str) -> String {
    let mut query = String::new();
    let mut put = |key: Key, value: &str| {
        let between = if query.is_empty() { "" } else { "&" };
        let value = utf8_percent_encode(value, ESCAPED);
        // Writing to a string cannot fail.
        let _ = write!(query, "{between}{}={value}", key.as_str());
    };
    if scenario.plans.len() < catalog.plans.len() {
        let ids = scenario.plans.iter().map(|plan| catalog.plan(*plan).id.to_string());
        put(Key::Plans, &ids.collect::<Vec<_>>().join(","));
    }
    if scenario.priority != catalog.first_priority() {
        put(Key::Priority, &catalog.priority(scenario.priority).id);
    }
    put(Key::Region, &catalog.region(scenario.region).id);
    put(Key::Zone, scenario.zone.name());
    for (key, moment) in [(Key::Opened, scenario.opened), (Key::By, scenario.by)] {
        if let Some(moment) = moment {
            put(key, &moment.to_string());
        }
    }
    let dates: Vec<String> = scenario.holidays.dates().iter().map(ToString::to_string).collect();
    if !dates.is_empty() {
        put(Key::Holidays, &dates.join(","));
    }
    if scenario.only_differences {
        put(Key::Differences, ONLY);
    }
    if let Some(mine) = scenario.mine {
        put(Key::Mine, &catalog.plan(mine).id);
    }
    let ids = scenario.need.iter().map(|index| catalog.entitlement(*index).id.to_string());
    let need = ids.collect::<Vec<_>>();
    if !need.is_empty() {
        put(Key::Need, &need.join(","));
    }
    if let Some(within) = scenario.within {
        put(Key::Within, &within.to_string());
    }
    if !foreign.is_empty() {
        query.push('&');
        query.push_str(foreign);
    }
    query
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a link is rewritten to, and what of it was left out.
    #[track_caller]
    fn check(query: &str, rewritten: &str, ignored: &[&str]) {
        let catalog = crate::catalog::bundled("en").expect("the bundled file is sound");
        let decoded = decode(query, &catalog, Zone::named("Europe/Amsterdam"));
        assert_eq!(encode(&decoded.scenario, &catalog, &decoded.foreign), rewritten, "{query}");
        let left_out =
            decoded.ignored.iter().map(|bad| format!("{}={}", bad.key.as_str(), bad.value));
        assert_eq!(left_out.collect::<Vec<_>>(), ignored, "{query}");
        let again = decode(rewritten, &catalog, Zone::named("Asia/Tokyo"));
        assert_eq!(again.scenario, decoded.scenario, "{rewritten} means the same to everybody");
    }

    const HOME: &str = "region=emea&zone=Europe/Amsterdam";

    #[test]
    fn nothing_means_the_defaults() {
        check("", HOME, &[]);
        check("?", HOME, &[]);
        check("plans=&priority=&region=&zone=&opened=&by=&holidays=", HOME, &[]);
        check("differences=&mine=&need=,&within=+", HOME, &[]);
    }

    #[test]
    fn every_parameter_is_read_in_any_case() {
        check("?plans=Elite,ONLINE", &format!("plans=online,elite&{HOME}"), &[]);
        check("plans=elite&plans=online,elite", &format!("plans=online,elite&{HOME}"), &[]);
        check("plans=online,business,enterprise,elite", HOME, &[]);
        check("priority=P3&priority=p4", &format!("priority=p3&{HOME}"), &[]);
        check("region=Japan", "region=japan&zone=Asia/Tokyo", &[]);
        check("region=americas", "region=americas&zone=America/Los_Angeles", &[]);
        check("zone=europe%2Flondon", "region=emea&zone=Europe/London", &[]);
        check(
            "holidays=2026-12-28,2026-12-25",
            &format!("{HOME}&holidays=2026-12-25,2026-12-28"),
            &[],
        );
    }

    #[test]
    fn moments_are_readings_or_instants() {
        let opened = |given: &str, written: &str| {
            check(&format!("opened={given}"), &format!("{HOME}&opened={written}"), &[]);
        };
        opened("2026-03-27T16:30", "2026-03-27T16:30");
        opened("2026-03-27t16:30:00", "2026-03-27T16:30");
        opened("2026-03-27T16:30:05", "2026-03-27T16:30:05");
        opened("2026-03-27T16:30Z", "2026-03-27T16:30:00Z");
        opened("2026-03-27T16:30%2B01:00", "2026-03-27T15:30:00Z");
        opened("2026-03-27T16:30+01:00", "2026-03-27T15:30:00Z");
        opened("2026-03-27T16:30-0930", "2026-03-28T02:00:00Z");
        opened("2026-03-27T16:30+02", "2026-03-27T14:30:00Z");
        opened("1999-01-01T00:00", "1999-01-01T00:00");
        check("by=2026-03-30 12:00", HOME, &["by=2026-03-30 12:00"]);
        check("by=2026-03-30T12:00&opened=", &format!("{HOME}&by=2026-03-30T12:00"), &[]);
        check("by=2026-03-30T12:00+02", &format!("{HOME}&by=2026-03-30T10:00:00Z"), &[]);
    }

    #[test]
    fn what_helps_to_decide_stands_last_and_in_catalog_order() {
        let stays = |query: &str| check(query, &format!("{HOME}&{query}"), &[]);
        stays("differences=only&mine=business&need=case-reviews,event-management&within=P1DT12H");
        check("differences=ONLY", &format!("{HOME}&differences=only"), &[]);
        check("mine=Elite&mine=online", &format!("{HOME}&mine=elite"), &[]);
        check("mine=elite&plans=online", &format!("plans=online&{HOME}&mine=elite"), &[]);
        check(
            "need=Event-Management,case-reviews&need=case-reviews",
            &format!("{HOME}&need=case-reviews,event-management"),
            &[],
        );
        check("within=pt90m", &format!("{HOME}&within=PT1H30M"), &[]);
        check("within=PT24H", &format!("{HOME}&within=P1D"), &[]);
        check(
            "within=4&need=case-reviews,tea&mine=gold&differences=all",
            &format!("{HOME}&need=case-reviews"),
            &["differences=all", "mine=gold", "need=tea", "within=4"],
        );
    }

    #[test]
    fn bad_values_fall_back_and_are_all_named() {
        check(
            "plans=gold&priority=p9&zone=Mars/Base&opened=2026-02-30",
            HOME,
            &["plans=gold", "priority=p9", "zone=Mars/Base", "opened=2026-02-30"],
        );
        check("plans=gold,business", &format!("plans=business&{HOME}"), &["plans=gold"]);
        check(
            "holidays=2026-12-25,25-12-2026",
            &format!("{HOME}&holidays=2026-12-25"),
            &["holidays=25-12-2026"],
        );
        for opened in [
            "2026-03-27",
            "2026-03-27T24:00",
            "2026-03-27T16:30+25:00",
            "now",
            "2026-03-27T16:30 1:00",
            "T+",
        ] {
            let query = utf8_percent_encode(opened, percent_encoding::NON_ALPHANUMERIC);
            check(&format!("opened={query}"), HOME, &[&format!("opened={opened}")]);
        }
        let long = "x".repeat(400);
        check(&format!("region={long}"), HOME, &[&format!("region={}…", "x".repeat(40))]);
    }

    #[test]
    fn a_list_of_too_many_holidays_is_left_out_whole() {
        let start = LocalDate::parse("2026-01-01").expect("a date");
        let dates = core::iter::successors(Some(start), |date| Some(date.next())).take(401);
        let dates: Vec<String> = dates.map(|date| date.to_string()).collect();
        let shown = format!("holidays={}…", &dates.join(",")[..40]);
        check(&format!("holidays={}", dates.join(",")), HOME, &[&shown]);
    }

    #[test]
    fn foreign_parameters_are_kept_as_they_were() {
        check(
            "utm_source=a%20b&priority=p2&x",
            &format!("priority=p2&{HOME}&utm_source=a%20b&x"),
            &[],
        );
    }
}

//! Other values for some parameters of a scenario.

use worktime::zone::Zone;

use super::{Ignored, Key, decode};
use crate::case::{Choice, Desk, Scenario};
use crate::catalog::Catalog;

/// The choices that give the parameters of a query the values that they have in it, and leave all other
/// parameters as they are; and the values that are not used. A parameter whose value is empty or not accepted
/// gets its default. `visitor` is the visitor's own zone.
///
/// Another region resets the zone, unless the query has a zone too, as it does when a visitor chooses it.
///
/// # Example
///
/// ```
/// use plans::link::{decode, encode, replace};
/// let catalog = bundled::catalog("en");
/// let mut scenario = decode("priority=p2&opened=2026-03-27T16:30", &catalog).scenario(&catalog, None);
/// let (choices, _) = replace(&scenario, "priority=p3&region=japan&opened=", &catalog, None);
/// for choice in &choices {
///     scenario.apply(&catalog, None, choice);
/// }
/// assert_eq!(encode(&scenario, &catalog, ""), "priority=p3&region=japan&zone=Asia/Tokyo");
/// ```
#[must_use]
pub fn replace(
    scenario: &Scenario,
    query: &str,
    catalog: &Catalog,
    visitor: Option<Zone>,
) -> (Vec<Choice>, Vec<Ignored>) {
    let names =
        || query.split('&').map(|parameter| parameter.split('=').next().unwrap_or_default());
    let keys: Vec<Key> = names().filter_map(Key::named).collect();
    let initial = Scenario::initial(catalog, visitor);
    let Scenario { case, question, display } = scenario;
    let mut choices = Vec::new();
    for key in &keys {
        match key {
            Key::Plans => choices.extend(catalog.plan_indices().map(Choice::Show)),
            Key::Target => choices.push(Choice::Target(initial.case.table)),
            Key::Priority => choices.push(Choice::Priority(initial.case.priority)),
            Key::Region => choices.push(Choice::Region(initial.case.desk.region)),
            // A region brings its zone.
            Key::Zone if keys.contains(&Key::Region) => {}
            Key::Zone => {
                let desk = Desk::of(catalog, case.desk.region, visitor);
                choices.push(Choice::Zone(desk.zone));
            }
            Key::Also => {
                let also = display.also.iter();
                choices.extend(also.map(|desk| Choice::NotAlso(desk.region)));
            }
            Key::Opened => choices.push(Choice::Opened(None)),
            Key::By => choices.push(Choice::By(None)),
            Key::Holidays => {
                let dates = case.holidays.dates().iter().copied();
                choices.extend(dates.map(Choice::RemoveHoliday));
            }
            Key::Differences => choices.push(Choice::OnlyDifferences(false)),
            Key::Mine => choices.push(Choice::Mine(None)),
            Key::Need => choices.extend(question.need.iter().copied().map(Choice::NoNeed)),
            Key::Within => choices.push(Choice::Within(None)),
        }
    }
    let decoded = decode(query, catalog);
    choices.extend(decoded.choices);
    (choices, decoded.ignored)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::testing::bundled;
    use crate::link::encode;

    const EVERYTHING: &str = "plans=online,elite&priority=p3&region=japan&zone=Asia/Seoul\
                              &also=americas@America/Denver&opened=2026-03-27T16:30&by=2026-03-30T12:00&holidays=2026-12-25\
                              &differences=only&mine=elite&need=case-reviews&within=P1D";

    /// Checks what a scenario with every parameter becomes when some get other values.
    #[track_caller]
    fn check(query: &str, expected: &str) {
        let catalog = bundled();
        let visitor = Zone::named("Europe/Paris");
        let mut scenario = decode(EVERYTHING, &catalog).scenario(&catalog, visitor);
        assert_eq!(encode(&scenario, &catalog, ""), EVERYTHING);
        let (choices, _) = replace(&scenario, query, &catalog, visitor);
        for choice in &choices {
            scenario.apply(&catalog, visitor, choice);
        }
        assert_eq!(encode(&scenario, &catalog, ""), expected, "{query}");
    }

    /// [`EVERYTHING`] with another part in the place of one.
    fn with(part: &str, other: &str) -> String {
        assert!(EVERYTHING.contains(part), "{part}");
        EVERYTHING.replace(part, other)
    }

    #[test]
    fn a_value_replaces_its_own_alone() {
        check("", EVERYTHING);
        check("plans=business,elite", &with("online,elite", "business,elite"));
        check("priority=p4", &with("p3", "p4"));
        check("zone=Asia/Tokyo", &with("Asia/Seoul", "Asia/Tokyo"));
        check("also=apac", &with("americas@America/Denver", "apac@Asia/Singapore"));
        check("holidays=2026-12-28", &with("12-25", "12-28"));
        check("need=event-management", &with("case-reviews", "event-management"));
        check("within=PT4H", &with("P1D", "PT4H"));
    }

    #[test]
    fn a_parameter_without_a_value_gets_its_default() {
        check("plans=", &with("plans=online,elite&", ""));
        check("priority=", &with("priority=p3&", ""));
        check("zone=", &with("Asia/Seoul", "Asia/Tokyo"));
        check("also=", &with("&also=americas@America/Denver", ""));
        check("opened=&by=", &with("&opened=2026-03-27T16:30&by=2026-03-30T12:00", ""));
        check("holidays=", &with("&holidays=2026-12-25", ""));
        check("differences=", &with("&differences=only", ""));
        check("mine=", &with("&mine=elite", ""));
        check("need=&within=", &with("&need=case-reviews&within=P1D", ""));
        let all = Key::ALL.map(|key| format!("{}=", key.as_str()));
        check(&all.join("&"), "region=emea&zone=Europe/Paris");
    }

    #[test]
    fn another_region_brings_its_zone_unless_one_is_named() {
        let desk = "region=japan&zone=Asia/Seoul";
        let emea = "region=emea&zone=Europe/Paris";
        check("region=emea", &with(desk, emea));
        check("region=", &with(desk, emea));
        check("region=apac&zone=Asia/Dhaka", &with(desk, "region=apac&zone=Asia/Dhaka"));
        check("zone=Europe/London&region=emea", &with(desk, "region=emea&zone=Europe/London"));
        check("region=japan&zone=", &with("Asia/Seoul", "Asia/Tokyo"));
        check("region=&zone=", &with(desk, emea));
    }

    #[test]
    fn what_is_not_accepted_is_told_and_the_default_holds() {
        let catalog = bundled();
        let scenario = decode(EVERYTHING, &catalog).scenario(&catalog, None);
        let (_, ignored) = replace(&scenario, "priority=p9", &catalog, None);
        let told: Vec<&str> = ignored.iter().map(|ignored| &*ignored.value).collect();
        assert_eq!(told, ["p9"]);
        check("priority=p9", &with("priority=p3&", ""));
    }
}

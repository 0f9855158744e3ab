//! Scenarios as links: whatever a visitor can choose survives the way into an address and back.

use plans::case::{Choice, Scenario};
use plans::link::{decode, encode};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use worktime::zone::{Instant, LocalDate, Zone};

use crate::support::random::{CATALOG, date, moment, seconds, visitor, wait_limit, zone};

/// Random scenarios that are written and read again.
const SCENARIOS: u32 = 1_500;

fn dates() -> impl Strategy<Value = Vec<LocalDate>> {
    let size = prop_oneof![3 => 0..5_usize, 1 => 300..=400_usize];
    size.prop_flat_map(|size| prop::collection::vec(date(), size))
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let plans = CATALOG.plan_indices().collect::<Vec<_>>();
    let mine = option::of(select(plans.clone()));
    let hidden = subsequence(plans.clone(), 0..plans.len());
    let need = CATALOG.entitlement_indices().collect::<Vec<_>>();
    let need = subsequence(need.clone(), 0..=need.len());
    let row = select(CATALOG.target_rows().collect::<Vec<_>>());
    let region = select(CATALOG.region_indices().collect::<Vec<_>>());
    let case = (hidden, row, region, zone(), moment(), moment(), dates());
    let also = select(CATALOG.region_indices().collect::<Vec<_>>());
    let also = prop::collection::vec((also, option::of(zone())), 0..4);
    let decide = (any::<bool>(), mine, need, option::of(wait_limit()), also);
    (case, decide).prop_map(|((hidden, row, region, zone, opened, by, dates), decide)| {
        let (only_differences, mine, need, within, also) = decide;
        let others = [
            Choice::Target(row.table),
            Choice::Priority(row.priority),
            Choice::Region(region),
            Choice::Zone(zone),
            Choice::Opened(opened),
            Choice::By(by),
            Choice::OnlyDifferences(only_differences),
            Choice::Mine(mine),
            Choice::Within(within),
        ];
        let choices = others
            .into_iter()
            .chain(also.into_iter().map(|(region, zone)| Choice::Also(region, zone)))
            .chain(hidden.into_iter().map(Choice::Hide))
            .chain(dates.into_iter().map(Choice::AddHoliday))
            .chain(need.into_iter().map(Choice::Need));
        let mut scenario = Scenario::initial(&CATALOG, None);
        choices.for_each(|choice| scenario.apply(&CATALOG, None, &choice));
        scenario
    })
}

/// Parameters of others, as they may stand in an address.
fn foreign() -> impl Strategy<Value = String> {
    let part = select(
        &["utm_source=mail", "x", "a=b%20c", "q=%E2%82%AC", "n=1=2", "plan=elite", "=", "é=ü"][..],
    );
    prop::collection::vec(part, 0..4).prop_map(|parts| parts.join("&"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: SCENARIOS,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_link_brings_back_the_scenario_it_was_written_from(
        scenario in scenario(),
        foreign in foreign(),
        visitor in visitor(),
    ) {
        let link = encode(&scenario, &CATALOG, &foreign);
        for visitor in [None, visitor] {
            let decoded = decode(&link, &CATALOG);
            prop_assert_eq!(&decoded.scenario(&CATALOG, visitor), &scenario, "{}", link);
            prop_assert_eq!(&decoded.foreign, &foreign, "{}", link);
            prop_assert_eq!(decoded.ignored, [], "{}", link);
        }
        prop_assert!(link.is_ascii() || !foreign.is_ascii(), "{}", link);
        prop_assert!(!link.contains([' ', '"', '<', '>', '#']), "{}", link);
    }

    #[test]
    fn what_is_chosen_means_the_same_to_every_visitor(scenario in scenario(), now in seconds()) {
        let now = Instant::from_unix(now);
        let decoded = decode(&encode(&scenario, &CATALOG, ""), &CATALOG);
        let there = decoded.scenario(&CATALOG, Zone::named("Asia/Tokyo"));
        prop_assert_eq!(there.case.opened_at(now), scenario.case.opened_at(now));
    }
}

/// A moment whose UTC year has more than four digits, or less, cannot be written again.
#[test]
fn a_moment_at_the_ends_of_the_calendar_survives_being_written() {
    for opened in ["9999-12-31T23:59:59-23:59", "0000-01-01T00:00:00%2B23:59"] {
        let scenario = decode(&format!("opened={opened}"), &CATALOG).scenario(&CATALOG, None);
        let written = encode(&scenario, &CATALOG, "");
        let again = decode(&written, &CATALOG);
        assert_eq!(again.ignored, [], "{opened} became {written}");
        assert_eq!(again.scenario(&CATALOG, None), scenario, "{opened} became {written}");
    }
}

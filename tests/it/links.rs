//! Scenarios as links: whatever a visitor can choose survives the way into an address and back.

use std::sync::LazyLock;

use plan_comparator::calendar::Holidays;
use plan_comparator::catalog::{Catalog, bundled};
use plan_comparator::scenario::{Moment, Scenario, WaitLimit, decode, encode};
use plan_comparator::zone::{Instant, LocalDate, LocalTime, Offset, Zone};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// Random scenarios that are written and read again.
const SCENARIOS: u32 = 1_500;

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| bundled("en").expect("the bundled catalog is sound"));

/// From 1900-01-01 to 2100-01-01, so that some moments lie outside the zone rules.
fn seconds() -> impl Strategy<Value = i64> {
    let minutes = (-36_816_480..=68_374_080_i64).prop_map(|minutes| minutes * 60);
    prop_oneof![-2_208_988_800..=4_102_444_800_i64, minutes]
}

fn reading(seconds: i64) -> LocalTime {
    Offset::seconds(0).local(Instant::from_unix(seconds))
}

fn maybe_a_moment() -> impl Strategy<Value = Option<Moment>> {
    prop_oneof![
        Just(None),
        seconds().prop_map(|seconds| Some(Moment::At(Instant::from_unix(seconds)))),
        seconds().prop_map(|seconds| Some(Moment::Reading(reading(seconds)))),
    ]
}

fn dates() -> impl Strategy<Value = Vec<LocalDate>> {
    let size = prop_oneof![3 => 0..5_usize, 1 => 300..=400_usize];
    let date = || seconds().prop_map(|seconds| reading(seconds).date());
    size.prop_flat_map(move |size| prop::collection::vec(date(), size))
}

/// From a second to a second less than 9999 days.
fn wait_limit() -> impl Strategy<Value = WaitLimit> {
    (0..=9_998_u32, 1..86_400_u32).prop_map(|(days, seconds)| {
        WaitLimit::parse(&format!("P{days}DT{seconds}S")).expect("a limit")
    })
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let plans = CATALOG.plan_indices().collect::<Vec<_>>();
    let mine = option::of(select(plans.clone()));
    let plans = subsequence(plans.clone(), 1..=plans.len());
    let need = CATALOG.entitlement_indices().collect::<Vec<_>>();
    let need = subsequence(need.clone(), 0..=need.len());
    let priority = select(CATALOG.priority_indices().collect::<Vec<_>>());
    let region = select(CATALOG.region_indices().collect::<Vec<_>>());
    let zone = select(Zone::names().collect::<Vec<_>>());
    let case = (plans, priority, region, zone, maybe_a_moment(), maybe_a_moment(), dates());
    let decide = (any::<bool>(), mine, need, option::of(wait_limit()));
    (case, decide).prop_map(|((plans, priority, region, zone, opened, by, dates), decide)| {
        Scenario {
            plans,
            priority,
            region,
            zone: Zone::named(zone).expect("a zone of the table"),
            opened,
            by,
            holidays: Holidays::new(dates),
            only_differences: decide.0,
            mine: decide.1,
            need: decide.2,
            within: decide.3,
        }
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
    #![proptest_config(ProptestConfig { cases: SCENARIOS, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_link_brings_back_the_scenario_it_was_written_from(
        scenario in scenario(),
        foreign in foreign(),
        visitor in any::<Index>(),
    ) {
            let link = encode(&scenario, &CATALOG, &foreign);
        let visitor = Zone::names().nth(visitor.index(Zone::names().count())).and_then(Zone::named);
        for visitor in [None, visitor] {
            let decoded = decode(&link, &CATALOG, visitor);
            prop_assert_eq!(&decoded.scenario, &scenario, "{}", link);
            prop_assert_eq!(&decoded.foreign, &foreign, "{}", link);
            prop_assert_eq!(decoded.ignored, [], "{}", link);
        }
        prop_assert!(link.is_ascii() || !foreign.is_ascii(), "{}", link);
        prop_assert!(!link.contains([' ', '"', '<', '>', '#']), "{}", link);
    }

    #[test]
    fn what_is_chosen_means_the_same_to_every_visitor(scenario in scenario(), now in seconds()) {
            let now = Instant::from_unix(now);
        let there = decode(&encode(&scenario, &CATALOG, ""), &CATALOG, Zone::named("Asia/Tokyo"));
        prop_assert_eq!(there.scenario.opened_at(now), scenario.opened_at(now));
    }
}

/// A moment whose UTC year has more than four digits, or less, cannot be written again.
#[test]
fn a_moment_at_the_ends_of_the_calendar_survives_being_written() {
    for opened in ["9999-12-31T23:59:59-23:59", "0000-01-01T00:00:00%2B23:59"] {
        let decoded = decode(&format!("opened={opened}"), &CATALOG, None);
        let written = encode(&decoded.scenario, &CATALOG, "");
        let again = decode(&written, &CATALOG, None);
        assert_eq!(again.ignored, [], "{opened} became {written}");
        assert_eq!(again.scenario, decoded.scenario, "{opened} became {written}");
    }
}

#[test]
fn bad_choices_are_named_with_what_is_possible() {
    let decoded = decode("differences=all&mine=gold&need=tea&within=4h", &CATALOG, None);
    let said = |bad| crate::messages::wording("en").ignored(&CATALOG, bad);
    let lines: Vec<String> = decoded.ignored.iter().map(said).collect();
    let [differences, mine, need, within] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!(differences, "Differences: “all”. Possible: only.");
    assert_eq!(mine, "My plan: “gold”. Possible: online, business, enterprise, elite.");
    assert!(need.starts_with("Must include: “tea”. Possible: account-support-lead, "), "{need}");
    assert_eq!(within, "Longest wait: “4h”. Possible: durations such as PT4H or P3D.");
}

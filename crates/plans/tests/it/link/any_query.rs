//! Whatever query string is put in front of the link's reader, it comes back with a scenario.

use plans::link::{Key, MAX_SHOWN_CHARS, decode, encode};
use proptest::prelude::*;
use worktime::zone::{Instant, Zone};

use crate::support::cases::answers;
use crate::support::random::{CATALOG, one_of};

/// Queries for each property.
const QUERIES: u32 = 2_000;

/// Queries that are nearly sound: our keys, and values that are right, odd or nonsense.
fn nearly_a_query() -> impl Strategy<Value = String> {
    let keys = Key::ALL.map(Key::as_str).into_iter().chain(["Plans", "", "%70lans"]);
    let key = prop::sample::select(keys.collect::<Vec<_>>());
    let value = prop_oneof![
        one_of("elite|ONLINE,elite|p2|japan|Asia/Tokyo|Etc/GMT%2B5|||,|%|%FF|+|T|-"),
        one_of("2026-03-27T16:30|2026-03-27T16:30Z|2026-03-27T16:30+01:00|2026-02-30"),
        one_of("0000-01-01T00:00%2B23:59|9999-12-31T23:59:59-23:59|2026-12-25,2026-12-28"),
        one_of("only|ONLY|elite|case-reviews,event-management|PT4H|P1DT12H|pt0s|P9999DT1S|P"),
        "[0-9T:Z,+%-]{0,24}",
        "\\PC{0,12}",
    ];
    prop::collection::vec((key, value), 0..8).prop_map(|pairs| {
        let pairs = pairs.into_iter().map(|(key, value)| format!("{key}={value}"));
        pairs.collect::<Vec<_>>().join("&")
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: QUERIES,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_query_is_a_scenario_that_has_answers(
        query in prop_oneof![nearly_a_query(), "\\PC{0,80}"],
    ) {
        let decoded = decode(&query, &CATALOG);
        let scenario = decoded.scenario(&CATALOG, Zone::named("Europe/Oslo"));
        let plans = &scenario.display.plans;
        prop_assert!(!plans.is_empty(), "{:?}", plans);
        prop_assert!(plans.is_sorted_by(|one, next| one < next), "{:?}", plans);
        let shortened = |value: &str| value.chars().count() <= MAX_SHOWN_CHARS + 1;
        prop_assert!(decoded.ignored.iter().all(|bad| shortened(&bad.value)));
        let answers = answers(&CATALOG, &scenario, Instant::from_unix(1_790_000_000));
        prop_assert_eq!(answers.len(), plans.len());
    }

    #[test]
    fn what_a_link_is_rewritten_to_means_the_same(query in nearly_a_query()) {
        let decoded = decode(&query, &CATALOG);
        let scenario = decoded.scenario(&CATALOG, Zone::named("Europe/Oslo"));
        let written = encode(&scenario, &CATALOG, &decoded.foreign);
        let again = decode(&written, &CATALOG);
        let there = again.scenario(&CATALOG, Zone::named("Asia/Tokyo"));
        prop_assert_eq!(&there, &scenario, "{}", written);
        prop_assert_eq!(&again.foreign, &decoded.foreign, "{}", written);
        prop_assert_eq!(again.ignored, [], "{}", written);
    }
}

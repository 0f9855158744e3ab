//! Random choices of a visitor, and random values for them, about the bundled catalog in English with a
//! second table of targets.

use std::sync::LazyLock;

use plans::case::{Choice, Moment, WaitLimit};
use plans::catalog::Catalog;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use worktime::zone::{Instant, LocalDate, LocalTime, Offset, Zone};

use super::catalogs::with_two_tables;

/// The catalog that the choices are about.
pub static CATALOG: LazyLock<Catalog> = LazyLock::new(|| with_two_tables("en"));

/// One of some words, with a bar between two.
pub fn one_of(words: &'static str) -> impl Strategy<Value = String> {
    select(words.split('|').collect::<Vec<_>>()).prop_map(str::to_owned)
}

/// Unix seconds from 1900-01-01 to 2100-01-01, so that some instants lie outside the zone rules;
/// half of them are whole minutes.
pub fn seconds() -> impl Strategy<Value = i64> {
    let minutes = (-36_816_480..=68_374_080_i64).prop_map(|minutes| minutes * 60);
    prop_oneof![-2_208_988_800..=4_102_444_800_i64, minutes]
}

fn reading(seconds: i64) -> LocalTime {
    Offset::seconds(0).local(Instant::from_unix(seconds))
}

/// A moment that is an instant or a reading; `None` at times.
pub fn moment() -> impl Strategy<Value = Option<Moment>> {
    prop_oneof![
        Just(None),
        seconds().prop_map(|seconds| Some(Moment::At(Instant::from_unix(seconds)))),
        seconds().prop_map(|seconds| Some(Moment::Reading(reading(seconds)))),
    ]
}

/// A date of the same years.
pub fn date() -> impl Strategy<Value = LocalDate> {
    seconds().prop_map(|seconds| reading(seconds).date())
}

/// From a second to a second less than 9999 days.
pub fn wait_limit() -> impl Strategy<Value = WaitLimit> {
    (0..=9_998_u32, 1..86_400_u32).prop_map(|(days, seconds)| {
        WaitLimit::parse(&format!("P{days}DT{seconds}S")).expect("a limit")
    })
}

/// A zone of the table.
pub fn zone() -> impl Strategy<Value = Zone> {
    let names = Zone::names().collect::<Vec<_>>();
    select(names).prop_map(|name| Zone::named(name).expect("a zone of the table"))
}

/// The zone of a visitor, which is not always known.
pub fn visitor() -> impl Strategy<Value = Option<Zone>> {
    option::of(zone())
}

/// Anything that a visitor can choose.
pub fn choice() -> impl Strategy<Value = Choice> {
    let plan = || select(CATALOG.plan_indices().collect::<Vec<_>>());
    let region = || select(CATALOG.region_indices().collect::<Vec<_>>());
    let entitlement = || select(CATALOG.entitlement_indices().collect::<Vec<_>>());
    prop_oneof![
        1 => plan().prop_map(Choice::Show),
        3 => plan().prop_map(Choice::Hide),
        1 => select(CATALOG.table_indices().collect::<Vec<_>>()).prop_map(Choice::Target),
        1 => select(CATALOG.priority_indices().collect::<Vec<_>>()).prop_map(Choice::Priority),
        1 => region().prop_map(Choice::Region),
        1 => zone().prop_map(Choice::Zone),
        2 => (region(), option::of(zone())).prop_map(|(region, zone)| Choice::Also(region, zone)),
        1 => region().prop_map(Choice::NotAlso),
        1 => moment().prop_map(Choice::Opened),
        1 => moment().prop_map(Choice::By),
        1 => date().prop_map(Choice::AddHoliday),
        1 => date().prop_map(Choice::RemoveHoliday),
        1 => any::<bool>().prop_map(Choice::OnlyDifferences),
        1 => option::of(plan()).prop_map(Choice::Mine),
        2 => entitlement().prop_map(Choice::Need),
        1 => entitlement().prop_map(Choice::NoNeed),
        1 => option::of(wait_limit()).prop_map(Choice::Within),
    ]
}

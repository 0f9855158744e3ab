//! The block that the build hands to the page: it comes back whole, or it is refused with a reason.

use plans::block::{Damage, Entry, PageData, Sort, VERSION, seal};
use plans::catalog::Catalog;
use proptest::prelude::*;

use crate::support::catalogs::SMALL;

/// A catalog that uses every key of the format.
const EVERY_KEY: &str = include_str!("../../../../../examples/catalogs/every-key.json");

/// Three catalogs, each with the messages of both languages.
fn all() -> Vec<PageData> {
    let catalogs = [bundled::CATALOG, SMALL, EVERY_KEY];
    let pages =
        catalogs.into_iter().flat_map(|file| bundled::languages().map(move |it| (file, it)));
    pages.map(|(file, language)| page(file, language)).collect()
}

fn page(file: &str, language: &str) -> PageData {
    let file = catalog_reader::read(file.as_bytes()).expect("a sound file");
    PageData { catalog: file.document(language).catalog, messages: bundled::messages(language) }
}

fn small() -> PageData {
    page(SMALL, "en")
}

/// The texts of entries under a checksum of their own.
fn sealed(entries: &[Entry]) -> Vec<String> {
    seal(entries.iter().map(|entry| entry.text.clone()).collect())
}

/// The damage of a block, which must not be readable, and must say why it is not.
#[track_caller]
fn refused(block: Vec<String>, what: &str) -> Damage {
    match PageData::read(block) {
        Ok(_) => panic!("{what} is read"),
        Err(damage) => {
            assert!(!damage.to_string().is_empty(), "{what}: {damage:?}");
            damage
        }
    }
}

#[test]
fn a_page_reads_what_the_build_writes() {
    for data in all() {
        assert_eq!(PageData::read(data.write()).as_ref(), Ok(&data));
        assert_eq!(sealed(&data.entries()), data.write());
    }
}

#[test]
fn every_entry_that_is_changed_removed_added_or_moved_is_noticed() {
    for block in all().iter().map(PageData::write) {
        for place in 0..block.len() {
            let change = |change: &dyn Fn(&mut Vec<String>)| {
                let mut block = block.clone();
                change(&mut block);
                block
            };
            refused(change(&|block| block[place].push('x')), "a longer entry");
            refused(change(&|block| drop(block.remove(place))), "a missing entry");
            refused(change(&|block| block.insert(place, String::new())), "an empty entry more");
            refused(change(&|block| block.insert(place, block[place].clone())), "an entry twice");
            if place + 1 < block.len() && block[place] != block[place + 1] {
                refused(change(&|block| block.swap(place, place + 1)), "exchanged entries");
            }
            if place + 1 < block.len() && !block[place + 1].is_empty() {
                let first = block[place + 1].chars().next().expect("it is not empty");
                let moved = change(&|block| {
                    block[place].push(first);
                    block[place + 1].remove(0);
                });
                refused(moved, "a letter moved to the entry before");
            }
        }
        refused([&block[..], &[String::new()]].concat(), "an entry after the last");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_entry_with_any_other_text_is_noticed(place: prop::sample::Index, text: String) {
        let mut block = small().write();
        let place = place.index(block.len());
        prop_assume!(block[place] != text);
        block[place] = text;
        prop_assert!(PageData::read(block).is_err());
    }

    #[test]
    fn any_two_entries_that_are_exchanged_are_noticed(
        one: prop::sample::Index,
        other: prop::sample::Index,
    ) {
        let mut block = small().write();
        let (one, other) = (one.index(block.len()), other.index(block.len()));
        prop_assume!(block[one] != block[other]);
        block.swap(one, other);
        prop_assert!(PageData::read(block).is_err());
    }

    #[test]
    fn any_texts_under_their_own_checksum_are_refused(texts: Vec<String>) {
        prop_assert!(PageData::read(seal(texts)).is_err());
    }
}

/// How many items the list has that an index is into.
fn length(catalog: &Catalog, entry: &Entry) -> usize {
    match (entry.record, entry.field) {
        ("Catalog", "default_region") | ("Rule" | "ValueInRegion", "region") => {
            catalog.regions.len()
        }
        ("ValueInRegion", "plan") => catalog.plans.len(),
        ("Figure", "coverage") | ("Rule", "effect") | ("PlanValue", "value") => {
            catalog.coverages.len()
        }
        other => panic!("{other:?} has an index: say here into which list"),
    }
}

/// Texts that cannot stand in an entry.
fn impossible(catalog: &Catalog, entry: &Entry) -> Vec<String> {
    let numbers = ["", "x", "+1", "-1", "01", "00", "1.0", " 1", "4294967296"];
    let numbers = |more: &[&str]| numbers.iter().chain(more).map(ToString::to_string).collect();
    let kinds = |more: &[&str]| {
        let (upper, longer) = (entry.text.to_uppercase(), format!("{} ", entry.text));
        let other = ["unknown", "0"].map(str::to_owned);
        let all = other.into_iter().chain([upper, longer]);
        let all = all.chain(more.iter().map(ToString::to_string));
        all.filter(|kind| !kind.is_empty()).collect::<Vec<_>>()
    };
    match entry.sort {
        Sort::Text => vec![String::new()],
        Sort::OptionalText => Vec::new(),
        Sort::Kind => [kinds(&["product", "day"]), vec![String::new()]].concat(),
        Sort::OptionalKind => kinds(&["day", "included"]),
        // No time at all is neither a target nor an amount of work.
        Sort::Number if entry.field == "target" => numbers(&["0"]),
        // The business weekdays have a bit each.
        Sort::Number if matches!(entry.field, "week" | "hours") => numbers(&["128"]),
        Sort::Number => numbers(&[]),
        Sort::OptionalNumber => numbers(&[]).into_iter().filter(|it| !it.is_empty()).collect(),
        Sort::Index => numbers(&[&length(catalog, entry).to_string()]),
        Sort::OptionalIndex => {
            let texts = numbers(&[&length(catalog, entry).to_string()]);
            texts.into_iter().filter(|it| !it.is_empty()).collect()
        }
        Sort::OptionalFlag => {
            let texts = numbers(&["2", "true", "false"]);
            texts.into_iter().filter(|it| !it.is_empty()).collect()
        }
        Sort::OptionalZone => {
            ["Mars/Base", "europe/oslo", "Europe/Oslo "].map(str::to_owned).into()
        }
        Sort::Flag => numbers(&["2", "true", "false"]),
        Sort::Length => numbers(&[]),
        Sort::Weekday => numbers(&["7"]),
        Sort::Time => numbers(&["86401"]),
        Sort::Zone => ["", "Mars/Base", "europe/oslo", "Europe/Oslo "].map(str::to_owned).into(),
        Sort::Date => ["", "2026-02-30", "2026-5-1", "tomorrow"].map(str::to_owned).into(),
    }
}

const SORTS: [Sort; 16] = [
    Sort::Text,
    Sort::OptionalText,
    Sort::Kind,
    Sort::OptionalKind,
    Sort::Number,
    Sort::OptionalNumber,
    Sort::Index,
    Sort::OptionalIndex,
    Sort::Flag,
    Sort::OptionalFlag,
    Sort::Length,
    Sort::Weekday,
    Sort::Time,
    Sort::Zone,
    Sort::OptionalZone,
    Sort::Date,
];

#[test]
fn what_cannot_stand_in_an_entry_is_refused_whatever_the_checksum() {
    for data in [small(), page(bundled::CATALOG, "nl"), page(EVERY_KEY, "en")] {
        let entries = data.entries();
        for (place, entry) in entries.iter().enumerate() {
            for text in impossible(&data.catalog, entry) {
                let mut entries = entries.clone();
                entries[place].text = text.clone();
                let damage = refused(sealed(&entries), &format!("{text:?} as {entry:?}"));
                // The version and the checksum stand in front.
                let expected = Damage::Entry { place: place + 2, found: Some(text.clone()) };
                assert_eq!(damage, expected, "{text:?} as {entry:?}");
            }
        }
    }
    let sorts: Vec<Sort> = page(EVERY_KEY, "en").entries().iter().map(|entry| entry.sort).collect();
    assert!(SORTS.iter().all(|sort| sorts.contains(sort)), "the catalog has every sort");
}

#[test]
fn a_list_that_is_longer_or_shorter_than_it_says_is_refused_whatever_the_checksum() {
    for data in all() {
        let entries = data.entries();
        for (place, entry) in entries.iter().enumerate() {
            if entry.sort != Sort::Length {
                continue;
            }
            let length: usize = entry.text.parse().expect("a number");
            for length in [Some(0), length.checked_sub(1), Some(length + 1), Some(4_000_000_000)] {
                let Some(length) = length.map(|it| it.to_string()).filter(|it| *it != entry.text)
                else {
                    continue;
                };
                let mut entries = entries.clone();
                entries[place].text = length.clone();
                refused(sealed(&entries), &format!("{length} as {entry:?}"));
            }
        }
    }
}

#[test]
fn a_catalog_without_plans_priorities_coverages_or_regions_is_refused() {
    let lists = [
        ("plans", "Plan"),
        ("priorities", "Priority"),
        ("coverages", "Coverage"),
        ("regions", "Region"),
    ];
    for (list, items) in lists {
        let mut entries = small().entries();
        let place = entries
            .iter()
            .position(|entry| (entry.record, entry.field) == ("Catalog", list))
            .expect("the list is there");
        entries[place].text = "0".to_owned();
        let of_items = entries.iter().skip(place + 1).take_while(|entry| entry.record == items);
        let end = place + 1 + of_items.count();
        entries.drain(place + 1..end);
        let damage = refused(sealed(&entries), list);
        assert_eq!(damage, Damage::Entry { place: place + 2, found: Some("0".to_owned()) });
    }
}

#[test]
fn windows_of_a_week_are_in_order_and_apart_and_end_after_they_begin() {
    let entries = small().entries();
    let weeks = entries.iter().enumerate().filter(|(_, entry)| entry.sort == Sort::Weekday);
    let windows: Vec<usize> = weeks.map(|(place, _)| place).collect();
    let change = |change: &dyn Fn(&mut Vec<Entry>)| {
        let mut entries = entries.clone();
        change(&mut entries);
        refused(sealed(&entries), "a week")
    };
    for place in &windows {
        change(&|entries| entries.swap(place + 1, place + 2));
        change(&|entries| entries[place + 2].text = entries[place + 1].text.clone());
    }
    // Two windows of one week, of which the first is not the last.
    let pairs = windows.windows(2).filter(|pair| pair[0] + 3 == pair[1]);
    for pair in pairs.clone() {
        change(&|entries| {
            for part in 0..3 {
                entries.swap(pair[0] + part, pair[1] + part);
            }
        });
        change(&|entries| {
            for part in 0..3 {
                entries[pair[1] + part].text = entries[pair[0] + part].text.clone();
            }
        });
        // One that touches the other is the same window.
        change(&|entries| {
            entries[pair[1]].text = entries[pair[0]].text.clone();
            entries[pair[1] + 1].text = entries[pair[0] + 2].text.clone();
        });
    }
    assert!(pairs.count() > 5);
}

#[test]
fn windows_of_a_date_end_after_they_begin() {
    let entries = page(EVERY_KEY, "en").entries();
    let is_date_time = |entry: &Entry| (entry.record, entry.sort) == ("DatedHours", Sort::Time);
    let times = entries.iter().enumerate().filter(|(_, entry)| is_date_time(entry));
    let times: Vec<usize> = times.map(|(place, _)| place).collect();
    assert_eq!(times.len(), 4, "two windows");
    for pair in times.chunks(2) {
        let mut entries = entries.clone();
        entries.swap(pair[0], pair[1]);
        refused(sealed(&entries), "a window that ends before it begins");
    }
}

#[test]
fn a_block_of_another_version_is_refused() {
    for found in [0, VERSION + 1, u32::MAX] {
        let mut block = small().write();
        block[0] = found.to_string();
        let damage = refused(block, "another version");
        assert_eq!(damage, Damage::OtherVersion { found, expected: VERSION });
        assert_eq!(
            damage.to_string(),
            format!("version {found} of the block, where {VERSION} is read")
        );
    }
}

#[test]
fn what_is_no_block_is_refused() {
    let no_block = |block: &[&str]| {
        let block = block.iter().map(ToString::to_string).collect();
        assert_eq!(refused(block, "no block"), Damage::NotABlock);
    };
    no_block(&[]);
    no_block(&["1"]);
    no_block(&["", ""]);
    no_block(&["en", "en-GB", "Your case"]);
    no_block(&["01", "0000000000000000"]);
    // The form without a version.
    let texts: Vec<String> = small().entries().into_iter().map(|entry| entry.text).collect();
    refused(texts, "entries without a version and a checksum");
}

#[test]
fn a_block_that_breaks_off_or_goes_on_is_refused_whatever_the_checksum() {
    let (block, entries) = (small().write(), small().entries());
    for length in 0..block.len() {
        refused(block[..length].to_vec(), "a block that breaks off");
    }
    for length in 0..entries.len() {
        let damage = refused(sealed(&entries[..length]), "entries that break off");
        assert_eq!(damage, Damage::Entry { place: length + 2, found: None });
    }
    let more = [&entries[..], &entries[..1]].concat();
    let place = block.len();
    assert_eq!(refused(sealed(&more), "an entry too many"), Damage::Surplus { place });
}

#[test]
fn damage_says_what_it_found_and_where() {
    let mut entries = small().entries();
    let place = entries
        .iter()
        .position(|entry| (entry.record, entry.field) == ("Plan", "paid"))
        .expect("a plan is paid or not");
    entries[place].text = "é".repeat(50);
    let damage = refused(sealed(&entries), "a flag");
    let shown = "é".repeat(40);
    assert_eq!(damage.to_string(), format!("entry 6 of the block: \"{shown}…\""));
    let damage = refused(sealed(&entries[..place]), "a block that breaks off");
    assert_eq!(damage.to_string(), "entry 6 of the block: nothing");
}

#[test]
fn kinds_are_called_the_same_in_a_block_and_by_a_value() {
    let data = page(bundled::CATALOG, "en");
    let entitlements =
        data.catalog.entitlement_indices().map(|index| data.catalog.entitlement(index).clone());
    let plans: Vec<_> = data.catalog.plan_indices().collect();
    let kinds: Vec<&str> = entitlements
        .flat_map(|it| plans.iter().map(|plan| it.value(*plan).value.kind()).collect::<Vec<_>>())
        .collect();
    let entries = data.entries();
    let in_block = entries.iter().filter(|entry| {
        (entry.record, entry.field, entry.sort) == ("PlanValue", "value", Sort::Kind)
    });
    assert_eq!(kinds, in_block.map(|entry| &*entry.text).collect::<Vec<_>>());
}

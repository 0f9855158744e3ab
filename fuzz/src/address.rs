//! The reader and writer of links: the first byte is the visitor's zone, the rest is the query.

use std::sync::LazyLock;

use plan_comparator::catalog::{Catalog, bundled};
use plan_comparator::compare::{
    Change, Margin, answers, changes, equal_rows, fits, longest_wait, plans_answering_by, rows,
};
use plan_comparator::scenario::{Decoded, SHOWN, Scenario, decode, encode};
use plan_comparator::zone::{Instant, Zone};

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| bundled("en").expect("the bundled catalog is sound"));

/// Where visitors are, by the first byte; `None` for a browser that does not say.
const VISITORS: [Option<&str>; 10] = [
    None,
    Some("Europe/Oslo"),
    Some("Asia/Tokyo"),
    Some("America/New_York"),
    Some("Africa/Cairo"),
    Some("Australia/Lord_Howe"),
    Some("Asia/Kathmandu"),
    Some("Pacific/Honolulu"),
    Some("UTC"),
    Some("Mars/Base"),
];

/// Present moments: an ordinary one, the last second of the zone table, and the first and last of
/// all.
const NOW: [i64; 4] = [1_790_000_000, 2_240_611_199, i64::MIN, i64::MAX];

/// Reads a query, answers the scenario that it is, writes the link and reads that again.
///
/// # Panics
///
/// When something does not hold.
pub fn check(data: &[u8]) {
    let Some((visitor, query)) = data.split_first() else { return };
    let visitor = VISITORS.iter().cycle().nth(usize::from(*visitor)).copied().flatten();
    let query = String::from_utf8_lossy(query);
    let decoded = decode(&query, &CATALOG, visitor.and_then(Zone::named));
    let plans = &decoded.scenario.plans;
    assert!(!plans.is_empty() && plans.is_sorted_by(|one, next| one < next), "{plans:?}");
    assert!(decoded.scenario.need.is_sorted_by(|one, next| one < next));
    assert!(decoded.ignored.iter().all(|bad| bad.value.chars().count() <= SHOWN + 1));
    let moments = if decoded.scenario.opened.is_none() { &NOW[..] } else { &NOW[..1] };
    let by = decoded.scenario.needed_by().ok().flatten();
    for now in moments.iter().copied() {
        let opened = decoded.scenario.opened_at(Instant::from_unix(now)).map(|opened| opened.at);
        let answers = answers(&CATALOG, &decoded.scenario, opened);
        assert!(answers.iter().map(|answer| answer.plan).eq(plans.iter().copied()));
        for reply in answers.iter().filter_map(|answer| answer.outcome.as_ref().ok()) {
            assert!(
                Ok(reply.deadline.opened) == opened && reply.deadline.opened < reply.deadline.due
            );
        }
        if let Some(by) = by {
            let plans = plans_answering_by(&answers, by);
            let in_time = |(_, margin): &&(_, Margin)| matches!(margin, Margin::Makes(_));
            let first = plans.margins.iter().find(in_time).map(|(plan, _)| *plan);
            assert_eq!(plans.first, first);
        }
        check_fits(&decoded.scenario, Instant::from_unix(now));
    }
    check_changes(&CATALOG, &decoded.scenario);
    check_longest(&decoded);
    check_written(&decoded, &CATALOG);
}

/// Every plan is told whether it fits, and none does where that cannot be said.
fn check_fits(scenario: &Scenario, now: Instant) {
    let Some(fits) = fits(&CATALOG, scenario, now) else { return };
    assert!(fits.plans.iter().map(|fit| fit.plan).eq(CATALOG.plan_indices()));
    assert!(fits.outside.is_none() || fits.fitting().is_empty(), "{fits:?}");
    let opened = scenario.opened_at(now).map(|opened| opened.at);
    for answer in answers(&CATALOG, scenario, opened) {
        let fit = fits.plans.iter().find(|fit| fit.plan == answer.plan).expect("every plan");
        let due = answer.outcome.map(|reply| reply.deadline.due).ok();
        assert_eq!(fit.due, due.filter(|_| scenario.by.is_some()));
    }
}

/// What one plan gains over another, the other loses; rows are equal where nothing changes. Of the
/// first plans, as there may be many.
///
/// # Panics
///
/// When something does not hold.
pub fn check_changes(catalog: &Catalog, scenario: &Scenario) {
    let mut scenario = scenario.clone();
    scenario.plans.truncate(3);
    let mut changed = Vec::new();
    for mine in scenario.plans.iter().copied() {
        for plan in scenario.plans.iter().copied() {
            let there = changes(catalog, &scenario, mine, plan);
            let back = changes(catalog, &scenario, plan, mine);
            for row in rows(catalog) {
                let turned = back.of(row).map(|change| match change {
                    Change::Gained => Change::Lost,
                    Change::Lost => Change::Gained,
                    Change::More => Change::Less,
                    Change::Less => Change::More,
                    Change::Other => Change::Other,
                });
                assert_eq!(there.of(row), turned, "{row:?}");
            }
            changed.extend(there.rows.iter().map(|(row, _)| *row));
        }
    }
    let equal: Vec<_> = rows(catalog).filter(|row| !changed.contains(row)).collect();
    let expected = if scenario.plans.len() < 2 { Vec::new() } else { equal };
    assert_eq!(equal_rows(catalog, &scenario), expected);
}

/// The longest wait of a year is at least that of its first moment.
fn check_longest(decoded: &Decoded) {
    let Decoded { scenario, .. } = decoded;
    let opened = scenario.opened_at(Instant::from_unix(NOW[0])).map(|opened| opened.at);
    let Some(answer) = answers(&CATALOG, scenario, opened).into_iter().next() else { return };
    let Ok(reply) = answer.outcome else { return };
    let day = scenario.zone.local(reply.deadline.opened).expect("there is an answer").date();
    if let Ok(longest) = longest_wait(&CATALOG, scenario, answer.plan, day) {
        assert!(longest.wait >= reply.deadline.elapsed(), "{longest:?}");
        assert!(longest.openings.iter().all(|weekly| weekly.weeks >= 1));
    }
}

/// What is written means the same to whoever reads it, and is written the same again.
///
/// # Panics
///
/// When it does not.
pub fn check_written(decoded: &Decoded, catalog: &Catalog) {
    let written = encode(&decoded.scenario, catalog, &decoded.foreign);
    for visitor in [None, Zone::named("Asia/Tokyo")] {
        let again = decode(&written, catalog, visitor);
        assert_eq!(again.scenario, decoded.scenario, "{written}");
        assert_eq!(again.foreign, decoded.foreign, "{written}");
        assert_eq!(again.ignored, [], "{written}");
        assert!(again.names_region, "{written}");
        assert_eq!(encode(&again.scenario, catalog, &again.foreign), written);
    }
}

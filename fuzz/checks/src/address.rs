//! The reader and the writer of links: the first byte chooses the visitor's zone, the rest is the
//! query.

use std::sync::LazyLock;

use plans::case::{Case, Question, Scenario};
use plans::catalog::{Catalog, PlanIndex, RegionIndex};
use plans::compare::{
    AllTerms, Answer, Change, Margin, WorstOpenings, answer, changes, equal_rows, fits,
    longest_wait, plans_answering_by, rows,
};
use plans::link::{MAX_SHOWN_CHARS, decode, encode};
use worktime::zone::{Instant, OutsideTable, Zone};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| bundled::catalog("en"));

/// The visitor's zone, by the first byte; `None` for a browser that names no zone.
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

/// Present instants, in Unix seconds: an ordinary one, the last second of the zone table, and the
/// earliest and the latest of all.
const NOW: [i64; 4] = [1_790_000_000, 2_240_611_199, i64::MIN, i64::MAX];

/// At most how many plans are compared with each other, since a catalog may have many.
const COMPARED: usize = 3;

/// Reads a query, answers the case that the query describes, writes the link and reads the link
/// again.
///
/// # Panics
///
/// If a check fails.
pub fn check(data: &[u8]) {
    let Some((visitor, query)) = data.split_first() else { return };
    let visitor = VISITORS.iter().cycle().nth(usize::from(*visitor)).copied().flatten();
    let query = String::from_utf8_lossy(query);
    let decoded = decode(&query, &CATALOG);
    assert!(
        decoded.ignored.iter().all(|bad| bad.value.chars().count() <= MAX_SHOWN_CHARS + 1),
        "{:?}",
        decoded.ignored
    );
    let scenario = decoded.scenario(&CATALOG, visitor.and_then(Zone::named));
    let Scenario { case, question, display } = &scenario;
    let plans = &display.plans;
    assert!(!plans.is_empty() && plans.is_sorted_by(|one, next| one < next), "{plans:?}");
    assert!(question.need.is_sorted_by(|one, next| one < next), "{:?}", question.need);
    let terms = AllTerms::new(&CATALOG, case, &case.desk);
    let instants = if case.opened.is_none() { &NOW[..] } else { &NOW[..1] };
    for now in instants.iter().copied().map(Instant::from_unix) {
        let opened = opened_at(case, now);
        let answers: Vec<Answer> =
            CATALOG.plan_indices().map(|plan| answer(&terms, plan, opened)).collect();
        check_answers(&answers, opened);
        check_by(&answers, question, case);
        check_fits(&answers, question, case, &terms, opened);
    }
    check_changes(&CATALOG, case.desk.region, plans);
    check_longest(case, &terms, plans);
    check_written(&scenario, &CATALOG, &decoded.foreign);
}

fn opened_at(case: &Case, now: Instant) -> Result<Instant, OutsideTable> {
    case.opened_at(now).map(|opened| opened.at)
}

/// A reply is due after the case is opened.
fn check_answers(answers: &[Answer], opened: Result<Instant, OutsideTable>) {
    for reply in answers.iter().filter_map(|answer| answer.outcome.as_ref().ok()) {
        assert_eq!(opened, Ok(reply.deadline.opened));
        assert!(reply.deadline.opened < reply.deadline.due, "{:?}", reply.deadline);
    }
}

/// The first plan that answers in time is the first one with such a margin.
fn check_by(answers: &[Answer], question: &Question, case: &Case) {
    let Ok(Some(by)) = question.needed_by(&case.desk.zone) else { return };
    let plans = plans_answering_by(answers, by);
    let in_time = |(_, margin): &&(PlanIndex, Margin)| matches!(margin, Margin::Makes(_));
    let first = plans.margins.iter().find(in_time).map(|(plan, _)| *plan);
    assert_eq!(plans.first, first);
}

/// Every plan either fits or not, and no plan fits if the question cannot be answered.
fn check_fits(
    answers: &[Answer],
    question: &Question,
    case: &Case,
    terms: &AllTerms,
    opened: Result<Instant, OutsideTable>,
) {
    let Some(fits) = fits(&CATALOG, question, &case.desk, terms, opened) else { return };
    assert!(fits.plans.iter().map(|fit| fit.plan).eq(CATALOG.plan_indices()));
    assert!(fits.outside.is_none() || fits.fitting().is_empty(), "{fits:?}");
    for (fit, answer) in fits.plans.iter().zip(answers) {
        let due = answer.outcome.as_ref().ok().map(|reply| reply.deadline.due);
        assert_eq!(fit.due, due.filter(|_| question.by.is_some()));
    }
}

/// A plan gains over another what the other loses, and rows are equal if nothing changes. Only the
/// first plans are compared.
///
/// # Panics
///
/// If a check fails.
pub fn check_changes(catalog: &Catalog, region: RegionIndex, plans: &[PlanIndex]) {
    let plans = plans.get(..COMPARED).unwrap_or(plans);
    let mut changed = Vec::new();
    for mine in plans.iter().copied() {
        for plan in plans.iter().copied() {
            let there = changes(catalog, region, mine, plan);
            let back = changes(catalog, region, plan, mine);
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
    let expected = if plans.len() < 2 { Vec::new() } else { equal };
    assert_eq!(equal_rows(catalog, region, plans), expected);
}

/// The longest wait of a year is at least as long as the wait of an opening on the year's first
/// day.
fn check_longest(case: &Case, terms: &AllTerms, plans: &[PlanIndex]) {
    let Some(plan) = plans.first() else { return };
    let opened = opened_at(case, Instant::from_unix(NOW[0]));
    let (Ok(reply), Ok(terms)) = (answer(terms, *plan, opened).outcome, terms.of(*plan)) else {
        return;
    };
    let day = case.desk.zone.local(reply.deadline.opened).expect("the case has an answer").date();
    if let Ok(longest) = longest_wait(terms, day) {
        assert!(longest.wait >= reply.deadline.elapsed(), "{longest:?}");
        if let WorstOpenings::These(openings) = longest.worst {
            assert!(openings.iter().all(|recurring| recurring.weeks >= 1), "{openings:?}");
        }
    }
}

/// A link that was written means the same to every visitor, and is written the same again.
///
/// # Panics
///
/// If a check fails.
pub fn check_written(scenario: &Scenario, catalog: &Catalog, foreign: &str) {
    let written = encode(scenario, catalog, foreign);
    let again = decode(&written, catalog);
    assert_eq!(again.foreign, foreign, "{written}");
    assert_eq!(again.ignored, [], "{written}");
    assert!(again.names_region(), "{written}");
    for visitor in [None, Zone::named("Asia/Tokyo")] {
        let read = again.scenario(catalog, visitor);
        assert_eq!(read, *scenario, "{written}");
        assert_eq!(encode(&read, catalog, &again.foreign), written);
    }
}

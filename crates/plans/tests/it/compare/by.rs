//! Which plans answer by a moment.

use plans::case::Moment;
use plans::compare::{Margin, plans_answering_by};
use worktime_oracle::cases::moment;

use crate::support::cases::{answers, linked};

/// What each plan makes (+) or misses (-) a moment by, in minutes, and the first that makes it.
#[track_caller]
fn check_by(query: &str, by: &str, expected: &[i64], first: Option<&str>) {
    let catalog = bundled::catalog("en");
    let scenario = linked(&catalog, query);
    let by = Moment::parse(by).expect("a moment").on(&scenario.case.desk.zone);
    let by = by.expect("within the table").at;
    let plans = plans_answering_by(&answers(&catalog, &scenario, by), by);
    let minutes = plans.margins.iter().map(|(_, margin)| match margin {
        Margin::Makes(margin) => margin.as_seconds() / 60,
        Margin::Misses(margin) => -margin.as_seconds() / 60,
    });
    assert_eq!(minutes.collect::<Vec<_>>(), expected);
    assert_eq!(plans.first.map(|plan| &*catalog.plan(plan).id), first);
}

#[test]
fn plans_make_a_moment_or_miss_it() {
    let friday = "priority=p2&zone=Europe/London&opened=2026-03-27T16:30";
    check_by(friday, "2026-03-30T11:00", &[-90, 30, 3_870, 3_900], Some("business"));
    check_by(friday, "2026-03-30T10:30", &[-120, 0, 3_840, 3_870], Some("business"));
    check_by(friday, "2026-03-30T10:29:59", &[-120, 0, 3_839, 3_869], Some("enterprise"));
    check_by(friday, "2026-03-27T16:45", &[-4_005, -3_885, -45, -15], None);
    let two = format!("plans=elite,online&{friday}");
    check_by(&two, "2026-03-30T11:00", &[-90, 3_900], Some("elite"));
    let catalog = bundled::catalog("en");
    let scenario = linked(&catalog, friday);
    let mut turned = answers(&catalog, &scenario, moment("2026-03-27T00:00Z"));
    turned.reverse();
    let first = plans_answering_by(&turned, moment("2026-03-30T10:00Z")).first;
    assert_eq!(first, catalog.plan_named("business"), "in catalog order, however they are asked");
}

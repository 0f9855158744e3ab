//! When the first reply is due, through the bundled catalog: every kind of target and hours, every
//! plan of one case, and the rule for Japan. The cases at which engines go wrong are `pitfalls`.

use plans::case::Scenario;
use plans::catalog::TargetPromise;
use plans::compare::{Assumption, NoDeadline, promise};
use worktime::zone::Instant;

use crate::support::cases::{Case, answers, check, linked};

#[test]
fn what_is_left_at_closing_is_counted_from_the_next_opening() {
    check("business p2 emea Europe/London 2026-01-09T15:00:01", "2026-01-12T09:00:01+00:00");
}

#[test]
fn hours_keep_to_the_clock_when_summer_time_begins() {
    check("business p2 emea Europe/London 2026-03-27T16:30", "2026-03-30T10:30+01:00");
    check("enterprise p2 emea Europe/London 2026-03-27T16:30", "2026-03-27T17:30+00:00");
    check("elite p2 emea Europe/London 2026-03-27T16:30", "2026-03-27T17:00+00:00");
}

#[test]
fn five_days_end_at_midnight_on_friday() {
    check("elite p3 emea Europe/London 2026-06-13T00:00", "2026-06-15T01:00+01:00");
}

#[test]
fn a_business_day_ends_at_the_same_time_of_day() {
    check("business p4 emea Europe/London 2026-01-09T16:59:59", "2026-01-12T16:59:59+00:00");
    check("enterprise p4 emea Europe/London 2026-01-07T11:00", "2026-01-08T11:00+00:00");
}

#[test]
fn holidays_do_not_count() {
    let given = "2026-12-25,2026-12-28";
    check("online p3 emea Europe/London 2026-12-24T13:00", "2026-12-25T11:00+00:00");
    check(
        &format!("elite p3 emea Europe/London 2026-12-24T23:30 {given}"),
        "2026-12-29T00:30+00:00",
    );
    check(
        &format!("elite p4 emea Europe/London 2026-12-24T11:00 {given}"),
        "2026-12-29T11:00+00:00",
    );
    check(
        &format!("elite p1 emea Europe/London 2026-12-25T11:00 {given}"),
        "2026-12-25T11:15+00:00",
    );
}

#[test]
fn around_the_clock_nothing_pauses() {
    check("online p1 emea Europe/London 2026-03-29T00:30", "2026-03-29T02:30+01:00");
    check("business p1 americas America/Los_Angeles 2026-06-13T23:30", "2026-06-14T00:30-07:00");
    check("enterprise p1 apac Asia/Singapore 2026-06-13T23:30", "2026-06-14T00:00+08:00");
    check("elite p1 japan Asia/Tokyo 2026-12-31T23:50", "2027-01-01T00:05+09:00");
}

#[test]
fn each_region_has_its_own_hours() {
    check("online p2 americas America/Los_Angeles 2026-06-10T16:30", "2026-06-11T09:00-07:00");
    check("online p2 apac Asia/Singapore 2026-06-10T16:30", "2026-06-11T12:30+08:00");
    check("online p2 japan Asia/Tokyo 2026-06-10T16:30", "2026-06-11T12:00+09:00");
    check("online p2 emea Europe/Amsterdam 2026-06-10T16:30", "2026-06-11T12:30+02:00");
}

#[test]
fn a_reading_that_is_skipped_or_repeated_is_one_moment() {
    check("elite p1 emea Europe/London 2026-03-29T01:30", "2026-03-29T02:15+01:00");
    check("elite p1 emea Europe/London 2026-10-25T01:30", "2026-10-25T01:45+01:00");
}

#[test]
fn japan_answers_in_business_hours_whatever_the_plan() {
    check("enterprise p2 japan Asia/Tokyo 2026-09-11T17:00", "2026-09-14T09:30+09:00");
    check("elite p3 japan Asia/Tokyo 2026-09-11T17:00", "2026-09-14T09:30+09:00");
    check("enterprise p3 japan Asia/Tokyo 2026-09-11T17:00", "2026-09-14T10:30+09:00");
    check("elite p4 japan Asia/Tokyo 2026-09-11T17:00", "2026-09-14T17:00+09:00");
    check("online p4 japan Asia/Tokyo 2026-09-11T17:00", "2026-09-16T17:00+09:00");
}

/// The coverage that a reply counted, and the one that the plan names where the rule changed it.
#[track_caller]
fn check_coverage(plan_and_priority: &str, region: &str, effective: &str, stated: Option<&str>) {
    let zone = if region == "japan" { "Asia/Tokyo" } else { "Europe/London" };
    let case = Case::new(&format!("{plan_and_priority} {region} {zone} 2026-09-11T17:00"));
    let catalog = &case.catalog;
    let reply = case.reply();
    let coverage = reply.terms.coverage.expect("every target of the catalog has one");
    assert_eq!(&*catalog.coverage(coverage).id, effective, "{plan_and_priority} in {region}");
    let changed = reply.terms.changed.as_ref();
    let from = changed.and_then(|changed| changed.stated);
    let from = from.map(|stated| &*catalog.coverage(stated).id);
    assert_eq!(from, stated, "{plan_and_priority} in {region}");
    let note = changed.map(|changed| &changed.note);
    assert_eq!(note, stated.map(|_| &catalog.rules[0].note), "the rule in words");
    let Scenario { case, display, .. } = &case.scenario;
    let cell = promise(catalog, case.row(), display.plans[0], case.desk.region);
    let TargetPromise::Figure(figure) = &cell.cell.promise else { panic!("{cell:?}") };
    let of_plan = figure.coverage.expect("as the others");
    assert_eq!(&*catalog.coverage(of_plan).id, stated.unwrap_or(effective), "as the plan has it");
    assert_eq!(cell.limited_to, stated.map(|_| coverage));
}

#[test]
fn the_rule_for_japan_is_marked_where_it_changes_something() {
    for (case, changed) in [
        ("online p2", false),
        ("business p3", false),
        ("enterprise p2", true),
        ("enterprise p3", false),
        ("elite p2", true),
        ("elite p3", true),
    ] {
        check_coverage(case, "japan", "business-hours", changed.then_some("24x5"));
    }
    check_coverage("elite p1", "japan", "24x7", None);
    check_coverage("elite p4", "japan", "business-days", None);
    check_coverage("online p4", "japan", "business-days", None);
}

#[test]
fn other_regions_leave_the_plan_as_it_is() {
    for region in ["americas", "emea", "apac"] {
        check_coverage("enterprise p2", region, "24x5", None);
        check_coverage("elite p3", region, "24x5", None);
        check_coverage("enterprise p3", region, "business-hours", None);
        check_coverage("elite p4", region, "business-days", None);
    }
}

#[test]
fn answers_are_given_for_the_shown_plans_in_their_order() {
    let catalog = bundled::catalog("en");
    let query = "plans=elite,business&priority=p2&zone=Europe/London&opened=2026-03-27T16:30";
    let answers = answers(&catalog, &linked(&catalog, query), Instant::from_unix(0));
    let plans: Vec<_> = answers.iter().map(|answer| &*catalog.plan(answer.plan).id).collect();
    assert_eq!(plans, ["business", "elite"]);
}

#[test]
fn an_answer_says_what_it_takes_for_granted() {
    let assumptions = |case: &str| Case::new(case).reply().terms.assumptions.clone();
    let none = assumptions("elite p1 emea Europe/London 2026-01-09T15:00");
    assert_eq!(none, [], "nothing is assumed of a desk that never closes");
    let local = assumptions("online p2 emea Europe/London 2026-01-09T15:00");
    assert!(local.contains(&Assumption::ZoneChosen), "{local:?}");
    assert!(local.contains(&Assumption::NoHolidays), "{local:?}");
    let given =
        assumptions("online p2 emea Europe/Amsterdam 2026-01-09T15:00 2026-12-25,2026-12-28");
    assert!(!given.contains(&Assumption::ZoneChosen), "{given:?}");
    assert!(given.contains(&Assumption::OnlyTheseDates(2)), "{given:?}");
    let case = Case::new("elite p4 emea Europe/London 2026-01-09T15:00");
    let terms = case.reply().terms;
    let of_days = case
        .catalog
        .coverage(terms.coverage.expect("a coverage"))
        .assumption
        .clone()
        .expect("our reading");
    let of_week = case.catalog.region(case.scenario.case.desk.region).week_assumption.clone();
    for text in [of_days, of_week.expect("our reading")] {
        assert!(terms.assumptions.contains(&Assumption::Stated(text)), "{:?}", terms.assumptions);
    }
}

#[test]
fn a_moment_outside_the_zone_rules_has_no_answer() {
    let outcome = |case: &str| Case::new(case).outcome().map(|reply| reply.deadline.due);
    let emea = "emea Europe/London";
    let opened = Err(NoDeadline::OpenedOutsideTable);
    assert_eq!(outcome(&format!("elite p1 {emea} 2019-12-31T23:59:59")), opened);
    assert_eq!(outcome(&format!("elite p1 {emea} 2041-01-01T00:00")), opened);
    assert_eq!(
        outcome(&format!("elite p4 {emea} 2040-12-31T12:00")),
        Err(NoDeadline::DueOutsideTable)
    );
}

//! Which of the bundled plans do what is asked, what the others miss, and the sentences that say so.

use plans::catalog::Catalog;
use plans::compare::{Missing, Outside};
use plans::wording::Wording;
use worktime::zone::Instant;

use crate::support::cases::{fits, linked};
use crate::support::catalogs::vendor;
use crate::support::wording::wording;

/// When people ask, unless the case is opened at another moment.
const NOW: Instant = Instant::from_unix(1_790_000_000);

/// A Friday evening in London, before clocks go forward on Sunday.
const FRIDAY: &str = "priority=p2&zone=Europe/London&opened=2026-03-27T18:00";

/// Everything that is said about which plans fit: the headline without what it is about, what each
/// misses, what is nearest.
fn said(wording: &Wording, catalog: &Catalog, query: &str) -> Vec<String> {
    let scenario = linked(catalog, query);
    let fits = fits(catalog, &scenario, NOW).expect("a question");
    let misfit = |fit| wording.misfit(catalog, scenario.case.row(), fit);
    let headline = wording.fits(catalog, &scenario.case, &fits);
    let priority = &catalog.priority(scenario.case.priority).name;
    let about = [" for ", " voor "]
        .map(|of| format!("{of}{priority} in {}", catalog.region(scenario.case.desk.region).name));
    let mut lines = vec![headline.replace(&about[0], "").replace(&about[1], "")];
    lines.extend(fits.plans.iter().map(misfit).filter(|line| !line.is_empty()));
    if fits.fitting().is_empty() {
        lines.extend(wording.nearest(catalog, &scenario.case, &fits));
    }
    lines
}

#[test]
fn the_headline_says_for_which_cases_plans_fit() {
    let catalog = bundled::catalog("en");
    let scenario = linked(&catalog, &format!("{FRIDAY}&need=case-reviews"));
    let fits = fits(&catalog, &scenario, NOW).expect("a question");
    let headline = wording("en").fits(&catalog, &scenario.case, &fits);
    assert_eq!(
        headline,
        "Fits for Priority 2 in Europe, Middle East & Africa: Enterprise and Elite."
    );
}

#[track_caller]
fn check_fits(question: &str, expected: &[&str]) {
    assert_eq!(
        said(&wording("en"), &bundled::catalog("en"), &format!("{FRIDAY}&{question}")),
        expected
    );
}

#[test]
fn plans_that_do_all_that_is_asked_fit() {
    check_fits(
        "by=2026-03-30T12:00",
        &["Fits: Business, Enterprise and Elite.", "Online: first reply due 1 hour too late."],
    );
    check_fits(
        "plans=online&need=named-support-engineer,service-reviews&by=2026-03-30T13:00",
        &[
            "Fits: Enterprise and Elite.",
            "Online: lacks Named Support Engineer (Not included) and Service Reviews (Not included).",
            "Business: lacks Named Support Engineer (Not included) and Service Reviews (Not included).",
        ],
    );
    check_fits(
        "within=P2DT19H&need=online-support",
        &[
            "Fits: Business, Enterprise and Elite.",
            "Online: a case opened at the worst moment waits 2 days 21 hours, 2 hours longer than accepted.",
        ],
    );
}

#[test]
fn where_no_plan_fits_the_nearest_are_named_in_each_respect() {
    check_fits(
        "need=account-support-lead,named-support-engineer,live-telephone-support\
         &by=2026-03-30T11:30&within=P1D",
        &[
            "No plan fits.",
            "Online: lacks Account Support Lead (Not included), Named Support Engineer (Not included) \
             and Live Telephone Support (Not included); first reply due 1 hour 30 minutes too late; a \
             case opened at the worst moment waits 2 days 21 hours, 1 day 21 hours longer than accepted.",
            "Business: lacks Named Support Engineer (Not included); a case opened at the worst moment \
             waits 2 days 19 hours, 1 day 19 hours longer than accepted.",
            "Enterprise: lacks Account Support Lead (Not included); a case opened at the worst moment \
             waits 2 days 2 hours, 1 day 2 hours longer than accepted.",
            "Elite: lacks Account Support Lead (Not included); a case opened at the worst moment waits \
             2 days 1 hour 30 minutes, 1 day 1 hour 30 minutes longer than accepted.",
            "Missing least of what is needed: Business, Enterprise and Elite (1 of 3).",
            "First reply due soonest: Elite, 2026-03-27 18:30 (London, UTC+0).",
            "Shortest wait at worst: Elite, 2 days 1 hour 30 minutes.",
        ],
    );
}

#[test]
fn a_moment_that_is_met_exactly_is_in_time() {
    check_fits("by=2026-03-30T13:00", &["Fits: Online, Business, Enterprise and Elite."]);
    check_fits("within=P2DT21H", &["Fits: Online, Business, Enterprise and Elite."]);
    let online = "Online: first reply due 1 second too late.";
    check_fits("by=2026-03-30T12:59:59", &["Fits: Business, Enterprise and Elite.", online]);
}

#[test]
fn nothing_asked_is_not_answered() {
    let catalog = bundled::catalog("en");
    let scenario = linked(&catalog, "mine=elite&differences=only");
    assert_eq!(fits(&catalog, &scenario, NOW), None);
}

/// Why no plan can be named, with what is said about the plans all the same.
#[track_caller]
fn check_outside(query: &str, outside: Option<Outside>, expected: &[&str]) {
    let catalog = bundled::catalog("en");
    let scenario = linked(&catalog, query);
    let fits = fits(&catalog, &scenario, NOW).expect("a question");
    assert_eq!(fits.outside, outside, "{query}");
    assert!(outside.is_none() || fits.fitting().is_empty(), "{query}");
    let lines = said(&wording("en"), &catalog, query);
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with(expected), "{line}");
    }
}

#[test]
fn outside_the_zone_table_no_plan_is_named() {
    let lacks = "Online: lacks Case Reviews (Not included).";
    let too = "Business: lacks Case Reviews (Not included).";
    let nearest = "Missing least of what is needed: Enterprise and Elite (0 of 1).";
    let unknown = "No plan can be named. ";
    let by = "need=case-reviews&by=2041-06-01T00:00";
    let soonest = "First reply due soonest: Elite, ";
    check_outside(by, Some(Outside::By), &[unknown, lacks, too, nearest, soonest]);
    let opened = "need=case-reviews&opened=2019-01-01T00:00Z&within=P1D";
    check_outside(opened, Some(Outside::Opened), &[unknown, lacks, too, nearest]);
    // What a plan includes does not depend on when a case is opened.
    let only_need = "need=case-reviews&opened=2019-01-01T00:00";
    check_outside(only_need, None, &["Fits: Enterprise and Elite.", lacks, too]);
    let year = "priority=p1&within=P1D&opened=2040-06-01T00:00";
    let unknown = ["Online: longest", "Business: longest", "Enterprise: longest", "Elite: longest"];
    check_outside(year, None, &[&["No plan fits."][..], &unknown].concat());
}

#[test]
fn plans_of_others_miss_what_is_not_certain() {
    let catalog = vendor(
        r#"{ "targets": {
            "high": { "free": "not-offered", "gold": { "coverage": "week", "within": "PT1H" } },
            "low": { "free": { "words": "best effort" }, "gold": "not-stated" } } }"#,
    );
    let said = |query: &str| said(&wording("en"), &catalog, query);
    let high = said("need=chat&by=2026-01-12T00:00&opened=2026-01-09T12:00&within=P4D");
    let lines = [
        "No plan fits.",
        "F: Free offers no target for High.",
        "G: lacks Chat (By appointment.).",
        "Missing least of what is needed: F (0 of 1).",
        "First reply due soonest: G, 2026-01-09 13:00 (Oslo, UTC+1).",
        "Shortest wait at worst: G, 3 days 1 hour.",
    ];
    assert_eq!(high, lines.map(|line| line.replace("Oslo", &place(&catalog))));
    let low = said("priority=low&need=reviews&by=2026-01-12T00:00&opened=2026-01-09T12:00");
    let lines = [
        "No plan fits.",
        "F: lacks Reviews (Not included). “best effort”: a target without a figure, so no moment can be given.",
        "G: The source has no target for Low in Gold.",
        "Missing least of what is needed: G (0 of 1).",
    ];
    assert_eq!(low, lines);
    let fits =
        fits(&catalog, &linked(&catalog, "priority=low&by=2026-01-12T00:00&within=P1D"), NOW);
    let fits = fits.expect("a question");
    assert!(
        fits.plans.iter().all(|fit| matches!(&*fit.missing, [Missing::NoDeadline(_)])),
        "said once"
    );
}

fn place(catalog: &Catalog) -> String {
    linked(catalog, "").case.desk.zone.place()
}

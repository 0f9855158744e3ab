//! Where the bundled plans differ, and what one has more and less of than another.

use plans::catalog::{Catalog, PlanIndex};
use plans::compare::{Change, Row, changes, equal_rows};

use crate::support::cases::linked;
use crate::support::catalogs::{first_row, vendor};

fn catalog() -> Catalog {
    bundled::catalog("en")
}

fn plan(catalog: &Catalog, id: &str) -> PlanIndex {
    catalog.plan_named(id).expect("a plan")
}

fn id(catalog: &Catalog, row: Row) -> String {
    match row {
        Row::Entitlement(index) => catalog.entitlement(index).id.to_string(),
        Row::Target(row) => catalog.priority(row.priority).id.to_string(),
    }
}

/// In how many entitlements plans differ, and the ids of the targets that are equal.
#[track_caller]
fn check_rows(plans: &str, differing: usize, equal_targets: &[&str]) {
    let catalog = catalog();
    let scenario = linked(&catalog, &format!("plans={plans}"));
    let equal = equal_rows(&catalog, scenario.case.desk.region, &scenario.display.plans);
    let entitlements = equal.iter().filter(|row| matches!(row, Row::Entitlement(_))).count();
    assert_eq!(catalog.entitlement_indices().count() - entitlements, differing, "{plans}");
    let targets = equal.iter().skip(entitlements).map(|row| id(&catalog, *row));
    assert_eq!(targets.collect::<Vec<_>>(), equal_targets, "{plans}");
}

#[test]
fn rows_in_which_plans_differ_are_counted() {
    check_rows("online,business,enterprise,elite", 16, &[]);
    check_rows("online,business", 4, &["p1"]);
    check_rows("business,enterprise", 10, &["p4"]);
    check_rows("enterprise,elite", 8, &["p4"]);
    check_rows("online,elite", 15, &[]);
    check_rows("business,enterprise,elite", 14, &["p4"]);
}

#[test]
fn a_single_plan_has_no_equal_rows() {
    let catalog = catalog();
    let scenario = linked(&catalog, "plans=elite");
    assert_eq!(equal_rows(&catalog, scenario.case.desk.region, &scenario.display.plans), []);
}

/// The rows that change in each way, as `way: ids`, one way after another.
#[track_caller]
fn check_changes(query: &str, mine: &str, of: &str, expected: [&str; 5]) {
    let catalog = catalog();
    let region = linked(&catalog, query).case.desk.region;
    let changes = changes(&catalog, region, plan(&catalog, mine), plan(&catalog, of));
    let ways = [Change::Gained, Change::More, Change::Other, Change::Less, Change::Lost];
    for (way, expected) in ways.into_iter().zip(expected) {
        let rows = changes.rows.iter().filter(|(_, change)| *change == way);
        let ids: Vec<String> = rows.map(|(row, _)| id(&catalog, *row)).collect();
        assert_eq!(ids.join(" "), expected, "{way:?} of {of} compared with {mine}");
    }
}

#[test]
fn elite_has_more_than_business_and_loses_the_account_support_lead() {
    let gained = "named-support-engineer technical-account-manager service-reviews \
                  expert-sessions case-reviews event-management environment-review release-review \
                  cloud-support-activities launch-advisory-services field-service-activities";
    let more = "online-support named-support-contacts p1 p2 p3";
    check_changes("", "business", "elite", [gained, more, "", "", "account-support-lead"]);
    check_changes("", "elite", "business", ["account-support-lead", "", "", more, gained]);
    check_changes("", "elite", "elite", [""; 5]);
}

#[test]
fn the_account_support_lead_is_lost_from_business_to_enterprise() {
    let gained = "named-support-engineer service-reviews expert-sessions case-reviews \
                  cloud-support-activities launch-advisory-services field-service-activities";
    let more = "online-support named-support-contacts p1 p2 p3";
    check_changes("", "business", "enterprise", [gained, more, "", "", "account-support-lead"]);
}

/// In Japan all is done in business hours, so that only the figures count; and round the clock for
/// five days is no certain gain.
#[test]
fn the_rules_of_a_region_take_away_what_is_more() {
    let more = "named-support-contacts service-reviews expert-sessions \
                field-service-activities p1 p2 p3";
    let gained = "technical-account-manager event-management environment-review release-review";
    for region in ["emea", "japan"] {
        let query = format!("region={region}");
        check_changes(&query, "enterprise", "elite", [gained, more, "", "", ""]);
    }
    let catalog = catalog();
    let japan = catalog.region_named("japan").expect("a region");
    let changes = changes(&catalog, japan, plan(&catalog, "business"), plan(&catalog, "elite"));
    let online = catalog.entitlement_named("online-support").expect("an entitlement");
    assert_eq!(changes.of(Row::Entitlement(online)), Some(Change::Other));
}

/// The vendor's words count, although they come to the same in the south; and no gain is claimed
/// where there is no figure.
#[test]
fn what_is_not_certain_is_merely_different() {
    let catalog = vendor(
        r#"{ "targets": {
            "high": {
                "free": { "coverage": "office", "within": "PT1H" },
                "gold": { "coverage": "week", "within": "PT1H" }
            },
            "low": { "free": "not-offered", "gold": { "words": "best effort" } } } }"#,
    );
    let check = |region: &str, row: Row, expected: Change| {
        let at = catalog.region_named(region).expect("a region");
        let (free, gold) = (plan(&catalog, "free"), plan(&catalog, "gold"));
        let changes = changes(&catalog, at, free, gold);
        assert_eq!(changes.of(row), Some(expected), "{region} {}", id(&catalog, row));
    };
    let target = |id| first_row(&catalog, id);
    let entitlement = |id| Row::Entitlement(catalog.entitlement_named(id).expect("an entitlement"));
    check("north", target("high"), Change::More);
    check("south", target("high"), Change::Other);
    check("north", target("low"), Change::Other);
    check("north", entitlement("contacts"), Change::More);
    check("north", entitlement("reviews"), Change::Gained);
    check("north", entitlement("chat"), Change::Other);
}

#[test]
fn plans_that_a_region_makes_equal_do_not_differ_there() {
    let catalog = vendor(
        r#"{ "rules": [
            { "region": "south", "entitlements": { "chat": "not-included" }, "note": "No chat." },
            { "region": "south", "priorities": ["high"], "target": "not-offered", "note": "None." }
        ] }"#,
    );
    let (free, gold) = (plan(&catalog, "free"), plan(&catalog, "gold"));
    let chat = Row::Entitlement(catalog.entitlement_named("chat").expect("an entitlement"));
    for (region, equal) in [("south", true), ("north", false)] {
        let region = catalog.region_named(region).expect("a region");
        let rows = equal_rows(&catalog, region, &[free, gold]);
        for row in [chat, first_row(&catalog, "high")] {
            assert_eq!(rows.contains(&row), equal, "{row:?}");
            assert_eq!(changes(&catalog, region, free, gold).of(row).is_none(), equal, "{row:?}");
        }
    }
}

//! Marks in the cells of a plan that is compared with the visitor's own. The sentence about all of
//! them is in `sentences`.

use plans::catalog::{Catalog, PlanIndex};
use plans::compare::{Change, Row, changes};

use crate::support::catalogs::first_row;
use crate::support::wording::wording;

fn plan(catalog: &Catalog, id: &str) -> PlanIndex {
    catalog.plan_named(id).expect("a plan")
}

#[test]
fn marks_say_what_mine_has() {
    let catalog = bundled::catalog("en");
    let region = catalog.default_region;
    let check = |of: &str, row: Row, expected: Option<&str>| {
        let mine = plan(&catalog, "business");
        let change = changes(&catalog, region, mine, plan(&catalog, of)).of(row);
        let mark =
            change.map(|change| wording("en").change_mark(&catalog, region, mine, row, change));
        assert_eq!(mark.as_deref(), expected, "{of} {row:?}");
    };
    let entitlement = |id| Row::Entitlement(catalog.entitlement_named(id).expect("an entitlement"));
    let target = |id| first_row(&catalog, id);
    check("elite", entitlement("case-reviews"), Some("Extra: not in Business"));
    check("elite", entitlement("account-support-lead"), Some("Lost: Business has it"));
    check("elite", entitlement("named-support-contacts"), Some("More; Business: 6 per product"));
    check("online", entitlement("named-support-contacts"), Some("Less; Business: 6 per product"));
    check("elite", target("p2"), Some("Faster; Business: 2 hours, Business hours"));
    check("online", target("p4"), Some("Slower; Business: 1 business day"));
    check("elite", target("p4"), None);
    check("elite", entitlement("p1-issue-support"), None);
}

#[test]
fn a_mark_names_the_coverage_that_counts_in_the_region() {
    let catalog = bundled::catalog("en");
    let japan = catalog.region_named("japan").expect("a region");
    let p2 = first_row(&catalog, "p2");
    let enterprise = plan(&catalog, "enterprise");
    let mark = wording("en").change_mark(&catalog, japan, enterprise, p2, Change::More);
    assert_eq!(mark, "Faster; Enterprise: 1 hour, Business hours");
}

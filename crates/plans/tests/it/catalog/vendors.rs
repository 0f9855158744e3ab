//! Plans of other kinds than the bundled ones: invented vendors whose catalogs have the shapes that
//! real ones have, read and answered like any other.

use plans::catalog::{Catalog, Per, TargetPromise, TargetRow, Value};
use plans::compare::{Assumption, NoDeadline, promise};
use worktime::zone::Instant;
use worktime_oracle::cases::shown;

use crate::support::cases::{answers, linked};
use crate::support::catalogs::vendor;

/// What a plan answers to a case such as `gold high 2026-01-09T15:00`: a moment with its offset in
/// Oslo, or why there is none.
#[track_caller]
fn check(catalog: &Catalog, case: &str, expected: &str) {
    check_in(catalog, case, "north", "Europe/Oslo", expected);
}

#[track_caller]
pub(super) fn check_in(catalog: &Catalog, case: &str, region: &str, zone: &str, expected: &str) {
    let [plan, priority, opened] = case.split(' ').collect::<Vec<_>>()[..] else {
        panic!("{case}")
    };
    // `down/workaround` is the row of a priority in a table that is not the first.
    let (priority, target) = priority.split_once('/').unwrap_or((priority, ""));
    let query = format!(
        "plans={plan}&priority={priority}&target={target}&region={region}&zone={zone}&opened={opened}"
    );
    let scenario = linked(catalog, &query);
    let answers = answers(catalog, &scenario, Instant::from_unix(0));
    let [answer] = answers.try_into().expect("one plan");
    let outcome = match answer.outcome {
        Ok(reply) => shown(&scenario.case.desk.zone, reply.deadline.due),
        Err(NoDeadline::NoFigure(words)) => format!("no figure: {words}"),
        Err(why) => why.id().to_owned(),
    };
    assert_eq!(outcome, expected, "{case}");
}

#[test]
fn the_small_catalog_answers() {
    let small = vendor("{}");
    check(&small, "free high 2026-01-09T16:00", "2026-01-12T12:00 UTC+1");
    check(&small, "gold high 2026-01-09T23:30", "2026-01-12T00:30 UTC+1");
    check(&small, "gold low 2026-01-09T16:00", "2026-01-13T16:00 UTC+1");
    check(&small, "free low 2026-01-09T16:00", "no figure: best effort");
}

#[test]
fn holidays_of_a_region_count_without_being_named() {
    let small = vendor("{}");
    check(&small, "free high 2026-04-30T16:00", "2026-05-04T12:00 UTC+2");
    check_in(
        &small,
        "gold high 2026-04-30T15:30",
        "south",
        "Africa/Johannesburg",
        "2026-05-01T08:30 UTC+2",
    );
}

#[test]
fn holidays_of_the_visitor_are_added_to_those_of_the_region() {
    let small = vendor("{}");
    let query = "plans=free&priority=high&region=north&zone=Europe/Oslo&opened=2026-04-30T16:00\
                 &holidays=2026-05-04";
    let scenario = linked(&small, query);
    let [answer] = answers(&small, &scenario, Instant::from_unix(0)).try_into().expect("one plan");
    let reply = answer.outcome.expect("a reply");
    let desk = scenario.case.desk;
    assert_eq!(shown(&desk.zone, reply.deadline.due), "2026-05-05T12:00 UTC+2");
    let of_region = small.region(desk.region).dates.len();
    let assumptions = &reply.terms.assumptions;
    assert!(assumptions.contains(&Assumption::OnlyTheseDates(of_region + 1)), "{assumptions:?}");
}

#[test]
fn an_override_limits_other_regions_than_japan() {
    let small = vendor("{}");
    check_in(
        &small,
        "gold high 2026-01-09T11:30",
        "south",
        "Africa/Johannesburg",
        "2026-01-12T08:30 UTC+2",
    );
    check_in(
        &small,
        "gold low 2026-01-08T15:00",
        "south",
        "Africa/Johannesburg",
        "2026-01-12T15:00 UTC+2",
    );
}

/// Three priorities, and a plan without any support.
const THREE: &str = r#"{
    "priorities": [
        { "id": "1", "name": "Severity 1", "short": "S1", "definition": "Down." },
        { "id": "2", "name": "Severity 2", "short": "S2", "definition": "Slow." },
        { "id": "3", "name": "Severity 3", "short": "S3", "definition": "Odd." }
    ],
    "targets": {
        "1": { "free": "not-offered", "gold": { "coverage": "always", "within": "PT30M" } },
        "2": { "free": "not-offered", "gold": { "coverage": "week", "within": "PT12H" } },
        "3": { "free": "not-offered", "gold": { "coverage": "always", "within": "PT336H" } }
    },
    "rules": []
}"#;

#[test]
fn three_priorities_and_a_plan_without_support() {
    let catalog = vendor(THREE);
    assert_eq!(catalog.priorities.len(), 3);
    for priority in ["1", "2", "3"] {
        check(&catalog, &format!("free {priority} 2026-01-09T16:00"), "not-offered");
    }
    check(&catalog, "gold 1 2026-01-10T23:45", "2026-01-11T00:15 UTC+1");
    check(&catalog, "gold 2 2026-01-09T18:00", "2026-01-12T06:00 UTC+1");
    check(&catalog, "gold 3 2026-03-20T12:00", "2026-04-03T13:00 UTC+2");
}

/// Five priorities, of which the lesser plan has two, and coverage by plan as well as by priority.
const FIVE: &str = r#"{
    "priorities": [
        { "id": "critical", "name": "Critical", "short": "1", "definition": "All is down." },
        { "id": "urgent", "name": "Urgent", "short": "2", "definition": "Production is down." },
        { "id": "high", "name": "High", "short": "3", "definition": "Production is impaired." },
        { "id": "normal", "name": "Normal", "short": "4", "definition": "Something is impaired." },
        { "id": "low", "name": "Low", "short": "5", "definition": "A question." }
    ],
    "targets": {
        "critical": { "free": "not-offered", "gold": { "coverage": "always", "within": "PT15M" } },
        "urgent": { "free": "not-offered", "gold": { "coverage": "always", "within": "PT1H" } },
        "high": { "free": "not-offered", "gold": { "coverage": "week", "within": "PT4H" } },
        "normal": { "free": { "coverage": "office", "within": "PT12H" }, "gold": { "coverage": "always", "within": "PT12H" } },
        "low": { "free": { "coverage": "office", "within": "PT24H" }, "gold": "not-stated" }
    },
    "rules": []
}"#;

#[test]
fn five_priorities_of_which_a_plan_offers_two() {
    let catalog = vendor(FIVE);
    assert_eq!(catalog.priorities.len(), 5);
    assert_eq!(catalog.first_priority(), catalog.priority_named("critical").expect("a priority"));
    check(&catalog, "free high 2026-01-09T16:00", "not-offered");
    check(&catalog, "free normal 2026-01-09T16:00", "2026-01-13T14:00 UTC+1");
    check(&catalog, "free normal 2026-01-09T16:01", "2026-01-13T14:01 UTC+1");
    check(&catalog, "gold normal 2026-01-09T16:00", "2026-01-10T04:00 UTC+1");
    check(&catalog, "free low 2026-01-12T09:00", "2026-01-15T12:00 UTC+1");
    check(&catalog, "gold low 2026-01-12T09:00", "not-stated");
}

/// Hours unlike the usual ones: five days from Sunday afternoon, and twelve hours a day.
const HOURS: &str = r#"{
    "coverages": [
        { "id": "week", "name": "24x5", "meaning": "From Sunday to Friday.",
          "hours": ["sun 16:00-24:00", "mon-thu 00:00-24:00", "fri 00:00-16:00"] },
        { "id": "nights", "name": "Nights", "meaning": "Ten at night to six.", "hours": ["mon-fri 22:00-06:00"] },
        { "id": "office", "name": "Office", "meaning": "Twelve hours.", "hours": "regional" }
    ],
    "regions": [
        { "id": "north", "name": "North", "short": "N", "hours": "9 am to 9 pm", "week": ["mon-fri 09:00-21:00"],
          "zone": "Europe/Oslo", "zones": ["Europe/*"] }
    ],
    "targets": {
        "high": { "free": { "coverage": "nights", "within": "PT9H" }, "gold": { "coverage": "week", "within": "PT2H" } },
        "low": { "free": { "coverage": "office", "within": "PT8H" }, "gold": { "coverage": "office", "within": "P1D" } }
    },
    "rules": [],
    "groups": []
}"#;

#[test]
fn five_days_may_begin_on_sunday_afternoon() {
    let catalog = vendor(HOURS);
    check(&catalog, "gold high 2026-01-09T14:00", "2026-01-09T16:00 UTC+1");
    check(&catalog, "gold high 2026-01-09T15:30", "2026-01-11T17:30 UTC+1");
    check(&catalog, "gold high 2026-01-11T23:00", "2026-01-12T01:00 UTC+1");
}

#[test]
fn a_business_day_may_have_twelve_hours() {
    let catalog = vendor(HOURS);
    check(&catalog, "free low 2026-01-09T20:00", "2026-01-12T16:00 UTC+1");
    check(&catalog, "gold low 2026-01-09T20:59:59", "2026-01-12T20:59:59 UTC+1");
    check(&catalog, "gold low 2026-01-09T21:00", "2026-01-13T09:00 UTC+1");
}

#[test]
fn hours_may_cross_midnight() {
    let catalog = vendor(HOURS);
    check(&catalog, "free high 2026-01-09T12:00", "2026-01-12T23:00 UTC+1");
}

/// One single plan, and every kind of value.
const ONE: &str = r#"{
    "plans": [{ "id": "only", "name": "The plan", "short": "O", "paid": true }],
    "priorities": [{ "id": "any", "name": "Any", "short": "A", "definition": "Whatever it is." }],
    "targets": { "any": { "only": { "words": "best effort" } } },
    "rules": [],
    "groups": [
        {
            "id": "all",
            "name": "All",
            "entitlements": [
                { "id": "users", "name": "Users", "values": { "only": { "count": 0 } } },
                { "id": "calls", "name": "Calls", "values": { "only": { "count": 6, "per": "month" } } },
                { "id": "visits", "name": "Visits", "values": { "only": { "count": 1, "per": "quarter" } } },
                { "id": "reviews", "name": "Reviews", "values": { "only": { "count": 2, "per": "year" } } },
                { "id": "contacts", "name": "Contacts", "values": { "only": { "count": 4, "per": "product" } } },
                { "id": "cases", "name": "Cases", "values": { "only": "unlimited" } },
                { "id": "desk", "name": "Desk", "values": { "only": { "coverage": "week" } } },
                { "id": "training", "name": "Training", "values": { "only": "on-request" } },
                { "id": "forum", "name": "Forum", "values": { "only": "included" } },
                { "id": "phone", "name": "Phone", "values": { "only": "not-included" } },
                { "id": "fax", "name": "Fax", "values": { "only": "not-stated" } },
                { "id": "architect", "name": "Architect", "values": { "only": { "text": "Pooled" } } }
            ]
        }
    ]
}"#;

#[test]
fn a_single_plan_with_every_kind_of_value() {
    let catalog = vendor(ONE);
    let only = catalog.plan_named("only").expect("the plan");
    let values: Vec<&Value> =
        catalog.groups[0].entitlements.iter().map(|row| &row.value(only).value).collect();
    let count = |count, per| Value::Count { count, up_to: false, unit: None, per };
    let [counts @ .., unlimited, desk, request, included, not_included, not_stated, text] =
        values.as_slice()
    else {
        panic!("{values:?}")
    };
    let per = [None, Some(Per::Month), Some(Per::Quarter), Some(Per::Year), Some(Per::Product)];
    let expected: Vec<Value> =
        [0, 6, 1, 2, 4].into_iter().zip(per).map(|(n, per)| count(n, per)).collect();
    assert_eq!(counts, expected.iter().collect::<Vec<_>>());
    assert_eq!((*unlimited, *request), (&Value::Unlimited, &Value::OnRequest));
    assert_eq!(
        (*included, *not_included, *not_stated),
        (&Value::Included, &Value::NotIncluded, &Value::NotStated)
    );
    assert_eq!(*text, &Value::Text { words: "Pooled".into(), has: None, rank: None });
    let Value::Coverage(coverage) = desk else { panic!("{desk:?}") };
    assert_eq!(&*catalog.coverage(*coverage).id, "week");
    check(&catalog, "only any 2026-01-09T16:00", "no figure: best effort");
}

#[test]
fn a_cell_without_a_figure_has_no_coverage_to_change() {
    let catalog = vendor("{}");
    let cell = |plan, priority, region| {
        let plan = catalog.plan_named(plan).expect("a plan");
        let priority = catalog.priority_named(priority).expect("a priority");
        let row = TargetRow { table: catalog.first_table(), priority };
        promise(&catalog, row, plan, catalog.region_named(region).expect("a region"))
    };
    let words = cell("free", "low", "south");
    assert_eq!((words.here, words.rule), (&TargetPromise::TextOnly("best effort".into()), None));
    assert!(cell("gold", "high", "south").limited_to.is_some());
    assert!(cell("gold", "high", "north").rule.is_none());
    assert!(cell("free", "high", "south").rule.is_none(), "office hours are what it has already");
}

#[test]
fn a_catalog_without_rules_for_regions_leaves_every_plan_as_it_is() {
    let catalog = vendor(r#"{ "rules": [] }"#);
    let (gold, high) = (catalog.plan_named("gold"), catalog.priority_named("high"));
    let (gold, high) = (gold.expect("a plan"), high.expect("a priority"));
    for region in catalog.region_indices() {
        let row = TargetRow { table: catalog.first_table(), priority: high };
        assert_eq!(promise(&catalog, row, gold, region).rule, None);
    }
}

#[test]
fn an_entitlement_is_known_by_its_group_its_index_and_its_id() {
    let catalog = vendor("{}");
    let mut ids = Vec::new();
    for (group, indices) in catalog.indexed_groups() {
        assert_eq!(indices.len(), group.entitlements.len());
        for (entitlement, index) in group.entitlements.iter().zip(indices) {
            assert_eq!(catalog.entitlement(index), entitlement);
            assert_eq!(catalog.entitlement_named(&entitlement.id.to_uppercase()), Some(index));
            ids.push(index);
        }
    }
    assert_eq!(ids, catalog.entitlement_indices().collect::<Vec<_>>());
    assert_eq!(catalog.entitlement_named("tea"), None);
}

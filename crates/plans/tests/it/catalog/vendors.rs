//! Plans of other kinds than the bundled ones: invented vendors whose catalogs have the shapes that
//! real ones have, read and answered like any other.

use plans::case::Choice;
use plans::catalog::{Catalog, Per, TargetPromise, TargetRow, Value};
use plans::compare::{
    Assumption, Change, NoDeadline, Row, can_be_needed, changes, offered_waits, promise,
};
use plans::wording::Wording;
use worktime::zone::Instant;
use worktime_oracle::cases::shown;

use crate::support::cases::{answers, fits, linked};
use crate::support::catalogs::{catalog_of, first_row, vendor};

/// What a plan answers to a case such as `gold high 2026-01-09T15:00`: a moment with its offset in
/// Oslo, or why there is none.
#[track_caller]
fn check(catalog: &Catalog, case: &str, expected: &str) {
    check_in(catalog, case, "north", "Europe/Oslo", expected);
}

#[track_caller]
fn check_in(catalog: &Catalog, case: &str, region: &str, zone: &str, expected: &str) {
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

/// A catalog that uses every key of the format: the plans Community, Standard and Premium, the
/// priorities `down` and `question`, and the regions `europe` and `gulf`.
fn every_key() -> Catalog {
    catalog_of(include_str!("../../../../../examples/catalogs/every-key.json"))
}

#[track_caller]
fn check_gulf(case: &str, expected: &str) {
    check_in(&every_key(), case, "gulf", "Asia/Dubai", expected);
}

#[track_caller]
fn check_europe(case: &str, expected: &str) {
    check_in(&every_key(), case, "europe", "Europe/Berlin", expected);
}

#[test]
fn days_of_the_calendar_need_no_desk() {
    check_europe("community question 2026-12-18T20:00", "2027-01-01T20:00 UTC+1");
    check_gulf("community question 2026-12-18T20:00", "2027-01-01T20:00 UTC+4");
}

#[test]
fn a_plan_may_have_other_priorities() {
    check_europe("community down 2026-12-18T20:00", "no-such-priority");
    check_gulf("community down 2026-12-18T20:00", "no-such-priority");
    check_europe("premium question 2026-12-18T20:00", "not-offered");
}

#[test]
fn business_days_end_with_their_date_and_follow_the_regions_weekend() {
    // 2026-01-08 is a Thursday.
    check_europe("standard question 2026-01-08T10:00", "2026-01-13T00:00 UTC+1");
    check_europe("standard question 2026-12-23T10:00", "2026-12-29T00:00 UTC+1");
}

#[test]
fn dates_may_have_fewer_hours_or_more() {
    check_europe("standard down 2026-12-24T10:00", "2026-12-28T11:00 UTC+1");
    check_europe("standard down 2026-12-18T15:00", "2026-12-19T12:00 UTC+1");
}

#[test]
fn a_coverage_may_have_a_zone_of_its_own() {
    // Friday 17:00 in Los Angeles is Saturday 02:00 in Berlin.
    check_europe("premium down 2026-01-10T01:30", "2026-01-11T23:30 UTC+1");
    let every_key = every_key();
    let scenario =
        linked(&every_key, "plans=premium&priority=down&region=europe&zone=Europe/Berlin");
    let now = Instant::from_unix(1_780_000_000);
    let [answer] = answers(&every_key, &scenario, now).try_into().expect("one plan");
    let terms = answer.outcome.expect("a reply").terms;
    let coverage = terms.coverage.expect("it is assumed");
    assert_eq!(terms.assumptions.first(), Some(&Assumption::Coverage(coverage)));
    assert!(!terms.assumptions.contains(&Assumption::ZoneChosen), "{:?}", terms.assumptions);
}

#[test]
fn a_rule_may_limit_a_plan_or_set_its_target() {
    // Friday and Saturday are the weekend in the Gulf.
    check_gulf("premium down 2026-01-08T15:30", "2026-01-11T08:30 UTC+4");
    check_gulf("standard down 2026-01-08T15:30", "no figure: best effort");
    check_gulf("standard question 2026-01-08T15:30", "no figure: best effort");
    // The rule states the hours that the source does not state otherwise.
    let every_key = every_key();
    let scenario = linked(&every_key, "plans=premium&priority=down&region=gulf");
    let now = Instant::from_unix(1_780_000_000);
    let [answer] = answers(&every_key, &scenario, now).try_into().expect("one plan");
    let reply = answer.outcome.expect("a reply");
    let assumptions = &reply.terms.assumptions;
    let is_of_hours = |it: &Assumption| matches!(it, Assumption::Coverage(_));
    assert!(!assumptions.iter().any(is_of_hours), "{assumptions:?}");
}

#[test]
fn a_catalog_may_have_several_tables_of_targets() {
    check_europe("standard down 2026-01-08T10:00", "2026-01-08T15:00 UTC+1");
    check_europe("standard down/workaround 2026-01-08T10:00", "2026-01-13T17:00 UTC+1");
    check_europe("premium down/workaround 2026-01-10T10:00", "2026-01-10T18:00 UTC+1");
    check_europe("community down/workaround 2026-01-10T10:00", "no-such-priority");
    check_europe("standard question/workaround 2026-01-10T10:00", "not-offered");
    // A rule may be about one table alone.
    check_gulf("standard down 2026-01-08T15:30", "no figure: best effort");
    check_gulf("standard down/workaround 2026-01-08T15:30", "2026-01-13T16:00 UTC+4");
}

#[test]
fn a_table_of_targets_is_named_in_every_sentence_about_it() {
    let catalog = every_key();
    let messages = bundled::messages("en");
    let dates = |_: &str, date: worktime::zone::LocalDate| date.to_string();
    let wording = Wording { messages: &messages, dates: &dates };
    let scenario = linked(
        &catalog,
        "target=workaround&region=europe&zone=Europe/Berlin&opened=2026-01-08T10:00&plans=standard\
         &by=2026-01-09T10:00&within=PT4H",
    );
    let now = Instant::from_unix(1_767_000_000);
    let answers: Vec<_> =
        answers(&catalog, &scenario, now).into_iter().map(std::sync::Arc::new).collect();
    let choice = Choice::Target(scenario.case.table);
    let status = wording.status(&catalog, &choice, (&scenario, &scenario), &answers, None);
    assert!(status.starts_with("Workaround chosen; Workaround due: Standard "), "{status}");
    let case = wording.case(&catalog, &scenario.case, &scenario.question, None);
    assert!(case.starts_with("Service down (Workaround) in Europe, opened "), "{case}");
    let fits = fits(&catalog, &scenario, now).expect("something is asked");
    let misfits: Vec<String> =
        fits.plans.iter().map(|fit| wording.misfit(&catalog, scenario.case.row(), fit)).collect();
    assert!(
        misfits[0].contains("does not have the priority Service down (Workaround)"),
        "{misfits:?}"
    );
    assert!(misfits[1].contains("Workaround due 4 days 7 hours too late"), "{misfits:?}");
    let sentence = wording.fits(&catalog, &scenario.case, &fits);
    assert_eq!(sentence, "No plan fits for Service down (Workaround) in Europe.");
    let nearest = wording.nearest(&catalog, &scenario.case, &fits);
    assert!(nearest[0].starts_with("Workaround due soonest: Premium, "), "{nearest:?}");
    let plan = |id| catalog.plan_named(id).expect("a plan");
    let changes = changes(&catalog, scenario.case.desk.region, plan("standard"), plan("premium"));
    let changes = wording.changes(&catalog, &changes);
    assert!(changes.contains("Service down (Workaround)"), "{changes}");
    assert_eq!(
        wording.about_targets(&catalog, scenario.case.table),
        "All moments shown are targets (Workaround)."
    );
    assert_eq!(
        wording.clock_start(&catalog, scenario.case.table).as_deref(),
        Some("The clock starts when the case is triaged. The moment of opening stands for that.")
    );
}

#[test]
fn an_account_names_the_dates_that_have_a_name() {
    let catalog = every_key();
    let messages = bundled::messages("en");
    let dates = |_: &str, date: worktime::zone::LocalDate| date.to_string();
    let wording = Wording { messages: &messages, dates: &dates };
    let query = "plans=standard&region=europe&zone=Europe/Berlin&opened=2026-12-24T10:00";
    let scenario = linked(&catalog, query);
    let [answer] = answers(&catalog, &scenario, Instant::from_unix(0)).try_into().expect("a plan");
    let reply = answer.outcome.expect("a reply");
    let account = wording.account(&catalog, &scenario.case.desk.zone, &reply).join("\n");
    assert!(account.contains("holiday on 2026-12-25 (Christmas)"), "{account}");
    assert!(account.contains("other hours on 2026-12-24 (Christmas Eve)"), "{account}");
}

#[test]
fn the_chosen_table_of_targets_stands_in_the_link() {
    let catalog = every_key();
    let link = |query: &str| plans::link::encode(&linked(&catalog, query), &catalog, "");
    let place = "region=europe&zone=Europe/Berlin";
    assert_eq!(link(&format!("target=WORKAROUND&{place}")), format!("target=workaround&{place}"));
    assert_eq!(link(&format!("target=reply&{place}")), place);
    let decoded = plans::link::decode("target=solution", &catalog);
    let messages = bundled::messages("en");
    let dates = |_: &str, date: worktime::zone::LocalDate| date.to_string();
    let told =
        Wording { messages: &messages, dates: &dates }.ignored(&catalog, &decoded.ignored[0]);
    assert_eq!(told, "What is due: “solution”. Possible: reply, workaround.");
}

#[test]
fn a_rule_may_say_what_a_plan_includes_in_a_region() {
    let catalog = every_key();
    let row = catalog.entitlement(catalog.entitlement_named("phone").expect("a row"));
    let standard = catalog.plan_named("standard").expect("a plan");
    let premium = catalog.plan_named("premium").expect("a plan");
    let gulf = catalog.region_named("gulf").expect("a region");
    let europe = catalog.region_named("europe").expect("a region");
    assert_eq!(row.value_in(standard, gulf).value, Value::NotIncluded);
    assert_eq!(row.value_in(standard, europe), row.value(standard));
    assert_eq!(row.value_in(premium, gulf), row.value(premium));
}

/// How a plan differs from another in a row of the catalog above.
#[track_caller]
fn check_change(row: &str, mine: &str, plan: &str, region: &str, expected: Option<Change>) {
    let catalog = every_key();
    let plan_of = |id| catalog.plan_named(id).expect("a plan");
    let region = catalog.region_named(region).expect("a region");
    let changes = changes(&catalog, region, plan_of(mine), plan_of(plan));
    let entitlement = catalog.entitlement_named(row).map(Row::Entitlement);
    let row = entitlement.unwrap_or_else(|| first_row(&catalog, row));
    assert_eq!(changes.of(row), expected, "{mine} to {plan}");
}

#[test]
fn values_of_every_kind_are_compared_as_far_as_that_is_certain() {
    check_change("contacts", "standard", "premium", "europe", Some(Change::More));
    check_change("contacts", "community", "standard", "europe", Some(Change::Other));
    check_change("advice", "community", "standard", "europe", Some(Change::Other));
    check_change("advice", "standard", "premium", "europe", Some(Change::Gained));
    check_change("architect", "community", "standard", "europe", Some(Change::Gained));
    check_change("architect", "standard", "premium", "europe", Some(Change::More));
    check_change("architect", "premium", "standard", "europe", Some(Change::Less));
    check_change("phone", "standard", "premium", "europe", Some(Change::Other));
    check_change("phone", "standard", "premium", "gulf", Some(Change::Gained));
    // Plans that do not share a priority neither gain nor lose it.
    check_change("down", "community", "standard", "europe", Some(Change::Other));
    check_change("question", "standard", "premium", "europe", Some(Change::Lost));
}

#[test]
fn what_no_plan_certainly_has_cannot_be_needed() {
    let catalog = every_key();
    let can = |row: &str, region: &str| {
        let row = catalog.entitlement_named(row).expect("a row");
        can_be_needed(&catalog, catalog.region_named(region).expect("a region"), row)
    };
    assert!(can("contacts", "europe") && can("phone", "gulf"));
    let none = vendor(
        r#"{ "groups": [{ "id": "g", "name": "G", "entitlements": [
            { "id": "fax", "name": "Fax", "values": { "free": "add-on", "gold": "on-request" } },
            { "id": "box", "name": "Box", "values": { "free": { "coverage": "always" }, "gold": "not-stated" } }
        ] }] }"#,
    );
    let row = |id: &str| none.entitlement_named(id).expect("a row");
    assert!(!can_be_needed(&none, none.default_region, row("fax")));
    assert!(can_be_needed(&none, none.default_region, row("box")));
}

/// The waits that visitors of a catalog may choose as the longest.
#[track_caller]
fn check_offered(catalog: &Catalog, expected: &str) {
    let offered: Vec<String> = offered_waits(catalog).iter().map(ToString::to_string).collect();
    assert_eq!(offered.join(" "), expected);
}

#[test]
fn waits_are_offered_that_a_catalog_may_have() {
    check_offered(&bundled::catalog("en"), "PT30M PT1H PT4H PT12H P1D P2D P3D P4D");
    check_offered(&every_key(), "PT4H PT12H P1D P2D P3D P4D P7D P14D");
    let quick = vendor(
        r#"{ "targets": {
            "high": { "free": "not-stated", "gold": { "coverage": "always", "within": "PT15M" } },
            "low": { "free": "not-offered", "gold": { "coverage": "always", "within": "PT15M" } }
        }, "rules": [] }"#,
    );
    check_offered(&quick, "PT30M");
    let none = vendor(
        r#"{ "targets": {
            "high": { "free": "not-stated", "gold": "not-stated" },
            "low": { "free": "not-offered", "gold": "not-stated" }
        }, "rules": [] }"#,
    );
    check_offered(&none, "");
}

/// Whether the holidays and the clock of a desk that never closes matter, if it promises this.
#[track_caller]
fn check_desk_matters(promise: &str, expected: (bool, bool)) {
    let catalog = catalog_of(&format!(
        r#"{{
            "languages": ["en"],
            "title": "Plans",
            "plans": [{{ "id": "gold", "name": "Gold" }}],
            "priorities": [{{ "id": "high", "name": "High" }}],
            "coverages": [
                {{ "id": "always", "name": "24x7", "hours": "always" }},
                {{ "id": "office", "name": "Office", "hours": ["mon-fri 09:00-17:00"] }}
            ],
            "regions": [{{ "id": "all", "name": "Worldwide", "zone": "UTC" }}],
            "targets": {{ "high": {{ "gold": {promise} }} }}
        }}"#
    ));
    assert_eq!((catalog.has_desk_hours(), catalog.has_desk_clock()), expected, "{promise}");
}

#[test]
fn a_desk_has_holidays_and_a_clock_where_they_change_an_answer() {
    check_desk_matters(r#"{ "within": "PT1H", "coverage": "always" }"#, (false, false));
    check_desk_matters(r#"{ "within": "P14D", "days": "calendar" }"#, (false, false));
    check_desk_matters(r#"{ "words": "best effort" }"#, (false, false));
    check_desk_matters(r#"{ "within": "P1D", "coverage": "always" }"#, (false, true));
    check_desk_matters(r#"{ "within": "PT1H", "coverage": "office" }"#, (true, true));
    check_desk_matters(r#"{ "within": "P1D", "coverage": "office" }"#, (true, true));
}

#[test]
fn amounts_wordings_and_definitions_are_said_as_the_catalog_has_them() {
    let catalog = every_key();
    let messages = bundled::messages("en");
    let dates = |_: &str, date: worktime::zone::LocalDate| date.to_string();
    let wording = Wording { messages: &messages, dates: &dates };
    let advice = catalog.entitlement_named("advice").expect("an entitlement");
    let premium = catalog.plan_named("premium").expect("a plan");
    let value = catalog.entitlement(advice).value(premium);
    assert_eq!(wording.value(&catalog, value), "up to 12 hours a quarter");
    let definitions: Vec<_> = catalog.tables.iter().map(|it| it.definition.as_deref()).collect();
    assert_eq!(definitions, [None, Some("Until you can work again.")]);
    for (printed, shown) in [("next day", "“next day”"), ("“next day”", "“next day”")] {
        assert_eq!(&*wording.quoted(&printed.into()), shown);
    }
}

#[test]
fn what_holds_in_a_region_names_the_region_once() {
    let catalog = bundled::catalog("en");
    let japan = catalog.region(catalog.region_named("japan").expect("a region"));
    let check = |words, said| assert_eq!(Wording::in_region(japan, words), said);
    check("In Japan, hours are shorter.", "In Japan, hours are shorter.");
    check("Hours are shorter.", "Japan: Hours are shorter.");
}

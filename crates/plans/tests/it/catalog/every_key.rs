//! Plans of other kinds than the bundled ones: the example that uses every key of the format, and what the
//! bundled plans have no case of.

use plans::case::Choice;
use plans::catalog::{Catalog, Value};
use plans::compare::{Assumption, Change, Row, can_be_needed, changes, offered_waits};
use plans::wording::Wording;
use worktime::zone::Instant;

use super::vendors::check_in;
use crate::support::cases::{answers, fits, linked};
use crate::support::catalogs::{catalog_of, first_row, vendor};

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

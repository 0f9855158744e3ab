//! The status sentence after a choice: what it changed, and when each shown plan's first reply is
//! due now.

use std::sync::{Arc, LazyLock};

use plans::case::{Choice, Moment, Scenario, WaitLimit};
use plans::catalog::{Catalog, EntitlementIndex, PlanIndex};
use plans::compare::plans_answering_by;
use plans::wording::Wording;
use proptest::prelude::*;
use worktime::zone::{Instant, LocalDate, Zone};

use crate::support::cases::{answers, linked};
use crate::support::catalogs::{small, with_two_tables};
use crate::support::random;
use crate::support::snapshots::{self, titled};
use crate::support::wording::wording;

/// A case opened in London on the Friday before summer time, in two plans.
const FRIDAY: &str = "plans=business,elite&priority=p2&zone=Europe/London&opened=2026-03-27T16:30";

/// When people choose, unless the case is opened at another moment.
const NOW: Instant = Instant::from_unix(1_790_000_000);

/// The bundled catalog in every language, each after the language's code.
static LANGUAGES: LazyLock<Vec<(&str, Catalog)>> = LazyLock::new(|| {
    bundled::languages().map(|language| (language, with_two_tables(language))).collect()
});

/// What is said after a choice.
fn said(wording: &Wording, catalog: &Catalog, before: &Scenario, choice: &Choice) -> String {
    let mut after = before.clone();
    after.apply(catalog, None, choice);
    let answers: Vec<_> = answers(catalog, &after, NOW).into_iter().map(Arc::new).collect();
    let by = after.question.needed_by(&after.case.desk.zone).ok().flatten();
    let in_time = by.map(|by| {
        let answers = answers.iter().map(|answer| &**answer);
        wording.in_time(catalog, &plans_answering_by(answers, by))
    });
    wording.status(catalog, choice, (before, &after), &answers, in_time)
}

/// The name of a choice's kind. A new kind needs a sample below.
const fn kind(choice: &Choice) -> &'static str {
    match choice {
        Choice::Show(_) => "show a plan",
        Choice::Hide(_) => "hide a plan",
        Choice::Target(_) => "target",
        Choice::Priority(_) => "priority",
        Choice::Region(_) => "region",
        Choice::Zone(_) => "zone",
        Choice::Also(..) => "another desk, too",
        Choice::NotAlso(_) => "no longer another desk",
        Choice::Opened(Some(_)) => "opened",
        Choice::Opened(None) => "opened now",
        Choice::By(Some(_)) => "reply needed by",
        Choice::By(None) => "reply needed at any moment",
        Choice::AddHoliday(_) => "add a holiday",
        Choice::RemoveHoliday(_) => "remove a holiday",
        Choice::OnlyDifferences(true) => "only differences",
        Choice::OnlyDifferences(false) => "all rows",
        Choice::Mine(Some(_)) => "my plan",
        Choice::Mine(None) => "no plan of mine",
        Choice::Need(_) => "need an entitlement",
        Choice::NoNeed(_) => "no longer need an entitlement",
        Choice::Within(Some(_)) => "longest wait",
        Choice::Within(None) => "any wait",
    }
}

fn plan(catalog: &Catalog, id: &str) -> PlanIndex {
    catalog.plan_named(id).expect("a plan")
}

fn entitlement(catalog: &Catalog, id: &str) -> EntitlementIndex {
    catalog.entitlement_named(id).expect("an entitlement")
}

/// A choice of every kind.
fn samples(catalog: &Catalog) -> Vec<Choice> {
    let moment = |text: &str| Some(Moment::parse(text).expect("a moment"));
    let date = LocalDate::parse("2026-03-30").expect("a date");
    let reviews = entitlement(catalog, "case-reviews");
    let apac = catalog.region_named("apac").expect("a region");
    vec![
        Choice::Show(plan(catalog, "online")),
        Choice::Hide(plan(catalog, "elite")),
        Choice::Target(catalog.first_table()),
        Choice::Priority(catalog.priority_named("p4").expect("a priority")),
        Choice::Region(catalog.region_named("japan").expect("a region")),
        Choice::Zone(Zone::named("Europe/Amsterdam").expect("a zone")),
        Choice::Also(apac, Zone::named("Asia/Manila")),
        Choice::NotAlso(apac),
        Choice::Opened(moment("2026-01-09T16:30")),
        Choice::Opened(None),
        Choice::By(moment("2026-03-27T18:00")),
        Choice::By(moment("2026-03-27T16:45")),
        Choice::By(moment("2041-06-01T00:00")),
        Choice::By(None),
        Choice::AddHoliday(date),
        Choice::RemoveHoliday(date),
        Choice::OnlyDifferences(true),
        Choice::OnlyDifferences(false),
        Choice::Mine(Some(plan(catalog, "enterprise"))),
        Choice::Mine(None),
        Choice::Need(reviews),
        Choice::NoNeed(reviews),
        Choice::Within(WaitLimit::parse("P1DT12H")),
        Choice::Within(None),
    ]
}

#[test]
fn a_choice_of_every_kind_has_its_sentence() {
    snapshots::check("status", |language, wording| {
        let catalog = bundled::catalog(language);
        let before = linked(&catalog, FRIDAY);
        let lines = |choice| titled(kind(&choice), [said(wording, &catalog, &before, &choice)]);
        samples(&catalog).into_iter().flat_map(lines).collect()
    });
}

proptest! {
    #[test]
    fn every_kind_has_a_sample(choice in random::choice()) {
        let samples = samples(&random::CATALOG);
        prop_assert!(samples.iter().any(|sample| kind(sample) == kind(&choice)), "{:?}", choice);
    }

    #[test]
    fn a_sentence_names_every_shown_plan_once(choice in random::choice()) {
        for (language, catalog) in &*LANGUAGES {
            let wording = wording(language);
            let before = linked(catalog, FRIDAY);
            let mut after = before.clone();
            after.apply(catalog, None, &choice);
            let said = said(&wording, catalog, &before, &choice);
            let (_, replies) = said.split_once("; ").expect("what changed; replies");
            for plan in catalog.plan_indices() {
                let short = &*catalog.plan(plan).short;
                let shown = after.display.plans.contains(&plan);
                prop_assert_eq!(replies.matches(short).count(), usize::from(shown), "{}", said);
            }
            prop_assert!(said.ends_with('.') && !said.contains(['{', '}']), "{}", said);
        }
    }
}

#[test]
fn the_last_plan_stays_and_the_sentence_says_so() {
    let catalog = bundled::catalog("en");
    let before = linked(&catalog, "plans=elite");
    let said = said(&wording("en"), &catalog, &before, &Choice::Hide(plan(&catalog, "elite")));
    assert_eq!(said, "Elite Support stays: at least one plan is shown.");
}

#[test]
fn a_moment_outside_the_zone_rules_is_not_called_any_moment() {
    let catalog = bundled::catalog("en");
    let before =
        linked(&catalog, "plans=elite&priority=p2&zone=Europe/London&opened=2026-03-27T16:30");
    for text in ["2041-06-01T00:00", "2019-12-31T23:59"] {
        let moment = Moment::parse(text);
        assert!(moment.is_some(), "{text}");
        assert_eq!(
            said(&wording("en"), &catalog, &before, &Choice::By(moment)),
            "The moment needed lies outside 2020 to 2040; first reply due: Elite 2026-03-27 17:00 \
             (London, UTC+0).",
            "{text}"
        );
    }
}

#[test]
fn a_plan_without_a_deadline_is_named_all_the_same() {
    let catalog = small();
    let before = linked(&catalog, "zone=Europe/Oslo&opened=2026-01-09T16:00");
    let low = catalog.priority_named("low").expect("a priority");
    let said = said(&wording("en"), &catalog, &before, &Choice::Priority(low));
    assert_eq!(
        said,
        "Low chosen; first reply due: F has no moment and G 2026-01-13 16:00 (Oslo, UTC+1)."
    );
}

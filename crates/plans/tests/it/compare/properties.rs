//! Comparisons and questions about catalogs and scenarios of any kind, held against what each cell
//! and each answer says by itself.

use plans::case::{Choice, Moment, Scenario, WaitLimit};
use plans::catalog::{Catalog, TargetPromise, Value};
use plans::compare::{Change, Row, changes, equal_rows, longest_wait, promise, rows, terms};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value as Json, json};
use worktime::zone::{Duration, Instant, LocalDate};

use crate::support::cases::{answers, answers_at, fits};
use crate::support::catalogs::vendor;

/// Random catalogs with a random scenario for each property.
const CASES: u32 = 400;

/// The moment at which people ask: 2026-04-24, a Friday, 16:00 UTC.
const NOW: i64 = 1_777_046_400;

const PLANS: [&str; 3] = ["one", "two", "three"];

fn value() -> impl Strategy<Value = Json> {
    let plain =
        ["included", "not-included", "not-stated", "on-request", "unlimited"].map(Json::from);
    let others = [
        json!({ "count": 0 }),
        json!({ "count": 0, "per": "year" }),
        json!({ "count": 1, "per": "year" }),
        json!({ "count": 2, "per": "year" }),
        json!({ "count": 2, "per": "month" }),
        json!({ "coverage": "always" }),
        json!({ "coverage": "every-day" }),
        json!({ "coverage": "late" }),
        json!({ "coverage": "office" }),
        json!({ "coverage": "desk" }),
        json!({ "text": "Pooled" }),
    ];
    select([plain.to_vec(), others.to_vec()].concat())
}

fn cell() -> impl Strategy<Value = Json> {
    let coverage = select(&["always", "every-day", "late", "office", "desk"][..]);
    let within = select(&["PT30M", "PT2H", "PT4H", "P1D", "P2D"][..]);
    let figure = (coverage, within)
        .prop_map(|(coverage, within)| json!({ "coverage": coverage, "within": within }));
    let others = [json!("not-offered"), json!("not-stated"), json!({ "words": "best effort" })];
    prop_oneof![4 => figure, 1 => select(others.to_vec())]
}

/// Something for each plan.
fn by_plan(of: impl Strategy<Value = Json>) -> impl Strategy<Value = Json> {
    prop::collection::vec(of, PLANS.len())
        .prop_map(|values| PLANS.iter().map(|plan| plan.to_string()).zip(values).collect())
}

/// A vendor with three plans, two priorities, two regions of which one has a rule, and four
/// entitlements of which one is under that rule.
fn catalog() -> impl Strategy<Value = Catalog> {
    let targets = (by_plan(cell()), by_plan(cell()));
    (targets, prop::collection::vec(by_plan(value()), 4)).prop_map(|((high, low), values)| {
        let plans = PLANS.map(|id| json!({ "id": id, "name": id, "short": id, "paid": true }));
        let entitlement = |(values, number): (&Json, usize)| {
            let id = format!("e{number}");
            json!({ "id": id, "name": id, "values": values, "regional": number == 0 })
        };
        let entitlements: Vec<Json> = values.iter().zip(0..).map(entitlement).collect();
        let (first, second) = entitlements.split_at(2);
        let coverage =
            |id: &str, hours: Json| json!({ "id": id, "name": id, "meaning": id, "hours": hours });
        let members = json!({
            "plans": plans,
            "coverages": [
                coverage("always", json!("always")),
                coverage("every-day", json!(["mon-sun 00:00-24:00"])),
                coverage("late", json!(["tue-sat 08:00-22:00"])),
                coverage("office", json!("regional")),
                coverage("desk", json!("regional")),
            ],
            "targets": { "high": high, "low": low },
            "groups": [
                { "id": "some", "name": "Some", "entitlements": first },
                { "id": "more", "name": "More", "entitlements": second },
            ],
        });
        vendor(&members.to_string())
    })
}

/// A case of any kind, and any question about it.
fn scenario(catalog: &Catalog) -> impl Strategy<Value = Scenario> + use<> {
    let catalog = catalog.clone();
    let plans = catalog.plan_indices().collect::<Vec<_>>();
    let need = catalog.entitlement_indices().collect::<Vec<_>>();
    let regions = catalog.region_indices().map(|index| (index, catalog.region(index).zone));
    let moment = || {
        let seconds = (NOW - 8 * 86_400..NOW + 8 * 86_400).prop_map(Instant::from_unix);
        let outside = ["2041-06-01T00:00", "2019-12-31T12:00", "2019-12-31T12:00Z"];
        let outside =
            select(outside.to_vec()).prop_map(|text| Moment::parse(text).expect("a moment"));
        option::of(prop_oneof![8 => seconds.prop_map(Moment::At), 1 => outside])
    };
    let within = select(&["PT4H", "P1D", "P2DT20H", "P3D", "P5D"][..]);
    (
        subsequence(plans, 0..=2),
        select(catalog.priority_indices().collect::<Vec<_>>()),
        select(regions.collect::<Vec<_>>()),
        (moment(), moment()),
        subsequence(need, 0..=3),
        option::of(within.prop_map(|text| WaitLimit::parse(text).expect("a limit"))),
    )
        .prop_map(move |(hidden, priority, (region, zone), (opened, by), need, within)| {
            let plans = hidden.into_iter().map(Choice::Hide);
            let needs = need.into_iter().map(Choice::Need);
            let others = [
                Choice::Priority(priority),
                Choice::Region(region),
                Choice::Zone(zone),
                Choice::Opened(opened),
                Choice::By(by),
                Choice::Within(within),
            ];
            let mut scenario = Scenario::initial(&catalog, None);
            for choice in plans.chain(needs).chain(others) {
                scenario.apply(&catalog, None, &choice);
            }
            scenario
        })
}

fn any_case() -> impl Strategy<Value = (Catalog, Scenario)> {
    catalog().prop_flat_map(|catalog| (Just(catalog.clone()), scenario(&catalog)))
}

const fn turned(change: Change) -> Change {
    match change {
        Change::Gained => Change::Lost,
        Change::Lost => Change::Gained,
        Change::More => Change::Less,
        Change::Less => Change::More,
        Change::Other => Change::Other,
    }
}

/// Whether a plan does all that is asked, from its answer and cells alone.
fn does_all(catalog: &Catalog, scenario: &Scenario, plan: usize) -> bool {
    let plan = catalog.plan_indices().nth(plan).expect("a plan");
    let Scenario { case, question, .. } = scenario;
    let has =
        question.need.iter().all(|index| match &catalog.entitlement(*index).value(plan).value {
            Value::Count { count, .. } => *count != 0,
            value => matches!(value, Value::Included | Value::Unlimited | Value::Coverage(_)),
        });
    let now = Instant::from_unix(NOW);
    let mut of_this = scenario.clone();
    of_this.display.plans = vec![plan];
    let outcome = answers(catalog, &of_this, now).remove(0).outcome;
    let in_time = match question.by {
        None => true,
        Some(by) => match (&outcome, by.on(&case.desk.zone)) {
            (Ok(reply), Ok(by)) => reply.deadline.due <= by.at,
            _ => false,
        },
    };
    let quick = question.within.is_none_or(|limit| {
        let opened = case.opened_at(now).and_then(|opened| case.desk.zone.local(opened.at));
        let terms = terms(catalog, case, &case.desk, plan).ok();
        let longest = opened.ok().zip(terms);
        let longest = longest.and_then(|(day, terms)| longest_wait(&terms, day.date()).ok());
        longest.is_some_and(|longest| longest.wait <= limit.duration())
    });
    has && in_time && quick
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_one_plan_gains_the_other_loses((catalog, scenario) in any_case()) {
        for mine in catalog.plan_indices() {
            for plan in catalog.plan_indices() {
                let there = changes(&catalog, scenario.case.desk.region, mine, plan);
                let back = changes(&catalog, scenario.case.desk.region, plan, mine);
                for row in rows(&catalog) {
                    prop_assert_eq!(there.of(row), back.of(row).map(turned), "{:?}", row);
                }
            }
        }
    }

    #[test]
    fn rows_are_equal_where_nothing_changes((catalog, scenario) in any_case()) {
        let (plans, region) = (&scenario.display.plans, scenario.case.desk.region);
        let equal = equal_rows(&catalog, region, plans);
        for row in rows(&catalog) {
            let pairs = plans.iter().flat_map(|one| plans.iter().map(move |other| (one, other)));
            let changed = pairs
                .map(|(one, other)| changes(&catalog, region, *one, *other).of(row))
                .any(|change| change.is_some());
            prop_assert_eq!(equal.contains(&row), !changed && plans.len() > 1, "{:?}", row);
        }
    }

    /// More of a target is a reply that is never due later, less one that is never due earlier.
    #[test]
    fn a_faster_target_is_never_due_later(
        (catalog, scenario) in any_case(),
        holidays in any::<bool>(),
    ) {
        let mut scenario = scenario;
        let dates = if holidays { &["2026-04-24", "2026-04-27"][..] } else { &[] };
        let dates = dates.iter().map(|date| LocalDate::parse(date).expect("a date"));
        let plans = catalog.plan_indices().map(Choice::Show);
        let priority = catalog.first_priority();
        let choices = dates.map(Choice::AddHoliday).chain(plans);
        for choice in choices.chain([Choice::Priority(priority)]) {
            scenario.apply(&catalog, None, &choice);
        }
        let (region, row) = (scenario.case.desk.region, Row::Target(scenario.case.row()));
        // Over two weeks, at every hour of the day.
        for step in 0..100 {
            let opened = Instant::from_unix(NOW) + Duration::minutes(step * 203);
            let answers = answers_at(&catalog, &scenario, Ok(opened));
            for mine in &answers {
                for plan in &answers {
                    let change = changes(&catalog, region, mine.plan, plan.plan).of(row);
                    let (Ok(mine), Ok(plan)) = (&mine.outcome, &plan.outcome) else {
                        prop_assert!(!matches!(change, Some(Change::More | Change::Less)));
                        continue;
                    };
                    let (mine, plan) = (mine.deadline.due, plan.deadline.due);
                    prop_assert!(change != Some(Change::More) || plan <= mine, "opened {}", opened);
                    prop_assert!(change != Some(Change::Less) || plan >= mine, "opened {}", opened);
                }
            }
        }
    }

    #[test]
    fn gained_and_lost_are_told_only_of_what_is_there_or_not((catalog, scenario) in any_case()) {
        let region = scenario.case.desk.region;
        let none = |row, plan| match row {
            Row::Entitlement(index) => match &catalog.entitlement(index).value(plan).value {
                Value::NotIncluded | Value::Count { count: 0, .. } => Some(true),
                Value::NotStated | Value::Text { .. } => None,
                _ => Some(false),
            },
            Row::Target(target) => match promise(&catalog, target, plan, region).here {
                TargetPromise::NotOffered => Some(true),
                TargetPromise::Figure(_) => Some(false),
                _ => None,
            },
        };
        for mine in catalog.plan_indices() {
            for plan in catalog.plan_indices() {
                let changes = changes(&catalog, region, mine, plan);
                for row in rows(&catalog) {
                    let gained = none(row, mine) == Some(true) && none(row, plan) == Some(false);
                    prop_assert_eq!(changes.of(row) == Some(Change::Gained), gained, "{:?}", row);
                }
            }
        }
    }

    #[test]
    fn a_plan_fits_if_and_only_if_it_does_all_that_is_asked((catalog, scenario) in any_case()) {
        let question = &scenario.question;
        let asked =
            !question.need.is_empty() || question.by.is_some() || question.within.is_some();
        let fits = fits(&catalog, &scenario, Instant::from_unix(NOW));
        prop_assert_eq!(fits.is_some(), asked);
        let Some(fits) = fits else { return Ok(()) };
        let fitting = fits.fitting();
        for (number, plan) in catalog.plan_indices().enumerate() {
            let does_all = does_all(&catalog, &scenario, number);
            prop_assert_eq!(fitting.contains(&plan), does_all, "{:?}", fits);
        }
        prop_assert!(fits.outside.is_none() || fitting.is_empty(), "{:?}", fits);
        let nearest = fits.nearest();
        if let Some((least, plans)) = &nearest.soonest {
            let as_soon = fits.plans.iter().filter(|fit| fit.due == Some(*least));
            let as_soon = as_soon.map(|fit| fit.plan);
            prop_assert_eq!(&as_soon.collect::<Vec<_>>(), plans);
            prop_assert!(fits.plans.iter().filter_map(|fit| fit.due).all(|due| due >= *least));
        }
        if let Some((least, plans)) = &nearest.shortest {
            prop_assert!(!plans.is_empty());
            let mut waits = fits.plans.iter().filter_map(|fit| fit.longest);
            prop_assert!(waits.all(|wait| wait >= *least));
        }
        prop_assert_eq!(nearest.fewest.is_some(), fits.asked > 0);
    }
}

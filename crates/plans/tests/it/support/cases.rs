//! Cases in a line of words, scenarios from links, and what plans answer to them.

use plans::case::{self, Scenario};
use plans::catalog::Catalog;
use plans::compare::{self, AllTerms, Answer, Fits, NoDeadline, Reply, Terms};
use plans::link;
use worktime::zone::{Instant, OutsideTable};
use worktime_oracle::cases::{account, moment, shown};

/// The scenario of a link that has no bad value, for a visitor whose zone is not known.
#[track_caller]
pub fn linked(catalog: &Catalog, query: &str) -> Scenario {
    let decoded = link::decode(query, catalog);
    assert_eq!(decoded.ignored, [], "{query}");
    decoded.scenario(catalog, None)
}

/// A plan's terms for a case.
#[track_caller]
pub fn terms(catalog: &Catalog, case: &case::Case, plan: &str) -> Terms {
    let plan = catalog.plan_named(plan).expect("a plan");
    compare::terms(catalog, case, &case.desk, plan).expect("a target")
}

/// What each shown plan answers to a case that is opened at an instant.
pub fn answers_at(
    catalog: &Catalog,
    scenario: &Scenario,
    opened: Result<Instant, OutsideTable>,
) -> Vec<Answer> {
    let terms = AllTerms::new(catalog, &scenario.case, &scenario.case.desk);
    let plans = scenario.display.plans.iter();
    plans.map(|plan| compare::answer(&terms, *plan, opened)).collect()
}

/// What each shown plan answers, given the present instant.
pub fn answers(catalog: &Catalog, scenario: &Scenario, now: Instant) -> Vec<Answer> {
    answers_at(catalog, scenario, scenario.case.opened_at(now).map(|opened| opened.at))
}

/// How every plan stands to a scenario's question, given the present instant.
pub fn fits(catalog: &Catalog, scenario: &Scenario, now: Instant) -> Option<Fits> {
    let Scenario { case, question, .. } = scenario;
    let terms = AllTerms::new(catalog, case, &case.desk);
    let opened = case.opened_at(now).map(|opened| opened.at);
    compare::fits(catalog, question, &case.desk, &terms, opened)
}

/// A case such as `online p3 emea Europe/London 2026-12-24T13:00 2026-12-25,2026-12-28`: plan,
/// priority, region, zone, what the desk's clock shows when it is opened, holidays.
pub struct Case {
    pub catalog: Catalog,
    pub scenario: Scenario,
}

impl Case {
    /// A case for the bundled catalog in English.
    #[track_caller]
    pub fn new(words: &str) -> Self {
        Self::of(bundled::catalog("en"), words)
    }

    /// A case for any catalog.
    #[track_caller]
    pub fn of(catalog: Catalog, words: &str) -> Self {
        let words: Vec<&str> = words.split(' ').collect();
        let (case, holidays) = match words.as_slice() {
            [case @ .., holidays] if case.len() == 5 => (case, *holidays),
            case => (case, ""),
        };
        let [plan, priority, region, zone, opened] = case else { panic!("{words:?}") };
        let query = format!(
            "plans={plan}&priority={priority}&region={region}&zone={zone}&opened={opened}\
             &holidays={holidays}"
        );
        let scenario = linked(&catalog, &query);
        Self { catalog, scenario }
    }

    /// The one shown plan's answer.
    pub fn outcome(&self) -> Result<Reply, NoDeadline> {
        let answers = answers(&self.catalog, &self.scenario, Instant::from_unix(0));
        let [answer] = answers.as_slice() else { panic!("one plan, but {answers:?}") };
        answer.outcome.clone()
    }

    #[track_caller]
    pub fn reply(&self) -> Reply {
        self.outcome().expect("an answer")
    }

    /// The account of the answer, as [`account`] writes it.
    #[track_caller]
    pub fn account(&self) -> Vec<String> {
        account(&self.scenario.case.desk.zone, &self.reply().deadline)
    }
}

/// The bundled catalog answers a [`Case`] by a moment such as `2026-01-09T17:00+00:00`.
#[track_caller]
pub fn check(case: &str, expected: &str) {
    let case = Case::new(case);
    let zone = case.scenario.case.desk.zone;
    let due = case.reply().deadline.due;
    let expected = moment(expected);
    assert_eq!(due, expected, "{}, not {}", shown(&zone, due), shown(&zone, expected));
}

//! That the random cases hold enough of every kind at which engines go wrong. The shares are
//! printed by `cargo test kinds -- --nocapture`.

use plan_comparator::calendar::Target;
use plan_comparator::deadline::{Deadline, Moved, Reason, Step};
use plan_comparator::zone::{Duration, Reading};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use crate::desk::{DAY, Hours};
use crate::generators::{Case, Pace, case};
use crate::targets::{amount, count};

/// How many are drawn, always the same ones.
const DRAWN: usize = 5_000;

/// A kind of answers, and how many of a thousand are of it at least.
struct Kind(&'static str, usize, fn(&Case, &Deadline) -> bool);

fn elapsed_days(deadline: &Deadline) -> i64 {
    deadline.elapsed().as_seconds() / DAY
}

/// Whether the clock shows twice what it shows when the case is opened.
fn opened_in_a_repeated_hour(case: &Case, deadline: &Deadline) -> bool {
    let reading = case.edges.reading(deadline.opened);
    matches!(case.edges.desk.zone.resolve(reading), Ok(Reading::Twice { .. }))
}

fn has_reason(deadline: &Deadline, wanted: fn(&Reason) -> bool) -> bool {
    deadline.steps.iter().any(|step| match step {
        Step::Pause { reasons, .. } => reasons.iter().any(wanted),
        Step::Counted { .. } | Step::Day { .. } => false,
    })
}

fn crosses_midnight(hours: &Hours) -> bool {
    hours.until < hours.from && hours.until > 0
}

/// Of both kinds of targets.
const EITHER: &[Kind] = &[
    Kind("opened while closed", 200, |_, deadline| !deadline.opened_while_open()),
    Kind("opened while open", 200, |_, deadline| deadline.opened_while_open()),
    Kind("opened in a repeated hour", 20, opened_in_a_repeated_hour),
    Kind("across a clock change", 100, |_, deadline| !deadline.clock_changes.is_empty()),
    Kind("across several", 5, |_, deadline| deadline.clock_changes.len() > 1),
    Kind("across a holiday", 200, |_, deadline| {
        has_reason(deadline, |reason| matches!(reason, Reason::Holiday(_)))
    }),
    Kind("across a weekend", 200, |_, deadline| {
        has_reason(deadline, |reason| matches!(reason, Reason::Weekend))
    }),
    Kind("longer than a month", 50, |_, deadline| elapsed_days(deadline) > 31),
    Kind("longer than a year", 3, |_, deadline| elapsed_days(deadline) > 366),
    Kind("a hundred holidays", 10, |case, _| case.edges.desk.holidays.len() >= 100),
    Kind("one window a week", 5, |case, _| case.edges.desk.hours.len() == 1),
    Kind("windows across midnight", 100, |case, _| {
        case.edges.desk.hours.iter().any(crosses_midnight)
    }),
    Kind("windows until 24:00", 100, |case, _| {
        case.edges.desk.hours.iter().any(|hours| hours.until == DAY)
    }),
    Kind("zones that no place has", 100, |case, _| {
        case.edges.desk.zone.name().starts_with("Test/")
    }),
];

const HOURS: &[Kind] = &[
    Kind("within a day", 50, |_, deadline| elapsed_days(deadline) == 0),
    Kind("due at a closing", 50, |case, deadline| !case.edges.is_open(deadline.due)),
    Kind("due as the clock changes", 1, |_, deadline| {
        deadline.clock_changes.iter().any(|change| change.at == deadline.due)
    }),
    Kind("a hundred steps", 10, |_, deadline| deadline.steps.len() >= 100),
];

const DAYS: &[Kind] = &[
    Kind("held to hours", 50, |_, deadline| {
        deadline.moved.iter().any(|moved| matches!(moved, Moved::HeldToHours { .. }))
    }),
    Kind("due at a skipped reading", 1, |_, deadline| deadline.moved.contains(&Moved::Skipped)),
    Kind("due at a repeated reading", 1, |_, deadline| deadline.moved.contains(&Moved::Repeated)),
];

fn check(name: &str, kinds: &[&[Kind]], answers: &[(Case, Option<Deadline>)]) {
    let none = answers.iter().filter(|(_, answer)| answer.is_none()).count();
    let share = |count: usize| count as f64 * 100.0 / answers.len() as f64;
    eprintln!("{name}: {:.1} % due after the table", share(none));
    assert!(none > 0, "{name}: all are due within the table");
    for Kind(kind, least, is) in kinds.iter().copied().flatten() {
        let with_answer =
            answers.iter().filter_map(|(case, answer)| Some((case, answer.as_ref()?)));
        let count = with_answer.filter(|(case, answer)| is(case, answer)).count();
        eprintln!("{name}: {:.1} % {kind}", share(count));
        assert!(count * 1_000 >= least * answers.len(), "{name}: only {count} {kind}");
    }
}

/// Cases, each with the answer to a target.
fn answers(targets: impl Strategy<Value = (Case, Target)>) -> Vec<(Case, Option<Deadline>)> {
    let generator = TestRng::deterministic_rng(RngAlgorithm::XorShift);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), generator);
    let mut answer = || {
        let (case, target) = targets.new_tree(&mut runner).expect("nothing is refused").current();
        let deadline = case.edges.respond_by(target, case.opened);
        (case, deadline)
    };
    (0..DRAWN).map(|_| answer()).collect()
}

#[test]
fn random_cases_are_of_all_kinds() {
    let hours = (case(Pace::Free), amount()).prop_map(|(case, amount)| {
        let target = Target::Time(Duration::seconds(case.seconds(amount)));
        (case, target)
    });
    check("hours", &[EITHER, HOURS], &answers(hours));
    let days = (case(Pace::Free), count()).prop_map(|(case, count)| {
        let target = Target::BusinessDays(case.days(count));
        (case, target)
    });
    check("days", &[EITHER, DAYS], &answers(days));
}

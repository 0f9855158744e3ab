//! The random cases hold enough of every kind of case in which engines go wrong.
//! `cargo test random_cases -- --nocapture` prints the shares.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use worktime::deadline::{Deadline, Moved, Reason, Step};
use worktime::schedule::Target;
use worktime::zone::{Duration, Reading, Weekday};

use worktime_oracle::desk::{DAY, Desk, Hours};
use worktime_oracle::generators::{Case, Pace, case};
use worktime_oracle::targets::{amount, count, due_time};

/// How many cases are drawn. They are always the same.
const DRAWN: usize = 5_000;

/// A kind of cases: its name, how many of a thousand cases are of the kind at least, and whether a
/// case is.
struct Kind(&'static str, usize, fn(&Case, &Deadline) -> bool);

fn elapsed_days(deadline: &Deadline) -> i64 {
    deadline.elapsed().as_seconds() / DAY
}

/// Whether the clock shows the reading at which the case is opened twice.
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

/// Kinds for targets in open time and in business days.
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
        has_reason(deadline, |reason| {
            matches!(reason, Reason::NotABusinessDay(Weekday::Sat | Weekday::Sun))
        })
    }),
    Kind("longer than a month", 50, |_, deadline| elapsed_days(deadline) > 31),
    Kind("longer than a year", 3, |_, deadline| elapsed_days(deadline) > 366),
    Kind("a hundred dates with other hours", 10, |case, _| case.edges.desk.dates.len() >= 100),
    Kind("across a date with other hours", 20, |_, deadline| {
        has_reason(deadline, |reason| matches!(reason, Reason::OtherHours(_)))
    }),
    Kind("hours on a day that is no business day", 100, |case, _| {
        let Desk { hours, business, .. } = &case.edges.desk;
        hours.iter().any(|hours| business >> hours.weekday & 1 == 0)
    }),
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

/// Kinds for targets in open time.
const HOURS: &[Kind] = &[
    Kind("within a day", 50, |_, deadline| elapsed_days(deadline) == 0),
    Kind("due at a closing", 50, |case, deadline| !case.edges.is_open(deadline.due)),
    Kind("due as the clock changes", 1, |_, deadline| {
        deadline.clock_changes.iter().any(|change| change.at == deadline.due)
    }),
    Kind("a hundred steps", 10, |_, deadline| deadline.steps.len() >= 100),
];

/// Kinds for targets in business days.
const DAYS: &[Kind] = &[
    Kind("held to hours", 50, |_, deadline| {
        deadline.moved.iter().any(|moved| matches!(moved, Moved::HeldToHours { .. }))
    }),
    Kind("due at a skipped reading", 1, |_, deadline| deadline.moved.contains(&Moved::Skipped)),
    Kind("due at a repeated reading", 1, |_, deadline| deadline.moved.contains(&Moved::Repeated)),
];

/// There are enough cases of each kind, and some that are due after the table.
fn check(name: &str, kinds: &[&[Kind]], answers: &[(Case, Option<Deadline>)]) {
    let after_table = answers.iter().filter(|(_, answer)| answer.is_none()).count();
    let share = |count: usize| count as f64 * 100.0 / answers.len() as f64;
    eprintln!("{name}: {:.1} % due after the table", share(after_table));
    assert!(after_table > 0, "{name}: all are due within the table");
    for Kind(kind, least, is) in kinds.iter().copied().flatten() {
        let with_answer =
            answers.iter().filter_map(|(case, answer)| Some((case, answer.as_ref()?)));
        let count = with_answer.filter(|(case, answer)| is(case, answer)).count();
        eprintln!("{name}: {:.1} % {kind}", share(count));
        assert!(count * 1_000 >= least * answers.len(), "{name}: only {count} {kind}");
    }
}

/// Cases with their answers; `None` for a reply that is due after the table.
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
fn generated_cases_are_of_every_kind() {
    let hours = (case(Pace::Free), amount()).prop_map(|(case, amount)| {
        let target = Target::Time(Duration::seconds(case.seconds(amount)));
        (case, target)
    });
    check("hours", &[EITHER, HOURS], &answers(hours));
    let days = (case(Pace::Free), count(), due_time()).prop_map(|(case, count, due_time)| {
        let target = Target::BusinessDays(case.days(count), due_time);
        (case, target)
    });
    check("days", &[EITHER, DAYS], &answers(days));
}

//! The engine against the oracle, and what holds for every desk and every moment.

use plan_comparator::calendar::Target;
use plan_comparator::deadline::{Deadline, Reason, Step, respond_by};
use plan_comparator::zone::{Duration, Instant};
use proptest::prelude::*;

use crate::generators::{Case, ODD, case, size};

/// Desks and moments that are compared with the oracle, for hours and for days each.
const COMPARED: u32 = 5_000;

/// Desks and moments for each of the other properties.
const EACH: u32 = 1_500;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn hours(case: &Case, opened: Instant, seconds: i64) -> Deadline {
    let target = Target::Time(Duration::seconds(seconds));
    respond_by(&case.desk, target, opened).expect("an answer within the table")
}

fn days(case: &Case, days: usize) -> Deadline {
    let target = Target::BusinessDays(u32::try_from(days).expect("few days"));
    respond_by(&case.desk, target, case.opened).expect("an answer within the table")
}

fn before(at: Instant) -> Instant {
    Instant::from_unix(at.unix() - 1)
}

proptest! {
    #![proptest_config(config(COMPARED))]

    #[test]
    fn hours_are_due_when_the_oracle_says(case in case(), size in size()) {
        let seconds = case.seconds(size);
        prop_assert_eq!(hours(&case, case.opened, seconds).due, case.oracle.due(case.opened, seconds));
    }

    #[test]
    fn business_days_are_due_when_the_oracle_says(case in case(), count in 1..=6_usize) {
        let count = case.days(count);
        prop_assert_eq!(days(&case, count).due, case.oracle.due_days(case.opened, count).due);
    }
}

proptest! {
    #![proptest_config(config(EACH))]

    #[test]
    fn the_desk_is_open_when_the_clock_reads_inside_a_window(case in case(), later in 0..172_800_i64) {
        for at in [case.opened, before(case.opened), Instant::from_unix(case.opened.unix() + later)] {
            prop_assert_eq!(case.desk.is_open(at), Ok(case.oracle.is_open(at)), "at {}", at);
        }
    }

    #[test]
    fn exactly_the_target_is_covered_and_a_second_earlier_it_is_not(case in case(), size in size()) {
        let seconds = case.seconds(size);
        let due = hours(&case, case.opened, seconds).due;
        prop_assert_eq!(case.oracle.covered(case.opened, due), seconds);
        prop_assert_eq!(case.oracle.covered(case.opened, before(due)), seconds - 1);
    }

    #[test]
    fn a_later_opening_is_never_due_earlier(case in case(), size in size(), wait in 0..300_000_i64) {
        let seconds = case.seconds(size);
        let later = Instant::from_unix(case.opened.unix() + wait);
        prop_assert!(hours(&case, case.opened, seconds).due <= hours(&case, later, seconds).due);
    }

    #[test]
    fn a_longer_target_is_never_due_earlier(case in case(), one in size(), other in size(), count in 1..=5_usize) {
        let (one, other) = (case.seconds(one), case.seconds(other));
        let due = |seconds| hours(&case, case.opened, seconds).due;
        prop_assert_eq!(one.cmp(&other), due(one).cmp(&due(other)), "hours run out one after another");
        prop_assert!(days(&case, count).due < days(&case, count + 1).due);
    }

    #[test]
    fn one_more_holiday_never_makes_it_earlier(case in case(), size in size(), count in 1..=6_usize, ahead in 0..12_usize) {
        let closed = case.closed_also_on(case.date(ahead));
        let seconds = case.seconds(size);
        for open in [hours(&case, case.opened, seconds), days(&case, count)] {
            let closed = respond_by(&closed, open.target, case.opened).expect("an answer within the table");
            prop_assert!(open.due <= closed.due, "{} and with the holiday {}", open.due, closed.due);
        }
    }

    #[test]
    fn the_account_of_hours_leaves_nothing_out(case in case(), size in size()) {
        let seconds = case.seconds(size);
        let deadline = hours(&case, case.opened, seconds);
        check_account_of_hours(&case, &deadline)?;
        prop_assert_eq!(deadline.moved, []);
    }

    #[test]
    fn the_account_of_business_days_leaves_nothing_out(case in case(), count in 1..=6_usize) {
        let count = case.days(count);
        check_account_of_days(&case, count, &days(&case, count))?;
    }

    #[test]
    fn no_clock_change_is_missed(case in case(), size in size(), count in 1..=6_usize) {
        for deadline in [hours(&case, case.opened, case.seconds(size)), days(&case, case.days(count))] {
            prop_assert_eq!(&deadline.clock_changes, &case.oracle.clock_changes(case.opened, deadline.due));
        }
    }
}

/// Counted stretches and pauses take turns from opening to the due moment; all of the former are
/// covered and add up to the target, nothing of the latter is, and the reasons are the oracle's.
fn check_account_of_hours(case: &Case, deadline: &Deadline) -> Result<(), TestCaseError> {
    let mut reached = case.opened;
    let mut counted = 0;
    let mut pausing = None;
    for step in &deadline.steps {
        let (from, until, pause) = match step {
            Step::Counted { from, until } => (*from, *until, false),
            Step::Pause { from, until, .. } => (*from, *until, true),
            Step::Day { .. } => return Err(TestCaseError::fail("a day in an account of hours")),
        };
        prop_assert_eq!(from, reached, "without a gap");
        prop_assert!(from < until, "no step is empty");
        prop_assert_ne!(pausing, Some(pause), "steps of one kind are merged");
        let length = until.unix() - from.unix();
        let covered = case.oracle.covered(from, until);
        prop_assert_eq!(covered, if pause { 0 } else { length });
        if let Step::Pause { reasons, .. } = step {
            prop_assert_eq!(reasons, &case.oracle.reasons(from, until));
            prop_assert!(!reasons.is_empty());
        } else if counted == 0 {
            prop_assert_eq!(deadline.starts, from);
        }
        (reached, counted, pausing) = (until, counted + covered, Some(pause));
    }
    prop_assert_eq!(reached, deadline.due);
    prop_assert_eq!(Target::Time(Duration::seconds(counted)), deadline.target);
    prop_assert_eq!(pausing, Some(false), "it ends with what was counted last");
    Ok(())
}

/// The account begins with the pause until the desk opens, if there is one; the working days are the
/// oracle's, numbered from 1; between them lie the stretches of days off, each with its reasons.
fn check_account_of_days(
    case: &Case,
    count: usize,
    deadline: &Deadline,
) -> Result<(), TestCaseError> {
    let expected = case.oracle.due_days(case.opened, count);
    prop_assert_eq!(deadline.starts, expected.starts);
    let mut pauses = Vec::new();
    let mut numbered = Vec::new();
    for step in &deadline.steps {
        match step {
            Step::Counted { .. } => return Err(TestCaseError::fail("hours in an account of days")),
            Step::Day { number, date } => {
                numbered.push(*date);
                prop_assert_eq!(numbered.len(), *number as usize);
            }
            Step::Pause { from, until, reasons } => {
                prop_assert!(!reasons.is_empty());
                let mut expected = case.oracle.reasons(*from, *until);
                if case.oracle.zone.name() == "Test/Over_Midnight" {
                    // The clock may go back to a working day in the middle of a day off.
                    expected.retain(|reason| *reason != Reason::Closed || reasons.contains(reason));
                }
                prop_assert_eq!(reasons, &expected);
                pauses.push((*from, *until));
            }
        }
    }
    let first = (case.opened < expected.starts).then_some((case.opened, expected.starts));
    let off = case.oracle.days_off(&expected);
    prop_assert_eq!(&pauses, &first.into_iter().chain(off).collect::<Vec<_>>());
    let ends = pauses.last().is_none_or(|(_, until)| *until <= deadline.due);
    let last_is_a_day = matches!(deadline.steps.last(), Some(Step::Day { .. }));
    prop_assert!(ends && last_is_a_day, "it ends with the last day");
    prop_assert_eq!(numbered, expected.dates);
    Ok(())
}

#[test]
fn synthetic_zones_change_at_whole_quarters() {
    for zone in ODD {
        let stretches =
            zone.stretches(Instant::from_unix(1_735_689_600)).expect("their first second");
        let changes: Vec<i64> = stretches.map(|stretch| stretch.from.unix()).collect();
        assert!(
            changes.len() >= 3 && changes.iter().all(|at| at % 900 == 0),
            "{} {changes:?}",
            zone.name()
        );
    }
}

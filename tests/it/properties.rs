//! The engine against the edges, and the edges against the steps, in random cases; and what holds
//! for every desk and every moment.

use plan_comparator::calendar::{Coverage, Target};
use plan_comparator::deadline::{self, Deadline, Error, Moved, Step, respond_by};
use plan_comparator::zone::{Duration, Instant};
use proptest::prelude::*;
use proptest::test_runner::RngAlgorithm;

use crate::cases::{answer, desk, moment, zone};
use crate::generators::{Case, ODD, Pace, case};
use crate::oracle::Oracle;
use crate::targets::{Amount, amount, count, part};

/// Cases for targets in hours, as the name of the property says.
const HOURS: u32 = 100_000;

/// Cases for targets in business days, as the name of the property says.
const DAYS: u32 = 100_000;

/// Cases in which the slow oracle goes by the second, as the name of the property says.
const SECONDS: u32 = 1_000;

/// Cases in which it goes by the quarter or by the minute, as the names of the properties say.
const STEPS: u32 = 5_000;

/// The small generator of random numbers: the usual one would take most of the time.
fn config(cases: u32) -> ProptestConfig {
    let rng_algorithm = RngAlgorithm::XorShift;
    ProptestConfig { cases, rng_algorithm, failure_persistence: None, ..ProptestConfig::default() }
}

fn later(at: Instant, seconds: i64) -> Instant {
    Instant::from_unix(at.unix() + seconds)
}

/// How much later another case is opened; often about an hour, which a clock may repeat.
fn wait() -> impl Strategy<Value = i64> {
    prop_oneof![0..=7_200_i64, 0..=300_000_i64]
}

proptest! {
    #![proptest_config(config(HOURS))]

    #[test]
    fn hours_are_due_when_the_edges_say_in_100_000_cases(
        case in case(Pace::Free), amount in amount(), other in amount(), wait in wait(), ahead in 0..12_i64,
    ) {
        check_hours(&case, amount, other, wait, ahead)?;
    }
}

proptest! {
    #![proptest_config(config(DAYS))]

    #[test]
    fn business_days_are_due_when_the_edges_say_in_100_000_cases(
        case in case(Pace::Free), count in count(), wait in wait(), ahead in 0..12_i64,
    ) {
        check_days(&case, case.days(count), wait, ahead)?;
    }
}

proptest! {
    #![proptest_config(config(SECONDS))]

    #[test]
    fn the_edges_agree_with_a_look_at_every_second_in_1_000_cases(
        case in case(Pace::Seconds), amount in part(1),
    ) {
        check_edges(&case, 1, amount, 1)?;
    }
}

proptest! {
    #![proptest_config(config(STEPS))]

    #[test]
    fn the_edges_agree_with_a_look_at_every_minute_in_5_000_cases(
        case in case(Pace::Steps(60)), amount in part(7), count in 1..=3_u32,
    ) {
        check_edges(&case, 60, amount, count)?;
    }

    #[test]
    fn the_edges_agree_with_a_look_at_every_quarter_in_5_000_cases(
        case in case(Pace::Steps(900)), amount in part(30), count in 1..=12_u32,
    ) {
        // Casey's clock has changed at one minute past an hour.
        let step = if case.edges.desk.zone.name() == "Antarctica/Casey" { 60 } else { 900 };
        check_edges(&case, step, amount, count)?;
    }
}

/// A moment after every other, for deadlines that lie after the table.
const AFTER: Instant = Instant::from_unix(i64::MAX);

/// When the engine says that the reply is due.
fn due(coverage: &Coverage, target: Target, opened: Instant) -> Instant {
    match deadline::due(coverage, target, opened) {
        Ok(due) => due,
        Err(Error::DueOutsideTable) => AFTER,
        Err(Error::OpenedOutsideTable) => panic!("opened at {opened}, outside the table"),
    }
}

/// The engine's answer with its account is that of the edges, or both say that there is none.
fn same_answer(case: &Case, target: Target) -> Result<Option<Deadline>, TestCaseError> {
    let expected = case.edges.respond_by(target, case.opened);
    let answer = respond_by(&case.coverage, target, case.opened);
    prop_assert_eq!(&answer, &expected.ok_or(Error::DueOutsideTable));
    let plain = deadline::due(&case.coverage, target, case.opened);
    prop_assert_eq!(plain, answer.as_ref().map(|answer| answer.due).map_err(|error| *error));
    Ok(answer.ok())
}

/// The desk is open exactly when the clock reads inside a window.
fn same_openness(case: &Case, at: Instant) -> Result<(), TestCaseError> {
    prop_assert_eq!(case.coverage.is_open(at), Ok(case.edges.is_open(at)), "at {}", at);
    Ok(())
}

fn check_hours(
    case: &Case,
    amount: Amount,
    other: Amount,
    wait: i64,
    ahead: i64,
) -> Result<(), TestCaseError> {
    let hours = |seconds| Target::Time(Duration::seconds(seconds));
    let (seconds, other) = (case.seconds(amount), case.seconds(other));
    let (target, opened) = (hours(seconds), case.opened);
    same_openness(case, opened)?;
    let Some(deadline) = same_answer(case, target)? else { return Ok(()) };

    // Exactly the target is covered, and a second earlier it is not.
    let last = later(deadline.due, -1);
    prop_assert_eq!(case.edges.covered(opened, deadline.due), seconds);
    prop_assert_eq!(case.edges.covered(opened, last), seconds - 1);
    same_openness(case, last)?;
    same_openness(case, deadline.due)?;

    // What the account says was counted adds up to the target.
    let counted = deadline.steps.iter().map(|step| match step {
        Step::Counted { from, until } => until.unix() - from.unix(),
        Step::Pause { .. } | Step::Day { .. } => 0,
    });
    prop_assert_eq!(counted.sum::<i64>(), seconds);

    let wait = wait.min(deadline.due.unix() - opened.unix());
    prop_assert!(deadline.due <= due(&case.coverage, target, later(opened, wait)), "opened later");
    prop_assert!(deadline.due <= due(&case.closed_also_after(ahead), target, opened), "a holiday");
    let other_due = due(&case.coverage, hours(other), opened);
    prop_assert_eq!(seconds.cmp(&other), deadline.due.cmp(&other_due), "another target {}", other);
    Ok(())
}

fn check_days(case: &Case, count: u32, wait: i64, ahead: i64) -> Result<(), TestCaseError> {
    let (target, opened) = (Target::BusinessDays(count), case.opened);
    let Some(deadline) = same_answer(case, target)? else { return Ok(()) };
    prop_assert!(deadline.starts < deadline.due);

    // One day more is later, unless one clock change skips both readings.
    let longer = respond_by(&case.coverage, Target::BusinessDays(count + 1), opened);
    if let Ok(longer) = longer {
        let skipped = |deadline: &Deadline| deadline.moved.contains(&Moved::Skipped);
        let both = skipped(&deadline) && skipped(&longer) && longer.due == deadline.due;
        prop_assert!(deadline.due < longer.due || both, "one day more");
    }
    prop_assert!(deadline.due <= due(&case.closed_also_after(ahead), target, opened), "a holiday");

    // A later opening is never due earlier as long as the clock reads no earlier when its counting
    // starts; and it reads earlier only where the clock has gone back between the two starts.
    let wait = wait.min(deadline.due.unix() - opened.unix());
    match respond_by(&case.coverage, target, later(opened, wait)) {
        Ok(other) if case.edges.reading(deadline.starts) <= case.edges.reading(other.starts) => {
            prop_assert!(deadline.due <= other.due, "opened {} s later", wait);
        }
        Ok(other) => {
            let changes = case.edges.clock_changes(deadline.starts, other.starts);
            let goes_back = changes.iter().any(|change| change.after < change.before);
            prop_assert!(goes_back, "nothing else puts readings out of order");
        }
        Err(error) => prop_assert_eq!(error, Error::DueOutsideTable),
    }
    Ok(())
}

/// Both oracles say the same of one desk.
fn check_edges(case: &Case, step: i64, amount: Amount, count: u32) -> Result<(), TestCaseError> {
    let (edges, opened) = (&case.edges, case.opened);
    let oracle = Oracle { desk: &edges.desk, step };
    let seconds = case.seconds(amount);
    let hours = edges.respond_by(Target::Time(Duration::seconds(seconds)), opened);
    let hours = hours.expect("an answer within the table");
    prop_assert_eq!(hours.due, oracle.due(opened, seconds));
    prop_assert_eq!(&hours.clock_changes, &oracle.clock_changes(opened, hours.due));
    let mut reached = opened;
    for step in &hours.steps {
        let (from, until) = match step {
            Step::Counted { from, until } => {
                prop_assert_eq!(oracle.covered(*from, *until), until.unix() - from.unix());
                (*from, *until)
            }
            Step::Pause { from, until, reasons } => {
                prop_assert_eq!(oracle.covered(*from, *until), 0);
                prop_assert_eq!(reasons, &oracle.reasons(*from, *until));
                (*from, *until)
            }
            Step::Day { .. } => return Err(TestCaseError::fail("a day in an account of hours")),
        };
        prop_assert_eq!(from, reached, "without a gap");
        prop_assert!(from < until, "no step is empty");
        reached = until;
    }
    prop_assert_eq!(reached, hours.due);

    let days = edges.respond_by(Target::BusinessDays(count), opened);
    let days = days.expect("an answer within the table");
    let expected = oracle.due_days(opened, count as usize);
    prop_assert_eq!((days.starts, days.due), (expected.starts, expected.due));
    let (mut dates, mut off) = (Vec::new(), Vec::new());
    for step in &days.steps {
        match step {
            Step::Day { date, .. } => dates.push(*date),
            Step::Pause { from, until, .. } => off.push((*from, *until)),
            Step::Counted { .. } => return Err(TestCaseError::fail("hours in an account of days")),
        }
    }
    let first = (opened < days.starts).then_some((opened, days.starts));
    let expected_off = first.into_iter().chain(oracle.days_off(&expected)).collect::<Vec<_>>();
    prop_assert_eq!(off, expected_off);
    prop_assert_eq!(dates, expected.dates);
    Ok(())
}

/// A business-day target carries the reading of the clock over to another day. Early in the second
/// pass of a repeated hour that reading is earlier than late in the first, and so is the deadline.
#[test]
fn a_later_opening_in_a_repeated_hour_may_be_due_earlier() {
    let always = desk(zone("Europe/London"), "mon-sun 00:00-24:00", "");
    let late_in_the_first_pass = answer(&always, "P1D", "2026-10-25T01:50+01:00");
    let early_in_the_second = answer(&always, "P1D", "2026-10-25T01:10+00:00");
    assert!(late_in_the_first_pass.opened < early_in_the_second.opened, "twenty minutes later");
    assert_eq!(late_in_the_first_pass.due, moment("2026-10-26T01:50Z"));
    assert_eq!(early_in_the_second.due, moment("2026-10-26T01:10Z"), "forty minutes earlier");
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

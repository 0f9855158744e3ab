//! The engine against the oracles in random cases, and the oracles against each other.

use proptest::prelude::*;
use proptest::test_runner::RngAlgorithm;
use worktime::deadline::{self, Deadline, Error, Moved, Step, respond_by};
use worktime::schedule::{DueTime, Exceptions, Schedule, Target, Week};
use worktime::zone::{Duration, Instant, Interval};

use worktime_oracle::cases::{answer, desk, moment, outside, zone};
use worktime_oracle::generators::{Case, ODD, Pace, case};
use worktime_oracle::oracle::Oracle;
use worktime_oracle::targets::{Amount, amount, count, due_time, part};

/// How many cases have a target in open time; the name of the property has the number.
const HOURS: u32 = 100_000;

/// How many cases have a target in business days; the name of the property has the number.
const DAYS: u32 = 100_000;

/// How many cases have a target in days of the calendar; the name of the property has the number.
const CALENDAR: u32 = 20_000;

/// In how many cases the slow oracle steps by a second; the name of the property has the number.
const SECONDS: u32 = 1_000;

/// In how many cases it steps by a minute, and by a quarter of an hour; the names of the properties
/// have the number.
const STEPS: u32 = 5_000;

/// A configuration with a fast generator of random numbers. The default generator would take most
/// of the time.
fn config(cases: u32) -> ProptestConfig {
    let rng_algorithm = RngAlgorithm::XorShift;
    ProptestConfig { cases, rng_algorithm, failure_persistence: None, ..ProptestConfig::default() }
}

fn later(at: Instant, seconds: i64) -> Instant {
    Instant::from_unix(at.unix() + seconds)
}

/// Seconds until another case is opened; often less than two hours, which a clock may repeat.
fn wait() -> impl Strategy<Value = i64> {
    prop_oneof![0..=7_200_i64, 0..=300_000_i64]
}

proptest! {
    #![proptest_config(config(HOURS))]

    #[test]
    fn open_time_is_due_when_the_edges_say_in_100_000_cases(
        case in case(Pace::Free),
        amount in amount(),
        other in amount(),
        wait in wait(),
        ahead in 0..12_i64,
    ) {
        check_hours(&case, amount, other, wait, ahead)?;
    }
}

proptest! {
    #![proptest_config(config(DAYS))]

    #[test]
    fn business_days_are_due_when_the_edges_say_in_100_000_cases(
        case in case(Pace::Free),
        count in count(),
        due_time in due_time(),
        wait in wait(),
        ahead in 0..12_i64,
    ) {
        check_days(&case, (case.days(count), due_time), wait, ahead)?;
    }
}

proptest! {
    #![proptest_config(config(CALENDAR))]

    #[test]
    fn calendar_days_are_due_when_the_edges_say_in_20_000_cases(
        case in case(Pace::Free),
        count in count(),
    ) {
        let days = case.days(count);
        if let Some(deadline) = same_answer(&case, Target::CalendarDays(days))? {
            let longer = due(&case.schedule, Target::CalendarDays(days + 1), case.opened);
            let both_skipped = deadline.moved == [Moved::Skipped] && longer == deadline.due;
            prop_assert!(deadline.due < longer || both_skipped, "one more day");
            let no_hours = Week::parse("sun 00:00-00:01").expect("hours");
            let closed = Schedule::new(*case.schedule.zone(), no_hours, Exceptions::default());
            let due = due(&closed, Target::CalendarDays(days), case.opened);
            prop_assert_eq!(due, deadline.due, "whatever the hours");
        }
    }
}

proptest! {
    #![proptest_config(config(SECONDS))]

    #[test]
    fn the_edges_agree_with_steps_of_a_second_in_1_000_cases(
        case in case(Pace::Seconds),
        amount in part(1),
        due_time in due_time(),
    ) {
        check_edges(&case, 1, amount, (1, due_time))?;
    }
}

proptest! {
    #![proptest_config(config(STEPS))]

    #[test]
    fn the_edges_agree_with_steps_of_a_minute_in_5_000_cases(
        case in case(Pace::Steps(60)),
        amount in part(7),
        count in 1..=3_u32,
        due_time in due_time(),
    ) {
        check_edges(&case, 60, amount, (count, due_time))?;
    }

    #[test]
    fn the_edges_agree_with_steps_of_a_quarter_in_5_000_cases(
        case in case(Pace::Steps(900)),
        amount in part(30),
        count in 1..=12_u32,
        due_time in due_time(),
    ) {
        // The clock of Casey changes at one minute past an hour.
        let step = if case.edges.desk.zone.name() == "Antarctica/Casey" { 60 } else { 900 };
        check_edges(&case, step, amount, (count, due_time))?;
    }
}

/// An instant after all others, which stands for a deadline after the table.
const AFTER: Instant = Instant::from_unix(i64::MAX);

/// When the reply is due according to the engine.
fn due(schedule: &Schedule, target: Target, opened: Instant) -> Instant {
    match deadline::due(schedule, target, opened) {
        Ok(due) => due,
        Err(Error::DueOutsideTable(_)) => AFTER,
        Err(error) => panic!("opened at {opened}: {error}"),
    }
}

/// The engine and the oracle give the same answer with the same account, or both give none.
fn same_answer(case: &Case, target: Target) -> Result<Option<Deadline>, TestCaseError> {
    let expected = case.edges.respond_by(target, case.opened);
    let answer = respond_by(&case.schedule, target, case.opened);
    let plain = deadline::due(&case.schedule, target, case.opened);
    prop_assert_eq!(plain, answer.as_ref().map(|answer| answer.due).map_err(|error| *error));
    let answer = answer.map_err(outside);
    prop_assert_eq!(&answer, &expected.ok_or("due"));
    Ok(answer.ok())
}

/// The engine and the oracle agree on whether the desk is open at an instant.
fn same_openness(case: &Case, at: Instant) -> Result<(), TestCaseError> {
    prop_assert_eq!(case.schedule.is_open(at), Ok(case.edges.is_open(at)), "at {}", at);
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

    // The open time until the deadline is the target, and until a second earlier it is less.
    let last = later(deadline.due, -1);
    prop_assert_eq!(case.edges.open_seconds(opened, deadline.due), seconds);
    prop_assert_eq!(case.edges.open_seconds(opened, last), seconds - 1);
    same_openness(case, last)?;
    same_openness(case, deadline.due)?;

    // The counted steps of the account add up to the target.
    let counted = deadline.steps.iter().map(|step| match step {
        Step::Counted(interval) => interval.duration().as_seconds(),
        Step::Pause { .. } | Step::Day { .. } => 0,
    });
    prop_assert_eq!(counted.sum::<i64>(), seconds);

    let wait = wait.min(deadline.due.unix() - opened.unix());
    prop_assert!(deadline.due <= due(&case.schedule, target, later(opened, wait)), "opened later");
    prop_assert!(deadline.due <= due(&case.closed_also_after(ahead), target, opened), "a holiday");
    let other_due = due(&case.schedule, hours(other), opened);
    prop_assert_eq!(seconds.cmp(&other), deadline.due.cmp(&other_due), "another target {}", other);
    Ok(())
}

fn check_days(
    case: &Case,
    (count, due_time): (u32, DueTime),
    wait: i64,
    ahead: i64,
) -> Result<(), TestCaseError> {
    let (target, opened) = (Target::BusinessDays(count, due_time), case.opened);
    let Some(deadline) = same_answer(case, target)? else { return Ok(()) };
    prop_assert!(deadline.starts < deadline.due);

    // One more day is later, unless the clock jumps at the deadline over what more there is.
    let longer = respond_by(&case.schedule, Target::BusinessDays(count + 1, due_time), opened);
    if let Ok(longer) = longer {
        let changes = case.edges.clock_changes(later(deadline.due, -1), deadline.due);
        let jumps = changes.iter().any(|change| change.before < change.after);
        let both = jumps && longer.due == deadline.due;
        prop_assert!(deadline.due < longer.due || both, "one more day");
    }
    prop_assert!(deadline.due <= due(&case.closed_also_after(ahead), target, opened), "a holiday");

    // A case that is opened later is due no earlier if the clock reads no earlier when its counting
    // starts. The clock reads earlier only if it has gone back in between.
    let wait = wait.min(deadline.due.unix() - opened.unix());
    match respond_by(&case.schedule, target, later(opened, wait)) {
        Ok(other) if case.edges.reading(deadline.starts) <= case.edges.reading(other.starts) => {
            prop_assert!(deadline.due <= other.due, "opened {} s later", wait);
        }
        Ok(other) => {
            let changes = case.edges.clock_changes(deadline.starts, other.starts);
            let goes_back = changes.iter().any(|change| change.after < change.before);
            prop_assert!(goes_back, "only a clock that goes back reads earlier");
        }
        Err(error) => prop_assert_eq!(outside(error), "due"),
    }
    Ok(())
}

/// Both oracles give the same answers.
fn check_edges(
    case: &Case,
    step: i64,
    amount: Amount,
    (count, due_time): (u32, DueTime),
) -> Result<(), TestCaseError> {
    let (edges, opened) = (&case.edges, case.opened);
    let oracle = Oracle { desk: &edges.desk, step };
    let seconds = case.seconds(amount);
    let hours = edges.respond_by(Target::Time(Duration::seconds(seconds)), opened);
    let hours = hours.expect("an answer within the table");
    prop_assert_eq!(hours.due, oracle.due(opened, seconds));
    prop_assert_eq!(&hours.clock_changes, &oracle.clock_changes(opened, hours.due));
    let mut reached = opened;
    for step in &hours.steps {
        let Interval { from, until } = match step {
            Step::Counted(counted) => {
                let seconds = counted.duration().as_seconds();
                prop_assert_eq!(oracle.open_seconds(counted.from, counted.until), seconds);
                *counted
            }
            Step::Pause { interval, reasons } => {
                prop_assert_eq!(oracle.open_seconds(interval.from, interval.until), 0);
                prop_assert_eq!(reasons, &oracle.reasons(interval.from, interval.until));
                *interval
            }
            Step::Day { .. } => return Err(TestCaseError::fail("a day in an account of hours")),
        };
        prop_assert_eq!(from, reached, "without a gap");
        prop_assert!(from < until, "no step is empty");
        reached = until;
    }
    prop_assert_eq!(reached, hours.due);

    let days = edges.respond_by(Target::BusinessDays(count, due_time), opened);
    let days = days.expect("an answer within the table");
    let expected = oracle.due_days(opened, count as usize, due_time);
    prop_assert_eq!((days.starts, days.due), (expected.starts, expected.due));
    let (mut dates, mut off) = (Vec::new(), Vec::new());
    for step in &days.steps {
        match step {
            Step::Day { date, .. } => dates.push(*date),
            Step::Pause { interval, .. } => off.push((interval.from, interval.until)),
            Step::Counted(_) => return Err(TestCaseError::fail("hours in an account of days")),
        }
    }
    let first = (opened < days.starts).then_some((opened, days.starts));
    let expected_off = first.into_iter().chain(oracle.days_off(&expected)).collect::<Vec<_>>();
    prop_assert_eq!(off, expected_off);
    prop_assert_eq!(dates, expected.dates);

    let calendar = edges.respond_by(Target::CalendarDays(count), opened);
    let calendar = calendar.expect("an answer within the table").due;
    prop_assert_eq!(calendar, oracle.due_calendar_days(opened, i64::from(count)));
    Ok(())
}

/// A target in business days moves the reading of the clock to another day. Early in the second
/// pass of a repeated hour the reading is earlier than late in the first pass, and so is the
/// deadline.
#[test]
fn a_later_opening_in_a_repeated_hour_may_be_due_earlier() {
    let always = desk(zone("Europe/London"), "mon-sun 00:00-24:00 for mon-sun", "");
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
        let changes: Vec<i64> = stretches.map(|stretch| stretch.interval.from.unix()).collect();
        assert!(
            changes.len() >= 3 && changes.iter().all(|at| at % 900 == 0),
            "{} {changes:?}",
            zone.name()
        );
    }
}

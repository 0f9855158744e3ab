//! Targets in business days: the wall-clock reading moves on by working days.

use super::account::{Deadline, Moved, Step, clock_changes, pause, reason};
use crate::calendar::{Coverage, Target};
use crate::zone::{Instant, LocalDate, LocalTime, OutsideTable, Reading, TimeOfDay, Zone};

pub(super) fn respond_by(
    coverage: &Coverage,
    days: u32,
    opened: Instant,
) -> Result<Deadline, OutsideTable> {
    let zone = coverage.zone();
    let starts = coverage.segments(opened)?.next().ok_or(OutsideTable)?.from;
    let mut steps = Vec::new();
    if opened < starts {
        steps.push(pause(coverage, opened, starts)?);
    }
    let start = zone.local(starts)?;
    let last = count_days(coverage, starts, days, &mut steps)?;
    let mut moved = Vec::new();
    let time = hold_to_hours(coverage, last, start.time_of_day(), &mut moved);
    let reading = resolve_from(zone, last.at(time), starts)?;
    match reading {
        Reading::Once(_) => {}
        Reading::Skipped { .. } => moved.push(Moved::Skipped),
        Reading::Twice { .. } => moved.push(Moved::Repeated),
    }
    let due = reading.instant();
    Ok(Deadline {
        opened,
        starts,
        due,
        target: Target::BusinessDays(days),
        steps,
        clock_changes: clock_changes(coverage, opened, due)?,
        moved,
    })
}

/// What a reading means from a moment on. Where the clock goes back over midnight, a reading of the
/// next date can have happened before that moment already.
fn resolve_from(zone: &Zone, reading: LocalTime, from: Instant) -> Result<Reading, OutsideTable> {
    Ok(match zone.resolve(reading)? {
        Reading::Twice { first, second } if first < from => Reading::Once(second),
        resolved => resolved,
    })
}

/// The working day that many working days after the one of `starts`. Each is entered in the
/// account, and so is each run of days off before one.
fn count_days(
    coverage: &Coverage,
    starts: Instant,
    days: u32,
    steps: &mut Vec<Step>,
) -> Result<LocalDate, OutsideTable> {
    let zone = coverage.zone();
    let begin_of = |date: LocalDate| -> Result<Instant, OutsideTable> {
        Ok(resolve_from(zone, date.at(TimeOfDay::MIDNIGHT), starts)?.instant())
    };
    let mut date = zone.local(starts)?.date();
    let mut number = 0;
    let mut off: Option<(LocalDate, Vec<_>)> = None;
    while number < days {
        date = date.next();
        if !zone.has_date(date)? {
            continue;
        }
        if coverage.day_off(date).is_some() {
            let (_, reasons) = off.get_or_insert((date, Vec::new()));
            let reason = reason(coverage, date);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
            continue;
        }
        if let Some((first, reasons)) = off.take() {
            steps.push(Step::Pause { from: begin_of(first)?, until: begin_of(date)?, reasons });
        }
        number += 1;
        steps.push(Step::Day { number, date });
    }
    Ok(date)
}

/// The reading, or where it lies outside the hours of the date, its first opening or last closing.
fn hold_to_hours(
    coverage: &Coverage,
    date: LocalDate,
    reading: TimeOfDay,
    moved: &mut Vec<Moved>,
) -> TimeOfDay {
    let windows = coverage.windows_on(date);
    let (Some(first), Some(last)) = (windows.first(), windows.last()) else { return reading };
    let held = reading.clamp(first.from, last.until);
    if held != reading {
        moved.push(Moved::HeldToHours { reading });
    }
    held
}

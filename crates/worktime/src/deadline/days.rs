//! Targets in days: the reading of the clock moves on by business days, or by days of the calendar.
//!
//! For business days, every function wants the [business hours](Schedule::business_hours) of a
//! schedule.

use super::account::{Moved, Step, pause, reason_off};
use crate::schedule::{DueTime, Schedule};
use crate::zone::{
    Asked, Duration, Instant, Interval, LocalDate, LocalTime, OutsideTable, Reading, TimeOfDay,
    Zone,
};

/// The reading at which a reply is due, and how it came about.
pub(super) struct LastDay {
    /// The business day on which counting ends.
    pub date: LocalDate,
    /// The time of day when counting started.
    pub wanted: TimeOfDay,
    /// `wanted`, or the first opening or last closing of the last day if `wanted` lies outside.
    pub held: TimeOfDay,
    /// When the clock shows `held` on the last day.
    pub reading: Reading,
}

impl LastDay {
    pub(super) fn new(
        schedule: &Schedule,
        days: u32,
        starts: Instant,
    ) -> Result<Self, OutsideTable> {
        let zone = schedule.zone();
        let start = zone.local(starts)?;
        let date = last_date(schedule, days, start.date())?;
        let wanted = start.time_of_day();
        let (opening, closing) = hours(schedule, date);
        let held = wanted.clamp(opening, closing);
        Ok(Self { date, wanted, held, reading: resolve_from(zone, date.at(held), starts)? })
    }

    /// How the reading was moved, in order.
    pub(super) fn moved(&self) -> Vec<Moved> {
        let held =
            (self.held != self.wanted).then_some(Moved::HeldToHours { reading: self.wanted });
        held.into_iter().chain(moved_by_clock(self.reading)).collect()
    }
}

/// How a clock change moved a reading.
pub(super) fn moved_by_clock(reading: Reading) -> Option<Moved> {
    match reading {
        Reading::Once(_) => None,
        Reading::Skipped { .. } => Some(Moved::Skipped),
        Reading::Twice { .. } => Some(Moved::Repeated),
    }
}

/// The business day that is the `days`th after a date. No day counts as one, so that the reply is due
/// after counting starts.
fn last_date(schedule: &Schedule, days: u32, date: LocalDate) -> Result<LocalDate, OutsideTable> {
    let last = schedule.business_day_after(date, days.max(1));
    last.ok_or_else(|| schedule.zone().outside(Asked::Answer))
}

/// When a reply is due that counts business days from `starts` on.
pub(super) fn due(
    schedule: &Schedule,
    (days, due_time): (u32, DueTime),
    starts: Instant,
) -> Result<Instant, OutsideTable> {
    if due_time == DueTime::SameTime {
        return Ok(LastDay::new(schedule, days, starts)?.reading.instant());
    }
    let zone = schedule.zone();
    let date = last_date(schedule, days, zone.local(starts)?.date())?;
    match due_time {
        DueTime::Closing => last_closing(schedule, date),
        _ => Ok(resolve_from(zone, date.next().at(TimeOfDay::MIDNIGHT), starts)?.instant()),
    }
}

/// The last business day, and how the reading of the clock was moved there.
pub(super) fn last_day(
    schedule: &Schedule,
    (days, due_time): (u32, DueTime),
    starts: Instant,
) -> Result<(LocalDate, Vec<Moved>), OutsideTable> {
    if due_time == DueTime::SameTime {
        let last = LastDay::new(schedule, days, starts)?;
        return Ok((last.date, last.moved()));
    }
    let start = schedule.zone().local(starts)?;
    Ok((last_date(schedule, days, start.date())?, Vec::new()))
}

/// The instant at which the desk closes for the last time on a business day. If a clock change skips all
/// hours of the day, that is when the clock would show the last closing.
fn last_closing(schedule: &Schedule, date: LocalDate) -> Result<Instant, OutsideTable> {
    let zone = schedule.zone();
    let windows = schedule.windows_on(date);
    let mut last = None;
    for window in windows.iter().rev() {
        let closes = closing(zone, date, window.until)?;
        last = last.or(Some(closes));
        // A clock change may skip the whole window.
        if zone.resolve(date.at(window.from))?.instant() < closes {
            last = Some(closes);
            break;
        }
    }
    let closes = last.map_or_else(|| closing(zone, date, TimeOfDay::MIDNIGHT_AFTER), Ok)?;
    // As with open time, the end of the zone rules is no answer.
    if closes < zone.table().until { Ok(closes) } else { Err(zone.outside(Asked::Answer)) }
}

/// The instant at which hours end that last until a time of day.
fn closing(zone: &Zone, date: LocalDate, until: TimeOfDay) -> Result<Instant, OutsideTable> {
    // The clock may show the closing a second time when the desk is not open before it.
    let last = date.at(until) + Duration::seconds(-1);
    Ok(match zone.resolve(last)? {
        Reading::Once(at) | Reading::Twice { second: at, .. } => at + Duration::seconds(1),
        Reading::Skipped { resumes } => resumes,
    })
}

/// The reading at which a reply is due that counts days of the calendar from the opening of the case
/// on, and when the clock shows it.
pub(super) fn calendar_due(
    zone: &Zone,
    days: u32,
    opened: Instant,
) -> Result<(LocalTime, Reading), OutsideTable> {
    let reading = zone.local(opened)?;
    let date = reading.date().plus_days(i64::from(days.max(1)));
    let wanted = date.at(reading.time_of_day());
    Ok((wanted, resolve_from(zone, wanted, opened)?))
}

/// The first opening and the last closing of a business day.
pub(super) fn hours(schedule: &Schedule, date: LocalDate) -> (TimeOfDay, TimeOfDay) {
    let windows = schedule.windows_on(date);
    let opening = windows.first().map_or(TimeOfDay::MIDNIGHT, |window| window.from);
    (opening, windows.last().map_or(TimeOfDay::MIDNIGHT_AFTER, |window| window.until))
}

/// The instants from `from` on at which the clock shows a reading. Where the clock goes back over
/// midnight, it may have shown a reading of the next date before `from`.
fn resolve_from(zone: &Zone, reading: LocalTime, from: Instant) -> Result<Reading, OutsideTable> {
    Ok(match zone.resolve(reading)? {
        Reading::Twice { first, second } if first < from => Reading::Once(second),
        resolved => resolved,
    })
}

/// The pause until counting starts, each business day that counted, and each run of days off before
/// a business day.
pub(super) fn steps(
    schedule: &Schedule,
    opened: Instant,
    starts: Instant,
    last: LocalDate,
) -> Result<Vec<Step>, OutsideTable> {
    let zone = schedule.zone();
    let begin_of = |date: LocalDate| -> Result<Instant, OutsideTable> {
        Ok(resolve_from(zone, date.at(TimeOfDay::MIDNIGHT), starts)?.instant())
    };
    let mut steps = Vec::new();
    if let Some(closed) = Interval::new(opened, starts) {
        steps.push(pause(schedule, closed)?);
    }
    let mut date = zone.local(starts)?.date();
    let mut number = 0;
    let mut off: Option<(LocalDate, Vec<_>)> = None;
    while date < last {
        date = date.next();
        if !zone.has_date(date)? {
            continue;
        }
        if schedule.day_off(date).is_some() {
            let (_, reasons) = off.get_or_insert((date, Vec::new()));
            let reason = reason_off(schedule, date);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
            continue;
        }
        if let Some((first, reasons)) = off.take() {
            let interval = Interval { from: begin_of(first)?, until: begin_of(date)? };
            steps.push(Step::Pause { interval, reasons });
        }
        number += 1;
        steps.push(Step::Day { number, date });
    }
    Ok(steps)
}

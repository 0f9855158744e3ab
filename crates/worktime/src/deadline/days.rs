//! Targets in business days: the reading of the clock moves on by business days.

use super::account::{Moved, Step, pause, reason};
use crate::schedule::Schedule;
use crate::zone::{
    Instant, Interval, LocalDate, LocalTime, OutsideTable, Reading, TimeOfDay, Zone,
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
        let date = schedule.business_day_after(start.date(), days);
        let wanted = start.time_of_day();
        let (opening, closing) = hours(schedule, date);
        let held = wanted.clamp(opening, closing);
        Ok(Self { date, wanted, held, reading: resolve_from(zone, date.at(held), starts)? })
    }

    /// How the reading was moved, in order.
    pub(super) fn moved(&self) -> Vec<Moved> {
        let held =
            (self.held != self.wanted).then_some(Moved::HeldToHours { reading: self.wanted });
        let resolved = match self.reading {
            Reading::Once(_) => None,
            Reading::Skipped { .. } => Some(Moved::Skipped),
            Reading::Twice { .. } => Some(Moved::Repeated),
        };
        held.into_iter().chain(resolved).collect()
    }
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
            let reason = reason(schedule, date);
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

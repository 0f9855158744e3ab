//! Targets in business days: the wall-clock reading moves on by working days.

use super::account::{Moved, Step, pause, reason};
use crate::calendar::Coverage;
use crate::zone::{Instant, LocalDate, LocalTime, OutsideTable, Reading, TimeOfDay, Zone};

/// The reading by which a reply is due, and what became of it.
pub(super) struct LastDay {
    /// The working day on which counting ends.
    pub date: LocalDate,
    /// What the clock showed when counting started.
    pub wanted: TimeOfDay,
    /// The same, held to the hours of the last day.
    pub held: TimeOfDay,
    /// When the clock shows that.
    pub reading: Reading,
}

impl LastDay {
    pub(super) fn new(
        coverage: &Coverage,
        days: u32,
        starts: Instant,
    ) -> Result<Self, OutsideTable> {
        let zone = coverage.zone();
        let start = zone.local(starts)?;
        let date = coverage.working_day_after(start.date(), days);
        let wanted = start.time_of_day();
        let (opening, closing) = hours(coverage, date);
        let held = wanted.clamp(opening, closing);
        Ok(Self { date, wanted, held, reading: resolve_from(zone, date.at(held), starts)? })
    }

    /// How the reading was moved, in the order in which it was.
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

/// The first opening and the last closing of a working day.
pub(super) fn hours(coverage: &Coverage, date: LocalDate) -> (TimeOfDay, TimeOfDay) {
    let windows = coverage.windows_on(date);
    let opening = windows.first().map_or(TimeOfDay::MIDNIGHT, |window| window.from);
    (opening, windows.last().map_or(TimeOfDay::MIDNIGHT_AFTER, |window| window.until))
}

/// What a reading means from a moment on. Where the clock goes back over midnight, a reading of the
/// next date can have happened before that moment already.
fn resolve_from(zone: &Zone, reading: LocalTime, from: Instant) -> Result<Reading, OutsideTable> {
    Ok(match zone.resolve(reading)? {
        Reading::Twice { first, second } if first < from => Reading::Once(second),
        resolved => resolved,
    })
}

/// Each working day that counted, and each run of days off before one.
pub(super) fn steps(
    coverage: &Coverage,
    opened: Instant,
    starts: Instant,
    last: LocalDate,
) -> Result<Vec<Step>, OutsideTable> {
    let zone = coverage.zone();
    let begin_of = |date: LocalDate| -> Result<Instant, OutsideTable> {
        Ok(resolve_from(zone, date.at(TimeOfDay::MIDNIGHT), starts)?.instant())
    };
    let mut steps = Vec::new();
    if opened < starts {
        steps.push(pause(coverage, opened, starts)?);
    }
    let mut date = zone.local(starts)?.date();
    let mut number = 0;
    let mut off: Option<(LocalDate, Vec<_>)> = None;
    while date < last {
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
    Ok(steps)
}

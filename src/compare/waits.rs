//! How bad it can get: the longest wait of a year, and which openings suffer it.

use super::{Counted, NoReply, counted};
use crate::calendar::CoverageWeek;
use crate::catalog::{Catalog, PlanIndex};
use crate::deadline::{Openings, wait_profile};
use crate::scenario::Scenario;
use crate::zone::{DAY, Duration, Instant, LocalDate, LocalTime, OutsideTable, TimeOfDay, Zone};

/// The longest wait for a plan's first reply in the year from a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongestWait {
    /// How long it is.
    pub wait: Duration,
    /// Who suffers it: every opening of the year that waits so long and no other. None named if all
    /// of them do.
    pub openings: Vec<Weekly>,
}

/// Moments of opening in a row on the desk's clock, and how often they come back a week later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekly {
    /// The first second.
    pub from: LocalTime,
    /// The last second.
    pub last: LocalTime,
    /// In how many weeks on end, at least one.
    pub weeks: u32,
    /// Whether those are all the weeks of the year that was looked at.
    pub always: bool,
}

impl Weekly {
    /// The same moments some weeks later.
    #[must_use]
    pub fn after(&self, weeks: i64) -> (LocalTime, LocalTime) {
        (self.from + self::weeks(weeks), self.last + self::weeks(weeks))
    }
}

/// The days of the year that is looked at.
const YEAR: i64 = 365;

/// The longest wait for a plan's first reply to a case opened in the 365 days from a date.
///
/// # Errors
///
/// [`NoReply`] where the plan has no target with a figure, or the year leaves the zone table.
pub fn longest_wait(
    catalog: &Catalog,
    scenario: &Scenario,
    plan: PlanIndex,
    first: LocalDate,
) -> Result<LongestWait, NoReply> {
    let Counted { target, hours, .. } = counted(catalog, scenario, plan)?;
    let zone = &scenario.zone;
    let midnight = |date: LocalDate| {
        let reading = zone.resolve(date.at(TimeOfDay::MIDNIGHT));
        reading.map(|reading| reading.instant()).map_err(|OutsideTable| NoReply::DueOutsideTable)
    };
    let end = LocalDate::from_days(first.as_days() + YEAR);
    let (from, until) = (midnight(first)?, midnight(end)?);
    let profile = wait_profile(&hours, target, from, until)?;
    let longest = profile.longest().ok_or(NoReply::DueOutsideTable)?;
    let everybody = longest.openings.first() == Some(&Openings { from, until });
    let openings =
        if everybody { Vec::new() } else { weekly(zone, &longest.openings, (from, until))? };
    Ok(LongestWait { wait: longest.wait, openings })
}

/// The openings as the desk's clock shows them, those that come back every week taken together.
/// Where the range cuts one in two, the part counts as the whole.
fn weekly(
    zone: &Zone,
    openings: &[Openings],
    range: (Instant, Instant),
) -> Result<Vec<Weekly>, NoReply> {
    let reading = |at: Instant| zone.local(at).map_err(|OutsideTable| NoReply::OpenedOutsideTable);
    let begins = reading(range.0)?;
    let ends = reading(range.1)?;
    let mut weekly: Vec<Weekly> = Vec::new();
    for openings in openings {
        let from = reading(openings.from)?;
        let last = reading(Instant::from_unix(openings.until.unix() - 1))?;
        let again = |known: &&mut Weekly| {
            let (known_from, known_last) = known.after(known.weeks.into());
            let (same_from, same_last) = (known_from == from, known_last == last);
            let cut_at_first = same_last && known.from == begins;
            let cut_at_last = same_from && openings.until == range.1;
            same_from && same_last || cut_at_first || cut_at_last
        };
        match weekly.iter_mut().find(again) {
            Some(known) => {
                known.from = known.from.min(from + weeks(-i64::from(known.weeks)));
                known.weeks += 1;
            }
            None => weekly.push(Weekly { from, last, weeks: 1, always: false }),
        }
    }
    for known in &mut weekly {
        let (_, before) = known.after(-1);
        let (after, _) = known.after(known.weeks.into());
        known.always = before < begins && ends <= after;
    }
    Ok(weekly)
}

/// That many weeks of a clock that no change disturbs.
fn weeks(weeks: i64) -> Duration {
    Duration::seconds(weeks * 7 * DAY)
}

/// When the desk is open for a plan, priority and region in the week that a date lies in.
///
/// # Errors
///
/// [`NoReply`] where the plan has no target with a figure, or the week leaves the zone table.
pub fn coverage_week(
    catalog: &Catalog,
    scenario: &Scenario,
    plan: PlanIndex,
    date: LocalDate,
) -> Result<CoverageWeek, NoReply> {
    let week = counted(catalog, scenario, plan)?.hours.week_of(date);
    week.map_err(|OutsideTable| NoReply::OpenedOutsideTable)
}

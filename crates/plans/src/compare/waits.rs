//! The longest wait of a year, and the openings that have it.

use std::sync::Arc;

use worktime::deadline::wait_profile;
use worktime::zone::{Duration, Instant, Interval, LocalDate, LocalTime, TimeOfDay, Zone};

use super::{NoDeadline, Terms};

/// The longest wait for a plan's first reply in the year from a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongestWait {
    /// The time from opening to the deadline.
    pub wait: Duration,
    /// The openings that wait this long.
    pub worst: WorstOpenings,
}

/// The instants of a year at which an opened case waits longest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorstOpenings {
    /// Every opening of the year has the same wait.
    All,
    /// Only these openings.
    These(Vec<RecurringOpenings>),
}

/// Consecutive openings as the desk's clock shows them, and the number of weeks in which they recur.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecurringOpenings {
    /// The first second of the openings in their first week.
    pub from: LocalTime,
    /// The last second of the openings in their first week.
    pub last: LocalTime,
    /// The number of consecutive weeks, at least one.
    pub weeks: u32,
    /// Whether the openings recur in every week of the year.
    pub all_year: bool,
}

impl RecurringOpenings {
    /// The first and last second of the openings this many weeks later.
    #[must_use]
    pub fn after(&self, weeks: i64) -> (LocalTime, LocalTime) {
        (self.from + clock_weeks(weeks), self.last + clock_weeks(weeks))
    }
}

/// The number of days in which the longest wait is searched.
const YEAR_DAYS: i64 = 365;

/// The longest wait for the first reply to a case that is opened in the 365 days from a date.
///
/// # Errors
///
/// [`NoDeadline::DueOutsideTable`] if the year, or a reply to one of its openings, lies outside the
/// zone rules.
pub fn longest_wait(terms: &Terms, first: LocalDate) -> Result<LongestWait, NoDeadline> {
    let zone = terms.schedule.zone();
    let midnight = |date: LocalDate| {
        let reading = zone.resolve(date.at(TimeOfDay::MIDNIGHT));
        reading.map(|reading| reading.instant()).map_err(|_| NoDeadline::DueOutsideTable)
    };
    let year = Interval { from: midnight(first)?, until: midnight(first.plus_days(YEAR_DAYS))? };
    let profile = wait_profile(&terms.schedule, terms.target, year.from, year.until)?;
    let longest = profile.longest().ok_or(NoDeadline::DueOutsideTable)?;
    let worst = if longest.openings.first() == Some(&year) {
        WorstOpenings::All
    } else {
        WorstOpenings::These(recurring(zone, &longest.openings, year)?)
    };
    Ok(LongestWait { wait: longest.wait, worst })
}

/// The longest wait for the first reply in a week without clock changes and holidays.
///
/// # Errors
///
/// As [`longest_wait`].
pub fn ordinary_wait(terms: &Terms, first: LocalDate) -> Result<LongestWait, NoDeadline> {
    let ordinary = Terms { schedule: Arc::new(terms.schedule.ordinary()), ..terms.clone() };
    longest_wait(&ordinary, first)
}

/// The openings as the desk's clock shows them, with those that recur a week later merged. Openings
/// that the beginning or the end of the year cuts count as whole ones.
fn recurring(
    zone: &Zone,
    openings: &[Interval],
    year: Interval,
) -> Result<Vec<RecurringOpenings>, NoDeadline> {
    let reading = |at: Instant| zone.local(at).map_err(|_| NoDeadline::OpenedOutsideTable);
    let year_begins = reading(year.from)?;
    let year_ends = reading(year.until)?;
    let mut found: Vec<RecurringOpenings> = Vec::new();
    for openings in openings {
        let from = reading(openings.from)?;
        let last = reading(openings.last())?;
        let recurs = |known: &&mut RecurringOpenings| {
            let (known_from, known_last) = known.after(known.weeks.into());
            let (same_from, same_last) = (known_from == from, known_last == last);
            let is_cut_at_first = same_last && known.from == year_begins;
            let is_cut_at_last = same_from && openings.until == year.until;
            same_from && same_last || is_cut_at_first || is_cut_at_last
        };
        match found.iter_mut().find(recurs) {
            Some(known) => {
                known.from = known.from.min(from + clock_weeks(-i64::from(known.weeks)));
                known.weeks += 1;
            }
            None => found.push(RecurringOpenings { from, last, weeks: 1, all_year: false }),
        }
    }
    for known in &mut found {
        let (_, before) = known.after(-1);
        let (after, _) = known.after(known.weeks.into());
        known.all_year = before < year_begins && year_ends <= after;
    }
    Ok(found)
}

/// A number of weeks on a clock without changes.
fn clock_weeks(weeks: i64) -> Duration {
    Duration::days(weeks * 7)
}

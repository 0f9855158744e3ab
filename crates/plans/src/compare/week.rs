//! The waits of the cases that are opened in one week.

use worktime::deadline::{Percent, WaitProfile, wait_profile};
use worktime::zone::{Duration, Instant, Interval, LocalDate};

use super::{NoDeadline, Terms};

/// The waits of the cases that are opened in one week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekOfWaits {
    /// The week, Monday to Sunday on the desk's calendar.
    pub week: Interval,
    /// The wait for the first reply, for every opening of the week.
    pub profile: WaitProfile,
    /// The longest wait of any opening.
    pub longest: Duration,
    /// The first opening that has the longest wait.
    pub worst: Instant,
    /// The median: half of all openings wait at most this long.
    pub typical: Duration,
    /// The shortest wait of any opening.
    pub shortest: Duration,
}

/// The waits of the cases that are opened in the week of a date.
///
/// # Errors
///
/// [`NoDeadline`] if the week, or a reply to one of its openings, lies outside the zone rules.
pub fn week_of_waits(terms: &Terms, date: LocalDate) -> Result<WeekOfWaits, NoDeadline> {
    let week = terms.schedule.week_of(date).map_err(|_| NoDeadline::OpenedOutsideTable)?.week;
    let profile = wait_profile(&terms.schedule, terms.target, week.from, week.until)?;
    let figures = || {
        let longest = profile.longest()?;
        let worst = longest.openings.first()?.from;
        let typical = profile.quantile(Percent::new(50)?)?;
        Some((longest.wait, worst, typical, profile.shortest()?.wait))
    };
    // The error does not arise: every week has openings.
    let (longest, worst, typical, shortest) = figures().ok_or(NoDeadline::OpenedOutsideTable)?;
    Ok(WeekOfWaits { week, longest, worst, typical, shortest, profile })
}

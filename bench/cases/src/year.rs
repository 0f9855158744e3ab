//! A question about a whole year.

use worktime::deadline::wait_profile;
use worktime::schedule::{Schedule, Target};
use worktime::zone::{Duration, Instant};

/// 2026-01-01T00:00:00Z and 2027-01-01T00:00:00Z, in Unix seconds.
const YEAR: (i64, i64) = (1_767_225_600, 1_798_761_600);

/// The longest wait, in seconds, of all cases that are opened at a desk in 2026 with a target of
/// two hours; `None` if a deadline lies outside the zone rules.
#[must_use]
pub fn longest_wait(schedule: &Schedule) -> Option<i64> {
    let (from, until) = (Instant::from_unix(YEAR.0), Instant::from_unix(YEAR.1));
    let profile = wait_profile(schedule, Target::Time(Duration::hours(2)), from, until).ok()?;
    Some(profile.longest()?.wait.as_seconds())
}

//! A question about a whole year.

use plan_comparator::calendar::{Coverage, Target};
use plan_comparator::deadline::wait_profile;
use plan_comparator::zone::{Duration, Instant};

/// 2026-01-01T00:00:00Z and 2027-01-01T00:00:00Z.
const YEAR: (i64, i64) = (1_767_225_600, 1_798_761_600);

/// The longest wait at a desk for what takes two hours, of every opening in 2026, in seconds.
#[must_use]
pub fn longest_wait(coverage: &Coverage) -> Option<i64> {
    let (from, until) = (Instant::from_unix(YEAR.0), Instant::from_unix(YEAR.1));
    let profile = wait_profile(coverage, Target::Time(Duration::hours(2)), from, until).ok()?;
    Some(profile.longest()?.wait.as_seconds())
}

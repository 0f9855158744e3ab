//! Times read from places.

use worktime::zone::{Instant, Interval};

/// The moment in a straight line with two others.
pub struct Ruler {
    pub places: (i64, i64),
    pub moments: (Instant, Instant),
}

impl Ruler {
    pub fn at(&self, place: i64) -> Instant {
        let (width, seconds) =
            (self.places.1 - self.places.0, (self.moments.1 - self.moments.0).as_seconds());
        let twice = 2 * (place - self.places.0) * seconds + width;
        Instant::from_unix(self.moments.0.unix() + twice.div_euclid(2 * width))
    }
}

/// Both are the same, give or take the second to which places are exact.
#[track_caller]
pub fn same(found: &[Interval], expected: &[Interval], what: &str) {
    let near = |a: Instant, b: Instant| (a.unix() - b.unix()).abs() <= 1;
    let ok = found.len() == expected.len()
        && found.iter().zip(expected).all(|(a, b)| near(a.from, b.from) && near(a.until, b.until));
    assert!(ok, "{what}: {found:?}, not {expected:?}");
}

/// Intervals that touch as one, those without length left out.
pub fn joined(intervals: impl IntoIterator<Item = Interval>) -> Vec<Interval> {
    let mut joined: Vec<Interval> = Vec::new();
    for next in intervals.into_iter().filter(|interval| interval.from < interval.until) {
        match joined.last_mut() {
            Some(last) if last.until == next.from => last.until = next.until,
            _ => joined.push(next),
        }
    }
    joined
}

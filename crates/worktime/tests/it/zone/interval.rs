//! Intervals against the seconds that they hold.

use proptest::prelude::*;
use worktime::zone::{Duration, Instant, Interval};

fn intervals() -> impl Strategy<Value = Interval> {
    (0..20_i64, 1..20_i64).prop_map(|(from, length)| Interval {
        from: Instant::from_unix(from),
        until: Instant::from_unix(from + length),
    })
}

/// The seconds in which the intervals of these tests lie.
fn seconds() -> impl Iterator<Item = Instant> {
    (-1..41).map(Instant::from_unix)
}

proptest! {
    #[test]
    fn an_intersection_holds_what_both_hold(one in intervals(), other in intervals()) {
        let both = one.intersect(other);
        for at in seconds() {
            let within = both.is_some_and(|both| both.contains(at));
            prop_assert_eq!(within, one.contains(at) && other.contains(at));
        }
        prop_assert_eq!(both, other.intersect(one));
        prop_assert_eq!(one.intersect(one), Some(one));
    }

    #[test]
    fn a_merger_holds_what_either_holds(one in intervals(), other in intervals()) {
        let merged = one.merge(other);
        prop_assert_eq!(merged, other.merge(one));
        prop_assert_eq!(one.merge(one), Some(one));
        let touch = one.until == other.from || other.until == one.from;
        prop_assert_eq!(merged.is_some(), touch || one.intersect(other).is_some());
        for at in seconds() {
            if let Some(merged) = merged {
                prop_assert_eq!(merged.contains(at), one.contains(at) || other.contains(at));
            }
        }
    }

    #[test]
    fn appended_intervals_stay_apart(mut all in prop::collection::vec(intervals(), 0..6)) {
        all.sort();
        let mut merged = Vec::new();
        all.iter().for_each(|next| Interval::append(&mut merged, *next));
        prop_assert!(merged.windows(2).all(|pair| pair[0].until < pair[1].from));
        for at in seconds() {
            let within = |list: &[Interval]| list.iter().any(|open| open.contains(at));
            prop_assert_eq!(within(&merged), within(&all));
        }
    }
}

#[test]
fn an_interval_ends_after_it_begins() {
    let at = Instant::from_unix;
    assert_eq!(Interval::new(at(5), at(5)), None);
    assert_eq!(Interval::new(at(5), at(4)), None);
    let minute = Interval::new(at(0), at(60)).expect("an interval");
    assert_eq!((minute.duration(), minute.last()), (Duration::minutes(1), at(59)));
}

//! Targets at random, many of them such that the reply is due just where engines go wrong: as the
//! desk closes, as the clock changes, and on the day of a change.

use plan_comparator::zone::Instant;
use proptest::prelude::*;

use crate::desk::DAY;
use crate::generators::Case;

/// How long a target is.
#[derive(Clone, Copy, Debug)]
pub enum Amount {
    Seconds(i64),
    /// A part of what so many days hold on average, in whole seconds, minutes or quarters.
    Part {
        of_65536: i64,
        days: i64,
        whole: i64,
    },
    /// What is covered until the desk has closed for so many times, and up to a second more or
    /// less.
    Closings {
        times: usize,
        beyond: i64,
    },
    /// What is covered until the clock changes, if it does within a month, and a little more or
    /// less.
    Change {
        beyond: i64,
    },
}

/// From one second to three years; often to the second at which the desk closes or the clock
/// changes.
pub fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        15 => (1..=7_200_i64).prop_map(Amount::Seconds),
        30 => part(14),
        15 => part(120),
        2 => part(1_100),
        30 => (1..=12_usize, prop_oneof![Just(0), -1..=1_i64])
            .prop_map(|(times, beyond)| Amount::Closings { times, beyond }),
        12 => prop_oneof![Just(0), -1..=1_i64, -7_200..=7_200_i64]
            .prop_map(|beyond| Amount::Change { beyond }),
    ]
}

/// Up to what so many days hold.
pub fn part(days: i64) -> impl Strategy<Value = Amount> {
    let whole = prop::sample::select(&[1, 60, 900][..]);
    (0..=65_536_i64, whole).prop_map(move |(of_65536, whole)| Amount::Part {
        of_65536,
        days,
        whole,
    })
}

/// How many business days a target has.
#[derive(Clone, Copy, Debug)]
pub enum Count {
    Days(u32),
    /// Until the day on which the clock changes, if it does within a month.
    Change,
}

/// From one to 700, which is years.
pub fn count() -> impl Strategy<Value = Count> {
    let days = prop_oneof![40 => 1..=6_u32, 20 => 1..=30_u32, 8 => 1..=120_u32, 1 => 1..=700_u32];
    prop_oneof![3 => days.prop_map(Count::Days), 1 => Just(Count::Change)]
}

impl Case {
    /// The covered time that an amount stands for.
    pub fn seconds(&self, amount: Amount) -> i64 {
        let seconds = match amount {
            Amount::Seconds(seconds) => seconds,
            Amount::Part { of_65536, days, whole } => {
                let part = self.edges.seconds_of_week() * days / 7 * of_65536 / 65_536;
                part / whole * whole
            }
            Amount::Closings { times, beyond } => {
                self.edges.until_closing(self.opened, times) + beyond
            }
            Amount::Change { beyond } => {
                self.edges.covered(self.opened, self.next_change()) + beyond
            }
        };
        seconds.max(1)
    }

    /// The working days that a count stands for.
    pub fn days(&self, count: Count) -> u32 {
        match count {
            Count::Days(days) => days,
            Count::Change => self.edges.working_days(self.opened, self.next_change()).max(1),
        }
    }

    /// When the clock changes next; if it does not within a month, when the case is opened.
    fn next_change(&self) -> Instant {
        let month = Instant::from_unix(self.opened.unix() + 30 * DAY);
        let changes = self.edges.clock_changes(self.opened, month);
        changes.first().map_or(self.opened, |change| change.at)
    }
}

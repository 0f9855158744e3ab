//! Random targets. With many of them the reply is due where engines go wrong: when the desk closes,
//! when the clock changes, and on the day of a clock change.

use proptest::prelude::*;
use worktime::schedule::DueTime;
use worktime::zone::Instant;

use crate::desk::DAY;
use crate::generators::Case;

/// The length of a target in open time.
#[derive(Clone, Copy, Debug)]
pub enum Amount {
    Seconds(i64),
    /// A part of the open seconds that `days` days have on average, rounded down to a multiple of
    /// `whole` seconds.
    Part {
        of_65536: i64,
        days: i64,
        whole: i64,
    },
    /// The open seconds until the desk closes for the `times`th time, and `beyond` seconds more.
    Closings {
        times: usize,
        beyond: i64,
    },
    /// The open seconds until the next clock change, if there is one within a month, and `beyond`
    /// seconds more.
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

/// Up to the open seconds of `days` days.
pub fn part(days: i64) -> impl Strategy<Value = Amount> {
    let whole = prop::sample::select(&[1, 60, 900][..]);
    (0..=65_536_i64, whole).prop_map(move |(of_65536, whole)| Amount::Part {
        of_65536,
        days,
        whole,
    })
}

/// The length of a target in business days.
#[derive(Clone, Copy, Debug)]
pub enum Count {
    Days(u32),
    /// Until the day of the next clock change, if there is one within a month.
    Change,
}

/// When on the last business day a reply is due.
pub fn due_time() -> impl Strategy<Value = DueTime> {
    prop_oneof![4 => Just(DueTime::SameTime), 1 => Just(DueTime::Closing), 1 => Just(DueTime::EndOfDay)]
}

/// From one business day to 700.
pub fn count() -> impl Strategy<Value = Count> {
    let days = prop_oneof![40 => 1..=6_u32, 20 => 1..=30_u32, 8 => 1..=120_u32, 1 => 1..=700_u32];
    prop_oneof![3 => days.prop_map(Count::Days), 1 => Just(Count::Change)]
}

impl Case {
    /// The open seconds that an amount stands for; at least one.
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
                self.edges.open_seconds(self.opened, self.next_change()) + beyond
            }
        };
        seconds.max(1)
    }

    /// The business days that a count stands for; at least one.
    pub fn days(&self, count: Count) -> u32 {
        match count {
            Count::Days(days) => days,
            Count::Change => self.edges.business_days(self.opened, self.next_change()).max(1),
        }
    }

    /// The next clock change within a month; if there is none, the opening of the case.
    fn next_change(&self) -> Instant {
        let month = Instant::from_unix(self.opened.unix() + 30 * DAY);
        let changes = self.edges.clock_changes(self.opened, month);
        changes.first().map_or(self.opened, |change| change.at)
    }
}

//! A desk's hours and holidays, asked about one reading of the clock. Both oracles ask nothing
//! else.

use std::collections::BTreeSet;

use worktime::deadline::Reason;
use worktime::zone::{LocalDate, LocalTime, TimeOfDay, Zone};

/// Seconds of a day on which no clock changes.
pub const DAY: i64 = 86_400;

/// A window on one weekday, in seconds of the day. It ends on the next day if `until` is not later
/// than `from`.
#[derive(Clone, Copy, Debug)]
pub struct Hours {
    /// The weekday on which the window begins; Monday is 0.
    pub weekday: i64,
    pub from: i64,
    pub until: i64,
}

impl Hours {
    /// Whether a reading lies within.
    fn contain(self, weekday: i64, second: i64) -> bool {
        let ends_on_this_day = self.from < self.until;
        if weekday == self.weekday {
            self.from <= second && (second < self.until || !ends_on_this_day)
        } else {
            weekday == (self.weekday + 1) % 7 && second < self.until && !ends_on_this_day
        }
    }

    /// The seconds of a weekday that lie within; `None` if there are none.
    fn on(self, weekday: i64) -> Option<(i64, i64)> {
        let ends_on_this_day = self.from < self.until;
        if weekday == self.weekday {
            Some((self.from, if ends_on_this_day { self.until } else { DAY }))
        } else {
            let reaches_it =
                weekday == (self.weekday + 1) % 7 && !ends_on_this_day && self.until > 0;
            reaches_it.then_some((0, self.until))
        }
    }
}

/// A desk: its zone, its weekly hours, and its holidays.
#[derive(Clone, Debug)]
pub struct Desk {
    pub zone: Zone,
    pub hours: Vec<Hours>,
    pub holidays: BTreeSet<LocalDate>,
}

/// The weekday of a date; Monday is 0.
fn weekday(date: LocalDate) -> i64 {
    // 1970-01-01 was a Thursday.
    (midnight(date) / DAY + 3).rem_euclid(7)
}

/// The seconds since midnight.
pub fn second_of_day(reading: LocalTime) -> i64 {
    reading.as_seconds().rem_euclid(DAY)
}

/// The reading with which a date begins, as [`LocalTime::as_seconds`].
pub fn midnight(date: LocalDate) -> i64 {
    date.at(TimeOfDay::MIDNIGHT).as_seconds()
}

impl Desk {
    /// Whether a second of a weekday lies in the desk's hours. Holidays are not considered.
    pub fn in_hours(&self, weekday: i64, second: i64) -> bool {
        self.hours.iter().any(|hours| hours.contain(weekday, second))
    }

    /// Whether the desk is open at a reading.
    pub fn is_open(&self, reading: LocalTime) -> bool {
        let date = reading.date();
        self.in_hours(weekday(date), second_of_day(reading)) && !self.holidays.contains(&date)
    }

    /// Whether the desk has hours on a date's weekday. Holidays are not considered.
    fn has_hours(&self, date: LocalDate) -> bool {
        self.hours.iter().any(|hours| hours.on(weekday(date)).is_some())
    }

    /// Whether a date is a business day.
    pub fn works_on(&self, date: LocalDate) -> bool {
        self.has_hours(date) && !self.holidays.contains(&date)
    }

    /// A second of a business day, moved to the first opening if it is earlier, and to the last
    /// closing if it is later.
    pub fn held(&self, date: LocalDate, second: i64) -> i64 {
        let windows = || self.hours.iter().filter_map(|hours| hours.on(weekday(date)));
        let opening = windows().map(|(from, _)| from).min().expect("a business day");
        let closing = windows().map(|(_, until)| until).max().expect("a business day");
        second.clamp(opening, closing)
    }

    /// Why the desk is closed at a reading at which it is closed.
    pub fn reason(&self, reading: LocalTime) -> Reason {
        let date = reading.date();
        match (self.has_hours(date), self.holidays.contains(&date)) {
            (true, true) => Reason::Holiday(date),
            (true, false) => Reason::Closed,
            (false, _) => Reason::NotABusinessDay(date.weekday()),
        }
    }
}

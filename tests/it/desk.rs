//! What the hours and holidays of a desk say of one reading of the wall clock. Both reckonings, the
//! one by steps and the one by edges, ask nothing else.

use std::collections::BTreeSet;

use plan_comparator::deadline::Reason;
use plan_comparator::zone::{LocalDate, LocalTime, TimeOfDay, Zone};

/// Seconds of a day on which no clock changes.
pub const DAY: i64 = 86_400;

/// Weekly hours on one weekday: from a second of the day until another, on the next day if that is
/// not later.
#[derive(Clone, Copy, Debug)]
pub struct Hours {
    /// Monday is 0.
    pub weekday: i64,
    pub from: i64,
    pub until: i64,
}

impl Hours {
    /// Whether the clock reads inside, whatever the date.
    fn contain(self, weekday: i64, second: i64) -> bool {
        let ends_on_this_day = self.from < self.until;
        if weekday == self.weekday {
            self.from <= second && (second < self.until || !ends_on_this_day)
        } else {
            weekday == (self.weekday + 1) % 7 && second < self.until && !ends_on_this_day
        }
    }

    /// The part of such a weekday that lies inside, if any.
    fn on(self, weekday: i64) -> Option<(i64, i64)> {
        let ends_on_this_day = self.from < self.until;
        if weekday == self.weekday {
            Some((self.from, if ends_on_this_day { self.until } else { DAY }))
        } else {
            let goes_on = weekday == (self.weekday + 1) % 7 && !ends_on_this_day && self.until > 0;
            goes_on.then_some((0, self.until))
        }
    }
}

/// A desk: a place, its weekly hours, and its days off.
#[derive(Clone, Debug)]
pub struct Desk {
    pub zone: Zone,
    pub hours: Vec<Hours>,
    pub holidays: BTreeSet<LocalDate>,
}

/// Monday is 0.
fn weekday(date: LocalDate) -> i64 {
    // 1970-01-01 was a Thursday.
    (midnight(date) / DAY + 3).rem_euclid(7)
}

/// How far the clock has come since midnight.
pub fn second_of_day(reading: LocalTime) -> i64 {
    reading.as_seconds().rem_euclid(DAY)
}

/// The reading with which a date begins, in the seconds of [`LocalTime::as_seconds`].
pub fn midnight(date: LocalDate) -> i64 {
    date.at(TimeOfDay::MIDNIGHT).as_seconds()
}

impl Desk {
    /// Whether the reading lies in the hours of its weekday; holidays aside.
    pub fn in_hours(&self, weekday: i64, second: i64) -> bool {
        self.hours.iter().any(|hours| hours.contain(weekday, second))
    }

    /// Whether the clock reads inside a window, on a date that is no holiday.
    pub fn is_open(&self, reading: LocalTime) -> bool {
        let date = reading.date();
        self.in_hours(weekday(date), second_of_day(reading)) && !self.holidays.contains(&date)
    }

    /// Whether the desk has hours on the date's weekday; holidays aside.
    fn has_hours(&self, date: LocalDate) -> bool {
        self.hours.iter().any(|hours| hours.on(weekday(date)).is_some())
    }

    /// Whether the date has hours and is no holiday.
    pub fn works_on(&self, date: LocalDate) -> bool {
        self.has_hours(date) && !self.holidays.contains(&date)
    }

    /// A second of a working day, held between its first opening and its last closing.
    pub fn held(&self, date: LocalDate, second: i64) -> i64 {
        let windows = || self.hours.iter().filter_map(|hours| hours.on(weekday(date)));
        let opening = windows().map(|(from, _)| from).min().expect("a working day");
        let closing = windows().map(|(_, until)| until).max().expect("a working day");
        second.clamp(opening, closing)
    }

    /// Why the desk is closed at a reading, given that it is.
    pub fn reason(&self, reading: LocalTime) -> Reason {
        let date = reading.date();
        match (self.has_hours(date), self.holidays.contains(&date), weekday(date)) {
            (true, true, _) => Reason::Holiday(date),
            (true, false, _) => Reason::Closed,
            (false, _, 5 | 6) => Reason::Weekend,
            (false, ..) => Reason::DayWithoutHours,
        }
    }
}

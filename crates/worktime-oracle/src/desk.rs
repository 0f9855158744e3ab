//! A desk's hours and the dates with other hours, asked about one reading of the clock. Both oracles
//! ask nothing else.

use std::collections::BTreeMap;

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

/// What a date has instead of its weekday's hours, in seconds of the day.
#[derive(Clone, Debug)]
pub enum Own {
    Closed,
    /// Of the weekday's hours only these.
    Only(i64, i64),
    /// These hours, too; the date is a business day.
    Also(i64, i64),
}

/// A desk: its zone, its weekly hours, its business weekdays, and the dates with hours of their own.
#[derive(Clone, Debug)]
pub struct Desk {
    pub zone: Zone,
    pub hours: Vec<Hours>,
    /// Bits; Monday's is the lowest.
    pub business: u8,
    pub dates: BTreeMap<LocalDate, Own>,
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
    /// Whether a second of a weekday lies in the weekly hours.
    pub fn in_hours(&self, weekday: i64, second: i64) -> bool {
        self.hours.iter().any(|hours| hours.contain(weekday, second))
    }

    /// Whether the desk is open at a reading.
    pub fn is_open(&self, reading: LocalTime) -> bool {
        let (date, second) = (reading.date(), second_of_day(reading));
        let weekly = self.in_hours(weekday(date), second);
        match self.dates.get(&date) {
            None => weekly,
            Some(Own::Closed) => false,
            Some(Own::Only(from, until)) => weekly && (*from..*until).contains(&second),
            Some(Own::Also(from, until)) => weekly || (*from..*until).contains(&second),
        }
    }

    /// Whether the desk is open at a reading on a business day.
    pub fn is_open_for_business(&self, reading: LocalTime) -> bool {
        self.is_open(reading) && self.works_on(reading.date())
    }

    /// The seconds of a day at which weekly hours, or those of some dates, begin or end.
    fn edges_with<'a>(&self, dates: impl Iterator<Item = &'a Own>) -> Vec<i64> {
        let weekly = self.hours.iter().flat_map(|hours| [hours.from, hours.until]);
        let own = dates.flat_map(|own| match own {
            Own::Closed => [0, DAY],
            Own::Only(from, until) | Own::Also(from, until) => [*from, *until],
        });
        let mut edges: Vec<i64> = weekly.chain(own).chain([0, DAY]).collect();
        edges.sort_unstable();
        edges.dedup();
        edges
    }

    /// The seconds of a day at which the desk may open or close on any date.
    pub fn edges(&self) -> Vec<i64> {
        self.edges_with(self.dates.values())
    }

    /// The pieces of a date, between two edges each, that begin at a second for which `has` is true.
    fn pieces(&self, date: LocalDate, has: impl Fn(i64) -> bool) -> Vec<(i64, i64)> {
        let edges = self.edges_with(self.dates.get(&date).into_iter());
        let pieces = edges.windows(2).map(|pair| (pair[0], pair[1]));
        pieces.filter(|(from, _)| has(*from)).collect()
    }

    /// The pieces of a date in which the desk is open.
    fn open_on(&self, date: LocalDate) -> Vec<(i64, i64)> {
        self.pieces(date, |from| self.is_open(LocalTime::from_seconds(midnight(date) + from)))
    }

    /// The pieces of a date that its weekday's hours have.
    fn weekly_on(&self, date: LocalDate) -> Vec<(i64, i64)> {
        self.pieces(date, |from| self.in_hours(weekday(date), from))
    }

    fn is_business_weekday(&self, date: LocalDate) -> bool {
        self.business >> weekday(date) & 1 == 1
    }

    /// Whether a date is a business day.
    pub fn works_on(&self, date: LocalDate) -> bool {
        let is_additional = matches!(self.dates.get(&date), Some(Own::Also(..)));
        let has_hours = self.hours.iter().any(|hours| hours.on(weekday(date)).is_some());
        let may = is_additional || self.is_business_weekday(date) && has_hours;
        may && !self.open_on(date).is_empty()
    }

    /// The first opening and the last closing of a business day.
    pub fn first_and_last(&self, date: LocalDate) -> (i64, i64) {
        let open = self.open_on(date);
        let last = open.last().expect("a business day");
        (open[0].0, last.1)
    }

    /// A second of a business day, moved to the first opening if it is earlier, and to the last
    /// closing if it is later.
    pub fn held(&self, date: LocalDate, second: i64) -> i64 {
        let (opening, closing) = self.first_and_last(date);
        second.clamp(opening, closing)
    }

    /// Why the desk is closed at a reading at which it is closed.
    pub fn reason(&self, reading: LocalTime) -> Reason {
        let date = reading.date();
        let (open, weekly) = (self.open_on(date), self.weekly_on(date));
        if !open.is_empty() {
            return if open == weekly { Reason::Closed } else { Reason::OtherHours(date) };
        }
        match (weekly.is_empty(), self.is_business_weekday(date)) {
            (false, _) => Reason::Holiday(date),
            (true, true) => Reason::NoHours(date.weekday()),
            (true, false) => Reason::NotABusinessDay(date.weekday()),
        }
    }

    /// Why no business hours are counted at a reading at which none are.
    pub fn reason_of_business(&self, reading: LocalTime) -> Reason {
        let date = reading.date();
        if !self.works_on(date) {
            return self.reason_off(date);
        }
        let weekly = if self.is_business_weekday(date) { self.weekly_on(date) } else { Vec::new() };
        if self.open_on(date) == weekly { Reason::Closed } else { Reason::OtherHours(date) }
    }

    /// Why a date is no business day.
    pub fn reason_off(&self, date: LocalDate) -> Reason {
        match (self.is_business_weekday(date), self.weekly_on(date).is_empty()) {
            (false, _) => Reason::NotABusinessDay(date.weekday()),
            (true, true) => Reason::NoHours(date.weekday()),
            (true, false) => Reason::Holiday(date),
        }
    }
}

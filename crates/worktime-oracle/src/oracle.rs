//! The simplest way to compute a deadline, with which the faster [`edges`](crate::edges) must
//! agree.
//!
//! The oracle steps through time and reads the clock; it asks the zone and nothing else of the
//! engine. Time is divided into cells that begin and end at whole steps since 1970. If every window
//! and every clock change begins and ends at a whole step, nothing changes within a cell, so one
//! reading of the clock holds for the whole cell. With steps of one second this is true for every
//! desk.

use worktime::deadline::{ClockChange, Reason};
use worktime::schedule::DueTime;
use worktime::zone::{Instant, LocalDate, LocalTime};

use crate::desk::{DAY, Desk, midnight, second_of_day};

/// A desk, and the length of a step.
pub struct Oracle<'a> {
    pub desk: &'a Desk,
    /// The length of a step in seconds; the module says which lengths are possible.
    pub step: i64,
}

/// The answer to a target in business days.
#[derive(Debug, PartialEq, Eq)]
pub struct Days {
    /// When counting starts.
    pub starts: Instant,
    /// The business days that count.
    pub dates: Vec<LocalDate>,
    /// When the reply is due.
    pub due: Instant,
}

/// A time within which nothing changes.
struct Cell {
    from: Instant,
    until: Instant,
}

impl Cell {
    fn seconds(&self) -> i64 {
        self.until.unix() - self.from.unix()
    }
}

fn later(at: Instant, seconds: i64) -> Instant {
    Instant::from_unix(at.unix() + seconds)
}

impl Oracle<'_> {
    fn reading(&self, at: Instant) -> LocalTime {
        self.desk.zone.local(at).expect("the oracle stays within the table")
    }

    fn cells(&self, from: Instant) -> impl Iterator<Item = Cell> {
        let step = self.step;
        let end = move |at: Instant| Instant::from_unix((at.unix().div_euclid(step) + 1) * step);
        core::iter::successors(Some(from), move |at| Some(end(*at)))
            .map(move |from| Cell { from, until: end(from) })
    }

    fn cells_until(&self, from: Instant, until: Instant) -> impl Iterator<Item = Cell> {
        let cells = self.cells(from).take_while(move |cell| cell.from < until);
        cells.map(move |cell| Cell { until: cell.until.min(until), ..cell })
    }

    /// Whether the desk is open at an instant.
    pub fn is_open(&self, at: Instant) -> bool {
        self.desk.is_open(self.reading(at))
    }

    /// The open seconds between two instants.
    pub fn open_seconds(&self, from: Instant, until: Instant) -> i64 {
        let open = self.cells_until(from, until).filter(|cell| self.is_open(cell.from));
        open.map(|cell| cell.seconds()).sum()
    }

    /// The earliest instant by which the desk has been open for `seconds` seconds.
    pub fn due(&self, opened: Instant, seconds: i64) -> Instant {
        let mut left = seconds;
        for cell in self.cells(opened).filter(|cell| self.is_open(cell.from)) {
            if left <= cell.seconds() {
                return later(cell.from, left);
            }
            left -= cell.seconds();
        }
        unreachable!("there is always another cell")
    }

    /// The answer to a target of `days` business days.
    pub fn due_days(&self, opened: Instant, days: usize, due_time: DueTime) -> Days {
        let is_open = |cell: &Cell| self.desk.is_open_for_business(self.reading(cell.from));
        let first_open = self.cells(opened).find(is_open);
        let starts = first_open.expect("there is always another cell").from;
        let start = self.reading(starts);
        let mut dates = Vec::new();
        let mut latest = start.date();
        for cell in self.cells(starts) {
            let date = self.reading(cell.from).date();
            // A date to which the clock goes back has been counted already.
            if date > latest {
                latest = date;
                if self.desk.works_on(date) {
                    dates.push(date);
                }
            }
            if dates.len() == days {
                break;
            }
        }
        let due = match due_time {
            DueTime::SameTime => self
                .first_at(starts, midnight(latest) + self.desk.held(latest, second_of_day(start))),
            DueTime::Closing => self.last_closing(starts, latest),
            DueTime::EndOfDay => self.first_at(starts, midnight(latest.next())),
        };
        Days { starts, dates, due }
    }

    /// The end of the last cell of a date in which the desk is open; when the clock shows the closing
    /// if there is none.
    fn last_closing(&self, starts: Instant, date: LocalDate) -> Instant {
        let closing = self.first_at(starts, midnight(date) + self.desk.first_and_last(date).1);
        let is_last = |cell: &Cell| {
            let reading = self.reading(cell.from);
            reading.date() == date && self.desk.is_open(reading)
        };
        // A date may come twice where a place moves across the date line.
        let begins = self.first_at(starts, midnight(date));
        let cells = self.cells_until(begins, later(closing, DAY + 7_200));
        cells.filter(is_last).last().map_or(closing, |cell| cell.until)
    }

    /// The answer to a target of `days` days of the calendar.
    pub fn due_calendar_days(&self, opened: Instant, days: i64) -> Instant {
        self.first_at(opened, self.reading(opened).as_seconds() + days * DAY)
    }

    /// The days off between business days, from the day on which counting starts: from the
    /// beginning of the first until the end of the last.
    pub fn days_off(&self, days: &Days) -> Vec<(Instant, Instant)> {
        let begin_of = |date: LocalDate| self.first_at(days.starts, midnight(date));
        let before =
            core::iter::once(self.reading(days.starts).date()).chain(days.dates.iter().copied());
        let between =
            before.zip(&days.dates).map(|(day, next)| (begin_of(day.next()), begin_of(*next)));
        between.filter(|(from, until)| from < until).collect()
    }

    /// The first instant from `from` on at which the clock shows a reading or a later one.
    fn first_at(&self, from: Instant, reading: i64) -> Instant {
        let missing = |cell: &Cell| reading - self.reading(cell.from).as_seconds();
        let cell = self.cells(from).find(|cell| missing(cell) < cell.seconds());
        let cell = cell.expect("there is always another cell");
        later(cell.from, missing(&cell).max(0))
    }

    /// The clock changes after one instant and up to another.
    pub fn clock_changes(&self, from: Instant, until: Instant) -> Vec<ClockChange> {
        let offset = |at| self.desk.zone.offset_at(at).expect("the oracle stays within the table");
        let mut before = offset(from);
        let mut changes = Vec::new();
        for cell in self.cells(from).take_while(|cell| cell.from <= until) {
            let after = offset(cell.from);
            if after != before {
                changes.push(ClockChange { at: cell.from, before, after });
            }
            before = after;
        }
        changes
    }

    /// Why the desk is closed between two instants: each reason once, in order of time.
    pub fn reasons(&self, from: Instant, until: Instant) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for cell in self.cells_until(from, until) {
            let reason = self.desk.reason(self.reading(cell.from));
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons
    }
}

/// The oracle itself is checked by hand.
#[test]
fn the_oracle_counts_as_a_person_does() {
    use std::collections::BTreeMap;

    use worktime::zone::Weekday;

    use crate::desk::Own;

    use crate::cases::{moment, zone};
    use crate::desk::Hours;
    let nine_to_five = |weekday| Hours { weekday, from: 9 * 3_600, until: 17 * 3_600 };
    let hours = (0..5).map(nine_to_five).collect();
    let dates = BTreeMap::new();
    let office = Desk { zone: zone("Europe/London"), hours, business: 0b001_1111, dates };
    let due_days = |oracle: &Oracle, opened, days| oracle.due_days(opened, days, DueTime::SameTime);
    let oracle = Oracle { desk: &office, step: 60 };
    let friday = moment("2026-03-27T16:30Z");
    assert_eq!(oracle.due(friday, 4 * 3_600), moment("2026-03-30T12:30+01:00"));
    assert_eq!(oracle.due(friday, 30 * 60), moment("2026-03-27T17:00Z"));
    assert_eq!(oracle.due(later(friday, 1), 30 * 60), moment("2026-03-30T09:00:01+01:00"));
    assert_eq!(due_days(&oracle, friday, 1).due, moment("2026-03-30T16:30+01:00"));
    let saturday = moment("2026-03-28T12:00Z");
    assert_eq!(due_days(&oracle, saturday, 2).due, moment("2026-04-01T09:00+01:00"));
    let closing = oracle.due_days(saturday, 2, DueTime::Closing).due;
    assert_eq!(closing, moment("2026-04-01T17:00+01:00"));
    let end = oracle.due_days(saturday, 2, DueTime::EndOfDay).due;
    assert_eq!(end, moment("2026-04-02T00:00+01:00"));
    assert_eq!(oracle.due_calendar_days(saturday, 1), moment("2026-03-29T12:00+01:00"));
    assert_eq!(oracle.open_seconds(saturday, later(saturday, 7 * DAY)), 40 * 3_600);
    let weekend = oracle.reasons(moment("2026-03-27T17:00Z"), moment("2026-03-30T09:00+01:00"));
    let weekdays = [Weekday::Sat, Weekday::Sun].map(Reason::NotABusinessDay);
    assert_eq!(weekend, [Reason::Closed, weekdays[0], weekdays[1]]);
    let office_again = office.clone();
    let night = Hours { weekday: 4, from: 22 * 3_600, until: 6 * 3_600 };
    let night = Desk { hours: vec![night], ..office };
    let oracle = Oracle { desk: &night, step: 60 };
    assert_eq!(oracle.open_seconds(saturday, later(saturday, 7 * DAY)), 8 * 3_600);
    assert_eq!(oracle.due(friday, 8 * 3_600), moment("2026-03-28T06:00Z"));
    // A night shift that ends on Saturday does not make Saturday a business day.
    assert_eq!(due_days(&oracle, friday, 1).dates[0].to_string(), "2026-04-03");
    let eve = LocalDate::parse("2026-04-02").expect("a date");
    let saturday_worked = LocalDate::parse("2026-04-04").expect("a date");
    let dates =
        [(eve, Own::Only(0, 12 * 3_600)), (saturday_worked, Own::Also(10 * 3_600, 14 * 3_600))];
    let office = Desk { dates: dates.into(), ..office_again };
    let oracle = Oracle { desk: &office, step: 60 };
    let thursday = moment("2026-04-02T11:00+01:00");
    assert_eq!(oracle.due(thursday, 2 * 3_600), moment("2026-04-03T10:00+01:00"));
    assert_eq!(due_days(&oracle, thursday, 2).due, moment("2026-04-04T11:00+01:00"));
    let afternoon =
        oracle.reasons(moment("2026-04-02T12:00+01:00"), moment("2026-04-02T17:00+01:00"));
    assert_eq!(afternoon, [Reason::OtherHours(eve)]);
}

//! A slow and evident reckoning of deadlines, which the faster one of `edges` has to agree with.
//!
//! It steps through time and looks at the wall clock: nothing else of the library is asked. Time
//! goes by in cells that begin and end at whole steps since 1970. Every edge of a window and every
//! clock change lies at a whole step, so nothing can begin or end within a cell, and one look at
//! the clock tells what all of it is. In steps of one second that holds for any desk whatever.

use plan_comparator::deadline::{ClockChange, Reason};
use plan_comparator::zone::{Instant, LocalDate, LocalTime};

use crate::desk::{DAY, Desk, midnight, second_of_day};

/// A desk, and the steps in which the oracle goes.
pub struct Oracle<'a> {
    pub desk: &'a Desk,
    /// In seconds; see the module.
    pub step: i64,
}

/// What the account of a business-day target holds beside its steps.
#[derive(Debug, PartialEq, Eq)]
pub struct Days {
    /// When counting starts.
    pub starts: Instant,
    /// The working days that count.
    pub dates: Vec<LocalDate>,
    /// When the reply is due.
    pub due: Instant,
}

/// Stretches of time in which the clock is looked at once.
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

    /// Whether the clock reads inside a window, on a date that is no holiday.
    pub fn is_open(&self, at: Instant) -> bool {
        self.desk.is_open(self.reading(at))
    }

    /// The covered seconds between two moments.
    pub fn covered(&self, from: Instant, until: Instant) -> i64 {
        let open = self.cells_until(from, until).filter(|cell| self.is_open(cell.from));
        open.map(|cell| cell.seconds()).sum()
    }

    /// The first moment at which so many covered seconds have gone by.
    pub fn due(&self, opened: Instant, seconds: i64) -> Instant {
        let mut left = seconds;
        for cell in self.cells(opened).filter(|cell| self.is_open(cell.from)) {
            if left <= cell.seconds() {
                return later(cell.from, left);
            }
            left -= cell.seconds();
        }
        unreachable!("cells go on for ever")
    }

    /// The same time of day so many working days on.
    pub fn due_days(&self, opened: Instant, days: usize) -> Days {
        let first_open = self.cells(opened).find(|cell| self.is_open(cell.from));
        let starts = first_open.expect("cells go on for ever").from;
        let start = self.reading(starts);
        let mut dates = Vec::new();
        let mut latest = start.date();
        for cell in self.cells(starts) {
            let date = self.reading(cell.from).date();
            // A date that the clock goes back to has been seen already.
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
        let wanted = midnight(latest) + self.desk.held(latest, second_of_day(start));
        Days { starts, dates, due: self.first_at(starts, wanted) }
    }

    /// The stretches of whole dates off between working days, from the one on which counting
    /// starts.
    pub fn days_off(&self, days: &Days) -> Vec<(Instant, Instant)> {
        let begin = |date: LocalDate| self.first_at(days.starts, midnight(date));
        let before =
            core::iter::once(self.reading(days.starts).date()).chain(days.dates.iter().copied());
        let between = before.zip(&days.dates).map(|(day, next)| (begin(day.next()), begin(*next)));
        between.filter(|(from, until)| from < until).collect()
    }

    /// The first moment at which the clock shows a reading or one after it.
    fn first_at(&self, from: Instant, reading: i64) -> Instant {
        let missing = |cell: &Cell| reading - self.reading(cell.from).as_seconds();
        let cell = self.cells(from).find(|cell| missing(cell) < cell.seconds());
        let cell = cell.expect("cells go on for ever");
        later(cell.from, missing(&cell).max(0))
    }

    /// The clock changes after one moment and up to another.
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

    /// Why the desk is closed between two moments, each reason once, in order of appearance.
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

/// The oracle is checked by hand before it is believed.
#[test]
fn the_oracle_reckons_as_a_person_would() {
    use crate::cases::{moment, zone};
    use crate::desk::Hours;
    let nine_to_five = |weekday| Hours { weekday, from: 9 * 3_600, until: 17 * 3_600 };
    let hours = (0..5).map(nine_to_five).collect();
    let office = Desk { zone: zone("Europe/London"), hours, holidays: [].into() };
    let oracle = Oracle { desk: &office, step: 60 };
    let friday = moment("2026-03-27T16:30Z");
    assert_eq!(oracle.due(friday, 4 * 3_600), moment("2026-03-30T12:30+01:00"));
    assert_eq!(oracle.due(friday, 30 * 60), moment("2026-03-27T17:00Z"));
    assert_eq!(oracle.due(later(friday, 1), 30 * 60), moment("2026-03-30T09:00:01+01:00"));
    assert_eq!(oracle.due_days(friday, 1).due, moment("2026-03-30T16:30+01:00"));
    let saturday = moment("2026-03-28T12:00Z");
    assert_eq!(oracle.due_days(saturday, 2).due, moment("2026-04-01T09:00+01:00"));
    assert_eq!(oracle.covered(saturday, later(saturday, 7 * DAY)), 40 * 3_600);
    let weekend = oracle.reasons(moment("2026-03-27T17:00Z"), moment("2026-03-30T09:00+01:00"));
    assert_eq!(weekend, [Reason::Closed, Reason::Weekend]);
    let night = Hours { weekday: 4, from: 22 * 3_600, until: 6 * 3_600 };
    let night = Desk { hours: vec![night], ..office };
    let oracle = Oracle { desk: &night, step: 60 };
    assert_eq!(oracle.covered(saturday, later(saturday, 7 * DAY)), 8 * 3_600);
    assert_eq!(oracle.due(friday, 8 * 3_600), moment("2026-03-28T06:00Z"));
    assert_eq!(oracle.due_days(friday, 1).dates[0].to_string(), "2026-03-28");
}

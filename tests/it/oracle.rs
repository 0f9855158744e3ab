//! A slow and evident reckoning of deadlines, to compare the engine with.
//!
//! It steps through time and looks at the wall clock: nothing else of the library is asked. Time
//! goes by in cells that begin and end at whole steps since 1970. Every edge of a window and every
//! clock change lies at a whole step, so nothing can begin or end within a cell, and one look at
//! the clock tells what all of it is.

use plan_comparator::deadline::{ClockChange, Reason};
use plan_comparator::zone::{Instant, LocalDate, LocalTime, Zone};

const DAY: i64 = 86_400;

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
}

/// A desk, and the steps in which the oracle goes.
pub struct Oracle {
    pub zone: Zone,
    pub hours: Vec<Hours>,
    pub holidays: Vec<LocalDate>,
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

fn weekday(reading: LocalTime) -> i64 {
    // 1970-01-01 was a Thursday.
    (reading.as_seconds().div_euclid(DAY) + 3).rem_euclid(7)
}

fn second_of_day(reading: LocalTime) -> i64 {
    reading.as_seconds().rem_euclid(DAY)
}

impl Oracle {
    fn reading(&self, at: Instant) -> LocalTime {
        self.zone.local(at).expect("the oracle stays within the table")
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

    /// Whether the desk has hours on such a weekday; holidays aside.
    fn has_hours(&self, weekday: i64) -> bool {
        let starts = |hours: &Hours| hours.weekday == weekday;
        let goes_on = |hours: &Hours| {
            (hours.weekday + 1) % 7 == weekday && hours.until <= hours.from && hours.until > 0
        };
        self.hours.iter().any(|hours| starts(hours) || goes_on(hours))
    }

    fn in_hours(&self, weekday: i64, second: i64) -> bool {
        self.hours.iter().any(|hours| hours.contain(weekday, second))
    }

    fn is_holiday(&self, date: LocalDate) -> bool {
        self.holidays.contains(&date)
    }

    /// Whether the clock reads inside a window, on a date that is no holiday.
    pub fn is_open(&self, at: Instant) -> bool {
        let reading = self.reading(at);
        self.in_hours(weekday(reading), second_of_day(reading)) && !self.is_holiday(reading.date())
    }

    /// The seconds of a week that are covered when no clock changes.
    pub fn seconds_of_week(&self) -> i64 {
        let open = |weekday: i64| {
            let seconds = (0..DAY).step_by(self.step as usize);
            seconds.filter(|second| self.in_hours(weekday, *second)).count() as i64
        };
        (0..7).map(open).sum::<i64>() * self.step
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
            let reading = self.reading(cell.from);
            // A date that the clock goes back to has been seen already.
            if reading.date() > latest {
                latest = reading.date();
                if self.has_hours(weekday(reading)) && !self.is_holiday(latest) {
                    dates.push(latest);
                }
            }
            if dates.len() == days {
                break;
            }
        }
        let wanted = self.held(latest, second_of_day(start));
        Days { starts, dates, due: self.first_at(starts, wanted) }
    }

    /// The stretches of whole dates off between working days, from the one on which counting starts.
    pub fn days_off(&self, days: &Days) -> Vec<(Instant, Instant)> {
        let begin = |date: LocalDate| {
            let midnight = LocalTime::parse(&format!("{date}T00:00")).expect("a date's midnight");
            self.first_at(days.starts, midnight.as_seconds())
        };
        let before =
            core::iter::once(self.reading(days.starts).date()).chain(days.dates.iter().copied());
        let between = before.zip(&days.dates).map(|(day, next)| (begin(day.next()), begin(*next)));
        between.filter(|(from, until)| from < until).collect()
    }

    /// A second of a date, held between its first opening and its last closing; in seconds of the
    /// wall clock, as [`LocalTime::as_seconds`] has them.
    fn held(&self, date: LocalDate, second: i64) -> i64 {
        let midnight = LocalTime::parse(&format!("{date}T00:00")).expect("a date's midnight");
        let weekday = weekday(midnight);
        let steps = || (0..DAY).step_by(self.step as usize);
        let opening =
            steps().find(|second| self.in_hours(weekday, *second)).expect("a working day");
        let last = steps().filter(|second| self.in_hours(weekday, *second)).last();
        let closing = last.expect("a working day") + self.step;
        midnight.as_seconds() + second.clamp(opening, closing)
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
        let offset = |at| self.zone.offset_at(at).expect("the oracle stays within the table");
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
            let reading = self.reading(cell.from);
            let reason = match weekday(reading) {
                weekday if self.has_hours(weekday) && self.is_holiday(reading.date()) => {
                    Reason::Holiday(reading.date())
                }
                weekday if self.has_hours(weekday) => Reason::Closed,
                5 | 6 => Reason::Weekend,
                _ => Reason::DayWithoutHours,
            };
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
    let nine_to_five = |weekday| Hours { weekday, from: 9 * 3_600, until: 17 * 3_600 };
    let hours: Vec<Hours> = (0..5).map(nine_to_five).collect();
    let oracle = Oracle { zone: zone("Europe/London"), hours, holidays: Vec::new(), step: 60 };
    let friday = moment("2026-03-27T16:30Z");
    assert_eq!(oracle.due(friday, 4 * 3_600), moment("2026-03-30T12:30+01:00"));
    assert_eq!(oracle.due(friday, 30 * 60), moment("2026-03-27T17:00Z"));
    assert_eq!(oracle.due(later(friday, 1), 30 * 60), moment("2026-03-30T09:00:01+01:00"));
    assert_eq!(oracle.due_days(friday, 1).due, moment("2026-03-30T16:30+01:00"));
    assert_eq!(
        oracle.due_days(moment("2026-03-28T12:00Z"), 2).due,
        moment("2026-04-01T09:00+01:00")
    );
    assert_eq!(oracle.seconds_of_week(), 40 * 3_600);
    let weekend = oracle.reasons(moment("2026-03-27T17:00Z"), moment("2026-03-30T09:00+01:00"));
    assert_eq!(weekend, [Reason::Closed, Reason::Weekend]);
    let nights = vec![Hours { weekday: 4, from: 22 * 3_600, until: 6 * 3_600 }];
    let nights = Oracle { hours: nights, ..oracle };
    assert_eq!(nights.seconds_of_week(), 8 * 3_600);
    assert_eq!(nights.due(friday, 8 * 3_600), moment("2026-03-28T06:00Z"));
    assert_eq!(nights.due_days(friday, 1).dates[0].to_string(), "2026-03-28");
}

//! The cases that every engine answers: desks, and for each desk openings with targets.
//!
//! Native code and WebAssembly link this crate, and JavaScript receives its cases as JSON. The
//! cases are always the same, so that the figures of two days can be compared.

mod draw;
mod year;

pub use year::longest_wait;

use worktime::schedule::{Exceptions, Schedule, Week};
use worktime::zone::{Duration, Instant, LocalDate, LocalTime, Zone};

use crate::draw::Draw;

/// How many cases each desk has. With fewer, the processor would learn to predict their branches.
pub const CASES_PER_DESK: usize = 1_000;

/// A support desk with its hours.
#[derive(Clone, Copy, Debug)]
pub struct Desk {
    /// The desk's name in tables.
    pub name: &'static str,
    /// The IANA name of the zone on whose clock the hours are read.
    pub zone: &'static str,
    /// The weekly hours, as [`Week::parse`] reads them.
    pub hours: &'static str,
    /// The dates on which it is closed.
    pub holidays: &'static [&'static str],
}

/// Every desk.
pub const DESKS: [Desk; 5] = [
    Desk {
        name: "London, Monday to Friday 9 to 17",
        zone: "Europe/London",
        hours: "mon-fri 09:00-17:00",
        holidays: &[],
    },
    Desk {
        name: "the same with 10 holidays",
        zone: "Europe/London",
        hours: "mon-fri 09:00-17:00",
        holidays: &LONDON_HOLIDAYS,
    },
    Desk {
        name: "London with a break at noon and a short Friday",
        zone: "Europe/London",
        hours: "mon-thu 08:30-12:00 13:00-17:30; fri 08:30-12:00 13:00-16:00",
        holidays: &[],
    },
    Desk {
        name: "London, day and night from Monday to Friday",
        zone: "Europe/London",
        hours: "mon-fri 00:00-24:00",
        holidays: &[],
    },
    Desk {
        name: "New York, Monday to Saturday, with 10 holidays",
        zone: "America/New_York",
        hours: "mon-fri 06:00-17:30; sat 10:00-14:00",
        holidays: &NEW_YORK_HOLIDAYS,
    },
];

const LONDON_HOLIDAYS: [&str; 10] = [
    "2025-01-01",
    "2025-04-18",
    "2025-04-21",
    "2025-12-25",
    "2025-12-26",
    "2026-01-01",
    "2026-04-03",
    "2026-12-25",
    "2027-01-01",
    "2027-03-26",
];

const NEW_YORK_HOLIDAYS: [&str; 10] = [
    "2025-01-01",
    "2025-07-04",
    "2025-11-27",
    "2025-12-25",
    "2026-01-01",
    "2026-11-26",
    "2026-12-25",
    "2027-01-01",
    "2027-11-25",
    "2027-12-24",
];

/// The targets, in minutes.
const TARGETS: [i64; 10] = [15, 30, 60, 120, 240, 360, 480, 960, 1_440, 2_400];

/// The Sundays on which clocks change in London or New York.
const CLOCK_CHANGES: [&str; 12] = [
    "2025-03-09",
    "2025-03-30",
    "2025-10-26",
    "2025-11-02",
    "2026-03-08",
    "2026-03-29",
    "2026-10-25",
    "2026-11-01",
    "2027-03-14",
    "2027-03-28",
    "2027-10-31",
    "2027-11-07",
];

const MINUTE: u64 = 60;
const HOUR: u64 = 3_600;
const DAY: u64 = 86_400;

/// A case that is opened at a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// When the case is opened.
    pub opened: Instant,
    /// The working time within which a reply is due; whole minutes.
    pub target: Duration,
}

impl Desk {
    /// The desk's hours, in our engine's terms.
    #[must_use]
    pub fn schedule(&self) -> Schedule {
        Schedule::new(self.zone(), self.week(), Exceptions::closed(self.dates()))
    }

    /// The desk's weekly hours.
    #[must_use]
    pub fn week(&self) -> Week {
        Week::parse(self.hours).expect("a desk's hours are well-formed")
    }

    /// The desk's holidays.
    pub fn dates(&self) -> impl Iterator<Item = LocalDate> {
        self.holidays.iter().map(|text| LocalDate::parse(text).expect("a holiday is a date"))
    }

    /// The zone on whose clock the desk's hours are read.
    #[must_use]
    pub fn zone(&self) -> Zone {
        Zone::named(self.zone).expect("a desk's zone is known")
    }

    /// The desk's [`CASES_PER_DESK`] cases, in no particular order. Of ten cases, five are opened
    /// at any time from 2025 to 2027, three between 8:00 and 18:00, and two within three days of a
    /// clock change.
    #[must_use]
    pub fn cases(&self) -> Vec<Case> {
        let mut draw = Draw::named(self.name);
        (0..CASES_PER_DESK)
            .map(|_| Case { opened: self.opened(&mut draw), target: target(&mut draw) })
            .collect()
    }

    fn opened(&self, draw: &mut Draw) -> Instant {
        let midnight = |date| format!("{date}T00:00");
        let at = |text: &str| {
            let reading = LocalTime::parse(text).expect("a reading");
            self.zone().resolve(reading).expect("in the table").instant()
        };
        let start = at("2025-01-01T00:00");
        let days = (at("2028-01-01T00:00") - start).as_seconds().unsigned_abs() / DAY;
        match draw.below(10) {
            0..5 => after(start, draw.below(days * DAY)),
            5..8 => {
                let day = after(start, draw.below(days) * DAY);
                after(day, 8 * HOUR + draw.below(10 * 60) * MINUTE)
            }
            _ => {
                let sunday = draw.of(&CLOCK_CHANGES);
                let thursday = at(&midnight(sunday)).unix() - 3 * 86_400;
                after(Instant::from_unix(thursday), draw.below(6 * DAY))
            }
        }
    }
}

fn target(draw: &mut Draw) -> Duration {
    Duration::minutes(*draw.of(&TARGETS))
}

fn after(start: Instant, seconds: u64) -> Instant {
    start + Duration::seconds(i64::try_from(seconds).expect("a few years fit"))
}

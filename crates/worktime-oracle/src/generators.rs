//! Random desks and openings, many of them where engines go wrong: near the edges of windows, near
//! midnight, and near clock changes. The zones are all real ones and a few that no place has.

use std::sync::LazyLock;

use proptest::prelude::*;
use worktime::schedule::{DayHours, Exception, Schedule, WEEKDAYS, Week};
use worktime::zone::{Instant, LocalDate, LocalTime, Zone};

use crate::desk::{DAY, Desk, Hours, Own, midnight};
use crate::edges::Edges;

/// A desk, for the engine and for the oracles, and when a case is opened.
pub struct Case {
    pub schedule: Schedule,
    pub edges: Edges,
    pub opened: Instant,
}

impl core::fmt::Debug for Case {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Desk { zone, hours, business, dates } = &self.edges.desk;
        let dates: Vec<String> =
            dates.iter().map(|(date, own)| format!("{date} {own:?}")).collect();
        let opened = zone.local(self.opened).map(|reading| reading.to_string()).unwrap_or_default();
        write!(f, "{} in {}, opened {opened} = {}", written(hours), zone.name(), self.opened)?;
        write!(f, ", business weekdays {business:07b}, dates {}", dates.join(", "))
    }
}

impl Case {
    fn new(desk: Desk, opened: Instant) -> Self {
        let edges = Edges::new(desk, opened);
        Self { schedule: edges.desk.schedule(), edges, opened }
    }

    /// The desk with one more holiday, `days` days after the case is opened.
    pub fn closed_also_after(&self, days: i64) -> Schedule {
        let today = midnight(self.edges.reading(self.opened).date());
        let mut desk = self.edges.desk.clone();
        desk.dates.insert(date(today + days * DAY), Own::Closed);
        desk.schedule()
    }
}

impl Desk {
    /// The desk for the engine.
    fn schedule(&self) -> Schedule {
        let week = Week::parse(&written(&self.hours)).expect("the generator writes hours");
        let is_business = |place: &usize| self.business >> place & 1 == 1;
        let business = (0..7).filter(is_business).map(|place| WEEKDAYS[place]);
        let hours = |from: i64, until: i64| {
            let text = format!("{}-{}", time(from), time(until));
            DayHours::parse(&text).expect("the generator writes hours")
        };
        let exception = |own: &Own| match own {
            Own::Closed => Exception::Closed,
            Own::Only(from, until) => Exception::Only(hours(*from, *until)),
            Own::Also(from, until) => Exception::Also(hours(*from, *until)),
        };
        let dates = self.dates.iter().map(|(date, own)| (*date, exception(own)));
        Schedule::new(self.zone, week.with_business_weekdays(business), dates.collect())
    }
}

/// How a case is restricted, so that the slow oracle can answer it.
#[derive(Clone, Copy, Debug)]
pub enum Pace {
    /// No restriction; not for the slow oracle.
    Free,
    /// Windows begin and end at multiples of this number of seconds.
    Steps(i64),
    /// Windows begin and end at any second. The desk has the same hours on every day, so that the
    /// oracle soon finds an answer.
    Seconds,
}

/// A random case.
pub fn case(pace: Pace) -> impl Strategy<Value = Case> {
    (zone(), hours(), business(), own_dates(), anchor(), jitter()).prop_map(
        move |(zone, hours, business, own_dates, anchor, jitter)| {
            let step = match pace {
                Pace::Steps(step) => step,
                Pace::Free | Pace::Seconds => 1,
            };
            let hours = laid_out(&hours, step, matches!(pace, Pace::Seconds));
            let most = match pace {
                Pace::Free => 400,
                Pace::Steps(_) => 20,
                Pace::Seconds => 1,
            };
            let (first, last) = years(zone, matches!(pace, Pace::Free));
            let opened = anchor.instant(zone, &hours).unix() + jitter;
            let opened = Instant::from_unix(opened.clamp(first, last));
            let today = midnight(zone.local(opened).expect("within the table").date());
            let dates = own_dates.into_iter().take(most);
            let dates = dates.map(|(days, own)| (date(today + days * DAY), own.rounded(step)));
            // The slow oracle goes on until it has found a business day.
            let begins = hours.iter().fold(0, |bits, hours| bits | 1 << hours.weekday);
            let business = match pace {
                Pace::Seconds => 0b111_1111,
                Pace::Steps(_) if business & begins == 0 => begins,
                Pace::Free | Pace::Steps(_) => business,
            };
            Case::new(Desk { zone, hours, business, dates: dates.collect() }, opened)
        },
    )
}

/// The date of a reading, which is given as [`LocalTime::as_seconds`].
fn date(reading: i64) -> LocalDate {
    LocalTime::from_seconds(reading).date()
}

/// Dates with hours of their own, in days after the opening: none, some, or up to 400 at regular
/// distances. Most of them are holidays.
fn own_dates() -> impl Strategy<Value = Vec<(i64, Own)>> {
    let row = |count: i64| {
        let row = (-20..20_i64, 1..=8_i64, 1..count, own());
        row.prop_map(|(first, apart, count, own)| {
            (0..count).map(|day| (first + day * apart, own.clone())).collect()
        })
    };
    prop_oneof![
        20 => Just(Vec::new()),
        20 => prop::collection::vec((0..28_i64, own()), 1..12),
        20 => row(12),
        3 => row(400),
    ]
}

/// What a date has instead of its weekday's hours.
fn own() -> impl Strategy<Value = Own> {
    let window = || (edge(), edge()).prop_map(|(one, other)| (one.min(other), one.max(other)));
    prop_oneof![
        6 => Just(Own::Closed),
        2 => window().prop_map(|(from, until)| Own::Only(from, until)),
        2 => window().prop_map(|(from, until)| Own::Also(from, until)),
    ]
}

impl Own {
    /// The same with hours that begin and end at multiples of `step` seconds, and are not empty.
    fn rounded(self, step: i64) -> Self {
        let window = |from: i64, until: i64| {
            let from = from.min(DAY - 1) / step * step;
            (from, (until / step * step).max(from + step))
        };
        match self {
            Self::Closed => Self::Closed,
            Self::Only(from, until) => {
                let (from, until) = window(from, until);
                Self::Only(from, until)
            }
            Self::Also(from, until) => {
                let (from, until) = window(from, until);
                Self::Also(from, until)
            }
        }
    }
}

/// Business weekdays: Monday to Friday, every day, or any.
fn business() -> impl Strategy<Value = u8> {
    prop_oneof![4 => Just(0b001_1111_u8), 2 => Just(0b111_1111_u8), 2 => 0..128_u8]
}

/// A second of the day as a time of day.
fn time(second: i64) -> String {
    format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60)
}

/// Windows as [`Week::parse`] reads them.
fn written(hours: &[Hours]) -> String {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let line = |hours: &Hours| {
        format!("{} {}-{}", days[hours.weekday as usize], time(hours.from), time(hours.until))
    };
    hours.iter().map(line).collect::<Vec<_>>().join("; ")
}

/// A window on several weekdays, which are bits; Monday is the lowest.
#[derive(Clone, Copy, Debug)]
struct Shift {
    days: u8,
    from: i64,
    until: i64,
}

/// Usual hours, or one to four windows, each on some weekdays.
fn hours() -> impl Strategy<Value = Vec<Shift>> {
    let shift =
        |days, from: i64, until: i64| Shift { days, from: from * 3_600, until: until * 3_600 };
    let office = vec![shift(0b001_1111, 9, 17)];
    let two_shifts = vec![shift(0b001_1111, 9, 12), shift(0b001_1111, 13, 17)];
    let five_days = vec![shift(0b001_1111, 0, 24)];
    let always = vec![shift(0b111_1111, 0, 24)];
    let days = prop_oneof![
        3 => Just(0b001_1111_u8),
        2 => (0..7_u8).prop_map(|day| 1 << day),
        3 => 1..128_u8,
    ];
    let any = (days, edge(), edge()).prop_map(|(days, from, until)| Shift { days, from, until });
    prop_oneof![
        3 => prop::sample::select(vec![office, two_shifts, five_days, always.clone(), always]),
        10 => prop::collection::vec(any, 1..=4),
    ]
}

/// The windows of shifts on single weekdays, rounded down to multiples of `step` seconds.
fn laid_out(shifts: &[Shift], step: i64, every_day: bool) -> Vec<Hours> {
    let hours = |shift: &Shift| {
        let (from, until) = (shift.from % DAY / step * step, shift.until / step * step);
        let until = if from == until { from + step } else { until };
        let days = if every_day { 0b111_1111 } else { shift.days };
        let on = (0..7).filter(move |weekday| days >> weekday & 1 == 1);
        on.map(move |weekday| Hours { weekday, from, until })
    };
    shifts.iter().flat_map(hours).collect()
}

/// A second of the day: near midnight, in the hours in which clocks change, at a whole hour, or
/// any.
fn edge() -> impl Strategy<Value = i64> {
    prop_oneof![
        1 => (0..4_i64, prop::sample::select(&[1, 60, 900][..])).prop_map(|(steps, of)| steps * of),
        1 => (0..4_i64, prop::sample::select(&[1, 60, 900][..]))
            .prop_map(|(steps, of)| DAY - steps * of),
        3 => (0..=14_i64).prop_map(|quarters| quarters * 900),
        3 => (0..=24_i64).prop_map(|hours| hours * 3_600),
        1 => (0..=1_440_i64).prop_map(|minutes| minutes * 60),
        1 => 0..=DAY,
    ]
}

/// An instant near which a case is opened.
#[derive(Clone, Copy, Debug)]
enum Anchor {
    /// A clock change of the zone.
    Change(usize),
    /// The beginning or the end of a window, `day` days after a date early in the rules.
    Edge { day: i64, window: usize, end: bool },
    /// A part of the years of the rules, in 65,536ths.
    Any(u16),
    /// `days` days before the end of the rules.
    End { days: i64 },
}

fn anchor() -> impl Strategy<Value = Anchor> {
    prop_oneof![
        40 => (0..64_usize).prop_map(Anchor::Change),
        30 => (0..1_000_i64, 0..28_usize, any::<bool>())
            .prop_map(|(day, window, end)| Anchor::Edge { day, window, end }),
        10 => any::<u16>().prop_map(Anchor::Any),
        3 => (0..30_i64).prop_map(|days| Anchor::End { days }),
    ]
}

impl Anchor {
    fn instant(self, zone: Zone, hours: &[Hours]) -> Instant {
        let (first, last) = years(zone, true);
        let any = |part: i64| Instant::from_unix(first + (last - first) / 65_536 * part);
        match self {
            Self::Any(part) => any(i64::from(part)),
            Self::Change(index) => {
                let stretches = zone.stretches(any(0)).expect("within the table").skip(1);
                let changes: Vec<Instant> =
                    stretches.map(|stretch| stretch.interval.from).collect();
                // If the clock never changes, any instant will do.
                let change = changes.get(index % changes.len().max(1));
                change.copied().unwrap_or_else(|| any(index as i64 * 999))
            }
            Self::Edge { day, window, end } => {
                let hours = hours[window % hours.len()];
                let today = zone.local(any(9_999)).expect("within the table").date();
                let begins = LocalTime::from_seconds(midnight(today) + day * DAY);
                let midnight = zone.resolve(begins).expect("within the table").instant();
                Instant::from_unix(midnight.unix() + if end { hours.until } else { hours.from })
            }
            Self::End { days } => Instant::from_unix(last - days * DAY),
        }
    }
}

/// Seconds from an anchor to the opening.
fn jitter() -> impl Strategy<Value = i64> {
    let unit = prop::sample::select(&[1, 60, 900][..]);
    prop_oneof![
        2 => Just(0_i64),
        2 => -1..=1_i64,
        3 => (-12..=12_i64, unit).prop_map(|(steps, unit)| steps * unit),
        2 => -10_800..=10_800_i64,
        1 => -172_800..=0_i64,
        3 => (1..=8_i64, prop_oneof![0..=3_600_i64, -7_200..=7_200_i64])
            .prop_map(|(days, seconds)| seconds - days * DAY),
        2 => -1_209_600..=0_i64,
    ]
}

/// The first and the last second at which cases are opened: those of the zone rules, or, for an
/// oracle that does not know where the rules end, those from which deadlines lie within the rules.
fn years(zone: Zone, all: bool) -> (i64, i64) {
    let (first, last) = if zone.name().starts_with("Test/") {
        (SYNTHETIC, SYNTHETIC_END)
    } else {
        (TABLE, TABLE_END)
    };
    (first, last - if all { 1 } else { 600 * DAY })
}

/// 2020-01-01T00:00:00Z, with which the table begins, in Unix seconds.
const TABLE: i64 = 1_577_836_800;

/// 2041-01-01T00:00:00Z, with which the table ends, in Unix seconds.
const TABLE_END: i64 = 2_240_611_200;

/// A real zone, often one with clock changes to come, or a synthetic one.
fn zone() -> impl Strategy<Value = Zone> {
    static ZONES: LazyLock<Vec<Zone>> = LazyLock::new(|| named(Zone::names()));
    prop_oneof![
        3 => prop::sample::select(ZONES.as_slice()),
        2 => prop::sample::select(named(RESTLESS.iter().copied())),
        2 => prop::sample::select(ODD),
    ]
}

fn named<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Zone> {
    names.map(|name| Zone::named(name).expect("a zone of the table")).collect()
}

/// Zones that together change their clocks in every way of the table.
const RESTLESS: &[&str] = &[
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Havana",
    "America/Los_Angeles",
    "America/Nuuk",
    "America/Santiago",
    "America/Scoresbysund",
    "America/Vancouver",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Europe/London",
    "Pacific/Chatham",
    "Pacific/Easter",
];

/// 2025-01-01T00:00:00Z, with which the rules of synthetic zones begin, in Unix seconds.
const SYNTHETIC: i64 = 1_735_689_600;

/// 2030-01-01T00:00:00Z, with which the rules of synthetic zones end, in Unix seconds.
const SYNTHETIC_END: i64 = 1_893_456_000;

const fn synthetic(name: &'static str, change_at: &'static [u32], offset: &'static [i8]) -> Zone {
    Zone::synthetic(name, change_at, offset, Instant::from_unix(SYNTHETIC_END))
}

/// The synthetic zone with a name.
#[track_caller]
pub fn odd(name: &str) -> Zone {
    *ODD.iter().find(|zone| zone.name() == name).expect("a synthetic zone")
}

/// Synthetic zones, with clock changes that are rare or that no place has.
pub const ODD: &[Zone] = &[
    // The clock goes forward from 00:00 to 01:00 on a Friday, and back from midnight to 23:00.
    synthetic("Test/At_Midnight", &[SYNTHETIC as u32, 1_776_981_600, 1_793_307_600], &[8, 12, 8]),
    // The clock goes forward from 23:30 to 00:30, and back from 00:30 to 23:30.
    synthetic("Test/Over_Midnight", &[SYNTHETIC as u32, 1_776_979_800, 1_793_309_400], &[8, 12, 8]),
    // Friday 2026-04-10 is skipped, and Thursday 2026-09-10 happens twice.
    synthetic("Test/Date_Line", &[SYNTHETIC as u32, 1_775_815_200, 1_789_034_400], &[-40, 56, -40]),
    // Half an hour is skipped, and later repeated, on a Tuesday at noon.
    synthetic("Test/Half_Hour", &[SYNTHETIC as u32, 1_773_106_200, 1_788_829_200], &[42, 44, 42]),
    // Two changes within one working week, and later three hours at once.
    synthetic(
        "Test/Workdays",
        &[SYNTHETIC as u32, 1_778_583_600, 1_778_839_200, 1_794_304_800],
        &[4, 8, 4, -8],
    ),
    // The clock goes forward by a quarter of an hour and, three days later, back by half an hour.
    synthetic("Test/Quarters", &[SYNTHETIC as u32, 1_780_344_000, 1_780_549_200], &[23, 24, 22]),
];

//! Desks and moments at random, crowded where engines go wrong: around the edges of windows, around
//! midnight, and around clock changes, of every real zone and of a few that no place has.

use plan_comparator::calendar::{Coverage, Holidays, Week};
use plan_comparator::zone::{Instant, LocalDate, LocalTime, Zone};
use proptest::prelude::*;

use crate::oracle::{Hours, Oracle};

/// A desk and a moment at which a case is opened.
pub struct Case {
    pub desk: Coverage,
    pub oracle: Oracle,
    pub opened: Instant,
    week: String,
}

impl core::fmt::Debug for Case {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let zone = self.oracle.zone;
        let dates: Vec<String> = self.oracle.holidays.iter().map(ToString::to_string).collect();
        let opened = zone.local(self.opened).map(|reading| reading.to_string()).unwrap_or_default();
        write!(f, "{} in {}, opened {opened} = {}", self.week, zone.name(), self.opened)?;
        write!(f, ", holidays {}, in steps of {} s", dates.join(","), self.oracle.step)
    }
}

impl Case {
    /// The same desk with one more holiday.
    pub fn closed_also_on(&self, date: LocalDate) -> Coverage {
        let dates = self.oracle.holidays.iter().copied().chain([date]);
        Coverage::new(self.oracle.zone, week(&self.week), Holidays::new(dates))
    }

    /// The date that the clock shows at opening, and so many days on.
    pub fn date(&self, days: usize) -> LocalDate {
        let date = self.oracle.zone.local(self.opened).expect("within the table").date();
        core::iter::successors(Some(date), |date| Some(date.next())).nth(days).expect("a date")
    }

    /// An amount of time to be covered, from its size relative to what two weeks hold, or, where
    /// the oracle goes by the second, two days.
    pub fn seconds(&self, size: Size) -> i64 {
        let week = self.oracle.seconds_of_week();
        let most = if self.oracle.step == 1 { week * 2 / 7 } else { week * 2 };
        let seconds = i64::from(size.of_65536) * most / 65_536;
        let seconds =
            if size.whole_steps { seconds / self.oracle.step * self.oracle.step } else { seconds };
        if seconds == 0 { self.oracle.step } else { seconds }
    }

    /// A number of business days that the oracle can reckon in a reasonable time.
    pub fn days(&self, days: usize) -> usize {
        if self.oracle.step == 1 { 1 + days % 2 } else { days }
    }
}

/// How long a target is; whole steps make it run out at closing often.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    of_65536: u16,
    whole_steps: bool,
}

pub fn size() -> impl Strategy<Value = Size> {
    let of_65536 = prop_oneof![any::<u16>(), 0..4_096_u16];
    (of_65536, any::<bool>()).prop_map(|(of_65536, whole_steps)| Size { of_65536, whole_steps })
}

fn week(text: &str) -> Week {
    Week::parse(text).expect("the generator writes hours")
}

/// Every desk and moment, in steps of a quarter, a minute or a second.
pub fn case() -> impl Strategy<Value = Case> {
    let step = prop_oneof![16 => Just(900), 8 => Just(60), 1 => Just(1)];
    step.prop_flat_map(|step| {
        let holidays = prop_oneof![
            Just(Vec::new()),
            prop::collection::vec(0..28_usize, 1..12),
            (0..4_usize, 1..10_usize).prop_map(|(first, count)| (first..first + count).collect()),
        ];
        (zones(), hours(step), holidays, anchor(), jitter(step)).prop_map(
            move |(zone, hours, holidays, anchor, jitter)| {
                build(zone, step, hours, holidays, anchor, jitter)
            },
        )
    })
}

fn build(
    zone: Zone,
    step: i64,
    hours: Vec<Hours>,
    holidays: Vec<usize>,
    anchor: Anchor,
    jitter: i64,
) -> Case {
    let opened = anchor.moment(zone, &hours).unix() + jitter;
    let (first, last) = years(zone);
    let opened = Instant::from_unix(opened.clamp(first, last));
    // Casey's clock has changed at one minute past an hour.
    let whole = changes(zone).iter().all(|change| change.unix() % step == 0);
    let step = if whole { step } else { 60 };
    let mut oracle = Oracle { zone, hours, holidays: Vec::new(), step };
    let today = zone.local(opened).expect("within the table").date();
    let at_most = if step == 1 { 2 } else { usize::MAX };
    oracle.holidays =
        holidays.into_iter().take(at_most).map(|days| days_after(today, days)).collect();
    let text = written(&oracle.hours);
    let dates = Holidays::new(oracle.holidays.iter().copied());
    Case { desk: Coverage::new(zone, week(&text), dates), oracle, opened, week: text }
}

fn days_after(date: LocalDate, days: usize) -> LocalDate {
    (0..days).fold(date, |date, _| date.next())
}

/// Hours as [`Week::parse`] reads them.
fn written(hours: &[Hours]) -> String {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let time =
        |second: i64| format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60);
    let line = |hours: &Hours| {
        format!("{} {}-{}", days[hours.weekday as usize], time(hours.from), time(hours.until))
    };
    hours.iter().map(line).collect::<Vec<_>>().join("; ")
}

/// One to four windows, each on some days of the week. By the second: on every day, so that the
/// oracle has not far to go.
fn hours(step: i64) -> impl Strategy<Value = Vec<Hours>> {
    let days = match step {
        1 => Just(0b111_1111_u8).boxed(),
        _ => prop_oneof![
            3 => Just(0b001_1111_u8),
            2 => (0..7_u8).prop_map(|day| 1 << day),
            3 => 1..128_u8,
        ]
        .boxed(),
    };
    let window = (days, edge(step), edge(step)).prop_map(move |(days, from, until)| {
        let from = if from == 86_400 { 0 } else { from };
        let until = if from == until { from + step } else { until };
        let on = |weekday: &i64| days >> weekday & 1 == 1;
        (0..7).filter(on).map(|weekday| Hours { weekday, from, until }).collect::<Vec<_>>()
    });
    prop::collection::vec(window, 1..=4).prop_map(|windows| windows.concat())
}

/// A second of the day at a whole step: around midnight, in the hours in which clocks change, at
/// whole hours, or any.
fn edge(step: i64) -> impl Strategy<Value = i64> {
    prop_oneof![
        1 => (0..4_i64).prop_map(move |steps| steps * step),
        1 => (0..4_i64).prop_map(move |steps| 86_400 - steps * step),
        2 => (0..=14_i64).prop_map(|quarters| quarters * 900),
        2 => (0..=24_i64).prop_map(|hours| hours * 3_600),
        2 => (0..=86_400 / step).prop_map(move |steps| steps * step),
    ]
}

/// A moment near which a case is opened.
#[derive(Clone, Copy, Debug)]
enum Anchor {
    /// The zone's clock changes.
    Change(usize),
    /// A window begins or ends, so many days into the table.
    Edge { day: usize, window: usize, end: bool },
    /// No matter when, as a part of the years.
    Any(u16),
}

fn anchor() -> impl Strategy<Value = Anchor> {
    prop_oneof![
        3 => (0..64_usize).prop_map(Anchor::Change),
        2 => (0..1_000_usize, 0..28_usize, any::<bool>())
            .prop_map(|(day, window, end)| Anchor::Edge { day, window, end }),
        1 => any::<u16>().prop_map(Anchor::Any),
    ]
}

impl Anchor {
    fn moment(self, zone: Zone, hours: &[Hours]) -> Instant {
        let (first, last) = years(zone);
        let any = |part: u16| Instant::from_unix(first + (last - first) / 65_536 * i64::from(part));
        match self {
            Self::Any(part) => any(part),
            Self::Change(index) => {
                let changes = changes(zone);
                // Clocks that never change are as good as any.
                changes
                    .get(index % changes.len().max(1))
                    .copied()
                    .unwrap_or_else(|| any(index as u16 * 999))
            }
            Self::Edge { day, window, end } => {
                let hours = hours[window % hours.len()];
                let second = if end { hours.until } else { hours.from };
                let date =
                    days_after(zone.local(any(9_999)).expect("within the table").date(), day);
                let reading = LocalTime::parse(&format!("{date}T00:00")).expect("a reading");
                let midnight = zone.resolve(reading).expect("within the table").instant();
                Instant::from_unix(midnight.unix() + second)
            }
        }
    }
}

/// The moments at which the clock of a zone changes.
fn changes(zone: Zone) -> Vec<Instant> {
    let (first, _) = years(zone);
    let stretches = zone.stretches(Instant::from_unix(first)).expect("within the table");
    stretches.skip(1).map(|stretch| stretch.from).collect()
}

/// Seconds between an anchor and the moment of opening.
fn jitter(step: i64) -> impl Strategy<Value = i64> {
    let near = step.max(60) * 12;
    prop_oneof![
        2 => Just(0_i64),
        2 => -1..=1_i64,
        2 => (-12..=12_i64).prop_map(move |steps| steps * step),
        2 => -near..=near,
        1 => -172_800..=0_i64,
    ]
}

/// The years in which cases are opened, in Unix seconds; deadlines stay within the table.
fn years(zone: Zone) -> (i64, i64) {
    if zone.name().starts_with("Test/") {
        (SYNTHETIC + 172_800, 1_830_297_600)
    } else {
        (1_578_009_600, 2_193_000_000)
    }
}

/// Real zones, most of them with clock changes still to come, and synthetic ones.
fn zones() -> impl Strategy<Value = Zone> {
    let names: Vec<&str> = Zone::names().collect();
    prop_oneof![
        2 => prop::sample::select(names).prop_map(|name| Zone::named(name).expect("a zone of the table")),
        2 => prop::sample::select(RESTLESS).prop_map(|name| Zone::named(name).expect("a zone of the table")),
        2 => prop::sample::select(ODD),
    ]
}

/// Places whose clocks change in every way that the table knows.
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

/// 2025-01-01T00:00:00Z, with which the synthetic rules begin; they end five years later.
const SYNTHETIC: i64 = 1_735_689_600;

const fn synthetic(name: &'static str, change_at: &'static [u32], offset: &'static [i8]) -> Zone {
    Zone::synthetic(name, change_at, offset, Instant::from_unix(1_893_456_000))
}

/// One of the synthetic zones.
#[track_caller]
pub fn odd(name: &str) -> Zone {
    *ODD.iter().find(|zone| zone.name() == name).expect("a synthetic zone")
}

/// Clock changes that would be rare luck to meet.
pub const ODD: &[Zone] = &[
    // The clock jumps from 00:00 to 01:00 on a Friday, and goes back to 23:00 at midnight.
    synthetic("Test/At_Midnight", &[SYNTHETIC as u32, 1_776_981_600, 1_793_307_600], &[8, 12, 8]),
    // It jumps from 23:30 to 00:30, and goes back from 00:30 to 23:30.
    synthetic("Test/Over_Midnight", &[SYNTHETIC as u32, 1_776_979_800, 1_793_309_400], &[8, 12, 8]),
    // Friday 2026-04-10 is skipped, and Thursday 2026-09-10 happens twice.
    synthetic("Test/Date_Line", &[SYNTHETIC as u32, 1_775_815_200, 1_789_034_400], &[-40, 56, -40]),
    // Half an hour is skipped and repeated at noon of a Tuesday.
    synthetic("Test/Half_Hour", &[SYNTHETIC as u32, 1_773_106_200, 1_788_829_200], &[42, 44, 42]),
    // Two changes within one working week, and later three hours at once.
    synthetic(
        "Test/Workdays",
        &[SYNTHETIC as u32, 1_778_583_600, 1_778_839_200, 1_794_304_800],
        &[4, 8, 4, -8],
    ),
    // A quarter of an hour forwards and, three days later, half an hour back.
    synthetic("Test/Quarters", &[SYNTHETIC as u32, 1_780_344_000, 1_780_549_200], &[23, 24, 22]),
];

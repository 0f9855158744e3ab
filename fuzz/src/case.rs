//! A desk and a case for it, made of bytes: the zone; the windows of the week; the moment; the
//! holidays, counted from it; the target.

use std::sync::LazyLock;

use plan_comparator::calendar::{Coverage, Holidays, MAX_HOLIDAYS, Target, Week, Window};
use plan_comparator::zone::{Duration, Instant, LocalDate, Offset, TimeOfDay, Weekday, Zone};

use super::bytes::Bytes;

/// A day on a clock that no change disturbs.
const DAY: i64 = 86_400;

/// 2020-01-01T00:00:00Z and 2041-01-01T00:00:00Z, between which there are zone rules.
pub const TABLE: (i64, i64) = (1_577_836_800, 2_240_611_200);

/// Most windows of an input, each on some days of the week.
const WINDOWS: u8 = 6;

/// Every zone of the table, and those of [`ODD`].
static ZONES: LazyLock<Vec<Zone>> =
    LazyLock::new(|| Zone::names().filter_map(Zone::named).chain(ODD).collect());

const fn synthetic(name: &'static str, change_at: &'static [u32], offset: &'static [i8]) -> Zone {
    Zone::synthetic(name, change_at, offset, Instant::from_unix(TABLE.1))
}

/// Clock changes that no real place has in the years of the table.
const ODD: [Zone; 2] = [
    // The clock jumps from 23:30 to 00:30, and goes back from 00:30 to 23:30.
    synthetic("Test/Over_Midnight", &[1_577_836_800, 1_776_979_800, 1_793_309_400], &[8, 12, 8]),
    // Friday 2026-04-10 is skipped, and Thursday 2026-09-10 happens twice.
    synthetic("Test/Date_Line", &[1_577_836_800, 1_775_815_200, 1_789_034_400], &[-40, 56, -40]),
];

/// A desk and a case for it.
pub struct Case {
    /// Whose hours are counted.
    pub desk: Coverage,
    /// How much of them.
    pub target: Target,
    /// From when on.
    pub opened: Instant,
}

/// The case that bytes are; `None` for those that give the week no hours.
#[must_use]
pub fn case(data: &[u8]) -> Option<Case> {
    let bytes = &mut Bytes(data);
    let zone = *ZONES.get(usize::from(bytes.short()) % ZONES.len())?;
    let mut windows = Vec::new();
    for _ in 0..=bytes.byte() % WINDOWS {
        let days = bytes.byte();
        let window = Window { from: time(bytes)?, until: time(bytes)? };
        let week = core::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).zip(0..7);
        let on = week.filter(|(_, bit)| days >> bit & 1 == 1);
        windows.extend(on.map(|(day, _)| (day, window)));
    }
    let opened = opened(bytes, &zone, &windows);
    let holidays = holidays(bytes, date_of(opened));
    let target = target(bytes);
    let desk = Coverage::new(zone, Week::new(windows)?, holidays);
    Some(Case { desk, target, opened })
}

/// A quarter of an hour by one byte, or any second by more.
fn time(bytes: &mut Bytes) -> Option<TimeOfDay> {
    let second = match bytes.byte() {
        quarter @ 0..=96 => u32::from(quarter) * 900,
        above => (u32::from(above) << 16 | u32::from(bytes.short())) % 86_401,
    };
    let (minute, second) = (second / 60, second % 60);
    TimeOfDay::parse(&format!("{:02}:{:02}:{second:02}", minute / 60, minute % 60))
}

/// A few seconds around zero.
fn jitter(bytes: &mut Bytes) -> i64 {
    match bytes.byte() {
        small @ 0..=127 => i64::from(small) - 64,
        large => (i64::from(large) - 192) * 900,
    }
}

/// Near an edge of a window, near a clock change, near an end of the table, or at any moment.
fn opened(bytes: &mut Bytes, zone: &Zone, windows: &[(Weekday, Window)]) -> Instant {
    let kind = bytes.byte();
    let unix = match kind % 8 {
        0..=3 => {
            // 21 years have 7,671 days.
            let date =
                date_of(Instant::from_unix(TABLE.0 + i64::from(bytes.short() % 7_671) * DAY));
            let window = windows.get(usize::from(kind / 8) % windows.len().max(1));
            let edge = window.map_or(TimeOfDay::MIDNIGHT, |(_, window)| {
                if kind.is_multiple_of(2) { window.from } else { window.until }
            });
            let at =
                zone.resolve(date.at(edge)).map_or(Instant::from_unix(TABLE.1), |it| it.instant());
            at.unix() + jitter(bytes)
        }
        4 | 5 => {
            let stretches = zone.stretches(Instant::from_unix(TABLE.0)).into_iter().flatten();
            let changes: Vec<Instant> = stretches.map(|stretch| stretch.from).collect();
            let change = changes.iter().cycle().nth(usize::from(bytes.byte()));
            change.map_or(TABLE.0, |at| at.unix()) + jitter(bytes)
        }
        6 => TABLE.0 + i64::from(bytes.word()) % (TABLE.1 - TABLE.0),
        _ => match bytes.byte() {
            0 => TABLE.0 + jitter(bytes),
            1 => TABLE.1 + jitter(bytes),
            2 => i64::MIN.saturating_add(jitter(bytes)),
            3 => i64::MAX.saturating_add(jitter(bytes)),
            _ => bytes.long(),
        },
    };
    Instant::from_unix(unix)
}

/// The date in UTC.
fn date_of(at: Instant) -> LocalDate {
    Offset::seconds(0).local(at).date()
}

/// Runs of dates that begin up to half a year from a date, none if there are no more bytes.
fn holidays(bytes: &mut Bytes, near: LocalDate) -> Holidays {
    let midnight = Offset::seconds(0).instant(near.at(TimeOfDay::MIDNIGHT)).unix();
    let mut dates = Vec::new();
    for _ in 0..bytes.byte() % 32 {
        let first = (i64::from(bytes.byte()) - 16).saturating_mul(DAY).saturating_add(midnight);
        let first = date_of(Instant::from_unix(first));
        let length = usize::from(bytes.byte());
        dates
            .extend(core::iter::successors(Some(first), |date| Some(date.next())).take(length + 1));
    }
    dates.truncate(MAX_HOLIDAYS);
    Holidays::new(dates)
}

/// From a second to more than the table holds, or from one business day to a million.
fn target(bytes: &mut Bytes) -> Target {
    let time = |seconds: i64| Target::Time(Duration::seconds(seconds.max(1)));
    match bytes.byte() % 8 {
        0 | 1 => time(i64::from(bytes.byte()) * 900),
        2 => time(i64::from(bytes.short())),
        3 => time(i64::from(bytes.word())),
        4 => time(bytes.long()),
        5 | 6 => Target::BusinessDays(u32::from(bytes.byte()).max(1)),
        _ => Target::BusinessDays(bytes.word() % 999_999 + 1),
    }
}

//! A desk and a case for it, made of bytes. The bytes choose, in this order: the zone, the windows
//! of the week, the instant of opening, the holidays near that instant, the target, the business
//! weekdays, dates with other hours, and the kind of days.

use std::sync::LazyLock;

use worktime::schedule::{DayHours, DueTime, Exception, Schedule, Target, WEEKDAYS, Week, Window};
use worktime::zone::{Duration, Instant, LocalDate, Offset, TimeOfDay, Weekday, Zone};

use crate::bytes::Bytes;

/// Seconds of a day on which no clock changes.
const DAY: i64 = 86_400;

/// 2020-01-01T00:00:00Z and 2041-01-01T00:00:00Z in Unix seconds: the beginning and the end of the
/// zone rules.
pub const TABLE: (i64, i64) = (1_577_836_800, 2_240_611_200);

/// At most how many windows an input has, each on some days of the week.
const WINDOWS: u8 = 6;

/// At most how many holidays an input has.
const HOLIDAYS: usize = 400;

/// Every zone of the table, and the zones of [`ODD`].
static ZONES: LazyLock<Vec<Zone>> =
    LazyLock::new(|| Zone::names().filter_map(Zone::named).chain(ODD).collect());

const fn synthetic(name: &'static str, change_at: &'static [u32], offset: &'static [i8]) -> Zone {
    Zone::synthetic(name, change_at, offset, Instant::from_unix(TABLE.1))
}

/// Zones with clock changes that no real place has in the years of the table.
const ODD: [Zone; 2] = [
    // The clock jumps from 23:30 to 00:30, and goes back from 00:30 to 23:30.
    synthetic("Test/Over_Midnight", &[1_577_836_800, 1_776_979_800, 1_793_309_400], &[8, 12, 8]),
    // Friday 2026-04-10 is skipped, and Thursday 2026-09-10 happens twice.
    synthetic("Test/Date_Line", &[1_577_836_800, 1_775_815_200, 1_789_034_400], &[-40, 56, -40]),
];

/// A desk and a case for it.
#[derive(Debug)]
pub struct Case {
    /// The desk's hours.
    pub desk: Schedule,
    /// The working time within which a reply is due.
    pub target: Target,
    /// When the case is opened.
    pub opened: Instant,
}

/// The case that the bytes describe; `None` if they give the week no hours.
#[must_use]
pub fn case(data: &[u8]) -> Option<Case> {
    let bytes = &mut Bytes(data);
    let zone = *ZONES.get(usize::from(bytes.short()) % ZONES.len())?;
    let mut windows = Vec::new();
    for _ in 0..=bytes.byte() % WINDOWS {
        let days = bytes.byte();
        let window = Window { from: time(bytes)?, until: time(bytes)? };
        let on = WEEKDAYS.into_iter().zip(0..).filter(|(_, bit)| days >> bit & 1 == 1);
        windows.extend(on.map(|(day, _)| (day, window)));
    }
    let opened = opened(bytes, &zone, &windows);
    let mut dates = holidays(bytes, date_of(opened));
    let target = target(bytes);
    // What follows came later than the inputs that are kept, which end here and leave it at zero.
    let week = Week::new(windows)?.with_business_weekdays(business_weekdays(bytes));
    dates.extend(dates_with_hours(bytes, date_of(opened)));
    let target = variant(bytes, target);
    Some(Case { desk: Schedule::new(zone, week, dates.into_iter().collect()), target, opened })
}

/// A whole quarter of an hour, chosen by one byte, or any second, chosen by three.
fn time(bytes: &mut Bytes) -> Option<TimeOfDay> {
    let second = match bytes.byte() {
        quarter @ 0..=96 => u32::from(quarter) * 900,
        above => (u32::from(above) << 16 | u32::from(bytes.short())) % 86_401,
    };
    let (minute, second) = (second / 60, second % 60);
    TimeOfDay::parse(&format!("{:02}:{:02}:{second:02}", minute / 60, minute % 60))
}

/// Some seconds, positive or negative, often few.
fn jitter(bytes: &mut Bytes) -> i64 {
    match bytes.byte() {
        small @ 0..=127 => i64::from(small) - 64,
        large => (i64::from(large) - 192) * 900,
    }
}

/// An instant near an edge of a window, near a clock change, near an end of the table, or anywhere.
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
            let changes: Vec<Instant> = stretches.map(|stretch| stretch.interval.from).collect();
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

/// The date of an instant in UTC.
fn date_of(at: Instant) -> LocalDate {
    Offset::seconds(0).local(at).date()
}

/// Runs of dates that begin up to eight months from a date; none if the bytes have run out.
fn holidays(bytes: &mut Bytes, near: LocalDate) -> Vec<(LocalDate, Exception)> {
    let midnight = Offset::seconds(0).instant(near.at(TimeOfDay::MIDNIGHT)).unix();
    let mut dates = Vec::new();
    for _ in 0..bytes.byte() % 32 {
        let first = (i64::from(bytes.byte()) - 16).saturating_mul(DAY).saturating_add(midnight);
        let first = date_of(Instant::from_unix(first));
        let length = usize::from(bytes.byte());
        dates
            .extend(core::iter::successors(Some(first), |date| Some(date.next())).take(length + 1));
    }
    dates.truncate(HOLIDAYS);
    dates.into_iter().map(|date| (date, Exception::Closed)).collect()
}

/// Weekdays, a bit each; Monday to Friday if the bytes have run out.
fn business_weekdays(bytes: &mut Bytes) -> impl Iterator<Item = Weekday> {
    let bits = bytes.byte() ^ 0b001_1111;
    WEEKDAYS.into_iter().zip(0..).filter(move |(_, bit)| bits >> bit & 1 == 1).map(|(day, _)| day)
}

/// Dates up to eight months from a date that have fewer hours than their weekday, or more.
fn dates_with_hours(bytes: &mut Bytes, near: LocalDate) -> Vec<(LocalDate, Exception)> {
    let mut dates = Vec::new();
    for _ in 0..bytes.byte() % 32 {
        let date = near.plus_days(i64::from(bytes.byte()) - 16);
        let kind = bytes.byte();
        let (Some(from), Some(until)) = (time(bytes), time(bytes)) else { continue };
        let Some(hours) = DayHours::new([Window { from, until }]) else { continue };
        let only = kind.is_multiple_of(2);
        dates.push((date, if only { Exception::Only(hours) } else { Exception::Also(hours) }));
    }
    dates
}

/// The same target, or another kind of days if it is in days.
fn variant(bytes: &mut Bytes, target: Target) -> Target {
    match (target, bytes.byte() % 4) {
        (Target::BusinessDays(days, _), 1) => Target::BusinessDays(days, DueTime::Closing),
        (Target::BusinessDays(days, _), 2) => Target::BusinessDays(days, DueTime::EndOfDay),
        (Target::BusinessDays(days, _), 3) => Target::CalendarDays(days),
        _ => target,
    }
}

/// From one second to more than the table holds, or from one business day to a million.
fn target(bytes: &mut Bytes) -> Target {
    let time = |seconds: i64| Target::Time(Duration::seconds(seconds.max(1)));
    match bytes.byte() % 8 {
        0 | 1 => time(i64::from(bytes.byte()) * 900),
        2 => time(i64::from(bytes.short())),
        3 => time(i64::from(bytes.word())),
        4 => time(bytes.long()),
        5 | 6 => Target::BusinessDays(u32::from(bytes.byte()).max(1), DueTime::SameTime),
        _ => Target::BusinessDays(bytes.word() % 999_999 + 1, DueTime::SameTime),
    }
}

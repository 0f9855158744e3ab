//! Hours, dates and zones.

use std::sync::Arc;

use worktime::schedule::{DayHours, Exception, Week, Window, parse_days};
use worktime::zone::{LocalDate, Weekday, Zone};

use super::text::{Words, hint};
use crate::cursor::{At, Place};
use crate::read::{Map, Read, object, one_of, wrong_word};
#[cfg(feature = "schema")]
use crate::schema::{Definitions, Json, json, string};

/// The most windows that a catalog may give a day: listing the open intervals of a year looks at each
/// of them.
const MAX_WINDOWS: usize = 24;

/// Weekly hours: a list of lines such as `mon-fri 09:00-12:00 13:00-17:00`.
#[derive(Clone, Debug)]
pub(crate) struct Weekly {
    pub place: Place,
    pub week: Week,
    /// Whether the hours could be read.
    pub is_sound: bool,
}

const LINE: &str =
    "days and hours such as \"mon-fri 09:00-12:00 13:00-17:00\", with two digits, up to 24:00";

fn line(text: &str) -> Option<Vec<(Weekday, Window)>> {
    let mut words = text.split_whitespace();
    let days = parse_days(words.next()?)?;
    let windows: Option<Vec<Window>> = words.map(Window::parse).collect();
    let windows = windows.filter(|windows| !windows.is_empty())?;
    let on = |day: Weekday| windows.iter().map(move |window| (day, *window));
    Some(days.into_iter().flat_map(on).collect())
}

/// The seconds of a week that a window takes on a day, in one piece or, over Sunday's midnight, in two.
fn seconds((day, window): &(Weekday, Window)) -> [(i64, i64); 2] {
    const DAY: i64 = 86_400;
    let midnight = i64::from(day.num_days_from_monday()) * DAY;
    let (from, until) = (window.from.as_seconds(), window.until.as_seconds());
    let until = if from < until { until } else { until + DAY };
    let (from, until) = (midnight + from, midnight + until);
    [(from, until.min(7 * DAY)), (0, (until - 7 * DAY).max(0))]
}

/// Whether a window goes on past midnight for so long that its ends may have been swapped.
fn is_long_night(window: &Window) -> bool {
    const HALF_A_DAY: i64 = 12 * 3_600;
    let (from, until) = (window.from.as_seconds(), window.until.as_seconds());
    until < from && until + 24 * 3_600 - from > HALF_A_DAY
}

impl Read for Weekly {
    fn expected() -> String {
        format!("a list with at least one line of {LINE}")
    }

    fn read(at: At) -> Self {
        let Some(items) = at.items() else {
            at.wrong(Self::expected());
            return Self { place: at.place(), ..Self::harmless() };
        };
        let mut windows: Vec<(Weekday, Window)> = Vec::new();
        let mut taken: Vec<(i64, i64)> = Vec::new();
        let (mut count, mut is_sound) = (0, true);
        for item in items {
            count += 1;
            let Some(added) = item.parse(LINE, line) else {
                is_sound = false;
                continue;
            };
            let pieces: Vec<(i64, i64)> =
                added.iter().flat_map(seconds).filter(|(from, until)| from < until).collect();
            let overlaps = |(from, until): &(i64, i64)| {
                taken.iter().any(|(begins, ends)| begins < until && from < ends)
            };
            if pieces.iter().any(overlaps) {
                item.wrong("hours that do not overlap those of the lines before");
            }
            taken.extend(pieces);
            if added.iter().any(|(_, window)| is_long_night(window)) {
                let doubt = "hours that go on past midnight for more than half a day; if they are \
                             meant, say until 24:00 and from 00:00 apart";
                item.doubtful(doubt);
            }
            windows.extend(added);
        }
        if count == 0 {
            at.wrong(Self::expected());
            is_sound = false;
        }
        let week = Week::new(windows).unwrap_or_else(Week::always);
        if week.most_windows() > MAX_WINDOWS {
            at.wrong(format!("at most {MAX_WINDOWS} windows on a day"));
        }
        Self { place: at.place(), week, is_sound }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "array", "items": string("mon-fri 09:00-12:00 13:00-17:00"), "minItems": 1 })
    }

    fn harmless() -> Self {
        Self { place: 0, week: Week::always(), is_sound: false }
    }
}

/// When a desk works under a coverage.
#[derive(Clone, Debug)]
pub(crate) enum CoverageHours {
    Always,
    Regional,
    BusinessWeekdays,
    Weekly(Weekly),
    ByRegion(Map<Weekly>),
}

const HOURS: [&str; 3] = ["always", "regional", "business-weekdays"];

impl Read for CoverageHours {
    fn expected() -> String {
        format!("{}, a list of hours, or an object with one for each region", one_of(&HOURS))
    }

    fn read(at: At) -> Self {
        match at.text() {
            Some("always") => Self::Always,
            Some("regional") => Self::Regional,
            Some("business-weekdays") => Self::BusinessWeekdays,
            Some(_) => {
                wrong_word(at, &HOURS, &Self::expected());
                Self::Always
            }
            None if at.object().is_some() => Self::ByRegion(Map::read(at)),
            None if at.items().is_some() => Self::Weekly(Weekly::read(at)),
            None => {
                at.wrong(Self::expected());
                Self::Always
            }
        }
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        json!({ "anyOf": [
            { "enum": HOURS },
            Weekly::schema(definitions),
            Map::<Weekly>::schema(definitions),
        ] })
    }

    fn harmless() -> Self {
        Self::Always
    }
}

/// Weekdays such as `mon-fri` or `sun-thu`.
#[derive(Clone, Debug)]
pub(crate) struct Days {
    pub place: Place,
    pub days: Vec<Weekday>,
}

impl Read for Days {
    fn expected() -> String {
        "weekdays such as \"mon-fri\", \"sun-thu\" or \"mon,wed,fri\"".into()
    }

    fn read(at: At) -> Self {
        let days = at.parse(&Self::expected(), parse_days).unwrap_or_default();
        Self { place: at.place(), days }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        string("mon-fri")
    }

    fn harmless() -> Self {
        Self { place: 0, days: Vec::new() }
    }
}

/// An IANA zone.
#[derive(Clone, Debug)]
pub(crate) struct Zoned {
    pub zone: Zone,
}

impl Read for Zoned {
    fn expected() -> String {
        "an IANA zone name such as \"Europe/Amsterdam\"".into()
    }

    fn read(at: At) -> Self {
        let zone = at.text().and_then(Zone::named).unwrap_or_else(|| {
            // An abbreviation such as PST is near to many names, and means none of them.
            let name = at.text().filter(|name| name.len() > 4);
            let hint = hint(name.unwrap_or_default(), Zone::names());
            at.wrong(format!("{}{hint}", Self::expected()));
            plans::catalog::build::NO_ZONE
        });
        Self { zone }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        string("Europe/Amsterdam")
    }

    fn harmless() -> Self {
        Self { zone: plans::catalog::build::NO_ZONE }
    }
}

/// The name of a zone, or the beginning of some with `/*`.
#[derive(Clone, Debug)]
pub(crate) struct ZonePattern {
    pub place: Place,
    pub pattern: Arc<str>,
}

impl Read for ZonePattern {
    fn expected() -> String {
        "an IANA zone name, the beginning of some with /*, or * for all".into()
    }

    fn read(at: At) -> Self {
        let text = at.text().unwrap_or_default();
        let is_known = match text.strip_suffix('*') {
            Some("") => true,
            Some(first) => {
                first.ends_with('/') && Zone::names().any(|name| name.starts_with(first))
            }
            None => Zone::names().any(|name| name == text),
        };
        if !is_known {
            at.wrong(format!("{}{}", Self::expected(), hint(text, Zone::names())));
        }
        Self { place: at.place(), pattern: text.into() }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        string("Europe/*")
    }

    fn harmless() -> Self {
        Self { place: 0, pattern: Arc::default() }
    }
}

/// A date on which the desk is closed, or has other hours.
#[derive(Clone, Debug)]
pub(crate) struct DateEntry {
    pub place: Place,
    pub date: LocalDate,
    pub name: Option<Words>,
    pub exception: Exception,
}

object! {
    /// A date with a name, or with other hours than its weekday.
    DateObject is "an object with date" {
        /// The date.
        date: Date,
        /// What the date is called.
        name: Option<Words>,
        /// Hours such as `09:00-12:00`: of the usual hours only those within these count.
        only: Option<OfDay>,
        /// Hours such as `10:00-14:00`: the desk is open then too, and the date is a business day.
        also: Option<OfDay>,
    }
}

impl Read for DateEntry {
    fn expected() -> String {
        "a date such as \"2026-12-25\", or an object with date, name, only and also".into()
    }

    fn read(at: At) -> Self {
        if at.object().is_none() {
            let date = date(at, &Self::expected());
            return Self { place: at.place(), date, name: None, exception: Exception::Closed };
        }
        let object = DateObject::read(at);
        let exception = match (object.only, object.also) {
            (None, None) => Exception::Closed,
            (Some(OfDay(hours)), None) => hours.map_or(Exception::Closed, Exception::Only),
            (None, Some(OfDay(hours))) => hours.map_or(Exception::Closed, Exception::Also),
            (Some(_), Some(_)) => {
                at.wrong("only or also, and not both");
                Exception::Closed
            }
        };
        Self { place: at.place(), date: object.date.0, name: object.name, exception }
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        json!({ "anyOf": [{ "type": "string", "format": "date" }, DateObject::schema(definitions)] })
    }

    fn harmless() -> Self {
        let date = LocalDate::from_days(0);
        Self { place: 0, date, name: None, exception: Exception::Closed }
    }
}

/// What a text says as a date; adds a fault if it says none.
fn date(at: At, expected: &str) -> LocalDate {
    at.text().and_then(LocalDate::parse).unwrap_or_else(|| {
        let is_written_as_one = at
            .text()
            .is_some_and(|text| text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]));
        let why = if is_written_as_one { "; the calendar has no such day" } else { "" };
        at.wrong(format!("{expected}{why}"));
        LocalDate::from_days(0)
    })
}

/// A date.
#[derive(Clone, Debug)]
pub(crate) struct Date(LocalDate);

impl Read for Date {
    fn expected() -> String {
        "a date such as \"2026-12-25\"".into()
    }

    fn read(at: At) -> Self {
        Self(date(at, &Self::expected()))
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "string", "format": "date" })
    }

    fn harmless() -> Self {
        Self(LocalDate::from_days(0))
    }
}

/// The hours of one day.
#[derive(Clone, Debug)]
pub(crate) struct OfDay(Option<DayHours>);

impl Read for OfDay {
    fn expected() -> String {
        "hours of one day such as \"09:00-12:00\"".into()
    }

    fn read(at: At) -> Self {
        Self(at.parse(&Self::expected(), DayHours::parse))
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        string("09:00-12:00")
    }

    fn harmless() -> Self {
        Self(None)
    }
}

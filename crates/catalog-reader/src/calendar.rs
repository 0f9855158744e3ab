//! Dates of a calendar's file (iCalendar, RFC 5545), as calendars export holidays.
//!
//! Whole days are taken, each with its name; a day that comes every year, on the same date or on the
//! same weekday of a month, is taken in every year of the zone rules. What is no whole day, was
//! cancelled, or comes by another rule, is named and left out.
//!
//! The package `icalendar` would read such files, but brings a clock into `chrono`, which the core must
//! not have.

use core::fmt;
use std::collections::BTreeMap;

use worktime::schedule::WEEKDAYS;
use worktime::zone::{LocalDate, Weekday};

use crate::source;

/// The years in which a day that comes every year is taken.
const YEARS: core::ops::RangeInclusive<i64> = 2020..=2040;

/// The most days of one event.
const LONGEST: i64 = 31;

/// The whole days of a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarDates {
    /// Each date with what it is called, in order; a date that several events name has all their names.
    pub dates: BTreeMap<LocalDate, String>,
    /// The names of events that were left out, each with the reason.
    pub left_out: Vec<String>,
}

/// Reads the bytes of a calendar's file.
///
/// # Errors
///
/// That it is no such file, in a sentence.
///
/// # Example
///
/// ```
/// let file = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\r\n\
///     END:VEVENT\r\nEND:VCALENDAR\r\n";
/// let calendar = catalog_reader::dates_of_calendar(file)?;
/// assert_eq!(calendar.to_string(), "{ \"date\": \"2026-12-25\", \"name\": \"Christmas\" }");
/// # Ok::<(), String>(())
/// ```
pub fn dates_of_calendar(bytes: &[u8]) -> Result<CalendarDates, String> {
    let text = source::text(bytes)?;
    let lines = unfolded(text);
    if lines.first().is_none_or(|line| !line.eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        return Err("this is no calendar: its first line is not BEGIN:VCALENDAR".into());
    }
    let mut events = Vec::new();
    let mut event: Option<Event> = None;
    for line in &lines {
        let Some((name, value)) = line.split_once(':') else { continue };
        let (name, parameters) = name.split_once(';').unwrap_or((name, ""));
        match (name.to_ascii_uppercase().as_str(), &mut event) {
            ("BEGIN", _) if value.eq_ignore_ascii_case("VEVENT") => event = Some(Event::default()),
            ("END", Some(_)) if value.eq_ignore_ascii_case("VEVENT") => events.extend(event.take()),
            (name, Some(event)) => event.read(name, parameters, value),
            _ => {}
        }
    }
    // A single day of a series that was moved or cancelled is an event of its own.
    let mut replaced: BTreeMap<&str, Vec<LocalDate>> = BTreeMap::new();
    for Event { id, replaces, .. } in &events {
        replaced.entry(id).or_default().extend(replaces);
    }
    let mut calendar = CalendarDates::default();
    for event in &events {
        let is_series = event.replaces.is_none() && !event.id.is_empty();
        let of_series = replaced.get(event.id.as_str()).filter(|_| is_series);
        calendar.take(event, of_series.map_or(&[], Vec::as_slice));
    }
    Ok(calendar)
}

/// The lines of a file, each whole: one that begins with a space goes on with the line before.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// A text without the marks by which the format writes commas, semicolons and ends of lines.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => plain.push(' '),
                Some(other) => plain.push(other),
                None => {}
            },
            other => plain.push(other),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// When an event begins or ends.
#[derive(Clone, Copy, Debug)]
enum Day {
    Whole(LocalDate),
    /// A time of day, or nothing that can be read.
    Other,
}

impl Day {
    fn of(value: &str, parameters: &str) -> Self {
        let value = value.trim();
        let is_date = value.len() == 8
            || parameters.to_ascii_uppercase().contains("VALUE=DATE")
            // Some calendars write whole days as from midnight to midnight.
            || value.get(8..) == Some("T000000");
        let part = |from: usize, until: usize| value.get(from..until);
        let written = || Some(format!("{}-{}-{}", part(0, 4)?, part(4, 6)?, part(6, 8)?));
        match written().and_then(|text| LocalDate::parse(&text)).filter(|_| is_date) {
            Some(date) => Self::Whole(date),
            None => Self::Other,
        }
    }

    /// The whole days of a list with commas.
    fn all(values: &str, parameters: &str) -> impl Iterator<Item = LocalDate> {
        values.split(',').filter_map(move |value| Self::of(value, parameters).whole())
    }

    const fn whole(self) -> Option<LocalDate> {
        match self {
            Self::Whole(date) => Some(date),
            Self::Other => None,
        }
    }
}

/// An event of a calendar.
#[derive(Clone, Debug, Default)]
struct Event {
    /// What all events of a series have in common; may be empty.
    id: String,
    begins: Option<Day>,
    /// The day after the last one.
    ends: Option<Day>,
    /// How many days it lasts, where the end is not given.
    lasts: Option<i64>,
    name: String,
    /// How the event comes again, in capital letters.
    rule: Option<String>,
    /// Days on which it comes, too.
    added: Vec<LocalDate>,
    /// Days on which it does not come.
    excluded: Vec<LocalDate>,
    /// The day of a series for which this event stands.
    replaces: Option<LocalDate>,
    is_cancelled: bool,
}

impl Event {
    /// Reads a line of the event.
    fn read(&mut self, name: &str, parameters: &str, value: &str) {
        match name {
            "UID" => value.trim().clone_into(&mut self.id),
            "DTSTART" => self.begins = Some(Day::of(value, parameters)),
            "DTEND" => self.ends = Some(Day::of(value, parameters)),
            "DURATION" => self.lasts = days_of(value),
            "SUMMARY" => self.name = plain(value),
            "RRULE" => self.rule = Some(value.trim().to_ascii_uppercase()),
            "RDATE" => self.added.extend(Day::all(value, parameters)),
            "EXDATE" => self.excluded.extend(Day::all(value, parameters)),
            "RECURRENCE-ID" => self.replaces = Day::of(value, parameters).whole(),
            "STATUS" => self.is_cancelled = value.trim().eq_ignore_ascii_case("CANCELLED"),
            _ => {}
        }
    }

    /// How many days it lasts.
    fn days(&self, first: LocalDate) -> i64 {
        match (self.ends, self.lasts) {
            (Some(Day::Whole(end)), _) => end.as_days().saturating_sub(first.as_days()).max(1),
            (_, Some(days)) => days.max(1),
            _ => 1,
        }
    }

    /// The first days of each time that it comes; the reason if they cannot be told.
    fn firsts(&self, first: LocalDate) -> Result<Vec<LocalDate>, String> {
        let mut firsts = match &self.rule {
            None => vec![first],
            Some(rule) => every_year(first, rule).ok_or_else(|| {
                format!("it comes again by the rule {rule}, so write its dates by hand")
            })?,
        };
        firsts.extend(&self.added);
        firsts.retain(|date| is_within(*date));
        if firsts.is_empty() {
            return Err(format!("{first} is not in 2020 to 2040"));
        }
        Ok(firsts)
    }
}

/// The days of a duration such as `P2D` or `P1W`; `None` for others.
fn days_of(duration: &str) -> Option<i64> {
    let number = duration.trim().strip_prefix('P')?;
    match (number.strip_suffix('D'), number.strip_suffix('W')) {
        (Some(days), _) => days.parse().ok(),
        (_, Some(weeks)) => weeks.parse::<i64>().ok()?.checked_mul(7),
        _ => None,
    }
}

impl CalendarDates {
    /// Takes the days of an event but those that other events of its series replace.
    fn take(&mut self, event: &Event, replaced: &[LocalDate]) {
        if let Err(why) = self.taken(event, replaced) {
            let name = if event.name.is_empty() { "an event without a name" } else { &event.name };
            self.left_out.push(format!("{name}: {why}"));
        }
    }

    fn taken(&mut self, event: &Event, replaced: &[LocalDate]) -> Result<(), String> {
        if event.is_cancelled {
            return Err("it is cancelled".into());
        }
        let first = event.begins.and_then(Day::whole).ok_or("it is no whole day")?;
        let days = event.days(first);
        if days > LONGEST {
            return Err(format!("it lasts {days} days"));
        }
        let firsts = event.firsts(first)?.into_iter();
        let firsts = firsts.filter(|it| !event.excluded.contains(it) && !replaced.contains(it));
        for date in firsts.flat_map(|first| (0..days).map(move |day| first.plus_days(day))) {
            let names = self.dates.entry(date).or_default();
            if names.is_empty() {
                names.push_str(&event.name);
            } else if !event.name.is_empty() && *names != event.name {
                names.push_str(", ");
                names.push_str(&event.name);
            }
        }
        Ok(())
    }
}

/// The dates of a rule by which a date comes every year; `None` for a rule of another kind.
fn every_year(first: LocalDate, rule: &str) -> Option<Vec<LocalDate>> {
    let written = first.to_string();
    let (mut count, mut until, mut frequency) = (None, None, None);
    let (mut month, mut weekday, mut place) = (None, None, None);
    for part in rule.split(';').filter(|part| !part.is_empty()) {
        match part.split_once('=')? {
            ("FREQ", how) => frequency = Some(how),
            ("INTERVAL", "1") | ("WKST", _) => {}
            ("COUNT", number) => count = Some(number.parse::<usize>().ok()?),
            ("UNTIL", date) => until = Some(Day::of(date.get(..8)?, "").whole()?),
            ("BYMONTH", number) => {
                // The same month in other words.
                same(number, &written, 5)?;
                month = written.get(5..7);
            }
            ("BYMONTHDAY", day) => same(day, &written, 8)?,
            ("BYDAY", day) => {
                let name = day.get(day.len().checked_sub(2)?..)?;
                weekday = Some(weekday_called(name)?);
                let number = day.strip_suffix(name)?;
                if !number.is_empty() {
                    place = Some(number.parse::<i64>().ok()?);
                }
            }
            ("BYSETPOS", number) => place = Some(number.parse::<i64>().ok()?),
            _ => return None,
        }
    }
    if frequency != Some("YEARLY") {
        return None;
    }
    let (year, rest) = (written.get(..4)?.parse::<i64>().ok()?, written.get(4..)?);
    let by_weekday = match (weekday, place, month) {
        (None, None, _) => None,
        (Some(weekday), Some(place), Some(month)) => Some((month, weekday, place)),
        _ => return None,
    };
    let date_in = |year: i64| match by_weekday {
        None => LocalDate::parse(&format!("{year:04}{rest}")),
        Some((month, weekday, place)) => weekday_of_month(year, month, weekday, place),
    };
    let all = (year..=*YEARS.end()).filter_map(date_in).filter(|date| *date >= first);
    let until = |date: &LocalDate| until.is_none_or(|last| *date <= last);
    Some(all.take(count.unwrap_or(usize::MAX)).take_while(until).collect())
}

/// The weekday with two letters of its English name.
fn weekday_called(letters: &str) -> Option<Weekday> {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let (day, _) = WEEKDAYS.into_iter().zip(names).find(|(_, name)| *name == letters)?;
    Some(day)
}

/// The `place`th of a weekday in a month, counted from its end if `place` is negative; `None` if the
/// month has none.
fn weekday_of_month(year: i64, month: &str, weekday: Weekday, place: i64) -> Option<LocalDate> {
    let days = (1..=31).filter_map(|day| LocalDate::parse(&format!("{year:04}-{month}-{day:02}")));
    let mut days: Vec<LocalDate> = days.filter(|date| date.weekday() == weekday).collect();
    if place < 0 {
        days.reverse();
    }
    days.get(usize::try_from(place.unsigned_abs()).ok()?.checked_sub(1)?).copied()
}

/// Whether a date lies in the years of the zone rules.
fn is_within(date: LocalDate) -> bool {
    let written = date.to_string();
    written.get(..4).and_then(|year| year.parse().ok()).is_some_and(|year| YEARS.contains(&year))
}

/// Whether a number is the two digits at a place of a date.
fn same(number: &str, date: &str, place: usize) -> Option<()> {
    let own: u32 = date.get(place..place + 2)?.parse().ok()?;
    (number.parse() == Ok(own)).then_some(())
}

/// The dates as items of a region's `dates`, a line for each.
impl fmt::Display for CalendarDates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (date, name)) in self.dates.iter().enumerate() {
            let comma = if place == 0 { "" } else { ",\n" };
            if name.is_empty() {
                write!(f, "{comma}\"{date}\"")?;
            } else {
                let name = quoted(name);
                write!(f, "{comma}{{ \"date\": \"{date}\", \"name\": {name} }}")?;
            }
        }
        Ok(())
    }
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if matches!(letter, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(letter);
    }
    quoted.push('"');
    quoted
}

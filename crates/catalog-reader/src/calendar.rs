//! Dates of a calendar's file (iCalendar, RFC 5545), as calendars export holidays.
//!
//! Whole days are taken, each with its name; a day that comes every year is taken in every year of the
//! zone rules. What is no whole day, or comes by another rule, is named and left out.
//!
//! The package `icalendar` would read such files, but brings a clock into `chrono`, which the core must
//! not have.

use core::fmt;
use std::collections::BTreeMap;

use worktime::zone::LocalDate;

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
    let mut calendar = CalendarDates::default();
    let mut event: Option<Event> = None;
    for line in &lines {
        let Some((name, value)) = line.split_once(':') else { continue };
        let (name, parameters) = name.split_once(';').unwrap_or((name, ""));
        match (name.to_ascii_uppercase().as_str(), &mut event) {
            ("BEGIN", _) if value.eq_ignore_ascii_case("VEVENT") => event = Some(Event::default()),
            ("END", Some(_)) if value.eq_ignore_ascii_case("VEVENT") => {
                event.take().into_iter().for_each(|event| calendar.take(&event));
            }
            ("DTSTART", Some(event)) => event.begins = Some(Day::of(value, parameters)),
            ("DTEND", Some(event)) => event.ends = Some(Day::of(value, parameters)),
            ("SUMMARY", Some(event)) => event.name = plain(value),
            ("RRULE", Some(event)) => event.rule = Some(value.to_ascii_uppercase()),
            _ => {}
        }
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
        let is_date = value.len() == 8 || parameters.to_ascii_uppercase().contains("VALUE=DATE");
        let part = |from: usize, until: usize| value.get(from..until);
        let written = || Some(format!("{}-{}-{}", part(0, 4)?, part(4, 6)?, part(6, 8)?));
        match written().and_then(|text| LocalDate::parse(&text)).filter(|_| is_date) {
            Some(date) => Self::Whole(date),
            None => Self::Other,
        }
    }
}

/// An event of a calendar.
#[derive(Clone, Debug, Default)]
struct Event {
    begins: Option<Day>,
    /// The day after the last one.
    ends: Option<Day>,
    name: String,
    /// How the event comes again, in capital letters.
    rule: Option<String>,
}

impl CalendarDates {
    fn take(&mut self, event: &Event) {
        let name = if event.name.is_empty() { "an event without a name" } else { &event.name };
        let Some(Day::Whole(first)) = event.begins else {
            self.left_out.push(format!("{name}: it is no whole day"));
            return;
        };
        let days = match event.ends {
            Some(Day::Whole(end)) => (end.as_days() - first.as_days()).max(1),
            _ => 1,
        };
        if days > LONGEST {
            self.left_out.push(format!("{name}: it lasts {days} days"));
            return;
        }
        let firsts = match &event.rule {
            None if !is_within(first) => {
                self.left_out.push(format!("{name}: {first} is not in 2020 to 2040"));
                return;
            }
            None => vec![first],
            Some(rule) => match every_year(first, rule) {
                Some(firsts) => firsts,
                None => {
                    self.left_out.push(format!("{name}: it comes again by the rule {rule}"));
                    return;
                }
            },
        };
        for date in
            firsts.into_iter().flat_map(|first| (0..days).map(move |day| first.plus_days(day)))
        {
            let names = self.dates.entry(date).or_default();
            if names.is_empty() {
                names.push_str(&event.name);
            } else if !event.name.is_empty() && *names != event.name {
                names.push_str(", ");
                names.push_str(&event.name);
            }
        }
    }
}

/// The dates of a rule by which a date comes every year; `None` for a rule of another kind.
fn every_year(first: LocalDate, rule: &str) -> Option<Vec<LocalDate>> {
    let (mut count, mut until) = (None, None);
    for part in rule.split(';').filter(|part| !part.is_empty()) {
        match part.split_once('=')? {
            ("FREQ", "YEARLY") | ("INTERVAL", "1") | ("WKST", _) => {}
            ("COUNT", number) => count = Some(number.parse::<usize>().ok()?),
            ("UNTIL", date) => match Day::of(date.get(..8)?, "") {
                Day::Whole(date) => until = Some(date),
                Day::Other => return None,
            },
            // The same day in other words.
            ("BYMONTH", month) => same(month, &first.to_string(), 5)?,
            ("BYMONTHDAY", day) => same(day, &first.to_string(), 8)?,
            _ => return None,
        }
    }
    if !rule.contains("FREQ=YEARLY") {
        return None;
    }
    let written = first.to_string();
    let (year, rest) = (written.get(..4)?.parse::<i64>().ok()?, written.get(4..)?);
    let years = year..=*YEARS.end();
    let all = years.filter_map(|year| LocalDate::parse(&format!("{year:04}{rest}")));
    let until = |date: &LocalDate| until.is_none_or(|last| *date <= last);
    let taken = all.take(count.unwrap_or(usize::MAX)).take_while(until);
    Some(taken.filter(|date| is_within(*date)).collect())
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

//! Weekly hours and dates in words, for where a catalog does not print them.

use nodes::{Node, el};
use plan_comparator::page::NoBrowser;
use plans::catalog::{Coverage, DatedHours, Hours, Region};
use plans::wording::{Wording, fill};
use worktime::schedule::{WEEKDAYS, Week, Window};

use crate::Content;

/// The hours of a coverage.
pub fn of_coverage(content: &Content, coverage: &Coverage) -> String {
    let facts = &content.shell.facts;
    let words = match &coverage.hours {
        Hours::Weekly(week) => of_week(content, week),
        Hours::ByRegion(weeks) => {
            let regions = content.data.catalog.regions.iter().zip(weeks.iter());
            let one = |(region, week): (&Region, &Week)| {
                format!("{}: {}", region.name, of_week(content, week))
            };
            regions.map(one).collect::<Vec<_>>().join(content.data.messages.units.semicolon())
        }
        Hours::Always => return facts.always().to_owned(),
        Hours::Regional => facts.regional().to_owned(),
        Hours::BusinessWeekdays => facts.business_weekdays().to_owned(),
    };
    match &coverage.zone {
        Some(zone) => format!("{words} ({})", zone.place()),
        None => words,
    }
}

/// Weekly hours: `Monday–Thursday 09:00–17:00; Friday 09:00–12:00`.
pub fn of_week(content: &Content, week: &Week) -> String {
    let messages = &content.data.messages.units;
    let mut runs: Vec<(usize, usize, &[Window])> = Vec::new();
    for (place, windows) in WEEKDAYS.into_iter().map(|day| week.windows(day)).enumerate() {
        match runs.last_mut() {
            Some((_, last, same)) if *last + 1 == place && *same == windows => *last = place,
            _ => runs.push((place, place, windows)),
        }
    }
    // A week that is open on Sunday and Monday alike begins on Sunday.
    if let [(0, monday_until, first), .., (sunday, 6, last)] = runs.as_slice()
        && first == last
        && !first.is_empty()
    {
        let (sunday, monday_until, hours) = (*sunday, *monday_until, *first);
        runs.remove(0);
        runs.pop();
        runs.insert(0, (sunday, monday_until, hours));
    }
    let names: Vec<&str> = messages.weekdays().split(',').collect();
    let name = |place: usize| names.get(place).copied().unwrap_or_default();
    let line = |(first, last, windows): &(usize, usize, &[Window])| {
        let days = match first == last {
            true => name(*first).to_owned(),
            false => format!("{}–{}", name(*first), name(*last)),
        };
        let hours: Vec<String> =
            windows.iter().map(|window| format!("{}–{}", window.from, window.until)).collect();
        format!("{days} {}", hours.join(messages.comma()))
    };
    let open = runs.iter().filter(|(_, _, windows)| !windows.is_empty());
    open.map(line).collect::<Vec<_>>().join(messages.semicolon())
}

/// The dates on which a desk is closed or has other hours, behind a line that says how many, and
/// until when; nothing without dates.
pub fn of_dates(content: &Content, region: &Region) -> Option<Node> {
    let Region { dates, week, .. } = region;
    let last = dates.last()?;
    let wording = Wording { messages: &content.data.messages, dates: &NoBrowser };
    let count = dates.len().to_string();
    let item = |dated: &DatedHours| {
        let words = wording.dated_hours(dated, week);
        let is_closed = dated.exception.hours(week.windows(dated.date.weekday())).is_empty();
        let words = match is_closed {
            true => fill(content.shell.facts.closed(), &[("date", &words)]),
            false => words,
        };
        el("li").child(words).into()
    };
    let items = dates.iter().map(item);
    let last = wording.date(last.date);
    let summary = fill(content.shell.facts.dates(), &[("count", &count), ("last", &last)]);
    Some(
        el("details")
            .class("pc-card__dates")
            .child(el("summary").child(summary))
            .child(el("ul").class("pc-card__notes").children(items.collect()))
            .into(),
    )
}

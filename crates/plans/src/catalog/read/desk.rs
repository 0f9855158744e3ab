//! Regions and coverages: when desks work, and on which clock.

use super::Reader;
use super::cursor::JsonCursor;
use crate::catalog::Holidays;
use crate::catalog::kinds::HoursKind;
use crate::catalog::model::{Coverage, Hours, NO_ZONE, Region, Text};
use worktime::schedule::{Week, Window, parse_days};
use worktime::zone::{LocalDate, Zone};

/// The most windows that a catalog may give a day: listing the open intervals of a year looks at each
/// of them.
const MAX_WINDOWS: usize = 24;

impl Reader<'_> {
    /// A region, and the notes that only the static page shows.
    pub(super) fn region(&self, cursor: &JsonCursor) -> (Region, Vec<Text>) {
        cursor.object(&[
            "id",
            "name",
            "short",
            "hours",
            "week",
            "weekAssumption",
            "zone",
            "local",
            "zoneAssumption",
            "zones",
            "holidays",
            "notes",
        ]);
        let dates = cursor.optional_items("holidays");
        let dates = dates
            .iter()
            .filter_map(|item| item.parse("a date such as \"2026-12-25\"", LocalDate::parse));
        let notes = cursor.optional_items("notes");
        let zone =
            cursor.parse_of("zone", "an IANA zone name such as \"Europe/Amsterdam\"", Zone::named);
        let region = Region {
            id: self.id(cursor),
            name: self.text(cursor, "name"),
            short: self.text(cursor, "short"),
            hours: self.text(cursor, "hours"),
            week: cursor
                .member("week", "a list of hours")
                .map_or_else(Week::always, |member| self.week(&member)),
            week_assumption: self.optional_text(cursor, "weekAssumption"),
            zone: zone.unwrap_or(NO_ZONE),
            local: cursor.optional_flag("local"),
            zone_assumption: self.optional_text(cursor, "zoneAssumption"),
            zones: cursor.items_of("zones").iter().filter_map(zone_pattern).collect(),
            holidays: Holidays::new(dates),
        };
        (region, notes.iter().map(|item| self.localized(item)).collect())
    }

    /// A coverage, and its meaning, which only the static page shows.
    pub(super) fn coverage(&self, cursor: &JsonCursor) -> (Coverage, Text) {
        cursor.object(&["id", "name", "meaning", "hours", "assumption"]);
        let allowed = "\"always\", \"regional\" or a list of hours";
        let hours = match cursor.member("hours", allowed) {
            Some(hours) => match hours.value.as_str().map(HoursKind::named) {
                Some(Some(HoursKind::Always)) => Hours::Always,
                Some(Some(HoursKind::Regional)) => Hours::Regional,
                None if hours.value.is_array() => Hours::Weekly(self.week(&hours)),
                _ => {
                    hours.fault(allowed);
                    Hours::Always
                }
            },
            None => Hours::Always,
        };
        let (id, name) = (self.id(cursor), self.text(cursor, "name"));
        let meaning = self.text(cursor, "meaning");
        let assumption = self.optional_text(cursor, "assumption");
        (Coverage { id, name, hours, assumption }, meaning)
    }

    /// The hours of a week, given as a list of lines such as `mon-fri 09:00-12:00 13:00-17:00`.
    pub(super) fn week(&self, cursor: &JsonCursor) -> Week {
        let allowed = "days and hours such as \"mon-fri 09:00-12:00 13:00-17:00\", up to 24:00";
        let line =
            |text: &str| {
                let mut words = text.split_whitespace();
                let days = parse_days(words.next()?)?;
                let windows: Option<Vec<_>> = words.map(Window::parse).collect();
                let windows = windows.filter(|windows| !windows.is_empty())?;
                Some(days.into_iter().flat_map(move |day| {
                    windows.clone().into_iter().map(move |window| (day, window))
                }))
            };
        let lines: Vec<_> =
            cursor.items().iter().filter_map(|item| item.parse(allowed, line)).flatten().collect();
        let week = Week::new(lines);
        if week.as_ref().is_some_and(|week| week.most_windows() > MAX_WINDOWS) {
            cursor.fault(format!("at most {MAX_WINDOWS} windows on a day"));
        }
        week.unwrap_or_else(|| {
            if cursor.value.as_array().is_some_and(Vec::is_empty) {
                cursor.fault(format!("a list with at least one line of {allowed}"));
            }
            Week::always()
        })
    }
}

/// An IANA zone name, or the beginning of several names with `/*`.
fn zone_pattern(cursor: &JsonCursor) -> Option<Text> {
    let known = |text: &str| match text.strip_suffix('*') {
        Some(prefix) => prefix.ends_with('/') && Zone::names().any(|name| name.starts_with(prefix)),
        None => Zone::names().any(|name| name == text),
    };
    cursor.parse("an IANA zone name, or the beginning of some with /*", |text| {
        known(text).then(|| Text::from(text))
    })
}

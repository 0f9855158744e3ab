//! Regions and coverages: when desks work, and on which clock.

use super::Reader;
use crate::calendar::{Holidays, MAX_WINDOWS, Week, parse_days, parse_window};
use crate::catalog::model::{Coverage, Hours, Region, Text};
use crate::catalog::source::Node;
use crate::zone::{Instant, LocalDate, Zone};

impl Reader<'_> {
    pub(super) fn region(&self, node: &Node) -> Region {
        node.object(&[
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
        let dates = node.find("holidays").map(|node| node.items()).unwrap_or_default();
        let dates = dates
            .iter()
            .filter_map(|node| node.parse("a date such as \"2026-12-25\"", LocalDate::parse));
        let notes = node.find("notes").map(|node| node.items()).unwrap_or_default();
        let zone =
            node.parse_of("zone", "an IANA zone name such as \"Europe/Amsterdam\"", Zone::named);
        Region {
            id: self.id(node),
            name: self.text(node, "name"),
            short: self.text(node, "short"),
            hours: self.text(node, "hours"),
            week: node
                .get("week", "a list of hours")
                .map_or_else(Week::always, |node| self.week(&node)),
            week_assumption: self.optional_text(node, "weekAssumption"),
            zone: zone.unwrap_or(NO_ZONE),
            local: node.flag("local", false),
            zone_assumption: self.optional_text(node, "zoneAssumption"),
            zones: node.items_of("zones").iter().filter_map(zone_pattern).collect(),
            holidays: Holidays::new(dates),
            notes: notes.iter().map(|node| self.words(node)).collect(),
        }
    }

    pub(super) fn coverage(&self, node: &Node) -> Coverage {
        node.object(&["id", "name", "meaning", "hours", "assumption"]);
        let allowed = "\"always\", \"regional\" or a list of hours";
        let hours = match node.get("hours", allowed) {
            Some(hours) => match hours.value.as_str() {
                Some("always") => Hours::Always,
                Some("regional") => Hours::Regional,
                None if hours.value.is_array() => Hours::Weekly(self.week(&hours)),
                _ => {
                    hours.fault(allowed);
                    Hours::Always
                }
            },
            None => Hours::Always,
        };
        Coverage {
            id: self.id(node),
            name: self.text(node, "name"),
            meaning: self.text(node, "meaning"),
            hours,
            assumption: self.optional_text(node, "assumption"),
        }
    }

    /// A list of lines such as `mon-fri 09:00-12:00 13:00-17:00`.
    pub(super) fn week(&self, node: &Node) -> Week {
        let allowed = "days and hours such as \"mon-fri 09:00-12:00 13:00-17:00\", up to 24:00";
        let line =
            |text: &str| {
                let mut words = text.split_whitespace();
                let days = parse_days(words.next()?)?;
                let windows: Option<Vec<_>> = words.map(parse_window).collect();
                let windows = windows.filter(|windows| !windows.is_empty())?;
                Some(days.into_iter().flat_map(move |day| {
                    windows.clone().into_iter().map(move |window| (day, window))
                }))
            };
        let lines: Vec<_> =
            node.items().iter().filter_map(|item| item.parse(allowed, line)).flatten().collect();
        let week = Week::new(lines);
        if week.as_ref().is_some_and(|week| week.most_windows() > MAX_WINDOWS) {
            node.fault(format!("at most {MAX_WINDOWS} windows on a day"));
        }
        week.unwrap_or_else(|| {
            if node.value.as_array().is_some_and(Vec::is_empty) {
                node.fault(format!("a list with at least one line of {allowed}"));
            }
            Week::always()
        })
    }
}

/// A zone's name, or the beginning of several and a star.
fn zone_pattern(node: &Node) -> Option<Text> {
    let known = |text: &str| match text.strip_suffix('*') {
        Some(prefix) => prefix.ends_with('/') && Zone::names().any(|name| name.starts_with(prefix)),
        None => Zone::names().any(|name| name == text),
    };
    node.parse("an IANA zone name, or the beginning of some with /*", |text| {
        known(text).then(|| Text::from(text))
    })
}

/// Stands in for a zone while the other faults of a catalog are looked for.
pub(in crate::catalog) const NO_ZONE: Zone = Zone::synthetic("", &[], &[], Instant::from_unix(0));

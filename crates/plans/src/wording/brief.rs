//! Short forms of dates, times and durations for pictures and their tables.

use super::{Wording, fill, in_units};
use crate::catalog::DatedHours;
use worktime::deadline::Reason;
use worktime::zone::{Duration, Instant, LocalDate, OutsideTable, Zone};

impl Wording<'_> {
    /// The short name of the weekday of a date: `Fri`.
    #[must_use]
    pub fn brief_weekday(&self, date: LocalDate) -> &str {
        let number = date.weekday().num_days_from_monday() as usize;
        self.messages.pictures.weekdays().split(',').nth(number).unwrap_or_default()
    }

    /// A date without month and year: `Fri 27`.
    #[must_use]
    pub fn day(&self, date: LocalDate) -> String {
        format!("{} {}", self.brief_weekday(date), date.day())
    }

    /// The reading of a zone's clock without month and year: `Fri 27 16:30`.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for the instant.
    pub fn brief_reading(&self, zone: &Zone, at: Instant) -> Result<String, OutsideTable> {
        let reading = zone.local(at)?;
        Ok(format!("{} {}", self.day(reading.date()), reading.time_of_day()))
    }

    /// The reading of a zone's clock: `Friday 27 March 2026 16:30`. If the zone has no rules for the
    /// instant, the instant in UTC.
    #[must_use]
    pub fn reading(&self, zone: &Zone, at: Instant) -> String {
        let Ok(reading) = zone.local(at) else { return at.to_string() };
        let (date, time) = (self.date(reading.date()), reading.time_of_day().to_string());
        fill(self.messages.pictures.reading(), &[("date", &date), ("time", &time)])
    }

    /// A duration in short units: `2 d 18 h`. Seconds are left out if it has an hour or more.
    #[must_use]
    pub fn brief_duration(&self, length: Duration) -> String {
        let mut amounts = in_units(length);
        if length >= Duration::hours(1) {
            amounts[3] = 0;
        }
        let mut out = String::new();
        for (amount, unit) in amounts.iter().zip(self.messages.pictures.units().split(',')) {
            if *amount != 0 {
                let space = if out.is_empty() { "" } else { " " };
                out.push_str(&format!("{space}{amount} {unit}"));
            }
        }
        out
    }

    /// The reasons why a time does not count as a list, without repetitions. `dates` are those on which the
    /// desk has other hours.
    #[must_use]
    pub fn reasons(&self, reasons: &[Reason], dates: &[DatedHours]) -> String {
        let mut different: Vec<String> = Vec::new();
        for reason in reasons.iter().map(|reason| self.reason(*reason, dates)) {
            if !different.contains(&reason) {
                different.push(reason);
            }
        }
        self.list(&different)
    }
}

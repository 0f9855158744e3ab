//! Short words for pictures, where there is little room, and what their tables say.

use super::{Wording, fill};
use crate::deadline::Reason;
use crate::zone::{Duration, Instant, LocalDate, OutsideTable, Zone};

impl Wording {
    /// The short name of a date's weekday: `Fri`.
    #[must_use]
    pub fn brief_weekday(&self, date: LocalDate) -> &str {
        let number = date.weekday().num_days_from_monday() as usize;
        self.messages.pictures.weekdays.split(',').nth(number).unwrap_or_default()
    }

    /// A date without month and year: `Fri 27`.
    #[must_use]
    pub fn day(&self, date: LocalDate) -> String {
        format!("{} {}", self.brief_weekday(date), date.day())
    }

    /// What a zone's clock shows, without month and year: `Fri 27 16:30`.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] before 2020 and after 2040.
    pub fn brief_reading(&self, zone: &Zone, at: Instant) -> Result<String, OutsideTable> {
        let reading = zone.local(at)?;
        Ok(format!("{} {}", self.day(reading.date()), reading.time_of_day()))
    }

    /// What a zone's clock shows: `Friday 27 March 2026 16:30`; where no clock is known, in UTC.
    #[must_use]
    pub fn reading(&self, zone: &Zone, at: Instant) -> String {
        let Ok(reading) = zone.local(at) else { return at.to_string() };
        let (date, time) = (self.date(reading.date()), reading.time_of_day().to_string());
        fill(&self.messages.pictures.reading, &[("date", &date), ("time", &time)])
    }

    /// A length of time in short units, without seconds from an hour on: `2 d 18 h`.
    #[must_use]
    pub fn brief_duration(&self, length: Duration) -> String {
        let seconds = length.as_seconds();
        let rest = if seconds < 3_600 { seconds % 60 } else { 0 };
        let amounts = [seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, rest];
        let mut out = String::new();
        for (amount, unit) in amounts.iter().zip(self.messages.pictures.units.split(',')) {
            if *amount != 0 {
                let space = if out.is_empty() { "" } else { " " };
                out.push_str(&format!("{space}{amount} {unit}"));
            }
        }
        out
    }

    /// Why time does not count, each reason once.
    #[must_use]
    pub fn reasons(&self, reasons: &[Reason]) -> String {
        let words: Vec<String> = reasons.iter().map(|reason| self.reason(*reason)).collect();
        self.list(&words)
    }
}

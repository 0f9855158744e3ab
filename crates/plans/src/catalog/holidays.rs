//! Dates on which a desk does not work.

use core::fmt;
use std::sync::Arc;

use worktime::schedule::Exceptions;
use worktime::zone::LocalDate;

/// Whole days off, as dates on the calendar of the desk's zone, earliest first; none by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays(Arc<[LocalDate]>);

/// A list has more than [`Holidays::MOST`] different dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyHolidays {
    /// How many it has.
    pub given: usize,
}

impl fmt::Display for TooManyHolidays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} holidays are more than the {} allowed", self.given, Holidays::MOST)
    }
}

impl core::error::Error for TooManyHolidays {}

impl Holidays {
    /// The most dates that a visitor's list may have.
    pub const MOST: usize = 400;

    /// The dates, in any order; a repeated date counts once.
    #[must_use]
    pub fn new(dates: impl IntoIterator<Item = LocalDate>) -> Self {
        let mut sorted: Vec<LocalDate> = Vec::new();
        for date in dates {
            // Lists mostly come in order, so the place is mostly the end.
            if let Err(place) = sorted.binary_search(&date) {
                sorted.insert(place, date);
            }
        }
        Self(sorted.into())
    }

    /// The dates, as [`Holidays::new`] takes them, of a list that may be too long, such as a visitor's.
    ///
    /// # Errors
    ///
    /// [`TooManyHolidays`] if the list has more than [`Holidays::MOST`] different dates.
    pub fn limited(dates: impl IntoIterator<Item = LocalDate>) -> Result<Self, TooManyHolidays> {
        let holidays = Self::new(dates);
        match holidays.0.len() {
            0..=Self::MOST => Ok(holidays),
            given => Err(TooManyHolidays { given }),
        }
    }

    /// These dates and one more.
    ///
    /// # Errors
    ///
    /// [`TooManyHolidays`] if the list would have more than [`Holidays::MOST`] dates.
    pub fn with(&self, date: LocalDate) -> Result<Self, TooManyHolidays> {
        Self::limited(self.0.iter().copied().chain([date]))
    }

    /// These dates without one.
    #[must_use]
    pub fn without(&self, date: LocalDate) -> Self {
        Self(self.0.iter().copied().filter(|known| *known != date).collect())
    }

    /// Whether a date is a holiday.
    #[must_use]
    pub fn contains(&self, date: LocalDate) -> bool {
        self.0.binary_search(&date).is_ok()
    }

    /// The dates, earliest first.
    #[must_use]
    pub fn dates(&self) -> &[LocalDate] {
        &self.0
    }

    /// The dates of two lists.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        match (self.dates(), other.dates()) {
            (_, []) => self.clone(),
            ([], _) => other.clone(),
            (these, those) => Self::new(these.iter().chain(those).copied()),
        }
    }
}

/// Holidays are the dates on which a schedule is closed.
impl From<&Holidays> for Exceptions {
    fn from(holidays: &Holidays) -> Self {
        Self::closed(holidays.0.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_four_hundred_is_taken_and_a_longer_one_refused() {
        let start = LocalDate::parse("2026-01-01").expect("a date");
        let dates = |count| (0..count).map(move |day| start.plus_days(day));
        assert_eq!(Holidays::limited(dates(400)).map(|holidays| holidays.dates().len()), Ok(400));
        assert_eq!(Holidays::limited(dates(401)), Err(TooManyHolidays { given: 401 }));
        let twice = dates(400).chain(dates(400));
        assert!(Holidays::limited(twice).is_ok(), "repeated dates count once");
    }
}

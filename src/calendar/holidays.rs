//! Dates on which a desk that observes them does not work.

use std::sync::Arc;

use crate::zone::LocalDate;

/// The most dates that a visitor's list may have.
pub const MAX_HOLIDAYS: usize = 400;

/// Whole days off, as dates on the calendar of the desk's zone; none by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays(Arc<[LocalDate]>);

/// A list had more than [`MAX_HOLIDAYS`] different dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyHolidays {
    /// How many it had.
    pub given: usize,
}

impl Holidays {
    /// The dates in any order; repeated ones count once.
    #[must_use]
    pub fn new(dates: impl IntoIterator<Item = LocalDate>) -> Self {
        let mut sorted: Vec<LocalDate> = Vec::new();
        for date in dates {
            // Lists mostly come in order, so that the place is the end.
            if let Err(place) = sorted.binary_search(&date) {
                sorted.insert(place, date);
            }
        }
        Self(sorted.into())
    }

    /// As [`Holidays::new`], for lists that anyone may make as long as they like.
    ///
    /// # Errors
    ///
    /// [`TooManyHolidays`] if there are more than [`MAX_HOLIDAYS`] different dates.
    pub fn limited(dates: impl IntoIterator<Item = LocalDate>) -> Result<Self, TooManyHolidays> {
        let holidays = Self::new(dates);
        match holidays.0.len() {
            0..=MAX_HOLIDAYS => Ok(holidays),
            given => Err(TooManyHolidays { given }),
        }
    }

    /// Whether the date is one of them.
    #[must_use]
    pub fn contains(&self, date: LocalDate) -> bool {
        self.0.binary_search(&date).is_ok()
    }

    /// The dates, earliest first.
    #[must_use]
    pub fn dates(&self) -> &[LocalDate] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_four_hundred_is_taken_and_a_longer_one_refused() {
        let start = LocalDate::parse("2026-01-01").expect("a date");
        let dates =
            |count| core::iter::successors(Some(start), |date| Some(date.next())).take(count);
        assert_eq!(Holidays::limited(dates(400)).map(|holidays| holidays.dates().len()), Ok(400));
        assert_eq!(Holidays::limited(dates(401)), Err(TooManyHolidays { given: 401 }));
        assert!(
            Holidays::limited(dates(400).chain(dates(400))).is_ok(),
            "repeated dates count once"
        );
    }
}

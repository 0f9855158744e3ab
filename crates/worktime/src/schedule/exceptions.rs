//! Dates whose hours are not those of their weekday.

use std::sync::Arc;

use crate::zone::LocalDate;

/// The dates whose hours are not those of their weekday, in order. The default is no date at all.
///
/// A clone shares the list with the original.
///
/// # Example
///
/// ```
/// use worktime::schedule::{Exception, Exceptions};
/// let exceptions = Exceptions::closed(["2026-12-28".parse()?, "2026-12-25".parse()?]);
/// assert_eq!(exceptions.on("2026-12-25".parse()?), Some(Exception::Closed));
/// assert_eq!(exceptions.on("2026-12-26".parse()?), None);
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions(Arc<[(LocalDate, Exception)]>);

/// What a date has instead of its weekday's hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Exception {
    /// No hours at all: a holiday.
    Closed,
}

impl Exceptions {
    /// Dates on which the desk is closed, in any order. A repeated date counts once.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Exceptions;
    /// let twice = Exceptions::closed(["2026-12-25".parse()?, "2026-12-25".parse()?]);
    /// assert_eq!(twice.iter().count(), 1);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn closed(dates: impl IntoIterator<Item = LocalDate>) -> Self {
        let mut sorted: Vec<(LocalDate, Exception)> = Vec::new();
        for date in dates {
            // Most lists are in order, so most dates are inserted at the end.
            if let Err(place) = sorted.binary_search_by_key(&date, |(known, _)| *known) {
                sorted.insert(place, (date, Exception::Closed));
            }
        }
        Self(sorted.into())
    }

    /// What a date has instead of its weekday's hours; `None` if the date is no exception.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exception, Exceptions};
    /// let exceptions = Exceptions::closed(["2026-12-25".parse()?]);
    /// assert_eq!(exceptions.on("2026-12-25".parse()?), Some(Exception::Closed));
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn on(&self, date: LocalDate) -> Option<Exception> {
        let place = self.0.binary_search_by_key(&date, |(date, _)| *date).ok()?;
        self.0.get(place).map(|(_, exception)| *exception)
    }

    /// The dates with their exceptions, earliest first.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::Exceptions;
    /// let exceptions = Exceptions::closed(["2026-12-28".parse()?, "2026-12-25".parse()?]);
    /// let first = exceptions.iter().next().map(|(date, _)| date.to_string());
    /// assert_eq!(first.as_deref(), Some("2026-12-25"));
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (LocalDate, Exception)> + '_ {
        self.0.iter().copied()
    }
}

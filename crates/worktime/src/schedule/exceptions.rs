//! Dates whose hours are not those of their weekday.

use std::sync::Arc;

use super::Window;
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
/// assert_eq!(exceptions.on("2026-12-25".parse()?), Some(&Exception::Closed));
/// assert_eq!(exceptions.on("2026-12-26".parse()?), None);
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions(Arc<[(LocalDate, Exception)]>);

/// What a date has instead of its weekday's hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exception {
    /// No hours at all: a holiday.
    Closed,
    /// Of the weekday's hours only those that lie within these: a day on which the desk closes early
    /// or opens late. It is a business day if its weekday is one and some hours are left.
    Only(DayHours),
    /// These hours, beside those of the weekday: an additional opening, such as a Saturday that is
    /// worked. It is a business day, whatever its weekday.
    Also(DayHours),
}

/// The hours of one day: windows in order and with gaps between them, of which there is at least
/// one. None of them crosses midnight.
///
/// # Example
///
/// ```
/// use worktime::schedule::DayHours;
/// let hours: DayHours = "13:00-15:00 09:00-12:00".parse()?;
/// assert_eq!(hours.windows(), ["09:00-12:00".parse()?, "13:00-15:00".parse()?]);
/// assert!("22:00-06:00".parse::<DayHours>().is_err());
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayHours(Arc<[Window]>);

impl DayHours {
    /// The union of windows; `None` if there is no window, or if one of them crosses midnight.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::DayHours;
    /// let hours = DayHours::new(["09:00-12:00".parse()?, "11:00-15:00".parse()?]);
    /// assert_eq!(hours, Some("09:00-15:00".parse()?));
    /// assert_eq!(DayHours::new([]), None);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn new(windows: impl IntoIterator<Item = Window>) -> Option<Self> {
        let mut all: Vec<Window> = Vec::new();
        for window in windows {
            if window.until <= window.from {
                return None;
            }
            insert(&mut all, window);
        }
        merge(&mut all);
        (!all.is_empty()).then(|| Self(all.into()))
    }

    /// Reads windows such as `09:00-12:00 13:00-15:00`, as [`Window::parse`] reads them; `None` for
    /// any other text.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::DayHours;
    /// assert!(DayHours::parse("09:00-12:00").is_some());
    /// assert_eq!(DayHours::parse("until noon"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let windows: Option<Vec<Window>> = text.split_whitespace().map(Window::parse).collect();
        Self::new(windows?)
    }

    /// The windows, in order.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::DayHours;
    /// assert_eq!("09:00-12:00".parse::<DayHours>()?.windows().len(), 1);
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn windows(&self) -> &[Window] {
        &self.0
    }
}

/// Inserts a window among others that are in order.
pub(super) fn insert(windows: &mut Vec<Window>, window: Window) {
    let place = windows.partition_point(|other| *other < window);
    windows.insert(place, window);
}

/// Merges windows that are in order and touch or overlap.
pub(super) fn merge(windows: &mut Vec<Window>) {
    // `dedup_by` passes the later window first, and removes it if the closure returns true.
    windows.dedup_by(|later, earlier| {
        let touches = later.from <= earlier.until;
        if touches {
            earlier.until = earlier.until.max(later.until);
        }
        touches
    });
}

impl Exception {
    /// The hours of a date that has this exception and, without it, the windows `weekly`.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{DayHours, Exception, Window};
    /// let usual = [Window::parse("08:30-17:30").expect("hours")];
    /// let until_noon = Exception::Only(DayHours::parse("00:00-12:00").expect("hours"));
    /// assert_eq!(until_noon.hours(&usual), [Window::parse("08:30-12:00").expect("hours")]);
    /// assert!(Exception::Closed.hours(&usual).is_empty());
    /// ```
    #[must_use]
    pub fn hours(&self, weekly: &[Window]) -> Vec<Window> {
        match self {
            Self::Closed => Vec::new(),
            Self::Only(hours) => {
                let pairs = hours
                    .windows()
                    .iter()
                    .flat_map(|outer| weekly.iter().map(move |inner| (outer, inner)));
                pairs.filter_map(|(outer, inner)| outer.meet(*inner)).collect()
            }
            Self::Also(hours) => {
                let mut all = weekly.to_vec();
                hours.windows().iter().for_each(|window| insert(&mut all, *window));
                merge(&mut all);
                all
            }
        }
    }
}

/// Adds a date to others that are in order.
fn add(sorted: &mut Vec<(LocalDate, Exception)>, dated: (LocalDate, Exception)) {
    // Most lists are in order, so most dates are inserted at the end.
    match sorted.binary_search_by_key(&dated.0, |(known, _)| *known) {
        Err(place) => sorted.insert(place, dated),
        Ok(place) if dated.1 == Exception::Closed => {
            if let Some(known) = sorted.get_mut(place) {
                *known = dated;
            }
        }
        Ok(_) => {}
    }
}

impl FromIterator<(LocalDate, Exception)> for Exceptions {
    /// As [`Exceptions::new`].
    fn from_iter<T: IntoIterator<Item = (LocalDate, Exception)>>(dates: T) -> Self {
        Self::new(dates)
    }
}

impl Exceptions {
    /// Dates with their exceptions, in any order. If a date has several, it is closed if one of them
    /// says so; otherwise the first counts.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exception, Exceptions};
    /// let eve = "2026-12-24".parse()?;
    /// let until_noon = Exception::Only("00:00-12:00".parse()?);
    /// let exceptions = Exceptions::new([(eve, until_noon.clone())]);
    /// assert_eq!(exceptions.on(eve), Some(&until_noon));
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn new(dates: impl IntoIterator<Item = (LocalDate, Exception)>) -> Self {
        let mut sorted = Vec::new();
        dates.into_iter().for_each(|dated| add(&mut sorted, dated));
        Self(sorted.into())
    }

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
        Self::new(dates.into_iter().map(|date| (date, Exception::Closed)))
    }

    /// What a date has instead of its weekday's hours; `None` if the date is no exception.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::schedule::{Exception, Exceptions};
    /// let exceptions = Exceptions::closed(["2026-12-25".parse()?]);
    /// assert_eq!(exceptions.on("2026-12-25".parse()?), Some(&Exception::Closed));
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn on(&self, date: LocalDate) -> Option<&Exception> {
        let place = self.0.binary_search_by_key(&date, |(date, _)| *date).ok()?;
        self.0.get(place).map(|(_, exception)| exception)
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
    pub fn iter(&self) -> impl Iterator<Item = &(LocalDate, Exception)> {
        self.0.iter()
    }
}

//! At which instant a zone's clock shows a reading.

use super::duration::DAY;
use super::{Asked, Instant, LocalDate, LocalTime, OutsideTable, Stretch, TimeOfDay, Zone};

/// The instants at which a zone's clock shows a reading.
///
/// # Example
///
/// ```
/// use worktime::zone::{Reading, Zone};
/// let london: Zone = "Europe/London".parse()?;
/// let skipped = london.resolve("2026-03-29T01:30".parse()?)?;
/// assert!(matches!(skipped, Reading::Skipped { .. }));
/// let repeated = london.resolve("2026-10-25T01:30".parse()?)?;
/// assert!(matches!(repeated, Reading::Twice { .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The clock shows the reading at exactly one instant.
    Once(Instant),
    /// A clock change skips the reading.
    Skipped {
        /// The first instant after the change.
        resumes: Instant,
    },
    /// The clock goes back, and shows the reading at two instants.
    Twice {
        /// The earlier instant.
        first: Instant,
        /// The later instant.
        second: Instant,
    },
}

impl Reading {
    /// The one instant that this crate counts from or to: the first instant after the change if the
    /// reading is skipped, and the first of two if it is repeated.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Zone;
    /// let london: Zone = "Europe/London".parse()?;
    /// let instant = |text: &str| -> Result<_, Box<dyn std::error::Error>> {
    ///     Ok(london.resolve(text.parse()?)?.instant().to_string())
    /// };
    /// assert_eq!(instant("2026-03-29T01:30")?, "2026-03-29T01:00:00Z", "skipped");
    /// assert_eq!(instant("2026-10-25T01:30")?, "2026-10-25T00:30:00Z", "repeated");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn instant(self) -> Instant {
        match self {
            Self::Once(at) | Self::Skipped { resumes: at } | Self::Twice { first: at, .. } => at,
        }
    }
}

impl Zone {
    /// The instants at which the clock shows a reading.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for the reading.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Reading, Zone};
    /// let tokyo: Zone = "Asia/Tokyo".parse()?;
    /// let reading = tokyo.resolve("2026-01-09T09:00".parse()?)?;
    /// assert_eq!(reading, Reading::Once(Instant::from_unix(1_767_916_800)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn resolve(&self, reading: LocalTime) -> Result<Reading, OutsideTable> {
        // Every offset is shorter than a day, so the stretches within a day of the reading, taken
        // as UTC, are all that matter.
        let nearby = Instant::from_unix(reading.as_seconds().saturating_sub(DAY));
        let nearby = nearby.max(self.table().from);
        let mut previous: Option<Stretch> = None;
        let mut first: Option<Instant> = None;
        let outside = || self.outside(Asked::Reading(reading));
        for stretch in self.stretches(nearby).map_err(|_| outside())? {
            let changes = stretch.interval.from;
            if let Some(before) = previous
                && before.offset.local(changes) <= reading
                && reading < stretch.offset.local(changes)
            {
                return Ok(Reading::Skipped { resumes: changes });
            }
            let at = stretch.offset.instant(reading);
            if stretch.interval.contains(at) {
                if let Some(first) = first {
                    return Ok(Reading::Twice { first, second: at });
                }
                first = Some(at);
            }
            if changes.unix() > reading.as_seconds().saturating_add(DAY) {
                break;
            }
            previous = Some(stretch);
        }
        first.map(Reading::Once).ok_or_else(outside)
    }

    /// Whether the clock shows any time of a date. A place that moves across the date line may skip
    /// a whole date.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for the date's beginning.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Zone;
    /// let cairo: Zone = "Africa/Cairo".parse()?;
    /// assert_eq!(cairo.has_date("2026-04-24".parse()?), Ok(true), "though it begins at 01:00");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    pub fn has_date(&self, date: LocalDate) -> Result<bool, OutsideTable> {
        match self.resolve(date.at(TimeOfDay::MIDNIGHT))? {
            Reading::Skipped { resumes } => Ok(self.local(resumes)?.date() == date),
            Reading::Once(_) | Reading::Twice { .. } => Ok(true),
        }
    }
}

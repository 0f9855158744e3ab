//! Zones: what a clock in a place shows at a moment, and at which moment it shows a reading.
//!
//! The rules are a generated table of every IANA zone from 2020 to 2040 ([`TZDB_VERSION`]); outside
//! those years the answer is [`OutsideTable`], never a guess. Knows nothing of plans, hours or the
//! present moment.
//!
//! ```
//! use plan_comparator::zone::{LocalTime, Reading, Zone};
//! let paris = Zone::named("Europe/Paris").expect("an IANA name");
//! let reading = LocalTime::parse("2026-07-14T09:00").expect("a reading");
//! let Ok(Reading::Once(at)) = paris.resolve(reading) else { panic!("an ordinary morning") };
//! assert_eq!(at.to_string(), "2026-07-14T07:00:00Z");
//! ```

#[rustfmt::skip]
mod table;
mod time;

use std::sync::LazyLock;

pub use chrono::Weekday;
pub use table::TZDB_VERSION;
pub(crate) use time::DAY;
pub use time::{Duration, Instant, LocalDate, LocalTime, Offset, TimeOfDay};

/// When each offset of the table comes into force, in Unix seconds; the table has the times
/// between.
static CHANGE_AT: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let moments = table::CHANGE_AFTER.iter().scan(table::FROM, |at, gap| {
        *at = if *gap == 0 { table::FROM } else { *at + gap * 60 };
        Some(*at)
    });
    moments.collect()
});

/// The rules by which the clocks of one place are set.
#[derive(Clone, Copy, Debug)]
pub struct Zone {
    name: &'static str,
    /// When the offset of the same index comes into force, in Unix seconds; the first entry is the
    /// beginning of the table.
    change_at: &'static [u32],
    /// In quarters of an hour.
    offset: &'static [i8],
    /// The end of the table.
    until: Instant,
}

/// Zones are the same if they have the same name.
impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

/// The moment or reading lies before 2020 or after 2040, for which there are no zone rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideTable;

impl core::fmt::Display for OutsideTable {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("outside the zone table, which spans 2020 to 2040")
    }
}

impl core::error::Error for OutsideTable {}

/// What a reading of the wall clock means in one zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The clock shows it at exactly one moment.
    Once(Instant),
    /// The clock jumps over it.
    Skipped {
        /// The first moment after the jump.
        resumes: Instant,
    },
    /// The clock goes back over it and shows it at two moments.
    Twice {
        /// The earlier one.
        first: Instant,
        /// The later one.
        second: Instant,
    },
}

impl Reading {
    /// The one moment that we take: a skipped reading moves to the first moment after the jump, and
    /// of a repeated one the first counts.
    #[must_use]
    pub const fn instant(self) -> Instant {
        match self {
            Self::Once(at) | Self::Skipped { resumes: at } | Self::Twice { first: at, .. } => at,
        }
    }
}

/// A stretch of time through which a zone's offset stays the same, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first moment with this offset.
    pub from: Instant,
    /// The first moment after it.
    pub until: Instant,
    /// What the clock is ahead of UTC.
    pub offset: Offset,
}

impl Zone {
    /// The zone of an IANA name, in any case: `europe/amsterdam` is `Europe/Amsterdam`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let index = Self::names().position(|known| known.eq_ignore_ascii_case(name))?;
        let name = Self::names().nth(index)?;
        let rules = usize::from(*table::RULES_OF_NAME.get(index)?);
        let start = usize::from(*table::RULES_START.get(rules)?);
        let end =
            table::RULES_START.get(rules + 1).map_or(table::OFFSET.len(), |end| usize::from(*end));
        let until = Instant::from_unix(table::UNTIL);
        Some(Self {
            name,
            change_at: CHANGE_AT.get(start..end)?,
            offset: table::OFFSET.get(start..end)?,
            until,
        })
    }

    /// Every name that [`Zone::named`] knows, in alphabetical order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        table::NAMES.split(' ')
    }

    /// A zone of one's own: for tests with clock changes that no real place has, or in other years.
    ///
    /// `change_at` holds Unix seconds in rising order, the first being the beginning of the rules;
    /// `offset` holds as many offsets in quarters of an hour; `until` ends the last of them.
    #[must_use]
    pub const fn synthetic(
        name: &'static str,
        change_at: &'static [u32],
        offset: &'static [i8],
        until: Instant,
    ) -> Self {
        Self { name, change_at, offset, until }
    }

    /// The IANA name, such as `America/Argentina/Buenos_Aires`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The place that the name ends with, such as `Buenos Aires`.
    #[must_use]
    pub fn place(&self) -> String {
        self.name.rsplit('/').next().unwrap_or(self.name).replace('_', " ")
    }

    /// The offset in force at a moment.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] before 2020 and after 2040.
    pub fn offset_at(&self, at: Instant) -> Result<Offset, OutsideTable> {
        let quarters = self.offset.get(self.index_at(at)?).ok_or(OutsideTable)?;
        Ok(Offset::quarters(*quarters))
    }

    /// What the clock shows at a moment.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] before 2020 and after 2040.
    pub fn local(&self, at: Instant) -> Result<LocalTime, OutsideTable> {
        Ok(self.offset_at(at)?.local(at))
    }

    /// The moment or moments at which the clock shows a reading.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] for readings before 2020 and after 2040.
    pub fn resolve(&self, reading: LocalTime) -> Result<Reading, OutsideTable> {
        // No offset is a day or more, so the stretches around the reading taken as UTC suffice.
        let nearby = Instant::from_unix(reading.as_seconds().saturating_sub(DAY)).max(self.from());
        let mut previous: Option<Stretch> = None;
        let mut first: Option<Instant> = None;
        for stretch in self.stretches(nearby)? {
            if let Some(before) = previous
                && before.offset.local(stretch.from) <= reading
                && reading < stretch.offset.local(stretch.from)
            {
                return Ok(Reading::Skipped { resumes: stretch.from });
            }
            let at = stretch.offset.instant(reading);
            if stretch.from <= at && at < stretch.until {
                if let Some(first) = first {
                    return Ok(Reading::Twice { first, second: at });
                }
                first = Some(at);
            }
            if stretch.from.unix() > reading.as_seconds().saturating_add(DAY) {
                break;
            }
            previous = Some(stretch);
        }
        first.map(Reading::Once).ok_or(OutsideTable)
    }

    /// Whether the calendar of this place has the date. Places that moved across the date line
    /// jumped over one.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] for dates before 2020 and after 2040.
    pub fn has_date(&self, date: LocalDate) -> Result<bool, OutsideTable> {
        match self.resolve(date.at(TimeOfDay::MIDNIGHT))? {
            Reading::Skipped { resumes } => Ok(self.local(resumes)?.date() == date),
            Reading::Once(_) | Reading::Twice { .. } => Ok(true),
        }
    }

    /// The stretches of one offset from a moment on, the first beginning at that moment, the last
    /// ending with the table.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] before 2020 and after 2040.
    pub fn stretches(
        &self,
        from: Instant,
    ) -> Result<impl Iterator<Item = Stretch> + use<>, OutsideTable> {
        let zone = *self;
        Ok((self.index_at(from)?..self.change_at.len()).filter_map(move |index| {
            let stretch = zone.stretch(index)?;
            Some(Stretch { from: stretch.from.max(from), ..stretch })
        }))
    }

    /// Every stretch, to be counted from 0 as [`Zone::index_at`] does.
    pub(crate) fn all_stretches(&self) -> impl Iterator<Item = Stretch> {
        (0..self.change_at.len()).filter_map(|index| self.stretch(index))
    }

    /// Which stretch a moment lies in.
    pub(crate) fn index_at(&self, at: Instant) -> Result<usize, OutsideTable> {
        if at >= self.until {
            return Err(OutsideTable);
        }
        let begun = self.change_at.partition_point(|change| i64::from(*change) <= at.unix());
        begun.checked_sub(1).ok_or(OutsideTable)
    }

    /// The end of the table: the first moment for which there are no rules.
    pub(crate) const fn until(&self) -> Instant {
        self.until
    }

    /// The first moment of the table.
    fn from(&self) -> Instant {
        self.change_at.first().map_or(self.until, |at| Instant::from_unix(i64::from(*at)))
    }

    /// The stretch of an index.
    pub(crate) fn stretch(&self, index: usize) -> Option<Stretch> {
        let at =
            |index: usize| self.change_at.get(index).map(|at| Instant::from_unix(i64::from(*at)));
        Some(Stretch {
            from: at(index)?,
            until: at(index + 1).unwrap_or(self.until),
            offset: Offset::quarters(*self.offset.get(index)?),
        })
    }
}

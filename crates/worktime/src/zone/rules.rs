//! Zones and their rules.

use std::sync::LazyLock;

use super::{Asked, Instant, Interval, LocalTime, Offset, OutsideTable, table};

/// When each offset of the table comes into force, in Unix seconds. The table itself has the time
/// between two changes.
static CHANGE_AT: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let changes = table::CHANGE_AFTER.iter().scan(table::FROM, |at, gap| {
        *at = if *gap == 0 { table::FROM } else { *at + gap * 60 };
        Some(*at)
    });
    changes.collect()
});

/// The rules by which the clocks of one place are set. Two zones are equal if they have the same
/// name.
///
/// # Example
///
/// ```
/// use worktime::zone::{Instant, Zone};
/// let amsterdam: Zone = "Europe/Amsterdam".parse()?;
/// let at = Instant::from_unix(1_774_832_400);
/// assert_eq!(amsterdam.local(at)?.to_string(), "2026-03-30T03:00:00");
/// assert_eq!(amsterdam.offset_at(at)?.to_string(), "UTC+2");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Zone {
    name: &'static str,
    /// When the offset of the same index comes into force, in Unix seconds. The first entry is the
    /// beginning of the rules.
    change_at: &'static [u32],
    /// Offsets in quarters of an hour.
    offset: &'static [i8],
    /// The end of the rules.
    until: Instant,
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

/// An interval through which a zone's offset stays the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The time with this offset.
    pub interval: Interval,
    /// How far the clock is ahead of UTC.
    pub offset: Offset,
}

impl Zone {
    /// The zone with an IANA name. Upper and lower case are the same. `None` for any other text.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Zone;
    /// let zone = Zone::named("europe/amsterdam").map(|zone| zone.name());
    /// assert_eq!(zone, Some("Europe/Amsterdam"));
    /// assert_eq!(Zone::named("Mars/Base"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is_it = |(_, known): &(usize, &str)| known.eq_ignore_ascii_case(name);
        let (index, name) = Self::names().enumerate().find(is_it)?;
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

    /// The zone that people call so: by its IANA name, or else by its [place](Zone::place). Upper and
    /// lower case are the same. `None` for any other text.
    ///
    /// Where several names have one place, that with the most parts is taken, or else the last one in
    /// alphabetical order: `Buenos Aires` is `America/Argentina/Buenos_Aires`, and `Pacific` is
    /// `US/Pacific`, whose rules are not those of `Canada/Pacific`. Only Nicosia has its principal name
    /// first.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Zone;
    /// let zone = Zone::called("los angeles").map(|zone| zone.name());
    /// assert_eq!(zone, Some("America/Los_Angeles"));
    /// assert_eq!(Zone::called("Los"), None);
    /// ```
    #[must_use]
    pub fn called(text: &str) -> Option<Self> {
        Self::named(text).or_else(|| {
            let place = text.replace(' ', "_");
            let has_place = |name: &&str| {
                let of_name = name.rsplit_once('/').map(|(_, place)| place);
                of_name.is_some_and(|of_name| of_name.eq_ignore_ascii_case(&place))
                    && *name != "Europe/Nicosia"
            };
            let names = Self::names().filter(has_place);
            Self::named(names.max_by_key(|name| name.matches('/').count())?)
        })
    }

    /// Every name that [`Zone::named`] knows, in alphabetical order.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Zone;
    /// assert_eq!(Zone::names().next(), Some("Africa/Abidjan"));
    /// assert!(Zone::names().all(|name| Zone::named(name).is_some()));
    /// ```
    pub fn names() -> impl Iterator<Item = &'static str> {
        table::NAMES.split(' ')
    }

    /// A zone with rules of the caller's own, to test with clock changes that no real place has, or
    /// with other years than the table's.
    ///
    /// The offset at an index, in quarters of an hour, comes into force at the Unix second at the
    /// same index of `change_at`. The seconds are in rising order; the first is the beginning of
    /// the rules. The last offset ends at `until`. Without any offset, every instant lies outside
    /// the rules.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Zone};
    /// // The clock goes forward by half an hour after the first hour.
    /// let zone = Zone::synthetic("Test/Half", &[0, 3_600], &[0, 2], Instant::from_unix(7_200));
    /// assert_eq!(zone.local(Instant::from_unix(3_599))?.to_string(), "1970-01-01T00:59:59");
    /// assert_eq!(zone.local(Instant::from_unix(3_600))?.to_string(), "1970-01-01T01:30:00");
    /// # Ok::<(), worktime::zone::OutsideTable>(())
    /// ```
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
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Zone;
    /// assert_eq!("utc".parse::<Zone>()?.name(), "UTC");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The place with which the name ends, such as `Buenos Aires`.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Zone;
    /// assert_eq!("America/New_York".parse::<Zone>()?.place(), "New York");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn place(&self) -> String {
        self.name.rsplit_once('/').map_or(self.name, |(_, place)| place).replace('_', " ")
    }

    /// The time for which the zone has rules: from 2020 to 2040 in UTC, unless the zone is
    /// [synthetic](Zone::synthetic).
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::Zone;
    /// let table = "Asia/Tokyo".parse::<Zone>()?.table();
    /// assert_eq!(table.from.to_string(), "2020-01-01T00:00:00Z");
    /// assert_eq!(table.until.to_string(), "2041-01-01T00:00:00Z");
    /// # Ok::<(), worktime::zone::ParseError>(())
    /// ```
    #[must_use]
    pub fn table(&self) -> Interval {
        let from = self.change_at.first();
        let from = from.map_or(self.until, |at| Instant::from_unix(i64::from(*at)));
        Interval { from, until: self.until }
    }

    /// The offset in force at an instant.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for the instant.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Zone};
    /// let vancouver: Zone = "America/Vancouver".parse()?;
    /// let december = Instant::from_unix(1_796_126_400);
    /// assert_eq!(vancouver.offset_at(december)?.to_string(), "UTC-7");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn offset_at(&self, at: Instant) -> Result<Offset, OutsideTable> {
        let quarters = self.offset.get(self.index_at(at)?);
        let quarters = quarters.ok_or_else(|| self.outside(Asked::Instant(at)))?;
        Ok(Offset::quarters(*quarters))
    }

    /// What the clock shows at an instant.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for the instant.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Zone};
    /// let kolkata: Zone = "Asia/Kolkata".parse()?;
    /// let at = Instant::from_unix(1_767_225_600);
    /// assert_eq!(kolkata.local(at)?.to_string(), "2026-01-01T05:30:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn local(&self, at: Instant) -> Result<LocalTime, OutsideTable> {
        Ok(self.offset_at(at)?.local(at))
    }

    /// The stretches from an instant on, in order. The first begins at that instant, and the last
    /// ends with the rules. The clock changes where two stretches meet.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the zone has no rules for the instant.
    ///
    /// # Example
    ///
    /// ```
    /// use worktime::zone::{Instant, Zone};
    /// let london: Zone = "Europe/London".parse()?;
    /// let mut stretches = london.stretches(Instant::from_unix(1_767_225_600))?;
    /// let winter = stretches.next().expect("the first stretch");
    /// assert_eq!(winter.interval.until.to_string(), "2026-03-29T01:00:00Z");
    /// assert_eq!(winter.offset.to_string(), "UTC+0");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn stretches(
        &self,
        from: Instant,
    ) -> Result<impl Iterator<Item = Stretch> + use<>, OutsideTable> {
        let zone = *self;
        Ok((self.index_at(from)?..self.change_at.len()).filter_map(move |index| {
            let Stretch { mut interval, offset } = zone.stretch(index)?;
            interval.from = interval.from.max(from);
            Some(Stretch { interval, offset })
        }))
    }

    /// Every stretch, in the order of their indices.
    pub(crate) fn all_stretches(&self) -> impl Iterator<Item = Stretch> {
        (0..self.change_at.len()).filter_map(|index| self.stretch(index))
    }

    /// The stretch with an index.
    pub(crate) fn stretch(&self, index: usize) -> Option<Stretch> {
        let at =
            |index: usize| self.change_at.get(index).map(|at| Instant::from_unix(i64::from(*at)));
        let interval = Interval { from: at(index)?, until: at(index + 1).unwrap_or(self.until) };
        Some(Stretch { interval, offset: Offset::quarters(*self.offset.get(index)?) })
    }

    /// The index of the stretch that an instant lies in.
    pub(crate) fn index_at(&self, at: Instant) -> Result<usize, OutsideTable> {
        if at >= self.until {
            return Err(self.outside(Asked::Instant(at)));
        }
        let begun = self.change_at.partition_point(|change| i64::from(*change) <= at.unix());
        begun.checked_sub(1).ok_or_else(|| self.outside(Asked::Instant(at)))
    }

    /// The error for something that lies outside the zone's rules.
    #[cold]
    pub(crate) fn outside(&self, asked: Asked) -> OutsideTable {
        OutsideTable { asked, table: self.table() }
    }
}

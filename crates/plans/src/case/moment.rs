//! Moments: a date and time that the visitor names, on the desk's clock or at a fixed instant.

use core::fmt;

use worktime::zone::{Instant, LocalTime, Offset, OutsideTable, Reading, Zone};

/// A date and time that the visitor names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A fixed instant, which does not depend on the desk's zone.
    At(Instant),
    /// The instant at which the desk's clock shows a reading. It changes with the desk's zone.
    Reading(LocalTime),
}

/// The instant of a [`Moment`] in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResolvedMoment {
    /// The instant.
    pub at: Instant,
    /// The reading, if a clock change skips or repeats it; otherwise `None`.
    pub clock_change: Option<Reading>,
}

impl Moment {
    /// Reads a reading such as `2026-03-27T16:30` or `2026-03-27T16:30:05`, or an instant, which has
    /// `Z` or an offset at its end; `None` for any other text. Seconds may have a fraction, which is
    /// dropped: `2026-03-27T16:30:00.000Z`.
    ///
    /// # Example
    ///
    /// ```
    /// use plans::case::Moment;
    /// let moment = Moment::parse("2026-03-27T16:30+01:00").expect("an instant");
    /// assert_eq!(moment.to_string(), "2026-03-27T15:30:00Z");
    /// assert_eq!(Moment::parse("2026-03-27"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let moment = parse(text)?;
        // At either end of the calendar an offset may move an instant into a year that
        // `LocalTime::parse` does not read.
        let is_writable = match moment {
            Self::At(at) => LocalTime::parse(at.to_string().trim_end_matches('Z')).is_some(),
            Self::Reading(_) => true,
        };
        is_writable.then_some(moment)
    }

    /// The instant of the moment; `zone` is the zone of the desk's clock.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if the moment is a reading and the zone has no rules for it. A fixed instant
    /// is returned as it is, even if the zone has no rules for it.
    pub fn on(self, zone: &Zone) -> Result<ResolvedMoment, OutsideTable> {
        match self {
            Self::At(at) => Ok(ResolvedMoment { at, clock_change: None }),
            Self::Reading(reading) => {
                let resolved = zone.resolve(reading)?;
                let clock_change = (!matches!(resolved, Reading::Once(_))).then_some(resolved);
                Ok(ResolvedMoment { at: resolved.instant(), clock_change })
            }
        }
    }
}

/// Writes the form that [`Moment::parse`] reads.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(at) => at.fmt(f),
            Self::Reading(reading) => {
                let text = reading.to_string();
                f.write_str(text.strip_suffix(":00").unwrap_or(&text))
            }
        }
    }
}

fn parse(text: &str) -> Option<Moment> {
    if let Some(reading) = text.strip_suffix(['Z', 'z']) {
        return Some(Moment::At(Offset::seconds(0).instant(parse_reading(reading)?)));
    }
    let time_begins = text.find(['T', 't'])?;
    let Some(sign) = text.rfind(['+', '-']).filter(|sign| *sign > time_begins) else {
        return Some(Moment::Reading(parse_reading(text)?));
    };
    let (reading, offset) = text.split_at_checked(sign)?;
    Some(Moment::At(parse_offset(offset)?.instant(parse_reading(reading)?)))
}

/// Reads a reading whose seconds may have a fraction, after a point or a comma.
fn parse_reading(text: &str) -> Option<LocalTime> {
    let Some((whole, fraction)) = text.split_once(['.', ',']) else {
        return LocalTime::parse(text);
    };
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let has_seconds = whole.len() == "2026-03-27T16:30:00".len();
    LocalTime::parse(whole).filter(|_| is_fraction && has_seconds)
}

/// Reads an offset such as `+01:00`, `-0930` or `+02`.
fn parse_offset(text: &str) -> Option<Offset> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits = match digits.split_once(':') {
        Some((hours, minutes)) if hours.len() == 2 && minutes.len() == 2 => {
            format!("{hours}{minutes}")
        }
        Some(_) => return None,
        None if digits.len() == 2 => format!("{digits}00"),
        None => digits.to_owned(),
    };
    if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let (hours, minutes) = (number / 100, number % 100);
    (hours < 24 && minutes < 60).then(|| Offset::seconds(sign * (hours * 3_600 + minutes * 60)))
}

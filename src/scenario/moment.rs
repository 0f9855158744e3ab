//! Moments as the visitor names them: on the desk's clock, or the same everywhere.

use core::fmt;

use crate::zone::{Instant, LocalTime, Offset, OutsideTable, Reading, Zone};

/// A moment that the visitor named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// One that stays the same in every zone.
    At(Instant),
    /// When the desk's clock shows a reading, whichever zone that is.
    Reading(LocalTime),
}

/// When a moment that the visitor named is, and what the clock had to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResolvedMoment {
    /// The moment.
    pub at: Instant,
    /// The reading that a clock change skips or repeats, if the visitor chose such a one.
    pub odd: Option<Reading>,
}

impl Moment {
    /// Reads `2026-03-27T16:30`, with seconds if there are some, with `Z` or an offset if the
    /// moment does not depend on the desk's zone; `None` for anything else. A space before the
    /// offset is a `+` that was not escaped.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let moment = parse(&text.replace(' ', "+"))?;
        // An instant at either end of the calendar would be written with a year that cannot be
        // read.
        let written = match moment {
            Self::At(at) => LocalTime::parse(at.to_string().trim_end_matches('Z')).is_some(),
            Self::Reading(_) => true,
        };
        written.then_some(moment)
    }

    /// When it is on the clock of a zone.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] for a reading before 2020 or after 2040. A moment outside those years is
    /// returned as it is.
    pub fn on(self, zone: &Zone) -> Result<ResolvedMoment, OutsideTable> {
        match self {
            Self::At(at) => Ok(ResolvedMoment { at, odd: None }),
            Self::Reading(reading) => {
                let resolved = zone.resolve(reading)?;
                let odd = (!matches!(resolved, Reading::Once(_))).then_some(resolved);
                Ok(ResolvedMoment { at: resolved.instant(), odd })
            }
        }
    }
}

/// As [`Moment::parse`] reads it.
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
        return Some(Moment::At(Offset::seconds(0).instant(LocalTime::parse(reading)?)));
    }
    let time_begins = text.find(['T', 't'])?;
    let Some(sign) = text.rfind(['+', '-']).filter(|sign| *sign > time_begins) else {
        return Some(Moment::Reading(LocalTime::parse(text)?));
    };
    let (reading, offset) = text.split_at_checked(sign)?;
    Some(Moment::At(parse_offset(offset)?.instant(LocalTime::parse(reading)?)))
}

/// Reads `+01:00`, `-0930` or `+02`.
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

//! The part of ISO 8601 durations that durations and targets share.

use core::fmt;

use super::Duration;

/// Reads hours, minutes and seconds in that order, each of which may be absent: `1H30M`. `None` for
/// any other text, and if all are absent or zero.
pub(crate) fn read_time(text: &str) -> Option<Duration> {
    let mut rest = text;
    let mut seconds: i64 = 0;
    for (unit, length) in [('H', 3_600), ('M', 60), ('S', 1)] {
        if let Some((amount, after)) = rest.split_once(unit) {
            seconds += i64::from(read_number(amount)?) * length;
            rest = after;
        }
    }
    (rest.is_empty() && seconds > 0).then_some(Duration::seconds(seconds))
}

/// Reads one to six digits.
pub(crate) fn read_number(text: &str) -> Option<u32> {
    if (1..=6).contains(&text.len()) { read_digits(text) } else { None }
}

/// Reads decimal digits; `None` if there is any other character, a sign included.
pub(super) fn read_digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// Writes `T` and the hours, minutes and seconds that are not zero. Hours may be more than 23.
pub(crate) fn write_time(f: &mut fmt::Formatter<'_>, length: Duration) -> fmt::Result {
    f.write_str("T")?;
    let seconds = length.as_seconds();
    for (amount, unit) in [(seconds / 3_600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')] {
        if amount > 0 {
            write!(f, "{amount}{unit}")?;
        }
    }
    Ok(())
}

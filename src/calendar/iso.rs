//! The parts of ISO 8601 durations that targets and limits are written in.

use core::fmt;

use crate::zone::Duration;

/// Reads hours, minutes and seconds, in that order and as far as there are some: `1H30M`; `None`
/// for anything else and for nothing.
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

/// Reads up to six digits.
pub(crate) fn read_number(text: &str) -> Option<u32> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// Writes `T` and the hours, minutes and seconds that there are, an hour for each 60 minutes.
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

//! Why there is no deadline.

use core::fmt;

use crate::zone::OutsideTable;

/// Why there is no deadline.
///
/// # Example
///
/// ```
/// use worktime::deadline::{Error, due};
/// use worktime::schedule::{Exceptions, Schedule};
/// use worktime::zone::Instant;
/// let desk = Schedule::new("UTC".parse()?, "mon 09:00-17:00".parse()?, Exceptions::default());
/// let error = due(&desk, "PT1H".parse()?, Instant::from_unix(0)).unwrap_err();
/// assert!(matches!(error, Error::OpenedOutsideTable(_)));
/// assert_eq!(
///     error.to_string(),
///     "the case was opened when there are no zone rules: 1970-01-01T00:00:00Z is outside the \
///      zone rules, which span 2020-01-01T00:00:00Z to 2041-01-01T00:00:00Z"
/// );
/// # Ok::<(), worktime::zone::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The case was opened when there are no zone rules.
    OpenedOutsideTable(OutsideTable),
    /// The reply would be due after the last zone rule, or the desk does not open again before it.
    DueOutsideTable(OutsideTable),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, outside) = match self {
            Self::OpenedOutsideTable(outside) => ("the case was opened", outside),
            Self::DueOutsideTable(outside) => ("the reply would be due", outside),
        };
        write!(f, "{what} when there are no zone rules: {outside}")
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::OpenedOutsideTable(outside) | Self::DueOutsideTable(outside) => Some(outside),
        }
    }
}

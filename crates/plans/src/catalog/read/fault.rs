//! What is wrong with a catalog.

use core::fmt;

/// One error in a catalog's file: where it is, what stands there, and what is allowed there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The JSON path of the value, such as `$.plans[2].paid`.
    pub path: String,
    /// The value, shortened; `nothing` if it is missing.
    pub found: String,
    /// What is allowed there.
    pub allowed: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: found {}, allowed is {}", self.path, self.found, self.allowed)
    }
}

/// All errors of a catalog's file, in the order in which its reader meets them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl core::error::Error for Faults {}

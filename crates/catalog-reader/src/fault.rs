//! What is wrong with a catalog, or doubtful.

use core::fmt;

/// Something in a catalog's file that cannot stand there, or that is doubtful: where it is, what stands
/// there, and what is allowed there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The JSON path of the value, such as `$.plans[2].paid`.
    pub path: String,
    /// The value, shortened; `nothing` if it is missing.
    pub found: String,
    /// What is allowed there. If it is only a doubt: what is doubtful.
    pub allowed: String,
    /// Whether the catalog can be used nevertheless.
    pub is_doubt: bool,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, path, found, allowed, is_doubt } = self;
        let is = if *is_doubt { "in doubt:" } else { "allowed is" };
        write!(f, "{line}:{column} {path}: found {found}, {is} {allowed}")
    }
}

/// Everything that is wrong with a catalog's file, and everything that is doubtful, in the order of the
/// file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// The faults because of which the catalog cannot be used.
    pub fn errors(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter().filter(|fault| !fault.is_doubt)
    }

    /// What is doubtful.
    pub fn doubts(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter().filter(|fault| fault.is_doubt)
    }
}

/// A line for each.
impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl core::error::Error for Faults {}

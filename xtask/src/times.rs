//! How long the tests in browsers took: their runners write it into a file, a line for each.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::command::root;

/// The variable that names the file to the runners.
pub const VARIABLE: &str = "PC_TIMES";

const FILE: &str = "target/test-times.tsv";

/// The file, with its folder.
///
/// # Errors
///
/// If the folder cannot be made.
pub fn file() -> Result<PathBuf> {
    let path = root().canonicalize().context("the repository is gone")?.join(FILE);
    std::fs::create_dir_all(path.with_file_name("")).context("cannot make the folder target")?;
    Ok(path)
}

/// Forgets the times of an earlier run.
///
/// # Errors
///
/// If the file cannot be written.
pub fn forget() -> Result<()> {
    std::fs::write(file()?, "").context("cannot write the times of tests")
}

/// The tests that took longest, the slowest first.
///
/// # Errors
///
/// If the file cannot be read.
pub fn slowest(count: usize) -> Result<Vec<(Duration, String)>> {
    let text = std::fs::read_to_string(file()?).context("cannot read the times of tests")?;
    let mut times: Vec<_> = text.lines().filter_map(parse).collect();
    times.sort_by(|(one, _), (other, _)| other.cmp(one));
    times.truncate(count);
    Ok(times)
}

/// A line: milliseconds and a name, with a tab between them.
fn parse(line: &str) -> Option<(Duration, String)> {
    let (milliseconds, name) = line.split_once('\t')?;
    Some((Duration::from_millis(milliseconds.parse().ok()?), name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_time_and_a_name() {
        let expected = Some((Duration::from_millis(1500), "[webkit] keys".to_owned()));
        assert_eq!(parse("1500\t[webkit] keys"), expected);
        assert_eq!(parse("no time"), None);
    }
}

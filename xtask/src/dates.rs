//! The verb `dates`: the dates of a calendar's file, as a catalog has them.

use anyhow::{Context as _, Result, bail, ensure};

/// Prints the whole days of the file that is named, as items of a region's `dates`.
///
/// # Errors
///
/// If the file cannot be read, or is no calendar or an empty one.
pub fn dates(arguments: &[String]) -> Result<()> {
    let [path] = arguments else { bail!("name one file: cargo xtask dates FILE.ics") };
    let bytes = std::fs::read(path).with_context(|| path.clone())?;
    let calendar = catalog_reader::dates_of_calendar(&bytes)
        .map_err(|error| anyhow::anyhow!("{path}: {error}"))?;
    calendar.left_out.iter().for_each(|left_out| eprintln!("left out: {left_out}"));
    ensure!(!calendar.dates.is_empty(), "{path} has no whole days");
    println!("\"dates\": [\n{calendar}\n]");
    Ok(())
}

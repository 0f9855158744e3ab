//! The verb `check`: what is wrong with a catalog's file, or doubtful.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

/// Checks the file that is named, and prints a line for each fault and each doubt.
///
/// # Errors
///
/// If the file cannot be read, or if anything is wrong with it.
pub fn check(arguments: &[String]) -> Result<()> {
    let [path] = arguments else { bail!("name one file: cargo xtask check FILE") };
    let bytes = std::fs::read(Path::new(path)).with_context(|| path.clone())?;
    let line = |fault: &catalog_reader::Fault| println!("{path}:{fault}");
    match catalog_reader::read(&bytes) {
        Ok(file) => {
            file.doubts().0.iter().for_each(line);
            let doubts = match file.doubts().0.len() {
                0 => "no doubts".to_owned(),
                1 => "one doubt".to_owned(),
                count => format!("{count} doubts"),
            };
            println!("{path} is sound, with {doubts}. Languages: {}.", file.languages().join(", "));
            Ok(())
        }
        Err(faults) => {
            faults.0.iter().for_each(line);
            match faults.errors().count() {
                1 => bail!("{path} cannot be used: one fault"),
                count => bail!("{path} cannot be used: {count} faults"),
            }
        }
    }
}

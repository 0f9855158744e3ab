//! The verb `check`: what is wrong with a catalog's file, or doubtful.

use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};

/// Checks the file that is named, and prints a line for each fault and each doubt.
///
/// # Errors
///
/// If the file cannot be read, or if anything is wrong with it.
pub fn check(arguments: &[String]) -> Result<()> {
    let [path] = arguments else { bail!("name one file: cargo xtask check FILE") };
    let bytes = std::fs::read(Path::new(path)).with_context(|| path.clone())?;
    let result = catalog_reader::read(&bytes);
    let faults = match &result {
        Ok(file) => file.doubts(),
        Err(faults) => faults,
    };
    faults.0.iter().for_each(|fault| println!("{path}:{fault}"));
    let words: Vec<&str> = bundled::languages().collect();
    let summary = format!("{path} {}", catalog_reader::summary(&result, &words));
    ensure!(result.is_ok(), summary);
    println!("{summary}");
    Ok(())
}

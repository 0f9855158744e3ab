//! What reading a catalog came to, for programs.

use serde_json::{Value as Json, json};

use crate::{CatalogFile, Fault, Faults, summary};

/// What is wrong with a catalog, or doubtful: a JSON object with `isSound`, a `summary` in a sentence, and the
/// list `faults`. Each fault has `line` and `column` from 1, the JSON `path`, what was `found`, what is
/// `allowed`, whether it `isDoubt`, and all of it in the line `text`. `words` is as for [`summary`].
///
/// ```
/// let report = catalog_reader::report(&catalog_reader::read(b"[]"), &["en"]);
/// assert_eq!(report["isSound"], false);
/// assert_eq!(report["faults"][0]["path"], "$");
/// ```
#[must_use]
pub fn report(result: &Result<CatalogFile, Faults>, words: &[&str]) -> Json {
    let faults = match result {
        Ok(file) => file.doubts(),
        Err(faults) => faults,
    };
    let fault = |fault: &Fault| {
        json!({
            "line": fault.line,
            "column": fault.column,
            "path": fault.path,
            "found": fault.found,
            "allowed": fault.allowed,
            "isDoubt": fault.is_doubt,
            "text": fault.to_string(),
        })
    };
    json!({
        "isSound": result.is_ok(),
        "summary": summary(result, words),
        "faults": faults.0.iter().map(fault).collect::<Vec<_>>(),
    })
}

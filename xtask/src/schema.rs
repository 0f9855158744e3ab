//! The verb `schema`: writes the JSON Schema of the catalog format for editors.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::command::root;

fn path() -> PathBuf {
    root().join("docs/catalog.schema.json")
}

/// Writes docs/catalog.schema.json anew from the types that read catalogs.
///
/// # Errors
///
/// If the file cannot be written.
pub fn schema() -> Result<()> {
    std::fs::write(path(), catalog_reader::schema()).context("cannot write the schema")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_current() {
        let written = std::fs::read_to_string(path()).expect("the schema is there");
        assert!(written == catalog_reader::schema(), "run `cargo xtask schema`");
    }
}

//! Short names for what the program imports from its glue.
//!
//! `wasm-bindgen` names each import after its function and a checksum of it, and names a module from
//! which it comes, in both files. Checksums do not compress: together the names cost 3 kB of the first
//! load. They mean nothing once both files are written, so here each gets a short name, in both files
//! alike.

use std::convert::Infallible;

use anyhow::{Context as _, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{CustomSectionReader, ImportSectionReader, Parser};

/// The names that are shortened begin so.
const LONG: &str = "__wb";

/// The program and its glue with short names, and the program without what only tools read.
///
/// # Errors
///
/// What of the program is not valid.
pub fn shorten(program: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let (mut module, mut names) = (Module::new(), ShortNames::default());
    names.parse_core_module(&mut module, Parser::new(0), program).context("the program")?;
    let glue = names
        .0
        .iter()
        .fold(glue.to_owned(), |glue, (long, short)| replace_word(&glue, long, short));
    Ok((module.finish(), glue))
}

/// Names of imports and their modules, with the short names that they get.
#[derive(Default)]
struct ShortNames(Vec<(String, String)>);

impl ShortNames {
    /// The short name of a name.
    fn short(&mut self, name: &str) -> String {
        if let Some((_, short)) = self.0.iter().find(|(long, _)| long == name) {
            return short.clone();
        }
        let short = format!("_{}", self.0.len());
        self.0.push((name.to_owned(), short.clone()));
        short
    }
}

impl Reencode for ShortNames {
    type Error = Infallible;

    // Not `parse_import`: the section is encoded without a call of it.
    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let (mut module, mut name) = (import.module.to_owned(), import.name.to_owned());
            if name.starts_with(LONG) {
                (module, name) = (self.short(&module), self.short(&name));
            }
            imports.import(&module, &name, self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        Ok(())
    }
}

/// Puts `short` wherever `long` stands as a whole word: one name may be the beginning of another.
fn replace_word(text: &str, long: &str, short: &str) -> String {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(long) {
        let whole = !before.ends_with(is_word) && !after.starts_with(is_word);
        out.push_str(before);
        out.push_str(if whole { short } else { long });
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, TypeSection};

    /// A program that imports functions, each of a module.
    fn program(names: &[(&str, &str)]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for (module, name) in names {
            imports.import(module, name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&imports);
        module.finish()
    }

    #[test]
    fn names_are_shortened_in_both_files_alike() {
        let glue = "'./glue.js': {__wbg_now_1: f, __wbg_now_12: g, load: h, __wbindgen_throw: i}";
        let names = ["__wbg_now_1", "load", "__wbg_now_12", "__wbindgen_throw"];
        let names = names.map(|name| ("./glue.js", name));
        let (shortened, glue) = shorten(&program(&names), glue).expect("a valid program");
        let short = [("_0", "_1"), ("./glue.js", "load"), ("_0", "_2"), ("_0", "_3")];
        assert_eq!(shortened, program(&short));
        assert_eq!(glue, "'_0': {_1: f, _2: g, load: h, _3: i}");
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(shorten(b"\0asm", "").is_err());
    }
}

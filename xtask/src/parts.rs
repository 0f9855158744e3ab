//! What each part of the program weighs: the code of its functions, by the module they are of.
//!
//! The released program has no names, so it is compiled once more with them, into a folder of its
//! own. Code is counted before compression, which only works on all of it together.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};

use crate::command::{command, root, run};
use crate::tools;

/// Prints the modules with their code.
///
/// # Errors
///
/// When the program cannot be compiled, or is not as it is expected.
pub fn print() -> Result<()> {
    tools::install()?;
    println!("Compiling the program with names: usually a minute, the first time 2.");
    let mut cargo = command("cargo", &["build", "--release", "--locked", "--bin", NAME]);
    cargo.args(["--target", TARGET]).env("CARGO_PROFILE_RELEASE_STRIP", "false");
    cargo.env("CARGO_TARGET_DIR", root().join("target/parts"));
    run(cargo.env("RUSTFLAGS", "-Csymbol-mangling-version=v0"))?;
    let path = root().join(format!("target/parts/{TARGET}/release/{NAME}.wasm"));
    let program = std::fs::read(&path).with_context(|| format!("cannot read {NAME}.wasm"))?;
    let parts = parts(&functions(&program).context("the program is not as expected")?);
    let all: usize = parts.iter().map(|(_, size)| size).sum();
    println!("\n{:>8} {:>6}  code of", "bytes", "share");
    let line = |size: usize, part: &str| {
        println!("{size:>8} {:>5.1}%  {part}", size as f64 * 100.0 / all as f64);
    };
    let (large, small) = parts.split_at(parts.partition_point(|(_, size)| *size >= SMALL));
    large.iter().for_each(|(part, size)| line(*size, part));
    line(small.iter().map(|(_, size)| size).sum(), "parts that are smaller");
    line(all, "everything");
    Ok(())
}

/// Parts with less code are not named.
const SMALL: usize = 1_000;

const NAME: &str = "plan-comparator";
const TARGET: &str = "wasm32-unknown-unknown";

/// The parts, the largest first.
fn parts(functions: &[(String, usize)]) -> Vec<(String, usize)> {
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    // Only the glue's maker calls those that describe a function's types; they are not released.
    for (name, size) in functions.iter().filter(|(name, _)| !name.contains("describe")) {
        *sizes.entry(part_of(name)).or_default() += size;
    }
    let mut parts: Vec<_> = sizes.into_iter().collect();
    parts.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    parts
}

/// The module of ours that a function is of or was made for, or else the crate that it is of.
fn part_of(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let words = |path: &str, most: usize| {
        let end = path.find(|letter: char| !letter.is_alphanumeric() && !"_:".contains(letter));
        let path = &path[..end.unwrap_or(path.len())];
        path.split("::").filter(|word| !word.is_empty()).take(most).collect::<Vec<_>>().join("::")
    };
    match name.split_once("plan_comparator::") {
        Some((_, ours)) if ours.starts_with("view::comparison") => words(ours, 3),
        Some((_, ours)) if ours.starts_with("view") => words(ours, 2),
        Some((_, ours)) => words(ours, 1),
        None => words(name.trim_start_matches(['<', '&', '(', '*', '[']), 1),
    }
}

/// Every function of the program that is not imported: its name, and the bytes of its code.
fn functions(program: &[u8]) -> Option<Vec<(String, usize)>> {
    let (mut imported, mut code, mut names) = (0, Vec::new(), BTreeMap::new());
    let mut rest = Reader(program.get(8..)?);
    while let Some(kind) = rest.byte() {
        let mut section = rest.block()?;
        match kind {
            0 if section.block()?.0 == b"name" => names = function_names(section)?,
            2 => imported = section.number()?,
            10 => {
                for _ in 0..section.number()? {
                    code.push(section.block()?.0.len());
                }
            }
            _ => {}
        }
    }
    let name = |index: usize| names.get(&(imported + index)).cloned().unwrap_or_default();
    Some(code.iter().enumerate().map(|(index, size)| (name(index), *size)).collect())
}

/// The part of the names that is about functions.
fn function_names(mut section: Reader) -> Option<BTreeMap<usize, String>> {
    let mut names = BTreeMap::new();
    while let Some(kind) = section.byte() {
        let mut part = section.block()?;
        if kind == 1 {
            for _ in 0..part.number()? {
                let index = part.number()?;
                names.insert(index, String::from_utf8_lossy(part.block()?.0).into_owned());
            }
        }
    }
    Some(names)
}

/// What is left to read of a program.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    /// A number in groups of seven bits, the lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// Bytes, after their number.
    fn block(&mut self) -> Option<Reader<'a>> {
        let length = self.number()?;
        let (block, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Reader(block))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_of_a_module_or_a_crate() {
        for (name, part) in [
            ("plan_comparator::picture::week::week", "picture"),
            (
                "<plan_comparator::view::comparison::fit::need::{closure#0} as F>::run",
                "view::comparison::fit",
            ),
            ("core::ptr::drop_in_place::<plan_comparator::view::node::Node>", "view::node"),
            ("<alloc::string::String as core::clone::Clone>::clone", "alloc"),
            ("__rust_alloc", "__rust_alloc"),
        ] {
            assert_eq!(part_of(name), part, "{name}");
        }
    }

    #[test]
    fn functions_are_counted_with_their_names() {
        let mut program = b"\0asm\x01\0\0\0".to_vec();
        program.extend([2, 1, 1]);
        program.extend([10, 6, 2, 1, 0, 2, 0, 0]);
        program.extend([0, 14, 4, b'n', b'a', b'm', b'e', 1, 7, 2, 1, 1, b'a', 2, 1, b'b']);
        let functions = functions(&program).expect("a program");
        assert_eq!(functions, [("a".to_owned(), 1), ("b".to_owned(), 2)]);
        assert_eq!(super::functions(&program[..20]), None, "one that breaks off");
    }
}

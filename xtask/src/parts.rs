//! The verb `parts`: prints the code size of each module and each crate in the page's program.
//!
//! The released program has no function names. Therefore this verb compiles the program with names,
//! in a target folder of its own. The sizes are those before compression, since compression works on
//! the whole program.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::command::{command, root, run};
use crate::tools;

/// The least code, in bytes, that has a line of its own.
const MIN_SHOWN_BYTES: usize = 1_000;

const NAME: &str = "plan-comparator";
const TARGET: &str = "wasm32-unknown-unknown";

/// The crates of this repository with code in the program, which is counted by module.
const OWN_CRATES: [&str; 4] = ["plan_comparator", "plans", "worktime", "nodes"];

/// Compiles the program with names, and prints the code size of each module and crate.
///
/// # Errors
///
/// If the program cannot be compiled or read.
pub fn parts() -> Result<()> {
    tools::install_for_build()?;
    println!("Compiling the program with names: usually a minute, the first time 2.");
    let mut cargo = command("cargo", &["build", "--release", "--locked", "--bin", NAME]);
    cargo.args(["--target", TARGET]).env("CARGO_PROFILE_RELEASE_STRIP", "false");
    cargo.env("CARGO_TARGET_DIR", root().join("target/parts"));
    run(cargo.env("RUSTFLAGS", "-Csymbol-mangling-version=v0"))?;
    let path = root().join(format!("target/parts/{TARGET}/release/{NAME}.wasm"));
    let program = std::fs::read(&path).with_context(|| format!("cannot read {NAME}.wasm"))?;
    let functions = functions(&program).context("the program is not as expected")?;

    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    // wasm-bindgen calls the functions that describe types, and removes them from the program.
    for (name, size) in functions.iter().filter(|(name, _)| !name.contains("describe")) {
        *sizes.entry(module_of(name)).or_default() += size;
    }
    let mut modules: Vec<_> = sizes.into_iter().collect();
    modules.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let total: usize = modules.iter().map(|(_, size)| size).sum();
    println!("\n{:>8} {:>6}  code of", "bytes", "share");
    let line = |size: usize, module: &str| {
        println!("{size:>8} {:>5.1}%  {module}", size as f64 * 100.0 / total as f64);
    };
    let (large, small) =
        modules.split_at(modules.partition_point(|(_, size)| *size >= MIN_SHOWN_BYTES));
    large.iter().for_each(|(module, size)| line(*size, module));
    line(small.iter().map(|(_, size)| size).sum(), "parts that are smaller");
    line(total, "everything");
    Ok(())
}

/// The name and the code size, in bytes, of every function that the program does not import.
fn functions(program: &[u8]) -> wasmparser::Result<Vec<(String, usize)>> {
    let (mut imported, mut code, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => code.push(body.as_bytes().len()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(subsections) = section.as_known() else { continue };
                for subsection in subsections {
                    let Name::Function(functions) = subsection? else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, function.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    let name = |index| names.get(&index).cloned().unwrap_or_default();
    Ok((imported..).zip(code).map(|(index, size)| (name(index), size)).collect())
}

/// The module of this repository that a function belongs to, or whose types it is generic over; or
/// else the crate of the function.
fn module_of(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let prefix = |path: &str, depth: usize| {
        let end = path.find(|char: char| !char.is_alphanumeric() && !"_:".contains(char));
        let path = &path[..end.unwrap_or(path.len())];
        path.split("::").filter(|name| !name.is_empty()).take(depth).collect::<Vec<_>>().join("::")
    };
    let own = OWN_CRATES.iter().find_map(|package| name.split_once(&format!("{package}::")));
    match own {
        Some((_, path)) if path.starts_with("view") => prefix(path, 2),
        Some((_, path)) => prefix(path, 1),
        None => prefix(name.trim_start_matches(['<', '&', '(', '*', '[']), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_a_module_or_a_crate() {
        for (name, module) in [
            ("plans::picture::week::week", "picture"),
            ("<plan_comparator::view::which::section::{closure#0} as F>::run", "view::which"),
            ("core::ptr::drop_in_place::<nodes::element::Element>", "element"),
            ("<alloc::string::String as core::clone::Clone>::clone", "alloc"),
            ("__rust_alloc", "__rust_alloc"),
        ] {
            assert_eq!(module_of(name), module, "{name}");
        }
    }

    #[test]
    fn functions_are_counted_with_their_names() {
        let mut program = b"\0asm\x01\0\0\0".to_vec();
        program.extend([2, 7, 1, 1, b'm', 1, b'f', 0, 0]);
        program.extend([3, 3, 2, 0, 0]);
        program.extend([10, 8, 2, 2, 0, 0x0b, 3, 0, 1, 0x0b]);
        program.extend([0, 14, 4, b'n', b'a', b'm', b'e', 1, 7, 2, 1, 1, b'a', 2, 1, b'b']);
        let functions = functions(&program).expect("a program");
        assert_eq!(functions, [("a".to_owned(), 2), ("b".to_owned(), 3)]);
        assert!(super::functions(&program[..12]).is_err(), "one that breaks off");
    }
}

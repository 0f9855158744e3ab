//! Splits the program into chunks that are fetched when they are wanted.
//!
//! Trunk runs `wasm-bindgen` on the program as a whole. The hook starts again from what Cargo built,
//! which still says where each function refers to another: Leptos' splitter moves out what only a
//! function with `#[wasm_split]` reaches, and `wasm-bindgen` makes the glue of what is left. Chunks
//! need no glue of their own; they call the program through its table of functions.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use wasm_encoder::Module;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{CustomSectionReader, Parser};

use anyhow::{Context as _, Result, bail};

use super::write_named;

/// The loader of chunks, in the glue.
const LOADER: &str = include_str!("chunks.js");

/// What the program imports the loaders from; no file has that name, since the glue holds them.
const LOADERS: &str = "./chunks.js";

/// How long a chunk may take, in milliseconds.
const PATIENCE: u32 = 30_000;

/// The version of `wasm-bindgen` that the program is compiled with.
const WASM_BINDGEN: &str = "0.2.129";

/// The program without what was moved into chunks.
pub struct Split {
    /// The program.
    pub program: Vec<u8>,
    /// Its glue, with the loader of the chunks.
    pub glue: String,
}

/// A piece of a chunk: several may share one.
pub enum Piece {
    /// A file beside the glue.
    File(String),
    /// Its bytes, which the glue carries.
    #[cfg_attr(not(test), expect(dead_code, reason = "a page in one file will carry them"))]
    Bytes(Vec<u8>),
}

/// Splits the program that Cargo built for Trunk, and writes the chunks into the site's `folder`.
///
/// # Errors
///
/// What could not be read, run or written.
pub fn split(folder: &Path) -> Result<Split> {
    let built = built()?;
    let raw = fs::read(&built).with_context(|| built.display().to_string())?;
    let work = built.with_file_name("split");
    // What an earlier build left there.
    let _ = fs::remove_dir_all(&work);
    let main = work.join("plan-comparator.wasm");
    let mut options = wasm_split_cli_support::Options::new(&raw);
    options.output_dir = &work;
    options.main_out_path = &main;
    options.link_name = LOADERS;
    let parts = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow::anyhow!("the program cannot be split: {error:#}"))?;
    let mut chunks = BTreeMap::new();
    for (name, pieces) in parts.prefetch_map {
        let pieces = pieces.iter().map(|piece| write_piece(folder, &work, piece));
        chunks.insert(name, pieces.collect::<Result<Vec<Piece>>>()?);
    }
    bindgen(&main, &work)?;
    let read = |name: &str| {
        let path = work.join(name);
        fs::read(&path).with_context(|| path.display().to_string())
    };
    let text = |name: &str| read(name).map(|text| String::from_utf8_lossy(&text).into_owned());
    let shared = shared(&text(LOADERS)?);
    let glue = with_loader(&text("plan-comparator.js")?, &chunks, &shared)?;
    Ok(Split { program: read("plan-comparator_bg.wasm")?, glue })
}

/// Where Cargo put the program: below its target folder, in the folder of the profile that Trunk built
/// with.
fn built() -> Result<PathBuf> {
    let profile = env::var("TRUNK_PROFILE").context("Trunk runs this, with its profile set")?;
    Ok(target()?.join("wasm32-unknown-unknown").join(profile).join("plan-comparator.wasm"))
}

/// Cargo's target folder, whatever that is.
pub fn target() -> Result<PathBuf> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["metadata", "--format-version=1", "--no-deps", "--offline"];
    let metadata = run(Command::new(cargo).args(arguments))?;
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata).context("`cargo metadata`")?;
    let target = metadata["target_directory"].as_str().context("Cargo has no target folder")?;
    Ok(PathBuf::from(target))
}

/// Makes the program's glue. The functions that the linker exports are what chunks call.
fn bindgen(program: &Path, folder: &Path) -> Result<()> {
    let mut command = Command::new(wasm_bindgen()?);
    command.args(["--target=web", "--no-typescript", "--keep-lld-exports", "--no-demangle"]);
    command.args(["--remove-name-section", "--remove-producers-section"]);
    command.arg("--out-dir").arg(folder).arg(program);
    run(&mut command).map(|_| ())
}

/// The `wasm-bindgen` that Trunk has just used: the one on PATH if its version is right, as
/// `cargo xtask` sees to, or else the one that Trunk downloads.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let home = env::home_dir().unwrap_or_default();
    let caches = [
        env::var_os("XDG_CACHE_HOME")
            .map_or_else(|| home.join(".cache"), PathBuf::from)
            .join("trunk"),
        home.join("Library/Caches/dev.trunkrs.trunk"),
    ];
    let downloaded =
        caches.map(|cache| cache.join(format!("wasm-bindgen-{WASM_BINDGEN}")).join("wasm-bindgen"));
    let is_right = |program: &PathBuf| {
        let version = run(Command::new(program).arg("--version")).unwrap_or_default();
        String::from_utf8_lossy(&version).split_whitespace().nth(1) == Some(WASM_BINDGEN)
    };
    let mut programs = [PathBuf::from("wasm-bindgen")].into_iter().chain(downloaded);
    programs.find(is_right).with_context(|| {
        format!("there is no wasm-bindgen {WASM_BINDGEN} on PATH: build with `cargo xtask build`")
    })
}

/// What a program writes to its standard output.
pub fn run(command: &mut Command) -> Result<Vec<u8>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| name.clone())?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        bail!("{name}: {}", String::from_utf8_lossy(&output.stderr))
    }
}

/// Writes a piece that was split off into the site, and says what it is called there.
fn write_piece(folder: &Path, work: &Path, piece: &str) -> Result<Piece> {
    let path = work.join(piece).with_extension("wasm");
    let split = fs::read(&path).with_context(|| path.display().to_string())?;
    let name = piece.strip_prefix("split_").unwrap_or("shared");
    let file = write_named(folder, &format!("chunk-{name}"), "wasm", &compact(&split)?)?;
    Ok(Piece::File(file))
}

/// A chunk without the room that the linker leaves in numbers, and without what only tools read.
fn compact(chunk: &[u8]) -> Result<Vec<u8>> {
    struct Compact;

    impl Reencode for Compact {
        type Error = Infallible;

        fn parse_custom_section(
            &mut self,
            _: &mut Module,
            _: CustomSectionReader<'_>,
        ) -> Result<(), Error<Infallible>> {
            Ok(())
        }
    }

    let mut module = Module::new();
    Compact.parse_core_module(&mut module, Parser::new(0), chunk).context("a chunk")?;
    Ok(module.finish())
}

/// The glue with the loader of the chunks in the place of what imports it. `wasm-bindgen` imports it
/// once for each function, all under the same name.
fn with_loader(glue: &str, chunks: &BTreeMap<String, Vec<Piece>>, shared: &str) -> Result<String> {
    let import = format!("from \"{LOADERS}\"");
    let name = glue.lines().find_map(|line| {
        line.strip_prefix("import * as ")?.strip_suffix(&import)?.split_whitespace().next()
    });
    let name = name.context("the glue imports no loaders of chunks")?;
    let mut table = String::from("{ ");
    let mut loaders = format!("const {name} = {{ ");
    for (chunk, pieces) in chunks {
        let pieces: Vec<String> = pieces.iter().map(Piece::script).collect();
        let _ = write!(table, "{chunk}: [{}], ", pieces.join(", "));
        let _ = write!(loaders, "__wasm_split_load_{chunk}: chunkLoader(\"{chunk}\"), ");
    }
    table.push('}');
    loaders.push_str("};\n");
    let loader = LOADER
        .replace("{chunks}", &table)
        .replace("{patience}", &PATIENCE.to_string())
        .replace("{shared}", shared);
    let import_entry = format!("\"{LOADERS}\": ");
    let mut is_written = false;
    let mut out = loader + &loaders;
    for line in glue.lines().filter(|line| !line.ends_with(&import)) {
        if line.trim_start().starts_with(&import_entry) {
            if is_written {
                continue;
            }
            is_written = true;
            out.push_str(&format!("{import_entry}{name},"));
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    // The page starts the program by the default export alone.
    Ok(out.replace("export { initSync, ", "export { "))
}

/// What chunks take from the program: all that it exports. Built for debugging, they also take a
/// mark that tells whether they belong to it.
fn shared(link: &str) -> String {
    let mark = link.split_once("__canary_").and_then(|(_, after)| after.split_once(','));
    mark.map_or_else(|| "wasm".to_owned(), |(mark, _)| format!("{{ ...wasm, __canary_{mark} }}"))
}

impl Piece {
    /// The piece in a script.
    fn script(&self) -> String {
        match self {
            Self::File(name) => format!("\"{name}\""),
            Self::Bytes(bytes) => format!("new Uint8Array({bytes:?})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_stands_where_it_was_imported() {
        let glue = "import * as import1 from \"./chunks.js\"\nimport * as import2 from \"./chunks.js\"\n\
                    function imports() {\n    return {\n        \"./chunks.js\": import1,\n        \"./chunks.js\": import2,\n    };\n}\n";
        let chunks = BTreeMap::from([(
            "a".to_owned(),
            vec![Piece::File("b.wasm".to_owned()), Piece::Bytes(vec![0, 97])],
        )]);
        let glue = with_loader(glue, &chunks, "wasm").expect("it imports them");
        assert!(!glue.contains("import *") && !glue.contains("import2"), "{glue}");
        assert!(glue.contains("= { a: [\"b.wasm\", new Uint8Array([0, 97])], };"), "{glue}");
        assert!(
            glue.contains("const import1 = { __wasm_split_load_a: chunkLoader(\"a\"), };"),
            "{glue}"
        );
        assert!(!glue.contains("{patience}") && !glue.contains("{shared}"), "{glue}");
        assert!(with_loader("", &chunks, "wasm").is_err());
    }

    #[test]
    fn the_mark_of_a_build_is_taken_over() {
        assert_eq!(shared("{ __wasm_split: {  } };"), "wasm");
        assert_eq!(
            shared("{ __wasm_split: { __canary_1f: ~0xdead, } };"),
            "{ ...wasm, __canary_1f: ~0xdead }"
        );
    }
}

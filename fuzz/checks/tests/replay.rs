//! Replays every input that the fuzzer starts from, and every input that it found and that was
//! kept: see `fuzz/README.md`.

use std::fs::{self, File};
use std::io::Read as _;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use fuzz_checks::{address, catalog, engine};

/// An input with a name by which it is found again.
struct Input {
    name: String,
    data: Vec<u8>,
}

fn fuzz_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The inputs that were written by hand.
fn seeds(target: &str) -> Vec<Input> {
    files(&fuzz_folder().join("seeds").join(target))
}

/// The inputs that the fuzzer found and that were kept.
fn corpus(target: &str) -> Vec<Input> {
    let archive = File::open(fuzz_folder().join("corpus.tar")).expect("the archive can be read");
    let mut archive = tar::Archive::new(archive);
    let mut inputs = Vec::new();
    for entry in archive.entries().expect("the archive can be listed") {
        let mut entry = entry.expect("the archive can be listed");
        let path = entry.path().expect("the entry has a name").into_owned();
        if entry.header().entry_type().is_file() && path.starts_with(format!("corpus/{target}")) {
            let mut data = Vec::new();
            entry.read_to_end(&mut data).expect("the entry can be read");
            inputs.push(Input { name: path.display().to_string(), data });
        }
    }
    inputs
}

/// The files of a folder, in order of their names; none if the folder does not exist.
fn files(folder: &Path) -> Vec<Input> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the folder can be listed").path()).collect();
    paths.sort_unstable();
    let input = |path: PathBuf| Input {
        data: fs::read(&path).expect("the file can be read"),
        name: path.display().to_string(),
    };
    paths.into_iter().map(input).collect()
}

/// Checks every input of a target. The two numbers guard against a folder that was not found.
#[track_caller]
fn replay(target: &str, least_seeds: usize, least_kept: usize, check: fn(&[u8])) {
    let mut failed = Vec::new();
    for (kind, inputs, least) in
        [("seeds", seeds(target), least_seeds), ("corpus", corpus(target), least_kept)]
    {
        assert!(inputs.len() >= least, "{kind}/{target} has only {} inputs", inputs.len());
        for Input { name, data } in inputs {
            if catch_unwind(|| check(&data)).is_err() {
                failed.push(name);
            }
        }
    }
    assert_eq!(failed, [""; 0], "the messages of these inputs are above, in the same order");
}

#[test]
fn kept_links_are_read() {
    replay("address", 49, 240, address::check);
}

#[test]
fn kept_catalogs_are_read() {
    replay("catalog", 38, 600, catalog::check);
}

#[test]
fn kept_cases_are_answered() {
    replay("engine", 35, 80, engine::check);
}

//! Every input that the fuzzer has kept, and every one it starts from, again: `fuzz/README.md`.

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

#[path = "../../fuzz/src/lib.rs"]
mod fuzzed;

/// The files of a folder, in order; none if there is no such folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort_unstable();
    files
}

/// Does with each input of a target what the fuzzer does.
#[track_caller]
fn replay(target: &str, seeds: usize, kept: usize, check: fn(&[u8])) {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let mut failed = Vec::new();
    for (folder, at_least) in [("seeds", seeds), ("corpus", kept)] {
        let files = files(&fuzz.join(folder).join(target));
        assert!(files.len() >= at_least, "only {} files in {folder}/{target}", files.len());
        for path in files {
            let data = fs::read(&path).expect("a file");
            if catch_unwind(|| check(&data)).is_err() {
                failed.push(path.display().to_string());
            }
        }
    }
    assert_eq!(failed, [""; 0], "what did not hold is said above, in this order");
}

#[test]
fn links_that_the_fuzzer_kept_are_read() {
    replay("address", 49, 240, fuzzed::address::check);
}

#[test]
fn catalogs_that_the_fuzzer_kept_are_read() {
    replay("catalog", 38, 600, fuzzed::catalog::check);
}

#[test]
fn cases_that_the_fuzzer_kept_are_answered() {
    replay("engine", 35, 80, fuzzed::engine::check);
}

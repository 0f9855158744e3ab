//! The state of the files themselves.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file of the repository that is written by hand, whatever its kind.
fn files(folder: &Path) -> Vec<PathBuf> {
    let made = ["target", "dist", "node_modules", ".git", "test-results"];
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry of the folder").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && !made.contains(&&*name) {
            files.extend(self::files(&path));
        } else if path.is_file() {
            files.push(path);
        }
    }
    files
}

#[test]
fn no_file_names_a_place_on_one_machine() {
    let homes = [["/home", "/"], ["/Users", "/"], ["/root", "/"], ["C:\\", "Users"]]
        .map(|parts| parts.concat());
    let files = files(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(files.iter().any(|path| path.ends_with("src/lib.rs")));
    for path in files {
        // Pictures and other files that are no text have no paths to read.
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for home in &homes {
            assert!(!text.contains(home.as_str()), "{} mentions {home}", path.display());
        }
    }
}

#[test]
fn the_stub_stands_in_for_the_streams_of_server_functions() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    let lock = fs::read_to_string(lock).expect("a lock file");
    let mut packages = lock.split("[[package]]");
    let streams = packages.find(|package| package.contains("name = \"wasm-streams\""));
    let streams = streams.expect("Leptos no longer needs it: delete patches/wasm-streams");
    assert!(!streams.contains("source ="), "patches/wasm-streams is not used:{streams}");
}

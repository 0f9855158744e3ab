//! What each package may depend on and mention: the engine and the core know neither the page nor
//! the time, and only the host touches the browser.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

fn text(relative: &str) -> String {
    fs::read_to_string(path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
}

/// The normal dependencies of a manifest for any target, each with what stands behind its name.
fn dependencies(manifest: &str) -> Vec<(String, String)> {
    let (mut is_inside, mut found) = (false, Vec::new());
    for line in manifest.lines() {
        if let Some(heading) = line.strip_prefix('[') {
            let heading = heading.trim_end_matches(']');
            is_inside = heading == "dependencies"
                || heading.starts_with("target.") && heading.ends_with(".dependencies");
            // The form in which a dependency has a section of its own.
            assert!(!heading.contains("dependencies."), "write [{heading}] as a line");
        } else if let Some((name, value)) = line.split_once('=').filter(|_| is_inside) {
            let (name, rest) = name.trim().split_once('.').unwrap_or((name.trim(), ""));
            found.push((name.to_owned(), format!("{rest} {}", value.trim())));
        }
    }
    found
}

fn names(dependencies: &[(String, String)]) -> BTreeSet<&str> {
    dependencies.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn the_engine_depends_on_chrono_alone() {
    let found = dependencies(&text("crates/worktime/Cargo.toml"));
    assert_eq!(names(&found), BTreeSet::from(["chrono"]));
}

#[test]
fn the_core_has_neither_the_page_nor_json() {
    let found = dependencies(&text("crates/plans/Cargo.toml"));
    assert_eq!(names(&found), BTreeSet::from(["percent-encoding", "serde_json", "worktime"]));
    let optional = found.iter().filter(|(_, value)| value.contains("optional = true"));
    assert_eq!(optional.map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["serde_json"]);
    assert!(!text("crates/plans/Cargo.toml").contains("default ="), "no feature is on by itself");
}

#[test]
fn every_form_of_a_dependency_is_found() {
    let manifest = "[dependencies]\none.workspace = true\ntwo = { path = \"two\", optional = true }\n\
                    [dev-dependencies]\nthree = \"1\"\n[target.'cfg(windows)'.dependencies]\nfour = \"1\"\n\
                    [target.'cfg(windows)'.dev-dependencies]\nfive = \"1\"\n";
    assert_eq!(names(&dependencies(manifest)), BTreeSet::from(["one", "two", "four"]));
}

/// The Rust files in a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let of_path = |path: PathBuf| match path.extension() {
        Some(end) if end == "rs" => vec![path],
        _ if path.is_dir() => sources(&path),
        _ => Vec::new(),
    };
    paths.flat_map(of_path).collect()
}

#[track_caller]
fn no_file_mentions(folders: &[&str], words: &[&str]) {
    for folder in folders {
        let sources = sources(&path(folder));
        assert!(sources.len() > 2, "{folder} has {} files", sources.len());
        for source in sources {
            let text = fs::read_to_string(&source).expect("a source file");
            for word in words {
                assert!(!text.contains(word), "{} mentions {word}", source.display());
            }
        }
    }
}

#[test]
fn only_the_host_touches_the_browser() {
    let browser = ["wasm_bindgen", "web_sys", "js_sys", "gloo"];
    no_file_mentions(
        &["src/view", "src/page", "crates/plans/src", "crates/worktime/src", "crates/takeaway/src"],
        &browser,
    );
}

#[test]
fn the_engine_and_the_core_cannot_read_the_time() {
    let clocks = ["Utc::now", "Local::now", "SystemTime", "Instant::now", "std::time"];
    no_file_mentions(&["crates/worktime/src", "crates/plans/src", "crates/takeaway/src"], &clocks);
}

#[test]
fn benchmarks_and_fuzzing_do_without_the_framework() {
    for lock in ["bench/Cargo.lock", "fuzz/Cargo.lock"] {
        let lock_text = text(lock);
        let packages: Vec<&str> =
            lock_text.lines().filter_map(|line| line.strip_prefix("name = ")).collect();
        assert!(packages.contains(&"\"worktime\""), "{lock}: {packages:?}");
        let of_leptos = packages.iter().filter(|name| name.contains("leptos"));
        assert_eq!(of_leptos.count(), 0, "{lock}: {packages:?}");
    }
}

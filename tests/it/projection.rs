//! A catalog in one of its languages, as the build writes it into that language's page.

use plan_comparator::catalog::{BUNDLED, languages, project, read};
use serde_json::Value as Json;

use crate::reader::SMALL;

/// Only one language is left, in which the catalog reads the same.
#[track_caller]
fn check_projection(file: &str) {
    let whole: Json = serde_json::from_str(file).expect("JSON");
    let codes = languages(&whole);
    assert_eq!(codes, ["en", "nl"]);
    for code in &codes {
        let mut part = whole.clone();
        project(&mut part, code);
        assert_eq!(languages(&part), [code.as_str()]);
        assert_eq!(read(&part.to_string(), code), read(file, code), "in {code}");
        let text = part.to_string();
        assert!(codes.iter().all(|code| !text.contains(&format!("\"{code}\":"))), "{text}");
        let again = part.clone();
        project(&mut part, code);
        assert_eq!(part, again, "nothing is left to project");
    }
}

#[test]
fn a_projected_catalog_reads_the_same_in_its_language() {
    check_projection(BUNDLED);
    check_projection(SMALL);
}

//! What reading a catalog came to, in a sentence or two.

use crate::{CatalogFile, Faults};

/// What reading a catalog came to, after the name of its file: whether it can be used, and in which
/// languages it has pages. `words` are the languages that a page has words of its own in; at least one.
///
/// ```
/// let result = catalog_reader::read(b"{}");
/// let summary = catalog_reader::summary(&result, &["en"]);
/// assert_eq!(summary, "cannot be used: 7 faults");
/// ```
#[must_use]
pub fn summary(result: &Result<CatalogFile, Faults>, words: &[&str]) -> String {
    match result {
        Err(faults) => match faults.errors().count() {
            1 => "cannot be used: one fault".into(),
            count => format!("cannot be used: {count} faults"),
        },
        Ok(file) => {
            let doubts = match file.doubts().0.len() {
                0 => "no doubts".to_owned(),
                1 => "one doubt".to_owned(),
                count => format!("{count} doubts"),
            };
            format!("is sound, with {doubts}. {}", pages(file, words))
        }
    }
}

fn pages(file: &CatalogFile, words: &[&str]) -> String {
    let pages = file.pages(words);
    let shown: Vec<&str> = pages.iter().map(|(_, own)| *own).collect();
    let has_page = |code: &str| pages.iter().any(|(language, _)| *language == code);
    let others: Vec<&str> =
        file.languages().iter().map(String::as_str).filter(|code| !has_page(code)).collect();
    let (shown_list, others_list, own) = (shown.join(", "), others.join(", "), words.join(" and "));
    match (shown.is_empty(), others.is_empty()) {
        (false, true) => format!("Its pages are in {shown_list}."),
        (false, false) => format!(
            "Its pages are in {shown_list}. There is none in {others_list}: the page has words of its own \
             in {own} alone."
        ),
        (true, _) => {
            let first = words.first().copied().unwrap_or_default();
            format!(
                "Its page has words of its own in {first} around texts in {others_list}: it has such words \
                 in {own} alone."
            )
        }
    }
}

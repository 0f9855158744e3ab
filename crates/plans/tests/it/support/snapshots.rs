//! Sentences kept in files, so that a reviewer of a language sees sentences.

use super::wording::wording;
use plans::wording::Wording;

/// Holds what is said about a subject in every language against its file in `snapshots`.
///
/// A new language has no files yet: `INSTA_UPDATE=always cargo test -p plans` writes them, and the
/// changes, to be read before they are committed.
#[track_caller]
pub fn check(subject: &str, said: impl Fn(&str, &Wording) -> Vec<String>) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for language in bundled::languages() {
        let lines = said(language, &wording(language)).join("\n");
        settings.bind(|| insta::assert_snapshot!(format!("{subject}.{language}"), lines));
    }
}

/// Lines under a heading.
pub fn titled(heading: &str, lines: impl IntoIterator<Item = String>) -> Vec<String> {
    core::iter::once(format!("# {heading}")).chain(lines).chain([String::new()]).collect()
}

//! What the build hands to the page as a list of texts, and the page takes from it.

use plan_comparator::catalog::{BUNDLED, Catalog, Provenance, Texts, read};
use plan_comparator::text::LANGUAGES;

use crate::messages::wording;
use crate::reader::SMALL;

/// The catalog that a page takes from its texts; `None` if they are damaged.
fn taken(texts: &[String]) -> Option<Catalog> {
    let mut texts = Texts::new(texts.to_vec());
    let catalog = Catalog::take(&mut texts);
    texts.end().then_some(catalog)
}

/// A catalog without what only the frame around the page shows.
pub fn without_frame(catalog: &Catalog) -> Catalog {
    let mut catalog = catalog.clone();
    (catalog.summary, catalog.offers) = Default::default();
    (catalog.channels, catalog.resources) = Default::default();
    catalog.provenance = Provenance {
        document: catalog.provenance.document,
        edition: catalog.provenance.edition,
        ..Provenance::default()
    };
    catalog.coverages.iter_mut().for_each(|coverage| coverage.meaning = Default::default());
    catalog.regions.iter_mut().for_each(|region| region.notes.clear());
    catalog
}

#[test]
fn a_catalog_is_the_same_in_the_page() {
    for (file, language) in [(BUNDLED, "en"), (BUNDLED, "nl"), (SMALL, "en"), (SMALL, "nl")] {
        let catalog = read(file, language).expect("a sound file");
        assert_eq!(taken(&catalog.write()), Some(without_frame(&catalog)), "in {language}");
    }
}

#[test]
fn texts_that_break_off_or_go_on_are_no_catalog() {
    let texts = read(SMALL, "en").expect("a sound file").write();
    for length in 0..texts.len() {
        assert_eq!(taken(&texts[..length]), None, "{length} texts");
    }
    assert_eq!(taken(&[&texts[..], &["more".to_owned()]].concat()), None);
}

/// Numbers, hours, zones and targets; not the names of kinds, of which an unknown one is the last.
#[test]
fn a_text_that_cannot_be_understood_is_no_catalog() {
    let texts = read(SMALL, "en").expect("a sound file").write();
    let meant = ["2", "14400", "Europe/Oslo", "2026-05-01"];
    for (place, text) in texts.iter().enumerate() {
        if meant.contains(&text.as_str()) {
            let mut damaged = texts.clone();
            damaged[place] = "?".to_owned();
            assert_eq!(taken(&damaged), None, "{text:?} at {place}");
        }
    }
    assert!(meant.iter().all(|meant| texts.iter().any(|text| text == meant)), "they are there");
}

#[test]
fn messages_are_the_same_in_the_page() {
    for (language, _) in LANGUAGES {
        let messages = wording(language).messages;
        let mut texts = Texts::new(messages.write());
        let taken = plan_comparator::text::Messages::take(&mut texts);
        assert!(texts.end());
        assert_eq!(taken.write(), messages.write());
        assert_eq!(taken.account.due, messages.account.due);
    }
}

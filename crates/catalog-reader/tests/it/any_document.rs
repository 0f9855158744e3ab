//! Whatever document is put in front of the catalog's reader, it comes back with a catalog or with
//! faults.

use catalog_reader::read;
use plans::block::PageData;
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::SMALL;
use crate::documents::{any_json, places};

/// Documents for each property.
const DOCUMENTS: u32 = 1_500;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: DOCUMENTS,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_json_is_read_without_a_panic(json in any_json()) {
        prop_assert!(read(json.to_string().as_bytes()).is_err());
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        prop_assert!(read(&bytes).is_err());
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,60}") {
        prop_assert!(read(text.as_bytes()).is_err());
    }

    #[test]
    fn a_catalog_with_anything_in_any_place_is_read_without_a_panic(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any_json()), 1..4),
    ) {
        let mut catalog: Json = serde_json::from_str(SMALL).expect("JSON");
        for (index, value) in edits {
            let all = places(&catalog);
            let Some(place) = (!all.is_empty()).then(|| &all[index.index(all.len())]) else {
                break;
            };
            if let Some(here) = catalog.pointer_mut(place) {
                *here = value;
            }
        }
        match read(catalog.to_string().as_bytes()) {
            Ok(file) => {
                let messages = bundled::messages("en");
                let data = PageData { catalog: file.document("en").catalog, messages };
                prop_assert_eq!(PageData::read(data.write()), Ok(data));
            }
            Err(faults) => {
                prop_assert!(faults.errors().next().is_some());
                prop_assert!(faults.0.iter().all(|fault| fault.path.starts_with('$')));
            }
        }
    }
}

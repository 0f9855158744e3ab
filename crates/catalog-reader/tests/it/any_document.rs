//! Whatever document is put in front of the catalog's reader, it comes back with a catalog or with
//! faults.

use catalog_reader::{dates_of_calendar, read};
use plans::block::PageData;
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::SMALL;
use crate::documents::{any_json, one_of, places};

/// Documents for each property.
const DOCUMENTS: u32 = 1_500;

/// A line of a calendar's file, or something like one.
fn line() -> impl Strategy<Value = String> {
    let begin = one_of(
        "BEGIN:VEVENT|END:VEVENT|DTSTART:|DTEND;VALUE=DATE:|DTSTART;X=é:|RRULE:|SUMMARY:|EXDATE:|RDATE:|DURATION:|UID:|RECURRENCE-ID:| ",
    );
    let rest = prop_oneof![
        "\\PC{0,12}",
        "[0-9]{6,9}",
        one_of(
            "20261225|20261227|99991231|FREQ=YEARLY|FREQ=YEARLY;COUNT=3|FREQ=YEARLY;UNTIL=20300101|\
             FREQ=YEARLY;BYMONTH=12;BYDAY=-5FR|FREQ=YEARLY;BYDAY=é|P9223372036854775807D|P1W|é\\"
        ),
    ];
    (begin, rest).prop_map(|(begin, rest)| begin + &rest)
}

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
    fn any_calendar_is_read_without_a_panic(lines in prop::collection::vec(line(), 0..12)) {
        let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{}", lines.join("\n"));
        let calendar = dates_of_calendar(text.as_bytes()).expect("it begins as one");
        let dates = format!("[{calendar}]");
        let dates: Json = serde_json::from_str(&dates).expect("JSON");
        prop_assert_eq!(dates.as_array().map(Vec::len), Some(calendar.dates.len()));
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

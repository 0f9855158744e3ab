//! Targets as texts.

use worktime::schedule::Target;

#[test]
fn targets_print_as_they_are_read() {
    for text in ["PT15M", "PT1H", "PT1H30M", "P1D", "P3D", "PT45S", "PT24H"] {
        assert_eq!(Target::parse(text).map(|target| target.to_string()).as_deref(), Some(text));
    }
    assert_eq!(Target::parse("PT90M"), Target::parse("PT1H30M"));
}

#[test]
fn other_texts_are_refused() {
    for text in [
        "",
        "P",
        "PT",
        "P0D",
        "PT0M",
        "1H",
        "PT1D",
        "P1H",
        "PT1M1H",
        "PT-1H",
        "P1.5D",
        "PT1H ",
        "P9999999D",
    ] {
        assert_eq!(Target::parse(text), None, "{text:?}");
    }
}

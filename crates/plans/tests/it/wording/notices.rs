//! What is said about the bad values of a link.

use plans::link::{Key, decode};

use crate::support::wording::wording;

#[test]
fn bad_choices_are_named_with_what_is_possible() {
    let catalog = bundled::catalog("en");
    let decoded = decode("differences=all&mine=gold&need=tea&within=4h", &catalog);
    let said = |bad| wording("en").ignored(&catalog, bad);
    let lines: Vec<String> = decoded.ignored.iter().map(said).collect();
    let [differences, mine, need, within] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!(differences, "Differences: “all”. Possible: only.");
    assert_eq!(mine, "My plan: “gold”. Possible: online, business, enterprise, elite.");
    assert!(need.starts_with("Must include: “tea”. Possible: account-support-lead, "), "{need}");
    assert_eq!(within, "Longest wait: “4h”. Possible: durations such as PT4H or P3D.");
}

#[test]
fn a_notice_has_some_hundred_words_at_most_whatever_the_link() {
    let catalog = bundled::catalog("en");
    let item = "x".repeat(400);
    let list = vec![item.as_str(); 10_000].join(",");
    let link: Vec<String> = Key::ALL
        .iter()
        .flat_map(|key| {
            [format!("{}={list}", key.as_str()), format!("amp;{}=b {list}", key.as_str())]
        })
        .collect();
    let decoded = decode(&link.join("&"), &catalog);
    for language in bundled::languages() {
        let said: Vec<String> =
            decoded.ignored.iter().map(|bad| wording(language).ignored(&catalog, bad)).collect();
        let words = said.iter().flat_map(|line| line.split_whitespace()).count();
        assert!(words < 450, "{words} words: {said:#?}");
    }
    let plans = vec!["gold"; 10_000].join(",");
    let decoded = decode(&format!("plans={plans}"), &catalog);
    let said: Vec<String> =
        decoded.ignored.iter().map(|bad| wording("en").ignored(&catalog, bad)).collect();
    assert_eq!(said.last().map(String::as_str), Some("Plans: and 9997 more."));
    assert!(said.join(" ").split_whitespace().count() < 40, "{said:?}");
}

#[test]
fn a_value_whose_name_was_escaped_is_named_if_the_link_has_another() {
    let catalog = bundled::catalog("en");
    let decoded = decode("region=emea&amp;region=japan", &catalog);
    let said: Vec<String> =
        decoded.ignored.iter().map(|bad| wording("en").ignored(&catalog, bad)).collect();
    assert_eq!(said, ["Region: “japan”. The link has another value, too, and that is shown."]);
}

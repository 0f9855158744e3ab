//! What is said about the bad values of a link.

use plans::link::decode;

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

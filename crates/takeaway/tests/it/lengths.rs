//! A story fits into a link that mail and chat programs take.

use takeaway::story::{Story, decode, encode};

use crate::told::{at_full_length, dutch, english, japanese};

/// What stands in front of the value.
const ADDRESS: &str =
    "https://plans.example/en/?priority=p2&region=emea&zone=Europe/Amsterdam#story=";

#[track_caller]
fn check(story: &Story, most: usize) {
    let value = encode(story);
    let length = ADDRESS.len() + value.len();
    eprintln!("{}: {length} characters, of which {} are the story", story.customer, value.len());
    assert!(length <= most, "{length}: {ADDRESS}{value}");
    assert_eq!(decode(&value).story, *story);
}

#[test]
fn six_chapters_fit_into_a_link_in_every_language() {
    check(&english(), 850);
    check(&dutch(), 850);
    check(&japanese(), 1_400);
}

#[test]
fn one_chapter_takes_little() {
    let first = |mut story: Story| {
        story.chapters.truncate(1);
        story
    };
    check(&first(english()), 320);
    check(&first(japanese()), 500);
}

#[test]
fn six_chapters_at_their_full_length_are_still_a_link() {
    check(&at_full_length(english()), 2_000);
    check(&at_full_length(dutch()), 2_000);
    check(&at_full_length(japanese()), 4_000);
}

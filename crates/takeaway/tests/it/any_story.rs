//! Whatever is told comes back, and whatever is read is a story that can be told.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use takeaway::story::{
    Chapter, Decoded, MOST_CHAPTERS, MOST_IN_LINE, MOST_IN_QUERY, MOST_IN_TITLE, Story, Trouble,
    decode, encode,
};

use crate::told::{dutch, english, japanese};

/// Stories or values for each property.
const CASES: u32 = 500;

/// Stories as they are told, each with its value.
static TOLD: LazyLock<[(Story, String); 3]> =
    LazyLock::new(|| [english(), dutch(), japanese()].map(|story| (story.clone(), encode(&story))));

/// Characters of every kind that is treated in its own way.
fn any_text() -> impl Strategy<Value = String> {
    let special = "\0\t\n\r\u{AD}\u{301}\u{200B}\u{200C}\u{200D}\u{202E}\u{2028}\u{FE0F}\u{FEFF}\
                   \u{1F1F3}\u{1F1F1}\u{1F3FD}\u{1F3F4}\u{1F469}\u{E0041}\u{E0067}\u{E007F}\
                   \u{E0101}?#&=é京";
    let special = select(special.chars().collect::<Vec<_>>());
    let text = prop::collection::vec(prop_oneof![special, any::<char>()], 0..260);
    prop_oneof![text.prop_map(String::from_iter), "[ -~]{0,40}"]
}

fn any_query() -> impl Strategy<Value = String> {
    let told =
        select(english().chapters.into_iter().map(|chapter| chapter.query).collect::<Vec<_>>());
    prop_oneof![4 => told, 2 => any_text(), 1 => "[ -~é]{1990,2010}"]
}

fn any_story() -> impl Strategy<Value = Story> {
    let chapter = (any_text(), any_text(), any_query());
    let chapter = chapter.prop_map(|(title, line, query)| Chapter { title, line, query }).boxed();
    let count = prop_oneof![9 => 0..4_usize, 1 => MOST_CHAPTERS - 1..MOST_CHAPTERS + 3];
    let chapters = count.prop_flat_map(move |count| prop::collection::vec(chapter.clone(), count));
    (any_text(), chapters).prop_map(|(customer, chapters)| Story { customer, chapters })
}

/// Whether a story is as long as it may be, or shorter.
fn is_bounded(story: &Story) -> bool {
    let fits = |text: &str, most| text.chars().count() <= most && !text.contains(char::is_control);
    let chapter_fits = |chapter: &Chapter| {
        fits(&chapter.title, MOST_IN_TITLE)
            && fits(&chapter.line, MOST_IN_LINE)
            && fits(&chapter.query, MOST_IN_QUERY)
    };
    fits(&story.customer, MOST_IN_TITLE)
        && story.chapters.len() <= MOST_CHAPTERS
        && story.chapters.iter().all(chapter_fits)
}

/// The value with another character at a place; places beyond its end begin anew.
fn with_other(value: &str, place: usize, character: char) -> String {
    let place = place % value.len();
    [&value[..place], &character.to_string(), &value[place + 1..]].concat()
}

/// Holds that a value that is not quite one of a story never tells another story as though it were.
fn is_told_or_same(value: &str, story: &Story) -> Result<(), TestCaseError> {
    let Decoded { story: read, troubles } = decode(value);
    prop_assert!(read == *story || !troubles.is_empty(), "{value}");
    prop_assert!(story.chapters.starts_with(&read.chapters), "{value}");
    prop_assert!(read.customer == story.customer || read == Story::default(), "{value}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_story_comes_back_as_it_is_after_cleaning(story in any_story()) {
        let cleaned = story.cleaned().story;
        prop_assert!(is_bounded(&cleaned), "{cleaned:?}");
        prop_assert_eq!(cleaned.cleaned(), Decoded { story: cleaned.clone(), troubles: Vec::new() });
        let value = encode(&story);
        let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let rest = value.strip_prefix("1.").expect("the version");
        prop_assert!(rest.bytes().all(is_safe), "{value}");
        prop_assert!(value.ends_with(|last: char| last.is_ascii_alphanumeric()), "{value}");
        prop_assert_eq!(decode(&value), Decoded { story: cleaned, troubles: Vec::new() });
    }

    #[test]
    fn any_text_is_a_story_that_can_be_told(
        value in prop_oneof![any_text(), "1\\.[A-Za-z0-9_-]{0,400}", "[12]?\\.?[ -~]{0,60}"],
    ) {
        let Decoded { story, troubles } = decode(&value);
        prop_assert!(is_bounded(&story), "{story:?}");
        prop_assert!(!troubles.is_empty() || story != Story::default(), "{value}");
    }

    #[test]
    fn the_beginning_of_a_value_tells_the_beginning_of_its_story(story in any_story(), end: usize) {
        let value = encode(&story);
        let whole = story.cleaned().story;
        let Decoded { story: read, troubles } = decode(&value[..end % value.len()]);
        prop_assert!(whole.chapters.starts_with(&read.chapters));
        let is_told = troubles == [Trouble::Cut { chapters: read.chapters.len() }];
        prop_assert!(is_told || read == whole && troubles.is_empty(), "{troubles:?}");
    }

    #[test]
    fn no_changed_character_tells_another_story(
        told in 0..3_usize,
        place: usize,
        character in prop_oneof!["[A-Za-z0-9_-]", any::<char>().prop_map(String::from)],
        end in prop_oneof![Just(usize::MAX), any::<usize>()],
    ) {
        let (story, value) = &TOLD[told];
        let character = character.chars().next().expect("one");
        is_told_or_same(&with_other(value, place, character), story)?;
        // In a value that was cut as well.
        let value = &value[..1 + end.min(value.len() - 1) % value.len()];
        is_told_or_same(&with_other(value, place, character), story)?;
    }
}

/// Links are kept for years: what was written once is read for ever.
#[test]
fn a_link_that_was_written_once_is_still_read() {
    let value = "1.Am0Gb3VLBw9k-KkBg6WSy6oCMRBE1_d-RX2Aig9QcCNu3IkbwXWcSUycMRnSCfP7VsAXggtxFUg63V\
         2nakvhtVMeu5yMSyyR_00sPqFsS5gDnLMkHLUhVCSrUbWhagSVVUT1t4bY0MF5PEZAUugESTX8jxBrdo\
         VKsKo16BS7mZDjEr0NIIC-PL_077VutK9XL7om3-qaDaeL_WS-nI3fYO05QJgJFGcGUNxVd6DhgszQ0Z\
         QDg4j7aEyfklmqfC08XNvCxHDBDZV3J5uQPR-wZQx4dQmx0Bv9Ys5HEVc";
    let mut story = english();
    story.chapters.truncate(2);
    assert_eq!(decode(value), Decoded { story, troubles: Vec::new() });
}

#[test]
fn the_largest_story_comes_back() {
    let [title, line, query] =
        [MOST_IN_TITLE, MOST_IN_LINE, MOST_IN_QUERY].map(|most| "\u{1F600}".repeat(most));
    let customer = title.clone();
    let chapters = vec![Chapter { title, line, query }; MOST_CHAPTERS];
    let story = Story { customer, chapters };
    assert_eq!(decode(&encode(&story)), Decoded { story, troubles: Vec::new() });
}

#[test]
fn no_changed_character_of_a_told_story_goes_unnoticed() {
    for (story, value) in &*TOLD {
        for place in 0..value.len() {
            for character in "A_x7=.%2".chars() {
                is_told_or_same(&with_other(value, place, character), story).expect("it is told");
            }
        }
    }
}

#[test]
fn every_beginning_of_a_told_story_is_one_of_its_beginnings() {
    for (story, value) in &*TOLD {
        let read = |end: usize| decode(&value[..end]).story.chapters.len();
        assert!((1..value.len()).all(|end| read(end - 1) <= read(end)), "{}", story.customer);
        assert!(read(value.len() * 9 / 10) > 2, "the first chapters do not hang on the last");
    }
}

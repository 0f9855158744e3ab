//! The reader of stories.

use super::check::{self, Check};
use super::deflate::{Ending, decompress_some};
use super::{Chapter, Decoded, MOST_CHAPTERS, Story, Trouble, VERSION, base64url};

/// The value of the parameter `story` in a fragment, with or without its `#`; `None` if there is
/// none. Other parameters may stand around it, and the name may be mangled, as in `amp;story`. The
/// first counts.
///
/// # Example
///
/// ```
/// use takeaway::story::from_fragment;
/// assert_eq!(from_fragment("#story=1.AAAA&other"), Some("1.AAAA"));
/// assert_eq!(from_fragment("#answers"), None);
/// ```
#[must_use]
pub fn from_fragment(fragment: &str) -> Option<&str> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    fragment.split('&').find_map(|mut parameter| {
        while let Some(rest) = parameter.strip_prefix("amp;") {
            parameter = rest;
        }
        parameter.strip_prefix("story=")
    })
}

/// Reads the value of the fragment's parameter.
///
/// Any text gives a story that can be told, at worst an empty one. Only chapters whose check is right
/// are in it, and all of them unless a [`Trouble`] says otherwise. Punctuation and letters after
/// the end of the value, padding, and escapes of `-`, `.` and `_` do no harm. The memory that is
/// used does not depend on what the value pretends to hold.
///
/// # Example
///
/// ```
/// use takeaway::story::{Story, Trouble, decode, encode};
/// let value = encode(&Story { customer: "Meridian".to_owned(), chapters: Vec::new() });
/// assert_eq!(decode(&format!("{value}).")).troubles, []);
/// assert_eq!(decode(&value[..9]).troubles, [Trouble::Cut { chapters: 0 }]);
/// assert_eq!(decode("2.AAAA").troubles, [Trouble::OtherVersion]);
/// ```
#[must_use]
pub fn decode(value: &str) -> Decoded {
    let value = unescape(value);
    let version_end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let (version, rest) = value.split_at_checked(version_end).unwrap_or_default();
    let (story, trouble) = match (version, rest.strip_prefix('.')) {
        (VERSION, Some(content)) => read(&base64url::decode(content)),
        ("" | VERSION, None) if rest.is_empty() => nothing(Trouble::Cut { chapters: 0 }),
        ("" | VERSION, _) => nothing(Trouble::Damaged),
        _ => nothing(Trouble::OtherVersion),
    };
    let mut decoded = story.cleaned();
    decoded.troubles.splice(..0, trouble);
    decoded
}

fn nothing(trouble: Trouble) -> (Story, Option<Trouble>) {
    (Story::default(), Some(trouble))
}

/// The value with `-`, `.` and `_` for their escapes. Other escapes stay; they end the value.
fn unescape(value: &str) -> String {
    let mut parts = value.split('%');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2).unwrap_or_default();
        let (character, rest) = match digits {
            "2D" | "2d" => ('-', rest),
            "2E" | "2e" => ('.', rest),
            "5F" | "5f" => ('_', rest),
            _ => ('%', part),
        };
        text.push(character);
        text.push_str(rest);
    }
    text
}

/// The records of the content whose checks are right up to the first that is not, and why the
/// others are missing. Texts are as they were written, clean or not.
fn read(content: &[u8]) -> (Story, Option<Trouble>) {
    let Some((count, rest)) = content.split_first() else {
        return nothing(Trouble::Cut { chapters: 0 });
    };
    let records = usize::from(*count) + 1;
    let Some((checks, compressed)) = rest.split_at_checked(records * check::LENGTH) else {
        return nothing(Trouble::Cut { chapters: 0 });
    };
    let (text, ending) = decompress_some(compressed);
    let mut written = text.split_inclusive(|byte| *byte == b'\n');
    let mut check = Check::of(*count);
    let mut certain = Vec::new();
    for expected in checks.chunks_exact(check::LENGTH) {
        let record = written.next().and_then(|record| record.strip_suffix(b"\n"));
        let Some(record) = record else {
            let chapters = certain.len().saturating_sub(1).min(MOST_CHAPTERS);
            let is_cut = ending == Ending::Cut;
            let trouble = if is_cut { Trouble::Cut { chapters } } else { Trouble::Damaged };
            return (story(&certain), Some(trouble));
        };
        check.add(record);
        check.add(b"\n");
        match str::from_utf8(record) {
            Ok(record) if check.bytes() == expected => certain.push(record),
            _ => return (story(&certain), Some(Trouble::Damaged)),
        }
    }
    (story(&certain), None)
}

/// The story that records tell. Fields that a record lacks are empty; those of later writers are
/// left out.
fn story(records: &[&str]) -> Story {
    let mut records = records.iter().map(|record| {
        let mut fields = record.split('\t').map(str::to_owned);
        [(); 3].map(|()| fields.next().unwrap_or_default())
    });
    let customer = records.next().map(|[customer, ..]| customer).unwrap_or_default();
    let chapters = records.map(|[title, line, query]| Chapter { title, line, query });
    Story { customer, chapters: chapters.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{MOST_IN_LINE, MOST_IN_QUERY, deflate, encode};

    /// A value with checks that are right, as another writer may write it.
    fn value(count: u8, text: &str) -> String {
        let mut bytes = vec![count];
        let mut check = Check::of(count);
        let records = text.split_inclusive('\n').map(str::as_bytes);
        for record in records.chain([&[][..]; 255]).take(usize::from(count) + 1) {
            check.add(record);
            bytes.extend(check.bytes());
        }
        bytes.extend(deflate::compress(text));
        format!("1.{}", base64url::encode(&bytes))
    }

    /// A story in which a chapter is `title/line/query`, and chapters are separated by spaces.
    fn told(story: &Story) -> String {
        let chapters = story
            .chapters
            .iter()
            .map(|Chapter { title, line, query }| format!(" {title}/{line}/{query}"));
        [story.customer.clone()].into_iter().chain(chapters).collect()
    }

    #[track_caller]
    fn check(value: &str, expected: &str, troubles: &[Trouble]) {
        let Decoded { story, troubles: found } = decode(value);
        assert_eq!((&*told(&story), &*found), (expected, troubles), "{value}");
    }

    /// A value with two chapters.
    fn sound() -> String {
        value(2, "Ann\nA\tone\tpriority=p2\nB\ttwo\tpriority=p3\n")
    }

    const SOUND: &str = "Ann A/one/priority=p2 B/two/priority=p3";

    #[test]
    fn a_fragment_is_searched_for_the_story() {
        let check =
            |fragment, expected| assert_eq!(from_fragment(fragment), expected, "{fragment}");
        check("#story=1.x&other", Some("1.x"));
        check("story=1.x", Some("1.x"));
        check("#other&amp;story=1.x", Some("1.x"));
        check("#amp;amp;story=1.x&story=1.y", Some("1.x"));
        check("#story=", Some(""));
        check("#story", None);
        check("#history=1.x", None);
        check("#answers", None);
        check("", None);
    }

    #[test]
    fn what_programs_do_to_links_is_forgiven() {
        let sound = sound();
        for glued in
            ["", ".", ")", ">", "=", "==", "%3D", ")**", " and more", "and-more", "%", "%2", "é"]
        {
            check(&format!("{sound}{glued}"), SOUND, &[]);
        }
        check(&sound.replace('.', "%2E"), SOUND, &[]);
        check(&sound.replace('-', "%2D").replace('_', "%5f"), SOUND, &[]);
        assert_eq!(unescape("%2d%2D%5F%5f%2e%2E%41%%2"), "--__..%41%%2");
    }

    #[test]
    fn another_version_is_no_story() {
        for other in ["2.AAAA", "2", "2.", "10.AAAA", "11", "01.AAAA", "99999999999999999999.x"] {
            check(other, "", &[Trouble::OtherVersion]);
        }
    }

    #[test]
    fn what_is_no_story_at_all_is_told() {
        check("", "", &[Trouble::Cut { chapters: 0 }]);
        check("1", "", &[Trouble::Cut { chapters: 0 }]);
        check("1.", "", &[Trouble::Cut { chapters: 0 }]);
        check("1.AAAA", "", &[Trouble::Cut { chapters: 0 }]);
        check("one", "", &[Trouble::Damaged]);
        check(".", "", &[Trouble::Damaged]);
        check("1,AAAA", "", &[Trouble::Damaged]);
        check("1.AAAAAAAAAAAAAAAA", "", &[Trouble::Damaged]);
    }

    #[test]
    fn a_record_that_is_not_as_it_was_written_ends_the_story() {
        // The checks of another text in front of this one.
        let (other, this) = ("Ann\nA\nC\n", "Ann\nA\nB\n");
        let mut bytes = base64url::decode(&value(2, other)[2..]);
        bytes.truncate(1 + 3 * check::LENGTH);
        bytes.extend(deflate::compress(this));
        check(&format!("1.{}", base64url::encode(&bytes)), "Ann A//", &[Trouble::Damaged]);
        // A text that ends before its records do.
        check(&value(2, "Ann\nA\n"), "Ann A//", &[Trouble::Damaged]);
        check(&value(1, "Ann\nA"), "Ann", &[Trouble::Damaged]);
    }

    #[test]
    fn fields_and_records_of_later_writers_are_left_out() {
        check(&value(1, "Ann\tx\nA\tone\tmine=elite\tx\ty\nnew\n"), "Ann A/one/mine=elite", &[]);
        check(&value(1, "\nA\n"), " A//", &[]);
        check(&value(0, "Ann\n"), "Ann", &[]);
    }

    #[test]
    fn what_an_unclean_writer_wrote_is_cleaned_and_told() {
        let long = "x".repeat(MOST_IN_LINE + 1);
        let [hidden, shortened] = [Trouble::HiddenCharacters, Trouble::Shortened];
        check(&value(1, "A\u{202e}nn\nA\t<b>\t?x#y\n"), "Ann A/<b>/x", &[hidden]);
        check(&value(1, &format!("\nA\t{long}\n")), &format!(" A/{}/", &long[1..]), &[shortened]);
        let query = format!("mine=elite&x={}", "x".repeat(MOST_IN_QUERY));
        check(&value(1, &format!("\n\0A\t\t{query}\n")), " A//mine=elite", &[shortened, hidden]);
    }

    #[test]
    fn too_many_chapters_are_left_out_and_counted() {
        let given = MOST_CHAPTERS + 6;
        let value = value(given as u8, &format!("Ann\n{}", "A\n".repeat(given)));
        let expected = format!("Ann{}", " A//".repeat(MOST_CHAPTERS));
        check(&value, &expected, &[Trouble::TooMany { given }]);
        let story = Story { chapters: vec![Chapter::default(); given], ..Story::default() };
        assert_eq!(decode(&encode(&story)).story.chapters.len(), MOST_CHAPTERS);
    }

    #[test]
    fn a_bomb_is_refused_but_for_what_stood_before_it() {
        let bomb = value(2, &format!("Ann\nA\n{}\n", "x".repeat(50_000_000)));
        assert!(bomb.len() < 100_000);
        check(&bomb, "Ann A//", &[Trouble::Damaged]);
    }
}

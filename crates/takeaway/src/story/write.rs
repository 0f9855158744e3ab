//! The writer of stories.

use super::check::Check;
use super::{Chapter, Story, VERSION, base64url, deflate};

/// The value of the fragment's parameter that tells a story, [cleaned](Story::cleaned): `1.` and
/// characters that mean nothing in a link.
///
/// # Example
///
/// ```
/// use takeaway::story::{Story, decode, encode};
/// let value = encode(&Story { customer: "Meridian".to_owned(), chapters: Vec::new() });
/// assert!(value.starts_with("1.") && value.len() < 30, "{value}");
/// assert_eq!(decode(&value).story.customer, "Meridian");
/// ```
#[must_use]
pub fn encode(story: &Story) -> String {
    let Story { customer, chapters } = story.cleaned().story;
    let count = u8::try_from(chapters.len()).unwrap_or(u8::MAX);
    let mut bytes = vec![count];
    let mut check = Check::of(count);
    let mut text = String::new();
    let mut put = |record: &str| {
        check.add(record.as_bytes());
        bytes.extend(check.bytes());
        text.push_str(record);
    };
    put(&format!("{customer}\n"));
    for Chapter { title, line, query } in &chapters {
        put(&format!("{title}\t{line}\t{query}\n"));
    }
    bytes.extend(deflate::compress(&text));
    let mut value = [VERSION, ".", &base64url::encode(&bytes)].concat();
    if value.ends_with(['-', '_']) {
        // Some programs take these at the end of a link for punctuation. Readers ignore what
        // follows.
        value.push('0');
    }
    value
}

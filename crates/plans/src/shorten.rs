//! Long values in short, for notices and error messages.

/// The most characters of a rejected value that a notice or an error message shows.
pub const MAX_SHOWN_CHARS: usize = 40;

/// The text, or its first [`MAX_SHOWN_CHARS`] characters and an ellipsis if it has more.
pub(crate) fn shorten(text: &str) -> String {
    match first_chars(text, MAX_SHOWN_CHARS) {
        Some(first) => format!("{first}…"),
        None => text.to_owned(),
    }
}

/// The first `count` characters of a text; `None` if the text has no more than `count`.
pub(crate) fn first_chars(text: &str, count: usize) -> Option<&str> {
    let (end, _) = text.char_indices().nth(count)?;
    text.get(..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_texts_are_shortened() {
        let long = "é".repeat(MAX_SHOWN_CHARS);
        assert_eq!(shorten(&long), long);
        assert_eq!(shorten(&format!("{long}x")), format!("{long}…"));
    }
}

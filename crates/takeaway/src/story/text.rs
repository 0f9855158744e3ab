//! Plain texts without what nobody sees, at a length that fits.

use super::MOST_IN_QUERY;

/// A text that may be shown, and what was done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The text, on one line.
    pub text: String,
    /// Whether the text was longer.
    pub was_shortened: bool,
    /// Whether the text had line breaks, or characters that nobody sees.
    pub had_hidden: bool,
}

/// Makes a text one line of at most `most` characters that all can be seen.
///
/// Line breaks and tabs become spaces. Control characters go, and so do characters without a shape
/// that only hide something: those that change the direction of what follows, soft hyphens, spaces
/// of no width. The joiners that emoji and Persian need stay, and so do selectors of a variant.
/// Markup is text like any other.
///
/// A text that is too long is not cut inside an emoji, a flag, or a letter with its accents. In
/// scripts whose vowels are characters of their own, such as Devanagari, a last syllable may lose
/// its vowel.
///
/// # Example
///
/// ```
/// use takeaway::story::clean;
/// assert_eq!(clean("Ja\u{00AD}pan\nopens", 80).text, "Japan opens");
/// assert_eq!(clean("Hi 👩‍🚒!", 4).text, "Hi ");
/// ```
#[must_use]
pub fn clean(text: &str, most: usize) -> Cleaned {
    let mut clean = String::new();
    let mut had_hidden = false;
    let mut previous = None;
    for character in text.chars() {
        let is_break = is_break(character);
        let is_hidden = is_hidden(character, clean.chars().next_back());
        if !is_break && !is_hidden {
            clean.push(character);
        } else if is_break && !(previous == Some('\r') && character == '\n') {
            clean.push(' ');
        }
        had_hidden |= is_break || is_hidden;
        previous = Some(character);
    }
    let cut = clean.char_indices().nth(most).map(|(end, _)| character_end(&clean, end));
    if let Some(end) = cut {
        clean.truncate(end);
    }
    Cleaned { text: clean, was_shortened: cut.is_some(), had_hidden }
}

/// Makes a query one that a link may have: clean, without its `?` and without a fragment, and as
/// many whole parameters as fit.
pub(super) fn clean_query(query: &str) -> Cleaned {
    let Cleaned { text, had_hidden, .. } = clean(query, usize::MAX);
    let query = text.trim_start_matches('?').split('#').next().unwrap_or_default();
    let end = query.char_indices().nth(MOST_IN_QUERY).map(|(end, _)| end);
    let fitting = match end.and_then(|end| query.split_at_checked(end)) {
        None => query,
        Some((fitting, rest)) if rest.starts_with('&') => fitting,
        Some((fitting, _)) => fitting.rsplit_once('&').map_or("", |(whole, _)| whole),
    };
    Cleaned { text: fitting.to_owned(), was_shortened: end.is_some(), had_hidden }
}

/// Whether a character stands between words, but is no space.
fn is_break(character: char) -> bool {
    matches!(character, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character has no shape, and does nothing for those around it that readers need.
fn is_hidden(character: char, before: Option<char>) -> bool {
    match character {
        // The soft hyphen; a joiner that joins nothing; a mark of direction; the fillers of Hangul,
        // Khmer and Mongolian.
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180E}' | '\u{3164}' | '\u{FFA0}'
        // The space of no width; marks of direction; changes of direction, invisible operators; the
        // mark of byte order; notes between lines; shorthand and music.
        | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' => true,
        // Tags say whose flag it is, but only after the black one.
        '\u{E0020}'..='\u{E007F}' => {
            !matches!(before, Some('\u{1F3F4}' | '\u{E0020}'..='\u{E007F}'))
        }
        '\u{E0100}'..='\u{E01EF}' => false,
        '\u{E0000}'..='\u{E0FFF}' => true,
        _ => character.is_control(),
    }
}

/// The last place up to `end` at which a text can be cut without cutting what people see as one
/// character. A text that is all one such character is cut at `end`.
fn character_end(text: &str, end: usize) -> usize {
    let mut place = end;
    while let Some((before, after)) = text.split_at_checked(place) {
        match (before.chars().next_back(), after.chars().next()) {
            (Some(last), Some(next)) if belongs(before, last, next) => place -= last.len_utf8(),
            (Some(_), _) => return place,
            (None, _) => break,
        }
    }
    end
}

/// Whether people see a character and the last one before it as one.
fn belongs(before: &str, last: char, next: char) -> bool {
    let is_half_flag = |character: &char| ('\u{1F1E6}'..='\u{1F1FF}').contains(character);
    match next {
        // Accents, joiners, selectors of a variant, tones of skin, tags.
        '\u{300}'..='\u{36F}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{200D}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{3099}'
        | '\u{309A}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}'
        | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0020}'..='\u{E01EF}' => true,
        // A flag is two letters.
        next if is_half_flag(&next) => {
            before.chars().rev().take_while(is_half_flag).count() % 2 == 1
        }
        _ => last == '\u{200D}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A flag: the black one with tags that say whose it is.
    const ENGLAND: &str = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}";

    #[track_caller]
    fn check(text: &str, most: usize, expected: &str, was_shortened: bool, had_hidden: bool) {
        let expected = Cleaned { text: expected.to_owned(), was_shortened, had_hidden };
        assert_eq!(clean(text, most), expected, "{text:?}");
    }

    #[test]
    fn a_clean_text_stays() {
        for text in [
            "",
            " ",
            "<b>&amp;</b>",
            "é…“”",
            "東京のチーム",
            ENGLAND,
            "👩🏽‍🚒❤️🇳🇱1️⃣",
            "می\u{200C}خواهم",
        ] {
            check(text, 80, text, false, false);
        }
    }

    #[test]
    fn line_breaks_and_tabs_become_spaces() {
        for line_break in
            ["\n", "\r\n", "\r", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"]
        {
            check(&format!("a{line_break}b"), 80, "a b", false, true);
        }
        check("a\n\r\r\nb", 80, "a   b", false, true);
    }

    #[test]
    fn what_nobody_sees_goes() {
        let hidden = "\0\u{1}\u{1B}\u{7F}\u{9F}\u{AD}\u{34F}\u{61C}\u{180E}\u{200B}\u{200E}\u{200F}\
                      \u{202A}\u{202E}\u{2060}\u{2066}\u{2069}\u{3164}\u{FEFF}\u{FFF9}\
                      \u{E0001}\u{E0041}";
        for character in hidden.chars() {
            check(&format!("a{character}b"), 2, "ab", false, true);
        }
        check(hidden, 80, "", false, true);
        check("a\u{E0041}\u{E0042}b", 80, "ab", false, true);
    }

    #[test]
    fn a_long_text_is_cut_between_what_people_see_as_characters() {
        let cut = |text: &str, most, expected: &str| check(text, most, expected, true, false);
        cut("abc", 2, "ab");
        cut("東京都", 2, "東京");
        cut("abe\u{301}", 3, "ab");
        cut("ab👩🏽‍🚒", 3, "ab");
        cut("ab👩🏽‍🚒", 4, "ab");
        cut("ab👩🏽‍🚒", 5, "ab");
        cut("ab👩🏽‍🚒c", 6, "ab👩🏽‍🚒");
        cut("a❤️", 2, "a");
        cut("🇳🇱🇯🇵", 3, "🇳🇱");
        cut("🇳🇱🇯🇵", 2, "🇳🇱");
        cut(&format!("a{ENGLAND}"), 6, "a");
        cut("e\u{301}\u{302}\u{303}", 2, "e\u{301}");
        cut("abc", 0, "");
    }

    #[test]
    fn a_query_keeps_whole_parameters() {
        let most = "x".repeat(MOST_IN_QUERY);
        let check = |query: &str, expected: &str, was_shortened, had_hidden| {
            let expected = Cleaned { text: expected.to_owned(), was_shortened, had_hidden };
            assert_eq!(clean_query(query), expected, "{query}");
        };
        check("", "", false, false);
        check("?priority=p2&mine=elite", "priority=p2&mine=elite", false, false);
        check("\u{200B}??priority=p2#?x", "priority=p2", false, true);
        check(&most, &most, false, false);
        check(&format!("{most}x"), "", true, false);
        check(&format!("{most}&mine=elite"), &most, true, false);
        check(&format!("mine=elite&{most}"), "mine=elite", true, false);
        check(&format!("{most}é"), "", true, false);
        check(&format!("é=é&{most}é&x"), "é=é", true, false);
    }
}

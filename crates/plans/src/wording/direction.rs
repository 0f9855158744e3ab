//! Names that are written in the other direction than the sentence around them.
//!
//! Without a mark, such a name draws the words and figures beside it to its other side.

/// Begins a part of a text that has a direction of its own.
const ISOLATE: char = '\u{2068}';
/// Ends such a part.
const END: char = '\u{2069}';

/// Adds a value to a sentence: between marks, if its letters run in the other direction than those of
/// the template. Letters that stand between marks already do not count.
pub(super) fn add(sentence: &mut String, value: &str, template: &str) {
    let mut other = template.split('{').enumerate().filter_map(|(place, part)| {
        // Names in braces are no letters of the sentence.
        let words = if place == 0 { part } else { part.split_once('}')?.1 };
        words.chars().find_map(runs_leftwards)
    });
    let other = other.next().map(|leftwards| !leftwards);
    let mut depth = 0;
    let is_isolated = value.chars().any(|letter| {
        depth += i32::from(letter == ISOLATE) - i32::from(letter == END);
        depth == 0 && other.is_some() && runs_leftwards(letter) == other
    });
    if is_isolated {
        sentence.push(ISOLATE);
    }
    sentence.push_str(value);
    if is_isolated {
        sentence.push(END);
    }
}

/// Whether a letter runs from right to left; `None` for figures, signs and spaces.
fn runs_leftwards(letter: char) -> Option<bool> {
    match letter {
        // Hebrew, Arabic and their relatives, with their forms of presentation; Adlam.
        '\u{590}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}'
        | '\u{1E800}'..='\u{1EFFF}' => Some(true),
        'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{1FFF}' | '\u{2C00}'.. => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fill;

    #[track_caller]
    fn check(template: &str, value: &str, filled: &str) {
        assert_eq!(fill(template, &[("name", value)]), filled);
    }

    #[test]
    fn names_in_the_direction_of_the_sentence_stay_as_they_are() {
        check("{name} is due", "Elite", "Elite is due");
        check("{name} is due", "Élite, 日本 4", "Élite, 日本 4 is due");
        check("{name} is due", "2026-03-27 16:30 (“…”)", "2026-03-27 16:30 (“…”) is due");
        check("עד {name}", "מומחה", "עד מומחה");
        // A template without letters has no direction of its own.
        check("{name}, 4", "מומחה", "מומחה, 4");
    }

    #[test]
    fn names_in_the_other_direction_are_isolated() {
        check("{name} is due", "מומחה", "\u{2068}מומחה\u{2069} is due");
        check("{name} is due", "خبير 2", "\u{2068}خبير 2\u{2069} is due");
        check("{name} is due", "Plan خبير", "\u{2068}Plan خبير\u{2069} is due");
        check("עד {name}", "Elite", "עד \u{2068}Elite\u{2069}");
    }

    #[test]
    fn what_is_isolated_is_not_isolated_again() {
        check("Due: {name}", "\u{2068}מומחה\u{2069} at 4", "Due: \u{2068}מומחה\u{2069} at 4");
        check("עד {name}", "\u{2068}Elite\u{2069} 4", "עד \u{2068}Elite\u{2069} 4");
    }
}

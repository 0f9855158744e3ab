//! The nearest right word for a misspelt one.

/// The word of `words` that a misspelt one most likely stands for; `None` if all are too different.
pub(crate) fn nearest<'a>(
    wrong: &str,
    words: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // A longer text is no misspelt word, and would take long to compare.
    const LONGEST: usize = 40;
    if wrong.is_empty() || wrong.len() > LONGEST {
        return None;
    }
    let near = |word: &&str| word.len() <= LONGEST && !word.is_empty();
    let distance = |word: &'a str| (steps(&wrong.to_lowercase(), &word.to_lowercase()), word);
    let (steps, word) =
        words.into_iter().filter(near).map(distance).min_by_key(|(steps, _)| *steps)?;
    let longer = wrong.chars().count().max(word.chars().count());
    (steps * 5 <= longer * 2).then_some(word)
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one word
/// of another.
fn steps(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
    for (row, letter) in one.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, candidate) in other.iter().enumerate() {
            let replaced = at(&last, column) + usize::from(letter != candidate);
            let mut least = replaced.min(at(&last, column + 1) + 1).min(at(&next, column) + 1);
            let swapped = row > 0
                && column > 0
                && one.get(row - 1) == Some(candidate)
                && other.get(column - 1) == Some(letter);
            if swapped {
                least = least.min(at(&before, column - 1) + 1);
            }
            next.push(least);
        }
        before = core::mem::replace(&mut last, next);
    }
    at(&last, other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_is_recognised() {
        let words = ["plans", "priorities", "regions", "regionRule"];
        for (wrong, expected) in [
            ("plan", Some("plans")),
            ("prioritys", Some("priorities")),
            ("region", Some("regions")),
            ("regionrule", Some("regionRule")),
            ("palns", Some("plans")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(wrong, words), expected, "{wrong}");
        }
    }
}

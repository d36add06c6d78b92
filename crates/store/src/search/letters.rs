//! Words in text as the index sees them (FTS5's unicode61 without diacritics), so that what is found can be marked
//! and its words can be counted.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Without case and accents.
    pub folded: String,
    /// Its bytes in the text.
    pub at: Range<usize>,
}

/// Letters without case and accents.
fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, letter)| letter.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        while let Some((at, letter)) =
            letters.next_if(|(_, letter)| letter.is_alphanumeric() || is_combining_mark(*letter))
        {
            end = at + letter.len_utf8();
        }
        Some(start..end)
    })
    .map(|at| Word {
        folded: folded(text.get(at.clone()).unwrap_or_default()),
        at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        words(text).map(|word| word.folded).collect()
    }

    #[test]
    fn case_accents_and_signs_do_not_count() {
        assert_eq!(
            of("Koffie, café — DÜZGÜN's 06-12"),
            ["koffie", "cafe", "duzgun", "s", "06", "12"]
        );
        assert_eq!(of("cafe\u{301}\u{301}s"), ["cafes"]);
        assert_eq!(of(" \u{E000}…🙂\u{301}"), Vec::<String>::new());
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "é: scho\u{308}ol";
        let places: Vec<&str> = words(text).filter_map(|word| text.get(word.at)).collect();
        assert_eq!(places, ["é", "scho\u{308}ol"]);
    }
}

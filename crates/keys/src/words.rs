//! The words that passphrases are made of. Where they come from: `words/README.md`.

/// A list of common words of three to eight letters, without accents, in alphabetical order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordList {
    /// Dutch words.
    Dutch,
    /// English words.
    English,
}

impl WordList {
    /// The words: at least 2048, all different in their first four letters.
    pub fn words(self) -> impl Iterator<Item = &'static str> + Clone {
        let text = match self {
            WordList::Dutch => include_str!("../words/nl.txt"),
            WordList::English => include_str!("../words/en.txt"),
        };
        text.lines()
    }

    /// Whether a word in small letters is on the list.
    pub fn has(self, word: &str) -> bool {
        self.words().any(|known| known == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn lists_are_long_plain_sorted_and_without_near_duplicates() {
        for list in [WordList::Dutch, WordList::English] {
            let words: Vec<_> = list.words().collect();
            assert!(words.len() >= 2048, "{list:?} {}", words.len());
            assert!(words.is_sorted());
            let plain = |word: &&str| {
                (3..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase())
            };
            assert_eq!(words.iter().find(|word| !plain(word)), None);
            let starts: BTreeSet<_> = words
                .iter()
                .map(|word| word.get(..4).unwrap_or(word))
                .collect();
            assert_eq!(starts.len(), words.len());
        }
    }

    #[test]
    fn has_finds_only_whole_words() {
        let first = WordList::Dutch.words().next().unwrap();
        assert!(WordList::Dutch.has(first));
        assert!(!WordList::Dutch.has(&first.repeat(2)) && !WordList::Dutch.has(""));
    }
}

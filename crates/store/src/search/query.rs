//! From what somebody types to a query that the index understands.

/// The most words of one query that are looked at.
const MAX_WORDS: usize = 16;
/// The most characters of one word.
const MAX_LETTERS: usize = 64;

/// Each word quoted, so that nothing in it is an operator, and with a star, so that it may go on; all of
/// them must be there. `None` when there is no word.
pub(super) fn safe(typed: &str) -> Option<String> {
    let words: Vec<String> = typed
        .split(|character: char| character.is_whitespace() || character.is_control())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MAX_WORDS)
        .map(|word| {
            let word: String = word.chars().take(MAX_LETTERS).collect();
            format!("\"{}\"*", word.replace('"', "\"\""))
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

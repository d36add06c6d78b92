//! What somebody typed, as what must be found.

use super::form::form;
use super::letters::{Word, words};

/// The most words of one query that are looked at.
const MAX_WORDS: usize = 16;
/// The most characters of one word.
const MAX_LETTERS: usize = 64;
/// A part of a compound has at least so many letters; one fewer at the end of it: "zus" in "stiefzus".
const SHORTEST_PART: usize = 4;

/// How well a word in a text answers what was typed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The word itself.
    Exact,
    /// A word that begins with it.
    Beginning,
    /// Another form of it.
    Form,
    /// A compound of which it is a part.
    Part,
}

impl Fit {
    pub const ALL: [Fit; 4] = [Fit::Exact, Fit::Beginning, Fit::Form, Fit::Part];
}

/// One thing that must be in a text: a word, or words that stand together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Folded; at least one.
    pub words: Vec<String>,
    /// Only these words, because they were quoted.
    pub literal: bool,
    /// The form of a single word.
    pub form: Option<String>,
}

/// The terms in a query: all of them must be there. None when there is no word in it.
pub(super) fn terms(typed: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    // Every second piece stands between quotes; the last one may be still open.
    let mut pieces = typed.split('"').enumerate().peekable();
    while let Some((number, piece)) = pieces.next() {
        let room = MAX_WORDS.saturating_sub(terms.len());
        if number % 2 == 0 {
            terms.extend(piece.split_whitespace().filter_map(loose).take(room));
        } else if room > 0 {
            let closed = pieces.peek().is_some();
            terms.extend(term(limited(piece, MAX_WORDS), closed));
        }
    }
    terms
}

/// A word with signs in it, "06-12" or "e-mail", is words that stand together; "foto's" is a form of "foto".
fn loose(word: &str) -> Option<Term> {
    let mut found = limited(word, MAX_WORDS);
    if found.len() > 1 && found.last().is_some_and(|last| last == "s") && is_genitive(word) {
        found.pop();
    }
    term(found, false)
}

fn is_genitive(word: &str) -> bool {
    word.contains(['\'', '’'])
}

fn limited(text: &str, most: usize) -> Vec<String> {
    words(text)
        .take(most)
        .map(|word| word.folded.chars().take(MAX_LETTERS).collect())
        .filter(|word: &String| !word.is_empty())
        .collect()
}

fn term(words: Vec<String>, literal: bool) -> Option<Term> {
    let form = match words.as_slice() {
        [] => return None,
        [word] if !literal && word.len() >= SHORTEST_PART - 1 => Some(form(word)),
        _ => None,
    };
    Some(Term {
        words,
        literal,
        form,
    })
}

impl Term {
    /// The one word of it of which other forms and compounds count, with its form.
    pub fn forgiving(&self) -> Option<(&str, &str)> {
        match (self.words.as_slice(), &self.form) {
            ([word], Some(form)) => Some((word, form)),
            _ => None,
        }
    }

    /// How well one word of a text with its form answers a single word.
    pub fn fit(&self, word: &str, form: &str) -> Option<Fit> {
        let [typed] = self.words.as_slice() else {
            return None;
        };
        if word == typed {
            return Some(Fit::Exact);
        }
        if self.literal {
            return None;
        }
        if word.starts_with(typed.as_str()) {
            return Some(Fit::Beginning);
        }
        let own = self.form.as_deref()?;
        if form == own {
            return Some(Fit::Form);
        }
        let is_part = is_part(word, typed) || is_part(form, own);
        is_part.then_some(Fit::Part)
    }

    /// How many words of a text, from the first of these on, are what was typed.
    pub fn length_at(&self, text: &[Word]) -> Option<usize> {
        if let [_] = self.words.as_slice() {
            let word = &text.first()?.folded;
            return self.fit(word, &form(word)).map(|_| 1);
        }
        let (last, before) = self.words.split_last()?;
        let together = text.get(..self.words.len())?;
        let (end, begin) = together.split_last()?;
        let begins = begin.iter().map(|word| &word.folded).eq(before);
        let ends = match self.literal {
            true => end.folded == *last,
            false => end.folded.starts_with(last.as_str()),
        };
        (begins && ends).then_some(self.words.len())
    }
}

fn is_part(word: &str, part: &str) -> bool {
    match part.len() {
        SHORTEST_PART.. => word.contains(part),
        length => length + 1 == SHORTEST_PART && word.ends_with(part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(typed: &str) -> Vec<(String, bool)> {
        terms(typed)
            .iter()
            .map(|term| (term.words.join(" "), term.literal))
            .collect()
    }

    #[test]
    fn quotes_make_words_literal() {
        let loose = |word: &str| (word.to_owned(), false);
        assert_eq!(
            words_of("Oma \"blij met School\" foto's 06-12"),
            [
                loose("oma"),
                ("blij met school".to_owned(), true),
                loose("foto"),
                loose("06 12")
            ]
        );
        assert_eq!(words_of("\"nog open"), [loose("nog open")]);
        assert_eq!(words_of("'s avonds"), [loose("s"), loose("avonds")]);
        assert_eq!(words_of("\"\" \" * ^ 🙂"), []);
        assert_eq!(terms(&"a ".repeat(10_000)).len(), MAX_WORDS);
    }

    #[test]
    fn how_a_word_fits() {
        for (typed, word, fit) in [
            ("school", "school", Some(Fit::Exact)),
            ("school", "schoolverzuim", Some(Fit::Beginning)),
            ("scholen", "school", Some(Fit::Form)),
            ("verzuim", "schoolverzuim", Some(Fit::Part)),
            ("school", "middelbareschool", Some(Fit::Part)),
            ("school", "basisscholen", Some(Fit::Part)),
            ("huizen", "ziekenhuis", Some(Fit::Part)),
            ("zus", "stiefzus", Some(Fit::Part)),
            ("zus", "stiefzusje", None),
            ("om", "oom", None),
            ("oma", "omarmt", Some(Fit::Beginning)),
            ("school", "schaal", None),
        ] {
            let terms = terms(typed);
            assert_eq!(terms[0].fit(word, &form(word)), fit, "{typed} {word}");
        }
        assert_eq!(terms("\"school\"")[0].fit("scholen", "schol"), None);
    }
}

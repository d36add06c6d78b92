//! The piece of a text around what was found, with marks.

use super::letters::{Word, words};
use super::query::Term;
use nabij_domain::Personal;
use std::ops::Range;

/// How many words of a text a snippet shows.
const SHOWN: usize = 24;
/// How many of them stand before the first mark, when there is so much.
const BEFORE: usize = 6;

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The text.
    pub text: Personal,
    /// Whether this is what was searched for.
    pub hit: bool,
}

/// A text with where the terms are in it.
pub(super) struct Marked<'a> {
    text: &'a str,
    words: Vec<Word>,
    marks: Vec<Range<usize>>,
}

impl<'a> Marked<'a> {
    pub fn new(text: &'a str, terms: &[Term]) -> Marked<'a> {
        let words: Vec<Word> = words(text).collect();
        let mut marks: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            match terms.iter().filter_map(|term| term.length_at(rest)).max() {
                Some(length) => {
                    marks.push(at..at + length);
                    at += length;
                }
                None => at += 1,
            }
        }
        Marked { text, words, marks }
    }

    pub fn is_hit(&self) -> bool {
        !self.marks.is_empty()
    }

    /// At most [`SHOWN`] words, of which the first mark is one; dots say that there is more.
    pub fn parts(&self) -> Vec<Part> {
        let first = self.marks.first().map_or(0, |mark| mark.start);
        let begin = match self.words.len() {
            0..=SHOWN => 0,
            all => first.saturating_sub(BEFORE).min(all - SHOWN),
        };
        let end = (begin + SHOWN).min(self.words.len());
        let from = match begin {
            0 => 0,
            _ => self.word(begin).start,
        };
        let until = match end == self.words.len() {
            true => self.text.len(),
            false => self.word(end.saturating_sub(1)).end,
        };
        let mut parts = Vec::new();
        if begin > 0 {
            push(&mut parts, "…", false);
        }
        let mut done = from;
        for mark in self
            .marks
            .iter()
            .filter(|mark| mark.start >= begin && mark.end <= end)
        {
            let hit = self.word(mark.start).start..self.word(mark.end.saturating_sub(1)).end;
            push(&mut parts, self.between(done, hit.start), false);
            push(&mut parts, self.between(hit.start, hit.end), true);
            done = hit.end;
        }
        push(&mut parts, self.between(done, until), false);
        if until < self.text.len() {
            push(&mut parts, "…", false);
        }
        parts
    }

    fn word(&self, index: usize) -> Range<usize> {
        let end = self.text.len();
        self.words
            .get(index)
            .map_or(end..end, |word| word.at.clone())
    }

    fn between(&self, from: usize, until: usize) -> &str {
        self.text.get(from..until).unwrap_or_default()
    }
}

/// Pieces with or without a mark become one with the same before them.
fn push(parts: &mut Vec<Part>, text: &str, hit: bool) {
    if !text.is_empty() {
        parts.push(Part {
            text: Personal::from(text),
            hit,
        });
    }
}

/// The body around the first mark; where the terms stand beside it, in a place or a nickname, those and how the
/// body begins. `other`: values of differences that do not show.
pub(super) fn snippet(title: &str, body: &str, other: &str, terms: &[Term]) -> Vec<Part> {
    let in_body = Marked::new(body, terms);
    if in_body.is_hit() {
        return in_body.parts();
    }
    let beside = [title, other]
        .map(|text| Marked::new(text, terms))
        .into_iter()
        .find(Marked::is_hit);
    let Some(beside) = beside else {
        return if body.is_empty() {
            Marked::new(title, terms).parts()
        } else {
            in_body.parts()
        };
    };
    let mut parts = beside.parts();
    if !body.is_empty() {
        push(&mut parts, " · ", false);
        parts.extend(in_body.parts());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::super::query::terms;
    use super::*;

    fn shown(title: &str, body: &str, typed: &str) -> String {
        let mark = |part: &Part| match part.hit {
            true => format!("[{}]", part.text.as_str()),
            false => part.text.as_str().to_owned(),
        };
        snippet(title, body, "", &terms(typed))
            .iter()
            .map(mark)
            .collect()
    }

    #[test]
    fn words_forms_parts_and_phrases_are_marked() {
        let body = "Schoolverzuim besproken, twee scholen gebeld; oma blij met café.";
        for (typed, expected) in [
            (
                "school",
                "[Schoolverzuim] besproken, twee [scholen] gebeld; oma blij met café.",
            ),
            (
                "verzuim cafe",
                "[Schoolverzuim] besproken, twee scholen gebeld; oma blij met [café].",
            ),
            (
                "\"oma blij\"",
                "Schoolverzuim besproken, twee scholen gebeld; [oma blij] met café.",
            ),
            ("nergens", body),
            ("", body),
        ] {
            assert_eq!(shown("Mo", body, typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_mark() {
        let body = format!(
            "{}hier staat school. {}",
            "voor ".repeat(40),
            "na ".repeat(40)
        );
        let shown = shown("", &body, "school");
        assert!(shown.starts_with("…voor voor"), "{shown}");
        assert!(shown.contains("hier staat [school]. na"), "{shown}");
        assert!(shown.ends_with("na…"), "{shown}");
    }

    #[test]
    fn a_hit_beside_the_text_comes_first() {
        assert_eq!(
            shown("Mo Griftpark", "Rustig.", "grift"),
            "Mo [Griftpark] · Rustig."
        );
        assert_eq!(shown("Griftpark", "", "grift"), "[Griftpark]");
    }
}

//! Proposing passphrases and judging those that people make up.
//!
//! The judgement estimates bits, cautiously: what is in a list counts as one pick from it, other letters
//! count as ordinary language, and repeats and rows count once. It is meant to keep people from choosing
//! what is guessed first; against an attacker with a stolen laptop, Argon2id makes each guess slow.

use crate::WordList;
use core::ops::RangeInclusive;
use rand_core::CryptoRng;
use std::collections::BTreeSet;
use zeroize::Zeroizing;

/// How many words are proposed: with lists of 2048 words and more, at least 77 bits.
const WORDS: usize = 7;
/// The bits from which a passphrase is fair.
const FAIR: f64 = 40.0;
/// The bits from which a passphrase is strong.
const STRONG: f64 = 64.0;
/// The characters that a passphrase needs, and how many different ones.
const SHORTEST: (usize, usize) = (10, 6);

/// What is guessed first, in small letters; also as a part of something longer.
const COMMON: &[&str] = &[
    "admin",
    "ajax",
    "alles",
    "amsterdam",
    "bonjour",
    "computer",
    "dragon",
    "feyenoord",
    "football",
    "geheim",
    "hallo",
    "hello",
    "iloveyou",
    "letmein",
    "login",
    "master",
    "monkey",
    "mijn",
    "nabij",
    "nederland",
    "pass",
    "password",
    "passwort",
    "paswoord",
    "princess",
    "qwerty",
    "rotterdam",
    "secret",
    "shadow",
    "sunshine",
    "test",
    "utrecht",
    "voetbal",
    "wachtwoord",
    "welcome",
    "welkom",
    "word",
    "zomer",
    "winter",
    "lente",
    "herfst",
];

/// Rows of keys and counts: a stretch of one of these counts as little as one character.
const ROWS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "9876543210",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
];

/// How well a passphrase withstands guessing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Not to be used.
    Weak,
    /// Enough, with the work that each guess costs.
    Fair,
    /// More than enough.
    Strong,
}

/// Seven random words of the list, joined by hyphens.
pub fn propose(language: WordList, rng: &mut impl CryptoRng) -> Zeroizing<String> {
    let count = language.words().count();
    // 16 bytes for each word and its hyphen are more than any needs: the text never moves in memory.
    let mut text = Zeroizing::new(String::with_capacity(WORDS * 16));
    for number in 0..WORDS {
        if number > 0 {
            text.push('-');
        }
        text.push_str(language.words().nth(below(count, rng)).unwrap_or_default());
    }
    text
}

/// Judges a passphrase that somebody made up or was proposed.
pub fn judge(passphrase: &str) -> Strength {
    let text = Zeroizing::new(passphrase.trim().to_lowercase());
    let (shortest, fewest) = SHORTEST;
    let different: BTreeSet<char> = text.chars().collect();
    if text.chars().count() < shortest || different.len() < fewest {
        return Strength::Weak;
    }
    match bits(passphrase.trim(), &text) {
        strong if strong >= STRONG => Strength::Strong,
        fair if fair >= FAIR => Strength::Fair,
        _ => Strength::Weak,
    }
}

/// Whether a passphrase may be used: at least [`Strength::Fair`].
pub fn acceptable(passphrase: &str) -> bool {
    judge(passphrase) >= Strength::Fair
}

/// An even choice of a number below `count`, which must not be zero.
fn below(count: usize, rng: &mut impl CryptoRng) -> usize {
    let count = u32::try_from(count).unwrap_or(u32::MAX).max(1);
    // Numbers at the top that would favour the first words are drawn again.
    let even = u32::MAX - u32::MAX % count;
    loop {
        let drawn = rng.next_u32();
        if drawn < even {
            return usize::try_from(drawn % count).unwrap_or(0);
        }
    }
}

/// The estimate. `small` is `text` in small letters.
fn bits(text: &str, small: &str) -> f64 {
    let mut seen = BTreeSet::new();
    let mut sum = 0.0;
    for piece in pieces(small) {
        // What comes back adds next to nothing.
        sum += if seen.insert(piece) {
            piece_bits(piece)
        } else {
            1.0
        };
    }
    // Capitals within words, not those that everybody puts in front.
    let odd = text.chars().zip(text.chars().skip(1));
    let odd = odd
        .filter(|(a, b)| a.is_alphanumeric() && b.is_uppercase())
        .count();
    sum + f64::from(u8::try_from(odd.min(8)).unwrap_or(8))
}

/// Stretches of letters, of digits, and single other characters.
fn pieces(text: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        c if c.is_alphabetic() => 0,
        c if c.is_ascii_digit() => 1,
        _ => 2,
    };
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match kind(first) {
            2 => first.len_utf8(),
            same => rest.find(|c| kind(c) != same).unwrap_or(rest.len()),
        };
        let Some((piece, after)) = rest.split_at_checked(end) else {
            break;
        };
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn piece_bits(piece: &str) -> f64 {
    const PICK: f64 = 11.0;
    const COMMONS: f64 = 4.0;
    if let Some(common) = COMMON
        .iter()
        .filter(|c| piece.contains(**c))
        .max_by_key(|c| c.len())
    {
        return COMMONS + rate(&piece.replacen(common, "", 1), 2.0);
    }
    if WordList::Dutch.has(piece) || WordList::English.has(piece) {
        return PICK;
    }
    match piece.chars().next() {
        Some(c) if c.is_ascii_digit() => match piece.parse::<u32>() {
            // Years are what people add.
            Ok(1900..=2099) => 5.0,
            _ => rate(piece, 3.3),
        },
        Some(c) if !c.is_alphabetic() => 3.0,
        // Letters that no language puts together so are a random pick each.
        _ if !speakable(piece) => rate(piece, 4.0),
        _ => rate(piece, 2.0),
    }
}

/// `each` per character, where characters that continue a row or a repeat do not count.
fn rate(piece: &str, each: f64) -> f64 {
    const SPAN: RangeInclusive<usize> = 1..=32;
    let continues = |a: char, b: char| {
        let pair: String = [a, b].iter().collect();
        a == b || ROWS.iter().any(|row| row.contains(&pair))
    };
    let following = piece.chars().zip(piece.chars().skip(1));
    let counted =
        piece.chars().take(1).count() + following.filter(|(a, b)| !continues(*a, *b)).count();
    if counted == 0 {
        return 0.0;
    }
    let counted = counted.clamp(*SPAN.start(), *SPAN.end());
    each * f64::from(u8::try_from(counted).unwrap_or(u8::MAX))
}

/// Whether there are vowels, and no more than four consonants or four vowels follow one another.
fn speakable(letters: &str) -> bool {
    let vowel = |c: char| "aeiouy".contains(c) || !c.is_ascii();
    let mut run = 0;
    let mut last = None;
    letters.chars().any(vowel)
        && letters.chars().all(|c| {
            run = if last == Some(vowel(c)) { run + 1 } else { 1 };
            last = Some(vowel(c));
            run <= 4
        })
}

#[cfg(test)]
mod tests;

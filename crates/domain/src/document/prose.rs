//! What changed between two texts, word by word.
//!
//! Automerge's own comparison goes letter by letter without a limit: replacing a whole summary took over a
//! minute. Words are what people change, so words are compared here (Myers' shortest edit, as every diff
//! tool does it), and a rewrite beyond a limit counts as one replacement.

/// More changed words than this in one edit is a rewrite.
const MAX_CHANGES: usize = 1_500;

/// Replace `remove` characters at character `at` of the old text by `insert`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    /// Position in the old text, in characters (Unicode scalar values).
    pub(super) at: usize,
    /// How many characters go.
    pub(super) remove: usize,
    /// What comes instead.
    pub(super) insert: String,
}

/// The splices that make `new` out of `old`, last one first, so that each position still holds.
pub(super) fn splices(old: &str, new: &str) -> Vec<Splice> {
    let (old, new) = (words(old), words(new));
    let same = |(one, other): &(&&str, &&str)| one == other;
    let prefix = old.iter().zip(&new).take_while(same).count();
    let (old_rest, new_rest) = (
        old.get(prefix..).unwrap_or(&[]),
        new.get(prefix..).unwrap_or(&[]),
    );
    let suffix = old_rest
        .iter()
        .rev()
        .zip(new_rest.iter().rev())
        .take_while(same)
        .count();
    let old_middle = old_rest
        .get(..old_rest.len().saturating_sub(suffix))
        .unwrap_or(&[]);
    let new_middle = new_rest
        .get(..new_rest.len().saturating_sub(suffix))
        .unwrap_or(&[]);
    let whole = || {
        vec![Hunk {
            old: (0, old_middle.len()),
            new: (0, new_middle.len()),
        }]
    };
    let hunks = shortest(old_middle, new_middle).unwrap_or_else(whole);

    let length = |words: &[&str]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let start = length(old.get(..prefix).unwrap_or(&[]));
    let splice = |hunk: &Hunk| Splice {
        at: start + length(old_middle.get(..hunk.old.0).unwrap_or(&[])),
        remove: length(old_middle.get(hunk.old.0..hunk.old.1).unwrap_or(&[])),
        insert: new_middle
            .get(hunk.new.0..hunk.new.1)
            .unwrap_or(&[])
            .concat(),
    };
    hunks
        .iter()
        .rev()
        .map(splice)
        .filter(|one| one.remove > 0 || !one.insert.is_empty())
        .collect()
}

/// Splits a text into words, and every space and ASCII sign on its own. Everything outside ASCII counts as
/// part of a word, so that an accent or a composed emoji is not torn apart.
fn words(text: &str) -> Vec<&str> {
    let in_word = |letter: char| {
        letter.is_ascii_alphanumeric() || (!letter.is_ascii() && !letter.is_whitespace())
    };
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if in_word(first) {
            rest.find(|letter| !in_word(letter)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let Some((word, after)) = rest.split_at_checked(end) else {
            break;
        };
        words.push(word);
        rest = after;
    }
    words
}

/// Words `old.0..old.1` became words `new.0..new.1`.
struct Hunk {
    old: (usize, usize),
    new: (usize, usize),
}

/// Myers' greedy algorithm ("An O(ND) Difference Algorithm", 1986). `None` past [`MAX_CHANGES`].
fn shortest(old: &[&str], new: &[&str]) -> Option<Vec<Hunk>> {
    // Per round: how far along `old` each diagonal got; diagonal k of round d is at (k + d) / 2.
    let mut rounds: Vec<Vec<usize>> = Vec::new();
    for round in 0..=MAX_CHANGES {
        let mut reached = Vec::with_capacity(round + 1);
        for step in 0..=round {
            let (mut x, down) = begin(rounds.last(), round, step)?;
            x += usize::from(!down);
            // Diagonal k = x - y, and k = 2 * step - round.
            let mut y = (x + round).checked_sub(2 * step)?;
            while old.get(x).is_some_and(|word| new.get(y) == Some(word)) {
                (x, y) = (x + 1, y + 1);
            }
            if x >= old.len() && y >= new.len() {
                return walk_back(&rounds, round, (old.len(), new.len()));
            }
            reached.push(x);
        }
        rounds.push(reached);
    }
    None
}

/// Where diagonal number `step` of a round starts: the furthest neighbour of the round before, and whether
/// from there it goes down (a word comes in) rather than right (a word goes out).
fn begin(before: Option<&Vec<usize>>, round: usize, step: usize) -> Option<(usize, bool)> {
    let Some(before) = before else {
        return Some((0, true));
    };
    let left = step.checked_sub(1).and_then(|step| before.get(step));
    let above = if step == round {
        None
    } else {
        before.get(step)
    };
    match (left, above) {
        (Some(left), Some(above)) if left < above => Some((*above, true)),
        (Some(left), _) => Some((*left, false)),
        (None, Some(above)) => Some((*above, true)),
        (None, None) => None,
    }
}

/// From the end back to the start, gathering neighbouring steps into hunks.
fn walk_back(rounds: &[Vec<usize>], last: usize, end: (usize, usize)) -> Option<Vec<Hunk>> {
    let (mut x, mut y) = end;
    let mut hunks: Vec<Hunk> = Vec::new();
    for round in (1..=last).rev() {
        let step = (x + round).checked_sub(y)? / 2;
        let (from_x, down) = begin(rounds.get(round - 1), round, step)?;
        // The diagonal it came from: one up for a word that came in, one down for one that went out.
        let from_step = if down { step } else { step.checked_sub(1)? };
        let from_y = (from_x + round - 1).checked_sub(2 * from_step)?;
        let after = if down {
            (from_x, from_y + 1)
        } else {
            (from_x + 1, from_y)
        };
        match hunks.last_mut() {
            Some(hunk) if (hunk.old.0, hunk.new.0) == after => {
                (hunk.old.0, hunk.new.0) = (from_x, from_y)
            }
            _ => hunks.push(Hunk {
                old: (from_x, after.0),
                new: (from_y, after.1),
            }),
        }
        (x, y) = (from_x, from_y);
    }
    hunks.reverse();
    Some(hunks)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn apply(old: &str, splices: &[Splice]) -> String {
        let mut text: Vec<char> = old.chars().collect();
        for one in splices {
            text.splice(one.at..one.at + one.remove, one.insert.chars());
        }
        text.into_iter().collect()
    }

    #[test]
    fn only_the_changed_words_change() {
        let old = "Moeder belt morgen. Bram zoekt werk.";
        let new = "Moeder belt vandaag. Bram zoekt dringend werk.";
        let splice = |at, remove, insert: &str| Splice {
            at,
            remove,
            insert: insert.into(),
        };
        let found = splices(old, new);
        assert_eq!(found.len(), 2);
        assert_eq!(found.last(), Some(&splice(12, 6, "vandaag")));
        assert_eq!(apply(old, &found), new);
        assert_eq!(splices(old, old), vec![]);
        assert_eq!(splices("", "één"), vec![splice(0, 0, "één")]);
        assert_eq!(
            words("één-op 👩‍👧 5."),
            ["één", "-", "op", " ", "👩‍👧", " ", "5", "."]
        );
    }

    #[test]
    fn a_rewrite_of_everything_is_one_splice() {
        let (old, new) = ("a ".repeat(10_000), "b-".repeat(10_000));
        assert_eq!(
            splices(&old, &new),
            vec![Splice {
                at: 0,
                remove: 20_000,
                insert: new
            }]
        );
    }

    proptest! {
        #[test]
        fn splices_make_the_new_text(old in "[ab é.]{0,40}", new in "[ab é.]{0,40}") {
            prop_assert_eq!(apply(&old, &splices(&old, &new)), new);
        }
    }
}

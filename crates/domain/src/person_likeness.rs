//! Whether two persons without a case may be one. Only ever a suggestion with its reasons: nobody is merged without
//! a coach who says so.

use crate::name_key::name_key;
use crate::personal::Personal;
use std::collections::BTreeSet;

/// Why two may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// The same nickname, but for case, accents and spaces.
    SameNickname,
    /// A nickname that differs in a letter or two.
    SimilarNickname,
    /// Words of the description in common.
    SameWords,
    /// Met with the same group.
    SameGroup,
    /// Met at the same place.
    SamePlace,
}

/// What of a person is compared.
#[derive(Clone, Copy, Debug)]
pub struct Traits<'a> {
    /// What the coach calls this person.
    pub nickname: &'a Personal,
    /// By what to know this person again.
    pub text: Option<&'a Personal>,
    /// What the group is called that this person is met with.
    pub group: Option<&'a Personal>,
    /// What the place is called where this person was met last.
    pub place: Option<&'a Personal>,
}

/// Words this short say nothing of who somebody is.
const SHORTEST_WORD: usize = 4;
/// Nicknames up to this length may differ in one letter, longer ones in two.
const SHORT_NICKNAME: usize = 5;

/// Why these two may be one, strongest reason first; empty when nothing says so. A group or place alone says
/// nothing: a whole group would be one person. The nickname must be alike, or the words together with one of them.
pub fn likeness(one: Traits<'_>, other: Traits<'_>) -> Vec<Likeness> {
    let nickname = nicknames(one.nickname, other.nickname);
    let shared = words(one.text).intersection(&words(other.text)).count();
    let same = |one: Option<&Personal>, other: Option<&Personal>| {
        one.is_some() && one.map(name_key) == other.map(name_key)
    };
    let group = same(one.group, other.group).then_some(Likeness::SameGroup);
    let place = same(one.place, other.place).then_some(Likeness::SamePlace);
    let described = (shared >= 2).then_some(Likeness::SameWords);
    let near = group.is_some() || place.is_some();
    if nickname.is_none() && !(described.is_some() && near) {
        return Vec::new();
    }
    [nickname, described, group, place]
        .into_iter()
        .flatten()
        .collect()
}

fn nicknames(one: &Personal, other: &Personal) -> Option<Likeness> {
    let (one, other) = (name_key(one), name_key(other));
    if one == other {
        return Some(Likeness::SameNickname);
    }
    let shortest = one.chars().count().min(other.chars().count());
    let may_differ = match shortest {
        0..3 => 0,
        3..=SHORT_NICKNAME => 1,
        _ => 2,
    };
    (strsim::osa_distance(&one, &other) <= may_differ).then_some(Likeness::SimilarNickname)
}

fn words(text: Option<&Personal>) -> BTreeSet<String> {
    let text = text.map(Personal::as_str).unwrap_or_default();
    text.split(|char: char| !char.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST_WORD)
        .map(|word| name_key(&word.into()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(one: (&str, &str, u8), other: (&str, &str, u8)) -> Vec<Likeness> {
        let (names, texts) = (
            [one.0.into(), other.0.into()],
            [one.1.into(), other.1.into()],
        );
        let groups: Vec<Personal> = (0..3)
            .map(|number| format!("groep {number}").into())
            .collect();
        let traits = |at: usize, group: u8| Traits {
            nickname: &names[at],
            text: Some(&texts[at]),
            group: (group > 0).then(|| &groups[usize::from(group)]),
            place: None,
        };
        likeness(traits(0, one.2), traits(1, other.2))
    }

    #[test]
    fn a_nickname_is_recognised_in_another_spelling() {
        assert_eq!(
            like(("Rico", "", 0), ("rico ", "", 0)),
            [Likeness::SameNickname]
        );
        assert_eq!(
            like(("Rico", "", 1), ("Ricco", "", 1)),
            [Likeness::SimilarNickname, Likeness::SameGroup]
        );
        assert!(like(("Mo", "", 1), ("Jo", "", 1)).is_empty());
        assert!(like(("Rico", "", 1), ("Daan", "", 1)).is_empty());
    }

    #[test]
    fn words_count_only_with_a_group_or_place() {
        let (red, scooter) = (
            "rode jas, grijze scooter",
            "grijze scooter, altijd rode pet",
        );
        assert_eq!(
            like(("Rico", red, 1), ("Scootertje", scooter, 1)),
            [Likeness::SameWords, Likeness::SameGroup]
        );
        assert!(like(("Rico", red, 1), ("Scootertje", scooter, 2)).is_empty());
    }
}

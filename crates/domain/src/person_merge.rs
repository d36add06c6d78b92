//! That a person turned out to be another person, or a case. Taking it back parts them again; nothing of either is
//! changed by it.

use crate::document::{Author, Change, Difference, Document, DocumentKind, Fields, Put, begin};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::refusal::Refusal;
use std::collections::BTreeMap;

/// A person who turned out to be another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPersonMerge {
    /// Who turned out to be another.
    pub person: Id,
    /// Whom: a person, or a case.
    pub into: Id,
}

/// A merge as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonMerge {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// Who turned out to be another.
    pub person: Id,
    /// Whom: a person, or a case.
    pub into: Id,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::PersonMerge;

/// Records that two are one.
pub fn create(
    author: &Author,
    new: NewPersonMerge,
    now: Millis,
) -> Result<(Document, Change), Refusal> {
    let fields = vec![
        (Field::Person, Put::from(new.person)),
        (Field::Into, Put::from(new.into)),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Reads it.
pub fn read(document: &Document) -> Result<PersonMerge, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(PersonMerge {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        person: fields.id(Field::Person)?,
        into: fields.id(Field::Into)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[Field::Withdrawn]),
    })
}

/// What of a merge decides whether it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merging {
    /// When it was recorded.
    pub recorded_at: Millis,
    /// Its document.
    pub id: Id,
    /// Who turned out to be another.
    pub person: Id,
    /// Whom: a person, or a case.
    pub into: Id,
}

/// Which merges count, of those that were not taken back: of each person the newest, and never one that would make
/// a person somebody who is already that person: two laptops that were apart may merge two persons both ways. The
/// same on every laptop, in whatever order they arrive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined(BTreeMap<Id, Merging>);

impl Joined {
    /// Decides.
    pub fn of(merges: impl IntoIterator<Item = Merging>) -> Joined {
        let mut newest_first: Vec<Merging> = merges.into_iter().collect();
        newest_first.sort_unstable_by(|one, other| other.cmp(one));
        let mut joined = Joined::default();
        for merge in newest_first {
            let makes_a_circle = joined.whole(merge.into) == merge.person;
            if !makes_a_circle {
                joined.0.entry(merge.person).or_insert(merge);
            }
        }
        joined
    }

    /// Whether this merge counts.
    pub fn counts(&self, merge: Id, person: Id) -> bool {
        self.0
            .get(&person)
            .is_some_and(|counting| counting.id == merge)
    }

    /// Into whom somebody was merged; `None`: nobody.
    pub fn merged_into(&self, person: Id) -> Option<Id> {
        self.0.get(&person).map(|merge| merge.into)
    }

    /// Who somebody is in the end: a case, or a person who was merged into nobody.
    pub fn whole(&self, person: Id) -> Id {
        // There is no circle, so this ends.
        let mut whole = person;
        while let Some(into) = self.merged_into(whole) {
            whole = into;
        }
        whole
    }

    /// Everybody who is this case or person in the end or on the way, without the one itself.
    pub fn parts(&self, whole: Id) -> Vec<Id> {
        let is_part = |person: &Id| {
            let mut at = *person;
            while let Some(into) = self.merged_into(at) {
                if into == whole {
                    return true;
                }
                at = into;
            }
            false
        };
        self.0.keys().copied().filter(is_part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn merge(id: u8, at: i64, person: u8, into: u8) -> Merging {
        Merging {
            recorded_at: Millis(at),
            id: Id([id; 16]),
            person: Id([person; 16]),
            into: Id([into; 16]),
        }
    }

    #[test]
    fn of_two_merges_both_ways_the_newest_counts() {
        let (older, newer) = (merge(1, 10, 0xA, 0xB), merge(2, 20, 0xB, 0xA));
        let joined = Joined::of([older, newer]);
        assert!(joined.counts(newer.id, newer.person) && !joined.counts(older.id, older.person));
        assert_eq!(joined.whole(Id([0xB; 16])), Id([0xA; 16]));
        assert_eq!(joined.whole(Id([0xA; 16])), Id([0xA; 16]));
        assert_eq!(joined.parts(Id([0xA; 16])), [Id([0xB; 16])]);
    }

    #[test]
    fn somebody_who_was_merged_twice_is_whom_the_newest_says() {
        let joined = Joined::of([merge(1, 10, 0xA, 0xC), merge(2, 20, 0xA, 0xD)]);
        assert_eq!(joined.whole(Id([0xA; 16])), Id([0xD; 16]));
        assert!(joined.parts(Id([0xC; 16])).is_empty());
        assert!(
            Joined::of([merge(1, 10, 0xA, 0xA)])
                .merged_into(Id([0xA; 16]))
                .is_none()
        );
    }

    proptest! {
        /// Merges, some taken back, arrive in any order: every laptop ends with the same, and following them ends.
        #[test]
        fn merges_in_any_order_come_to_the_same(
            merges in proptest::collection::vec((0i64..5, 0u8..5, 0u8..6, any::<bool>()), 0..10),
            turn in any::<prop::sample::Index>(),
        ) {
            let all: Vec<Merging> = merges
                .iter()
                .zip(1u8..)
                .filter(|((.., withdrawn), _)| !withdrawn)
                .map(|((at, person, into, _), id)| merge(id, *at, *person, *into))
                .collect();
            let mut turned = all.clone();
            turned.reverse();
            if !turned.is_empty() {
                let by = turn.index(turned.len());
                turned.rotate_left(by);
            }
            let joined = Joined::of(all);
            prop_assert_eq!(&joined, &Joined::of(turned));
            for person in 0u8..6 {
                let whole = joined.whole(Id([person; 16]));
                prop_assert!(joined.merged_into(whole).is_none());
                prop_assert!(whole == Id([person; 16]) || joined.parts(whole).contains(&Id([person; 16])));
            }
        }
    }
}

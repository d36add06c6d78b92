//! Where two colleagues set one value: both, with who and when, until a person chooses.

use crate::error::Error;
use crate::open_vault::OpenVault;
use crate::team::{Colleague, colleagues};
use nabij_domain::Field;
use nabij_protocol::id::MemberId;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// One value that two colleagues set without knowing of each other.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Of which field.
    pub field: DifferenceField,
    /// What they set; two or more, the one that is shown last.
    pub versions: Vec<DifferenceVersion>,
}

/// A field that can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DifferenceField {
    /// The body.
    Text,
    /// The kind of contact.
    Kind,
    /// The time; versions are milliseconds since 1970 as text.
    At,
    /// The place.
    Place,
    /// The name.
    Name,
    /// What somebody is called.
    Nickname,
    /// For what purpose a person is kept; versions are the stored words, or empty.
    Purpose,
    /// How an action ended, or whether somebody was reached.
    Outcome,
    /// By when; versions are milliseconds since 1970 as text, or empty.
    Due,
    /// Who does it, in words.
    Owner,
    /// The colleague who does it; versions are ids, or empty.
    Colleague,
    /// When a shift or round ended; as `At`.
    EndedAt,
    /// How many people stood there.
    HeadCount,
    /// What the mood was.
    Mood,
    /// What was talked about.
    Topic,
    /// What was agreed.
    Agreement,
    /// What comes next.
    NextStep,
}

impl DifferenceField {
    /// The field as forms show it; none for fields that no form shows.
    pub(crate) fn of(field: Field) -> Option<DifferenceField> {
        match field {
            Field::Text => Some(DifferenceField::Text),
            Field::Kind => Some(DifferenceField::Kind),
            Field::At => Some(DifferenceField::At),
            Field::Place => Some(DifferenceField::Place),
            Field::Name => Some(DifferenceField::Name),
            Field::Nickname => Some(DifferenceField::Nickname),
            Field::Purpose => Some(DifferenceField::Purpose),
            Field::Outcome => Some(DifferenceField::Outcome),
            Field::Due => Some(DifferenceField::Due),
            Field::Owner => Some(DifferenceField::Owner),
            Field::Member => Some(DifferenceField::Colleague),
            Field::EndedAt => Some(DifferenceField::EndedAt),
            Field::HeadCount => Some(DifferenceField::HeadCount),
            Field::Mood => Some(DifferenceField::Mood),
            Field::Topic => Some(DifferenceField::Topic),
            Field::Agreement => Some(DifferenceField::Agreement),
            Field::NextStep => Some(DifferenceField::NextStep),
            _ => None,
        }
    }
}

/// What one colleague set.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceVersion {
    /// The value.
    pub value: String,
    /// Who set it.
    pub by: String,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// Whether it is the one shown in the meantime.
    pub chosen: bool,
}

impl std::fmt::Debug for DifferenceVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DifferenceVersion(***)")
    }
}

pub(crate) fn differences(names: &Names, rows: &[nabij_store::DifferenceRow]) -> Vec<Difference> {
    rows.iter()
        .filter_map(|row| {
            let field = DifferenceField::of(row.field)?;
            let versions = row
                .values
                .iter()
                .map(|version| DifferenceVersion {
                    value: sent(field, version.value.as_str()),
                    by: version.by.map(|by| names.name(&by)).unwrap_or_default(),
                    at: version.at.0,
                    chosen: version.chosen,
                })
                .collect();
            Some(Difference { field, versions })
        })
        .collect()
}

/// A stored value as the door has it: stored words are in snake case, those of the door in camel case.
fn sent(field: DifferenceField, value: &str) -> String {
    match field {
        DifferenceField::Kind | DifferenceField::Outcome => {
            let mut words = value.split('_');
            let first = words.next().unwrap_or_default().to_owned();
            words.fold(first, |sent, word| {
                let mut letters = word.chars();
                let capital = letters.next().map(|letter| letter.to_ascii_uppercase());
                sent + &capital.into_iter().chain(letters).collect::<String>()
            })
        }
        _ => value.to_owned(),
    }
}

/// The colleagues, to show ids as names.
pub(crate) struct Names {
    me: Option<MemberId>,
    colleagues: BTreeMap<MemberId, Colleague>,
}

impl Names {
    pub(crate) fn of(vault: &OpenVault) -> Result<Names, Error> {
        let standing = vault.standing();
        let me = standing.me;
        let colleagues = colleagues(vault, &standing)?
            .into_iter()
            .filter_map(|colleague| Some((colleague.member_id.parse().ok()?, colleague)))
            .collect();
        Ok(Names { me, colleagues })
    }

    pub(crate) fn name(&self, member: &MemberId) -> String {
        self.colleagues
            .get(member)
            .map(|colleague| colleague.name.clone())
            .unwrap_or_default()
    }

    pub(crate) fn is_me(&self, member: &MemberId) -> bool {
        self.me.as_ref() == Some(member)
    }

    pub(crate) fn among(&self, members: &BTreeSet<MemberId>) -> Vec<Colleague> {
        let mut found: Vec<Colleague> = members
            .iter()
            .filter_map(|member| self.colleagues.get(member))
            .cloned()
            .collect();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_words_are_sent_as_the_door_writes_them() {
        for (field, stored, wanted) in [
            (DifferenceField::Kind, "home_visit", "homeVisit"),
            (DifferenceField::Outcome, "not_reached", "notReached"),
            (DifferenceField::Outcome, "done", "done"),
            (DifferenceField::Text, "home_visit", "home_visit"),
        ] {
            assert_eq!(sent(field, stored), wanted);
        }
    }
}

//! Where two colleagues set one value: both, with who and when, until a person chooses.

mod choose;
mod field;

pub use choose::{ChosenVersion, KeepDifference, TakeBackChoice};
pub(crate) use choose::{keep_difference, take_back_choice};
pub use field::DifferenceField;

use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::team::{Colleague, colleagues};
use crate::today::ThingKind;
use nabij_domain::{Millis, Personal, choice};
use nabij_protocol::id::MemberId;
use nabij_protocol::record::SpaceKind;
use nabij_store::{AlternativeRow, DifferenceRow};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// One value that two colleagues set without knowing of each other.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// In which document: to send back with a choice.
    pub id: String,
    /// In which version of it: likewise.
    pub version: String,
    /// Of which field.
    pub field: DifferenceField,
    /// What they set; two or more. While nobody has chosen, the one that is shown is last.
    pub versions: Vec<DifferenceVersion>,
    /// Whether a further value can be written instead.
    pub takes_words: bool,
    /// Who chose, once somebody has: the field then holds a value that came out of this difference.
    pub settled: Option<DifferenceSettled>,
}

/// Who chose between two values.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceSettled {
    /// Who.
    pub by: String,
    /// When; milliseconds since 1970.
    pub at: i64,
}

/// What one colleague set.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceVersion {
    /// The value.
    pub value: String,
    /// What it names, where it is the id of something or somebody that is here.
    pub names: Option<String>,
    /// Who set it.
    pub by: String,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// Whether it is the one shown.
    pub chosen: bool,
}

impl std::fmt::Debug for DifferenceVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DifferenceVersion(***)")
    }
}

/// Something that colleagues filled in differently, waiting for a choice.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferingItem {
    /// Which.
    pub id: String,
    /// What it is.
    pub kind: ThingKind,
    /// In which case; none on the street.
    pub case_id: Option<String>,
    /// That case's name.
    pub case_name: Option<String>,
    /// In which shift, for a shift, a round and a stop.
    pub shift_id: Option<String>,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// Which differences are asked for.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListDifferences {
    /// Those between which somebody has chosen, instead of those that wait for a choice.
    pub settled: bool,
}

/// What colleagues filled in differently.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferingItems {
    /// By id.
    pub items: Vec<DifferingItem>,
}

pub(crate) fn list_differences(
    app: &App,
    request: ListDifferences,
    _: &Origin,
) -> Result<DifferingItems, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let items = differing(&vault, &names, Millis(app.now()), request.settled)?;
    Ok(DifferingItems { items })
}

/// What colleagues filled in differently: what waits for a choice, or what was chosen.
pub(crate) fn differing(
    vault: &OpenVault,
    names: &Names,
    now: Millis,
    settled: bool,
) -> Result<Vec<DifferingItem>, Error> {
    let street = vault.team_view().common_space(SpaceKind::Street)?;
    let directory = vault.team_view().common_space(SpaceKind::Team)?;
    let found = vault.store.differing(settled)?.into_iter().map(|row| {
        let is_case = row.space != street && row.space != directory;
        DifferingItem {
            id: row.id.to_string(),
            kind: row.kind.into(),
            case_id: is_case.then(|| row.space.to_string()),
            case_name: row.case_name.map(Personal::into_inner),
            shift_id: row.shift.map(|shift| shift.to_string()),
            differences: differences_with_persons(names, &row.differences, now),
        }
    });
    Ok(found.filter(|item| !item.differences.is_empty()).collect())
}

/// The differences of something that names no persons.
pub(crate) fn differences(names: &Names, rows: &[DifferenceRow]) -> Vec<Difference> {
    let told = |row| difference(names, row, |_| None);
    rows.iter().filter_map(told).collect()
}

/// The differences of something that may name persons, of whom those who are kept at `now` are named.
pub(crate) fn differences_with_persons(
    names: &Names,
    rows: &[DifferenceRow],
    now: Millis,
) -> Vec<Difference> {
    let nicknames = |version: &AlternativeRow| {
        let known = version
            .persons
            .iter()
            .filter_map(|person| person.nickname(now));
        let known: Vec<&str> = known.map(Personal::as_str).collect();
        (!known.is_empty()).then(|| known.join(", "))
    };
    let told = |row| difference(names, row, nicknames);
    rows.iter().filter_map(told).collect()
}

fn difference(
    names: &Names,
    row: &DifferenceRow,
    persons: impl Fn(&AlternativeRow) -> Option<String>,
) -> Option<Difference> {
    let field = DifferenceField::of(row.field)?;
    let name = |by: Option<MemberId>| by.map(|by| names.name(&by)).unwrap_or_default();
    let versions = row.values.iter().map(|version| DifferenceVersion {
        value: sent(field, version.value.as_str()),
        names: match field {
            DifferenceField::Colleague | DifferenceField::Colleagues => {
                names.listed(version.value.as_str())
            }
            _ => version
                .name
                .as_ref()
                .map(|name| name.as_str().to_owned())
                .or_else(|| persons(version)),
        },
        by: name(version.by),
        at: version.at.0,
        chosen: version.chosen,
    });
    Some(Difference {
        id: row.document.to_string(),
        version: row.version.to_string(),
        field,
        versions: versions.collect(),
        takes_words: choice::takes_further(row.kind, row.field),
        settled: row.settled.map(|settled| DifferenceSettled {
            by: name(settled.by),
            at: settled.at.0,
        }),
    })
}

/// A stored value as the door has it: stored words are in snake case, those of the door in camel case.
fn sent(field: DifferenceField, value: &str) -> String {
    match field {
        DifferenceField::Kind
        | DifferenceField::Outcome
        | DifferenceField::Role
        | DifferenceField::LifeDomains => {
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
        let standing = vault.team_view();
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

    /// Several colleagues, whose ids stand with spaces between.
    fn listed(&self, ids: &str) -> Option<String> {
        let members = ids.split_whitespace().filter_map(|id| id.parse().ok());
        let names: Vec<String> = members.map(|member| self.name(&member)).collect();
        (!names.is_empty()).then(|| names.join(", "))
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

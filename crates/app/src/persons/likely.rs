//! Who may be the same as a person without a case: suggested with reasons, never merged by itself.

use crate::App;
use crate::error::Error;
use crate::open_vault::OpenVault;
use nabij_domain::person_likeness::{self as likeness, Traits, likeness};
use nabij_domain::{Millis, Personal};
use serde::Serialize;
use ts_rs::TS;

/// The most that are suggested.
const MOST_LIKELY: usize = 8;

/// A person or case that may be the same.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LikelySame {
    /// A case.
    pub case_id: Option<String>,
    /// Or a person without one.
    pub person_id: Option<String>,
    /// What it is called.
    pub name: String,
    /// Why, the strongest reason first.
    pub reasons: Vec<Likeness>,
}

/// Why two may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
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

impl From<likeness::Likeness> for Likeness {
    fn from(reason: likeness::Likeness) -> Self {
        match reason {
            likeness::Likeness::SameNickname => Likeness::SameNickname,
            likeness::Likeness::SimilarNickname => Likeness::SimilarNickname,
            likeness::Likeness::SameWords => Likeness::SameWords,
            likeness::Likeness::SameGroup => Likeness::SameGroup,
            likeness::Likeness::SamePlace => Likeness::SamePlace,
        }
    }
}

/// Who may be the same as this person and is not yet said to be.
pub(super) fn likely(
    app: &App,
    vault: &OpenVault,
    of: &nabij_store::PersonRow,
) -> Result<Vec<LikelySame>, Error> {
    if of.merged_into.is_some() {
        return Ok(Vec::new());
    }
    let persons = vault.store.persons(Millis(app.now()))?;
    let persons = persons
        .iter()
        .filter(|other| other.id != of.id && other.merged_into.is_none())
        .map(|other| LikelySame {
            case_id: None,
            person_id: Some(other.id.to_string()),
            name: other.nickname.as_str().to_owned(),
            reasons: reasons(traits(of), traits(other)),
        });
    let cases = vault.store.case_names()?;
    let cases = cases.iter().map(|(id, name, _)| {
        // A case is called by the first name and the first letter of the last.
        let first = name.as_str().split_whitespace().next().unwrap_or_default();
        let first = Personal::from(first);
        let called = Traits {
            nickname: &first,
            text: None,
            group: None,
            place: None,
        };
        LikelySame {
            case_id: Some(id.to_string()),
            person_id: None,
            name: name.as_str().to_owned(),
            reasons: reasons(traits(of), called),
        }
    });
    let mut likely: Vec<LikelySame> = persons
        .chain(cases)
        .filter(|one| !one.reasons.is_empty())
        .collect();
    likely.sort_by_key(|one| std::cmp::Reverse(one.reasons.len()));
    likely.truncate(MOST_LIKELY);
    Ok(likely)
}

fn traits(row: &nabij_store::PersonRow) -> Traits<'_> {
    Traits {
        nickname: &row.nickname,
        text: row.text.as_ref(),
        group: row.group_name.as_ref(),
        place: row.place_name.as_ref(),
    }
}

fn reasons(one: Traits<'_>, other: Traits<'_>) -> Vec<Likeness> {
    likeness(one, other)
        .into_iter()
        .map(Likeness::from)
        .collect()
}

//! Finding somebody by two letters: cases by name, persons without one by nickname, description, group or place.

use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::persons::{all_begin, person_words, words};
use nabij_domain::{Millis, Personal};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use ts_rs::TS;

/// The most that one query answers.
const MOST: usize = 20;
/// Fewer letters say nothing.
const FEWEST_LETTERS: usize = 2;

/// Whom to look for.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindPeople {
    /// At least two letters; each word must begin a word.
    pub query: String,
}

/// Who was found.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundPeople {
    /// Most recently met first, at most twenty.
    pub people: Vec<FoundPerson>,
}

/// A case, or a person without one.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundPerson {
    /// A case.
    pub case_id: Option<String>,
    /// Or a person without one.
    pub person_id: Option<String>,
    /// The case's name, or the nickname.
    pub name: String,
    /// The group this person is met with.
    pub group: Option<String>,
    /// Where this person was met last.
    pub place: Option<String>,
    /// When last met; milliseconds since 1970.
    pub last_at: Option<i64>,
}

pub(crate) fn find_people(
    app: &App,
    request: FindPeople,
    _: &Origin,
) -> Result<FoundPeople, Error> {
    let vault = app.vault()?;
    let sought = words(&request.query);
    if sought
        .iter()
        .map(|word| word.chars().count())
        .sum::<usize>()
        < FEWEST_LETTERS
    {
        return Ok(FoundPeople { people: Vec::new() });
    }
    let cases = vault.store.case_names()?.into_iter();
    let cases = cases
        .filter(|(_, name, _)| all_begin(&sought, &words(name.as_str())))
        .map(|(id, name, last_at)| FoundPerson {
            case_id: Some(id.to_string()),
            person_id: None,
            name: name.into_inner(),
            group: None,
            place: None,
            last_at: last_at.map(|at| at.0),
        });
    let persons = vault.store.persons(Millis(app.now()))?.into_iter();
    let persons = persons
        .filter(|row| row.merged_into.is_none() && all_begin(&sought, &person_words(row)))
        .map(|row| FoundPerson {
            case_id: None,
            person_id: Some(row.id.to_string()),
            name: row.nickname.into_inner(),
            group: row.group_name.map(Personal::into_inner),
            place: row.place_name.map(Personal::into_inner),
            last_at: Some(row.seen.0),
        });
    let mut people: Vec<FoundPerson> = cases.chain(persons).collect();
    people.sort_by_key(|one| Reverse(one.last_at));
    people.truncate(MOST);
    Ok(FoundPeople { people })
}

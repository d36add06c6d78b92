//! That a person turned out to be another person or a case: said by a coach, taken back by anybody. Nothing of either
//! is changed by it.

use super::kept;
use crate::App;
use crate::cases::{Share, case_id};
use crate::contact_moments::MomentPerson;
use crate::differences::Names;
use crate::error::Error;
use crate::ipc::Origin;
use crate::write::{Write, new_id, write};
use nabij_domain::person_merge::{self, NewPersonMerge};
use nabij_domain::{Id, Millis, Personal};
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A merge as timelines show it. Taken back with `set_withdrawn`.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonMergeRow {
    /// Which.
    pub id: String,
    /// Who turned out to be another.
    pub person: MomentPerson,
    /// The case that this person turned out to be.
    pub case_id: Option<String>,
    /// That case's name; none for who does not hold it.
    pub case_name: Option<String>,
    /// Or the person.
    pub into: Option<MomentPerson>,
    /// When it was recorded; milliseconds since 1970.
    pub at: i64,
    /// Who recorded it.
    pub by: String,
    /// Whether that is the one who uses this laptop.
    pub mine: bool,
    /// Whether it counts: a newer one goes before it.
    pub counts: bool,
    /// Whether what was written here is shared.
    pub share: Share,
}

/// Says that a person is a case, or another person.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MergePerson {
    /// Who.
    pub person_id: String,
    /// The case.
    #[serde(default)]
    #[ts(optional)]
    pub case_id: Option<String>,
    /// Or the person.
    #[serde(default)]
    #[ts(optional)]
    pub into_id: Option<String>,
}

pub(crate) fn merge_person(
    app: &App,
    request: MergePerson,
    origin: &Origin,
) -> Result<PersonMergeRow, Error> {
    let vault = app.vault()?;
    let person: Id = request.person_id.parse()?;
    kept(app, &vault, person)?;
    let into = match (request.case_id, request.into_id) {
        (Some(case), None) => {
            let case = case_id(&case)?;
            vault.store.case(case)?.ok_or(Error::NotFound)?;
            case
        }
        (None, Some(into)) => kept(app, &vault, into.parse()?)?.id,
        _ => return Err(Error::Invalid("into")),
    };
    if vault.store.joined()?.whole(into) == person {
        return Err(Error::Invalid("into"));
    }
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let street = standing.common_space(SpaceKind::Street)?;
    let new = NewPersonMerge { person, into };
    let (_, change) = person_merge::create(&vault.author(me), new, Millis(app.now()))?;
    let id = new_id();
    let writes = vec![Write::change(street, id, change)];
    write(app, &vault, &mut standing, writes, origin)?;
    drop(standing);
    let row = vault.store.person_merge(id)?.ok_or(Error::NotFound)?;
    Ok(person_merge_row_of(
        &Names::of(&vault)?,
        row,
        Millis(app.now()),
    ))
}

pub(crate) fn person_merge_row_of(
    names: &Names,
    row: nabij_store::PersonMergeRow,
    now: Millis,
) -> PersonMergeRow {
    let into = row.into_person.as_ref();
    PersonMergeRow {
        id: row.id.to_string(),
        person: MomentPerson::of(&row.person, now),
        case_id: into.is_none().then(|| row.into.to_string()),
        case_name: row.into_case.map(Personal::into_inner),
        into: into.map(|into| MomentPerson::of(into, now)),
        at: row.at.0,
        by: names.name(&row.by),
        mine: names.is_me(&row.by),
        counts: row.counts,
        share: Share::of(row.shared),
    }
}

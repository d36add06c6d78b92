//! Merges of persons: who turned out to be another, and which merge counts.

use super::{PersonName, each, member, person, shared};
use crate::columns::{id, millis, optional_personal};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::person_merge::{Joined, Merging};
use nabij_domain::{Id, Millis, Personal};
use nabij_protocol::id::MemberId;
use rusqlite::{Connection, Params, Row};

/// A merge as timelines show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonMergeRow {
    /// Its document.
    pub id: Id,
    /// Who turned out to be another.
    pub person: PersonName,
    /// Whom: a person or a case.
    pub into: Id,
    /// That person, if it is one.
    pub into_person: Option<PersonName>,
    /// What that case is called, if it is one and its document is here.
    pub into_case: Option<Personal>,
    /// When it was recorded.
    pub at: Millis,
    /// Who recorded it.
    pub by: MemberId,
    /// Whether it counts: a newer merge of the same person goes before it.
    pub counts: bool,
    /// Taken back.
    pub withdrawn: bool,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
}

const SELECT: &str = "SELECT d.id, x.person, x.into_id, x.recorded_by, x.recorded_at, x.withdrawn,
    c.name AS case_name, EXISTS (SELECT 1 FROM document o WHERE o.id = x.into_id AND o.kind = 'person') AS into_person,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM person_merge x JOIN document d ON d.num = x.document LEFT JOIN case_of_space c ON c.space = x.into_id";

impl Store {
    /// Which merges count.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn joined(&self) -> Result<Joined, Error> {
        self.read(joined)
    }

    /// One merge, also one that was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn person_merge(&self, id: Id) -> Result<Option<PersonMergeRow>, Error> {
        self.read(|connection| Ok(rows(connection, "WHERE d.id = ?1", [&id.0])?.pop()))
    }
}

pub(super) fn joined(connection: &Connection) -> Result<Joined, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT d.id, x.person, x.into_id, x.recorded_at
         FROM person_merge x JOIN document d ON d.num = x.document WHERE x.withdrawn = 0",
    )?;
    let merges = statement
        .query_map([], |row| {
            Ok(Merging {
                recorded_at: millis(row, "recorded_at")?,
                id: id(row, "id")?,
                person: id(row, "person")?,
                into: id(row, "into_id")?,
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Joined::of(merges))
}

pub(super) fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<PersonMergeRow>, Error> {
    let joined = joined(connection)?;
    each(
        connection,
        &format!("{SELECT} {condition}"),
        params,
        |row| from(connection, &joined, row),
    )
}

fn from(connection: &Connection, joined: &Joined, row: &Row<'_>) -> Result<PersonMergeRow, Error> {
    let (merge, person, into) = (id(row, "id")?, id(row, "person")?, id(row, "into_id")?);
    let into_person = match row.get("into_person")? {
        true => Some(person::name(connection, joined, into)?),
        false => None,
    };
    Ok(PersonMergeRow {
        id: merge,
        person: person::name(connection, joined, person)?,
        into,
        into_person,
        into_case: optional_personal(row, "case_name")?,
        at: millis(row, "recorded_at")?,
        by: member(row, "recorded_by")?,
        counts: joined.counts(merge, person),
        withdrawn: row.get("withdrawn")?,
        shared: shared(row)?,
    })
}

//! Cases, and what any space holds in short.

use super::{DifferenceRow, difference, each, member, shared, version};
use crate::columns::{id, millis, number_from, optional_millis, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis, Personal, Version};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Connection, Params, Row, params};
use std::cmp::Reverse;

/// A case as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The case: the id of its space.
    pub id: Id,
    /// The document with its name.
    pub document: Id,
    /// What colleagues call it.
    pub name: Personal,
    /// When it was opened.
    pub opened_at: Millis,
    /// Who opened it.
    pub by: MemberId,
    /// Taken back.
    pub withdrawn: bool,
    /// The version of the case document that this shows.
    pub version: Version,
    /// Fields of the case document itself that colleagues filled in differently.
    pub differences: Vec<DifferenceRow>,
    /// How many contact moments lie in it, without those taken back.
    pub moments: u64,
    /// When the newest contact moment or note happened.
    pub last_at: Option<Millis>,
    /// Whether the hub has everything that this laptop wrote in it.
    pub shared: bool,
    /// How many fields of all its documents hold more than one value.
    pub difference_count: u64,
}

/// What lies in a space, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpaceRow {
    /// How many contact moments, without those taken back.
    pub moments: u64,
    /// When the newest contact moment or note happened.
    pub last_at: Option<Millis>,
    /// Whether the hub has everything that this laptop wrote in it.
    pub shared: bool,
    /// How many fields of all its documents hold more than one value.
    pub differences: u64,
}

/// CROSS JOIN, so that SQLite starts from the few differences and not from all documents.
const IN_SPACE: &str = "SELECT
    (SELECT count(*) FROM contact_moment WHERE space = ?1 AND withdrawn = 0) AS moments,
    (SELECT max(at) FROM contact_moment WHERE space = ?1 AND withdrawn = 0) AS moment_at,
    (SELECT max(recorded_at) FROM case_note WHERE space = ?1 AND withdrawn = 0) AS note_at,
    EXISTS (SELECT 1 FROM unshared WHERE space = ?1) AS unshared,
    (SELECT count(DISTINCT x.document || x.field) FROM open_difference x CROSS JOIN document d
      WHERE d.num = x.document AND d.space = ?1) AS differences";

const SELECT: &str =
    "SELECT d.num, c.space, d.id, c.name, c.opened_at, c.opened_by, c.withdrawn, d.version
  FROM case_of_space c JOIN document d ON d.num = c.document";

impl Store {
    /// All cases, the one with the newest contact first; one without any stands where it was opened. Without
    /// those taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn list_cases(&self) -> Result<Vec<CaseRow>, Error> {
        let mut cases =
            self.read(|connection| rows(connection, "WHERE c.withdrawn = 0", params![]))?;
        cases.sort_by_key(|case| (Reverse(case.last_at.unwrap_or(case.opened_at)), case.id));
        Ok(cases)
    }

    /// One case, also when it was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn case(&self, case: Id) -> Result<Option<CaseRow>, Error> {
        self.read(|connection| Ok(rows(connection, "WHERE c.space = ?1", [&case.0])?.pop()))
    }

    /// Every case with its name and when its newest contact moment was, and nothing that costs more to read.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn case_names(&self) -> Result<Vec<(Id, Personal, Option<Millis>)>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT c.space, c.name, (SELECT max(at) FROM contact_moment m
                   WHERE m.space = c.space AND m.withdrawn = 0) AS at
                 FROM case_of_space c WHERE c.withdrawn = 0",
            )?;
            let names = statement.query_map([], |row| {
                Ok((
                    id(row, "space")?,
                    Personal::from(row.get::<_, String>("name")?),
                    optional_millis(row, "at")?,
                ))
            })?;
            Ok(names.collect::<Result<_, _>>()?)
        })
    }

    /// The document with the name of a case.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn case_document(&self, case: Id) -> Result<Option<Id>, Error> {
        Ok(self.case(case)?.map(|case| case.document))
    }

    /// What lies in the street, or in any other space.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn street(&self, space: &SpaceId) -> Result<SpaceRow, Error> {
        self.read(|connection| space_row(connection, space))
    }
}

fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<CaseRow>, Error> {
    each(
        connection,
        &format!("{SELECT} {condition}"),
        params,
        |row| from(connection, row),
    )
}

fn from(connection: &Connection, row: &Row<'_>) -> Result<CaseRow, Error> {
    let space = space(row, "space")?;
    let inside = space_row(connection, &space)?;
    Ok(CaseRow {
        id: Id(space.0),
        document: id(row, "id")?,
        name: Personal::from(row.get::<_, String>("name")?),
        opened_at: millis(row, "opened_at")?,
        by: member(row, "opened_by")?,
        withdrawn: row.get("withdrawn")?,
        version: version(row)?,
        differences: difference::of(connection, row.get("num")?)?,
        moments: inside.moments,
        last_at: inside.last_at,
        shared: inside.shared,
        difference_count: inside.differences,
    })
}

fn space_row(connection: &Connection, space: &SpaceId) -> Result<SpaceRow, Error> {
    let mut statement = connection.prepare_cached(IN_SPACE)?;
    let (moments, moment_at, note_at, shared, differences) =
        statement.query_row([&space.0], |row| {
            let at = |column| row.get::<_, Option<i64>>(column);
            Ok((
                row.get("moments")?,
                at("moment_at")?,
                at("note_at")?,
                shared(row)?,
                row.get("differences")?,
            ))
        })?;
    Ok(SpaceRow {
        moments: number_from(moments)?,
        last_at: moment_at.max(note_at).map(Millis),
        shared,
        differences: number_from(differences)?,
    })
}

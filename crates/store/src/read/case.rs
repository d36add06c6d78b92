//! Cases, and what any space holds in short.

use super::{DifferenceRow, Share, difference, share, version};
use crate::columns::{id, millis, number_from, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis, Personal, Version};
use nabij_protocol::id::SpaceId;
use rusqlite::{Connection, Params, Row, params};

/// A case as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The space, which is the case.
    pub space: SpaceId,
    /// The document with its name.
    pub document: Id,
    /// What colleagues call it.
    pub name: Personal,
    /// When it was opened.
    pub opened_at: Millis,
    /// Who opened it.
    pub by: Id,
    /// Taken back.
    pub withdrawn: bool,
    /// The version of the case document that this shows.
    pub version: Version,
    /// Fields of the case document itself that colleagues filled in differently.
    pub differences: Vec<DifferenceRow>,
    /// What lies in it.
    pub overview: SpaceOverview,
}

/// What lies in a space, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpaceOverview {
    /// How many contact moments, without those taken back.
    pub moments: u64,
    /// When the newest contact moment or note happened.
    pub last_at: Option<Millis>,
    /// Whether the hub has everything that was written here in this space.
    pub share: Share,
    /// How many fields of all its documents hold more than one value.
    pub differences: u64,
}

const OVERVIEW: &str = "SELECT
    (SELECT count(*) FROM contact_moment WHERE space = ?1 AND withdrawn = 0) AS moments,
    (SELECT max(at) FROM contact_moment WHERE space = ?1 AND withdrawn = 0) AS moment_at,
    (SELECT max(recorded_at) FROM case_note WHERE space = ?1 AND withdrawn = 0) AS note_at,
    EXISTS (SELECT 1 FROM unshared WHERE space = ?1) AS unshared,
    (SELECT count(DISTINCT x.document || x.field) FROM difference x JOIN document d ON d.num = x.document
      WHERE d.space = ?1) AS differences";

const SELECT: &str = "SELECT d.num, c.space, d.id, c.name, c.opened_at, c.opened_by, c.withdrawn, d.version
  FROM case_of_space c JOIN document d ON d.num = c.document";

impl Store {
    /// All cases, those in which something happened last first. Without those taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn list_cases(&self) -> Result<Vec<CaseRow>, Error> {
        let mut cases = self.read(|connection| rows(connection, "WHERE c.withdrawn = 0", params![]))?;
        cases.sort_by_key(|case| {
            let last = case.overview.last_at.unwrap_or(case.opened_at).max(case.opened_at);
            (std::cmp::Reverse(last), case.space)
        });
        Ok(cases)
    }

    /// One case, also when it was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn case(&self, space: &SpaceId) -> Result<Option<CaseRow>, Error> {
        self.read(|connection| Ok(rows(connection, "WHERE c.space = ?1", [&space.0])?.pop()))
    }

    /// What lies in a space, such as the street.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn overview(&self, space: &SpaceId) -> Result<SpaceOverview, Error> {
        self.read(|connection| overview(connection, space))
    }
}

fn rows(connection: &Connection, condition: &str, params: impl Params) -> Result<Vec<CaseRow>, Error> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} {condition}"))?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from(connection, row)?);
    }
    Ok(found)
}

fn from(connection: &Connection, row: &Row<'_>) -> Result<CaseRow, Error> {
    let space = space(row, "space")?;
    Ok(CaseRow {
        space,
        document: id(row, "id")?,
        name: Personal::from(row.get::<_, String>("name")?),
        opened_at: millis(row, "opened_at")?,
        by: id(row, "opened_by")?,
        withdrawn: row.get("withdrawn")?,
        version: version(row)?,
        differences: difference::of(connection, row.get("num")?)?,
        overview: overview(connection, &space)?,
    })
}

fn overview(connection: &Connection, space: &SpaceId) -> Result<SpaceOverview, Error> {
    let mut statement = connection.prepare_cached(OVERVIEW)?;
    let (moments, moment_at, note_at, share, differences) = statement.query_row([&space.0], |row| {
        let at = |column| row.get::<_, Option<i64>>(column);
        Ok((row.get("moments")?, at("moment_at")?, at("note_at")?, share(row)?, row.get("differences")?))
    })?;
    Ok(SpaceOverview {
        moments: number_from(moments)?,
        last_at: moment_at.max(note_at).map(Millis),
        share,
        differences: number_from(differences)?,
    })
}

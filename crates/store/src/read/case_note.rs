//! Case notes.

use super::{DifferenceRow, difference, each, member, shared, version};
use crate::columns::{id, millis};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis, Personal, Version};
use nabij_protocol::id::MemberId;
use rusqlite::{Connection, Params};

/// A note as lists and forms show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseNoteRow {
    /// Its document.
    pub id: Id,
    /// The case: the id of the space it lies in.
    pub case: Id,
    /// The words.
    pub text: Personal,
    /// When it was first written.
    pub at: Millis,
    /// Who wrote it first.
    pub by: MemberId,
    /// Whether it was changed since.
    pub edited: bool,
    /// Taken back.
    pub withdrawn: bool,
    /// The version that this shows.
    pub version: Version,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<DifferenceRow>,
}

const SELECT: &str = "SELECT d.num, d.id, d.version, d.changes > 1 AS edited, n.space, n.text,
    n.recorded_by, n.recorded_at, n.withdrawn,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM case_note n JOIN document d ON d.num = n.document";

impl Store {
    /// A note, also one that was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn case_note(&self, id: Id) -> Result<Option<CaseNoteRow>, Error> {
        self.read(|connection| Ok(rows(connection, "WHERE d.id = ?1", [&id.0])?.pop()))
    }
}

pub(super) fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<CaseNoteRow>, Error> {
    each(
        connection,
        &format!("{SELECT} {condition}"),
        params,
        |row| {
            Ok(CaseNoteRow {
                id: id(row, "id")?,
                case: id(row, "space")?,
                text: Personal::from(row.get::<_, String>("text")?),
                at: millis(row, "recorded_at")?,
                by: member(row, "recorded_by")?,
                edited: row.get("edited")?,
                withdrawn: row.get("withdrawn")?,
                version: version(row)?,
                shared: shared(row)?,
                differences: difference::of(connection, row.get("num")?)?,
            })
        },
    )
}

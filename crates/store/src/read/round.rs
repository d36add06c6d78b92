//! Rounds of a shift.

use super::{each, member, shared, version};
use crate::columns::{id, millis, optional_millis, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis, Version};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Connection, Params, Row};

/// A round as a shift's log shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRow {
    /// Its document.
    pub id: Id,
    /// The street's space.
    pub space: SpaceId,
    /// The shift it belongs to.
    pub shift: Id,
    /// When it began.
    pub at: Millis,
    /// When it ended; none while it runs.
    pub ended_at: Option<Millis>,
    /// Who began it.
    pub by: MemberId,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// Taken back.
    pub withdrawn: bool,
    /// The version that this shows.
    pub version: Version,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
}

const SELECT: &str =
    "SELECT d.id, d.version, r.space, r.shift, r.at, r.ended_at, r.recorded_by, r.recorded_at,
    r.withdrawn, EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM round r JOIN document d ON d.num = r.document";

impl Store {
    /// A round, also one that was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn round(&self, id: Id) -> Result<Option<RoundRow>, Error> {
        self.read(|connection| Ok(rows(connection, "WHERE d.id = ?1", [&id.0])?.pop()))
    }
}

pub(super) fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<RoundRow>, Error> {
    each(connection, &format!("{SELECT} {condition}"), params, from)
}

fn from(row: &Row<'_>) -> Result<RoundRow, Error> {
    Ok(RoundRow {
        id: id(row, "id")?,
        space: space(row, "space")?,
        shift: id(row, "shift")?,
        at: millis(row, "at")?,
        ended_at: optional_millis(row, "ended_at")?,
        by: member(row, "recorded_by")?,
        recorded_at: millis(row, "recorded_at")?,
        withdrawn: row.get("withdrawn")?,
        version: version(row)?,
        shared: shared(row)?,
    })
}

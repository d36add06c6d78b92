//! Check-ins that were missed.

use super::member;
use crate::columns::{id, ids, millis, optional_millis};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis};
use nabij_protocol::id::MemberId;
use rusqlite::Row;

/// A missed check-in, for those who are to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedCheckInRow {
    /// Its document.
    pub id: Id,
    /// Who did not check in.
    pub by: MemberId,
    /// When that colleague would have.
    pub due: Millis,
    /// Members who are to know.
    pub colleagues: Vec<Id>,
    /// When that colleague said that all is well.
    pub ended_at: Option<Millis>,
}

const SELECT: &str = "SELECT d.id, m.recorded_by, m.due, m.colleagues, m.ended_at
  FROM missed_check_in m JOIN document d ON d.num = m.document
  WHERE m.withdrawn = 0 AND (m.ended_at IS NULL OR m.ended_at >= ?1)
  ORDER BY m.due DESC, d.id";

impl Store {
    /// Every missed check-in that has not ended, or has ended since `since`; the newest first.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn missed_check_ins(&self, since: Millis) -> Result<Vec<MissedCheckInRow>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(SELECT)?;
            let mut rows = statement.query([since.0])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(from(row)?);
            }
            Ok(found)
        })
    }
}

fn from(row: &Row<'_>) -> Result<MissedCheckInRow, Error> {
    Ok(MissedCheckInRow {
        id: id(row, "id")?,
        by: member(row, "recorded_by")?,
        due: millis(row, "due")?,
        colleagues: ids(row, "colleagues")?,
        ended_at: optional_millis(row, "ended_at")?,
    })
}

//! Summaries.

use super::{member, shared, version};
use crate::columns::{id, millis};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis, Personal, Version};
use nabij_protocol::id::MemberId;
use rusqlite::{Connection, OptionalExtension};

/// A case's summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRow {
    /// Its document.
    pub id: Id,
    /// The case: the id of the space it lies in.
    pub case: Id,
    /// The words.
    pub text: Personal,
    /// The version that this shows.
    pub version: Version,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
    /// Who wrote in it last, by the times that were claimed; none while it is as empty as it was begun.
    pub changed_by: Option<MemberId>,
    /// When.
    pub changed_at: Option<Millis>,
}

impl Store {
    /// The document of the summary of a case.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn summary_document(&self, case: Id) -> Result<Option<Id>, Error> {
        Ok(self.summary(case)?.map(|summary| summary.id))
    }

    /// The summary of a case. Should there be more than one, the oldest counts.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn summary(&self, case: Id) -> Result<Option<SummaryRow>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT d.num, d.id, d.version, s.text, d.changes = 1 AND s.text = '' AS untouched,
                   EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
                 FROM summary s JOIN document d ON d.num = s.document
                 WHERE s.space = ?1 ORDER BY s.recorded_at, s.id LIMIT 1",
            )?;
            let mut rows = statement.query([&case.0])?;
            let Some(row) = rows.next()? else {
                return Ok(None);
            };
            let changed = match row.get("untouched")? {
                true => None,
                false => last_change(connection, row.get("num")?)?,
            };
            Ok(Some(SummaryRow {
                id: id(row, "id")?,
                case,
                text: Personal::from(row.get::<_, String>("text")?),
                version: version(row)?,
                shared: shared(row)?,
                changed_by: changed.map(|(by, _)| by),
                changed_at: changed.map(|(_, at)| at),
            }))
        })
    }
}

fn last_change(connection: &Connection, num: i64) -> Result<Option<(MemberId, Millis)>, Error> {
    let last = connection
        .prepare_cached(
            "SELECT a.member, da.at FROM document_actor da JOIN actor a ON a.actor = da.actor
             WHERE da.document = ?1 ORDER BY da.at DESC, da.actor LIMIT 1",
        )?
        .query_row([num], |row| {
            Ok((member(row, "member")?, millis(row, "at")?))
        })
        .optional()?;
    Ok(last)
}

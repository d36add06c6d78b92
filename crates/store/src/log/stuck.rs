//! Entries that are in the log but not, or not yet, in the read model.

use super::run::{CONTENT, content_from};
use crate::columns::{log_from, millis, number_from, scope_from};
use crate::error::Error;
use crate::log::{Opened, TakenIn};
use crate::meta;
use crate::store::Store;
use crate::take_in;
use nabij_domain::Millis;
use nabij_protocol::entry::{Content, Place, SealedChange};
use nabij_protocol::id::{DocumentId, LogId, Scope, TeamId};
use rusqlite::{Connection, Params, Row};
use std::collections::BTreeSet;

/// An entry that could not be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// Where it stands.
    pub place: Place,
    /// The document that it would change.
    pub document: DocumentId,
    /// Why: a code of the caller that opened it, or of the domain ("newer", "malformed", …).
    pub code: String,
    /// When it was put there.
    pub at: Millis,
}

impl Store {
    /// The changes that wait for a key or for their predecessors, in order of arrival. Once the keys are
    /// here, open them and call [`Store::reopen`].
    ///
    /// # Errors
    /// Faults of the file.
    pub fn stuck(&self) -> Result<Vec<(Place, SealedChange)>, Error> {
        self.read(|connection| stuck(connection, "true", []))
    }

    /// Those of these documents, document by document.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn stuck_in(
        &self,
        documents: &BTreeSet<DocumentId>,
    ) -> Result<Vec<(Place, SealedChange)>, Error> {
        self.read(|connection| {
            let mut found = Vec::new();
            let any: bool = connection
                .prepare_cached("SELECT EXISTS (SELECT 1 FROM waiting)")?
                .query_row([], |row| row.get(0))?;
            if any {
                for document in documents {
                    found.extend(stuck(connection, "w.document = ?1", [document.0])?);
                }
            }
            Ok(found)
        })
    }

    /// Where others' changes stand that have no key which opens them, from the first of each log on: scope, log,
    /// number.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn logs_without_key(&self) -> Result<Vec<(Scope, LogId, u64)>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT l.scope_kind, l.space, l.device, l.incarnation, min(e.number)
                 FROM waiting w CROSS JOIN entry e ON e.id = w.entry JOIN log l ON l.id = e.log
                 WHERE w.reason = 'no_key' AND l.own = 0 GROUP BY l.id",
            )?;
            let mut rows = statement.query([])?;
            let mut logs = Vec::new();
            while let Some(row) = rows.next()? {
                logs.push((
                    scope_from(row.get(0)?, row.get(1)?)?,
                    log_from(row.get(2)?, row.get(3)?),
                    number_from(row.get(4)?)?,
                ));
            }
            Ok(logs)
        })
    }

    /// Takes in what now can be opened of entries that are in the log already and waited or were in
    /// quarantine. Others are skipped.
    ///
    /// # Errors
    /// [`Error::Gap`] for an entry that is not in the log; faults of the file.
    pub fn reopen(&self, opened: Vec<(Place, Opened)>, now: Millis) -> Result<TakenIn, Error> {
        self.write(|tx| take_in::reopen(tx, opened, now))
    }

    /// The changes in quarantine, in order of arrival.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn quarantined(&self) -> Result<Vec<Quarantined>, Error> {
        self.read(|connection| {
            let Some(team) = meta::team(connection)? else { return Ok(Vec::new()) };
            let mut statement = connection.prepare_cached(
                "SELECT l.scope_kind, l.space, l.device, l.incarnation, e.number, e.document, q.code, q.at
                 FROM quarantine q JOIN entry e ON e.id = q.entry JOIN log l ON l.id = e.log ORDER BY e.id",
            )?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(Quarantined {
                    place: place_from(team, row)?,
                    document: DocumentId(row.get("document")?),
                    code: row.get("code")?,
                    at: millis(row, "at")?,
                });
            }
            Ok(found)
        })
    }
}

/// From what waits, which is little, to the entries, which are many: `CROSS JOIN` keeps SQLite to that order.
fn stuck(
    connection: &Connection,
    which: &str,
    parameters: impl Params,
) -> Result<Vec<(Place, SealedChange)>, Error> {
    let Some(team) = meta::team(connection)? else {
        return Ok(Vec::new());
    };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT l.scope_kind, l.space, l.device, l.incarnation, e.number, {CONTENT}
         FROM waiting w CROSS JOIN entry e ON e.id = w.entry JOIN log l ON l.id = e.log
           LEFT JOIN document_key k ON k.id = e.document_key
         WHERE {which} ORDER BY w.entry"
    ))?;
    let mut rows = statement.query(parameters)?;
    let mut stuck = Vec::new();
    while let Some(row) = rows.next()? {
        if let Content::Change(change) = content_from(row)? {
            stuck.push((place_from(team, row)?, change));
        }
    }
    Ok(stuck)
}

/// A place from the columns `scope_kind`, `space`, `device`, `incarnation` and `number`.
pub(crate) fn place_from(team: TeamId, row: &Row<'_>) -> Result<Place, Error> {
    Ok(Place {
        team,
        scope: scope_from(row.get("scope_kind")?, row.get("space")?)?,
        log: log_from(row.get("device")?, row.get("incarnation")?),
        number: number_from(row.get("number")?)?,
    })
}

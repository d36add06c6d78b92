//! Two entries under one number: what stood here of our own log is said again elsewhere, and what is held of
//! a colleague's is set aside beside the log; both stay readable.

use crate::columns::{incarnation_column, number_column, number_from, scope_columns};
use crate::error::Error;
use crate::log::{self, Incoming, TakenIn, content_from};
use crate::store::Store;
use crate::take_in::{self, ahead};
use nabij_domain::Millis;
use nabij_protocol::entry::{Content, Place};
use nabij_protocol::id::{LogId, Scope, TeamId};
use rusqlite::{OptionalExtension, Transaction, params};

impl Store {
    /// The entries of a log after a number, with their places, as they were written.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn entries_after(
        &self,
        team: TeamId,
        scope: &Scope,
        log: &LogId,
        after: u64,
    ) -> Result<Vec<(Place, Content)>, Error> {
        self.read(|connection| {
            let Some(log_row) = log::row(connection, scope, log)? else {
                return Ok(Vec::new());
            };
            let mut statement = connection.prepare_cached(&format!(
                "SELECT e.number, {} FROM entry e LEFT JOIN document_key k ON k.id = e.document_key
                 WHERE e.log = ?1 AND e.number > ?2 ORDER BY e.number",
                crate::log::CONTENT
            ))?;
            let mut rows = statement.query(params![log_row.id, number_column(after)?])?;
            let mut entries = Vec::new();
            while let Some(row) = rows.next()? {
                let place = Place {
                    team,
                    scope: *scope,
                    log: *log,
                    number: number_from(row.get("number")?)?,
                };
                entries.push((place, content_from(row)?));
            }
            Ok(entries)
        })
    }

    /// Cuts one of this laptop's own logs back to `after` and takes in `anew`, what stood beyond said again
    /// under another incarnation: all of it or nothing.
    ///
    /// # Errors
    /// As [`Store::take_in`].
    pub fn reissue(
        &self,
        (scope, log, after): (&Scope, &LogId, u64),
        anew: Vec<Incoming<'_>>,
        now: Millis,
    ) -> Result<TakenIn, Error> {
        self.write(|tx| {
            cut_back(tx, scope, log, after)?;
            take_in::take_in(tx, anew, now, &|| ())
        })
    }

    /// The hub has another history of a colleague's log of changes: what is held of it here is set aside,
    /// read from as before, and the log begins anew, so that the hub's history can come. Answers whether
    /// there was anything.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn begin_log_anew(&self, scope: &Scope, log: &LogId) -> Result<bool, Error> {
        if !matches!(scope, Scope::Changes(_)) || self.head(scope, log)?.0 == 0 {
            return Ok(false);
        }
        self.write(|tx| cut_back(tx, scope, log, 0))?;
        Ok(true)
    }
}

fn cut_back(tx: &Transaction<'_>, scope: &Scope, log: &LogId, after: u64) -> Result<(), Error> {
    let (Some(team), Some(kept)) = (crate::meta::team(tx)?, log::row(tx, scope, log)?) else {
        return Ok(());
    };
    let id = kept.id;
    let number = number_column(after)?;
    {
        let mut statement = tx.prepare_cached(&format!(
            "SELECT e.number, e.hash, {} FROM entry e
             LEFT JOIN document_key k ON k.id = e.document_key
             WHERE e.log = ?1 AND e.number > ?2 ORDER BY e.number",
            crate::log::CONTENT
        ))?;
        let mut rows = statement.query(params![id, number])?;
        while let Some(row) = rows.next()? {
            let place = Place {
                team,
                scope: *scope,
                log: *log,
                number: number_from(row.get("number")?)?,
            };
            if let Content::Change(change) = content_from(row)? {
                ahead::set_aside(tx, &place, &row.get("hash")?, &change)?;
            }
        }
    }
    for table in ["unshared", "waiting", "quarantine"] {
        tx.execute(
            &format!(
                "DELETE FROM {table} WHERE entry IN
                 (SELECT id FROM entry WHERE log = ?1 AND number > ?2)"
            ),
            params![id, number],
        )?;
    }
    tx.execute(
        "DELETE FROM entry WHERE log = ?1 AND number > ?2",
        params![id, number],
    )?;
    tx.execute(
        "DELETE FROM receipt WHERE log = ?1 AND number > ?2",
        params![id, number],
    )?;
    let head: Option<[u8; 32]> = tx
        .query_row(
            "SELECT hash FROM entry WHERE log = ?1 AND number = ?2",
            params![id, number],
            |row| row.get(0),
        )
        .optional()?;
    tx.execute(
        "UPDATE log SET number = ?2, hash = ?3 WHERE id = ?1",
        params![id, number, head.unwrap_or([0; 32])],
    )?;
    let (kind, space) = scope_columns(scope);
    tx.execute(
        "DELETE FROM finding WHERE kind = 'other_history' AND scope_kind = ?1 AND space = ?2
           AND device = ?3 AND incarnation = ?4",
        params![
            kind,
            space,
            log.device.0,
            incarnation_column(log.incarnation)
        ],
    )?;
    Ok(())
}

//! One transaction: a page is kept whole or not at all.

use super::columns::{of_number, of_scope, to_number};
use super::logs::hash_at;
use crate::HubError;
use crate::error::Denied;
use nabij_protocol::entry::{CheckedEntry, Content, Payload, SealedChange};
use nabij_protocol::id::{Hash, LogId, Millis, Scope, Signature, TeamId};
use nabij_protocol::message::Refusal;
use rusqlite::{OptionalExtension, Transaction, params};

/// A transaction under way. Dropped, it leaves nothing behind.
pub(crate) struct Writing<'s> {
    tx: Transaction<'s>,
}

/// A checked run to keep.
pub(crate) struct Append<'r> {
    /// The team.
    pub(crate) team: TeamId,
    /// The scope of the log.
    pub(crate) scope: Scope,
    /// The log.
    pub(crate) log: LogId,
    /// The entries, checked: each hash follows from the one before and what is kept already.
    pub(crate) entries: &'r [CheckedEntry],
    /// On the last entry.
    pub(crate) signature: Signature,
    /// Whether the log's own device sent it: then its keys of documents replace what others sent as such.
    pub(crate) own: bool,
    /// The hub's clock.
    pub(crate) now: Millis,
}

impl<'s> Writing<'s> {
    pub(super) fn new(tx: Transaction<'s>) -> Self {
        Writing { tx }
    }

    pub(super) fn tx(&self) -> &Transaction<'s> {
        &self.tx
    }

    /// Keeps everything, on the disk.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn commit(self) -> Result<(), HubError> {
        Ok(self.tx.commit()?)
    }

    /// The number of the last entry kept of a log; zero for none.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn last(&self, team: &TeamId, scope: &Scope, log: &LogId) -> Result<u64, HubError> {
        Ok(self.log(team, scope, log)?.map_or(0, |(_, last)| last))
    }

    /// The hash of one entry; [`Hash::ZERO`] for number zero, none where nothing is kept.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn hash_at(
        &self,
        team: &TeamId,
        scope: &Scope,
        log: &LogId,
        number: u64,
    ) -> Result<Option<Hash>, HubError> {
        hash_at(&self.tx, team, scope, log, number)
    }

    /// Keeps what is new of a run. What was kept already stays as it is, except that a signature or a
    /// document's key that was missing is added.
    ///
    /// # Errors
    /// [`Refusal::Fork`] when an entry differs from the one kept under its number; a fault of the database.
    pub(crate) fn append(&self, run: &Append<'_>) -> Result<(), Denied> {
        let (id, last) = match self.log(&run.team, &run.scope, &run.log)? {
            Some(kept) => kept,
            None => (self.add_log(run)?, 0),
        };
        let mut newest = last;
        for (place, hash, content) in run.entries {
            let key_epoch = match content {
                Content::Change(change) => self.add_key(run, change)?,
                Content::Record(_) => None,
            };
            if place.number > last {
                self.insert(id, place.number, hash, content, key_epoch, run.now)?;
                newest = place.number;
            } else if self.hash_in(id, place.number)? != Some(*hash) {
                return Err(Refusal::Fork.into());
            } else if key_epoch.is_some() {
                self.tx
                    .prepare_cached(
                        "UPDATE entry SET key_epoch = ?3
                         WHERE log = ?1 AND number = ?2 AND key_epoch IS NULL",
                    )?
                    .execute(params![id, of_number(place.number)?, key_epoch])?;
            }
        }
        if let Some((place, _, _)) = run.entries.last() {
            self.tx
                .prepare_cached(
                    "UPDATE entry SET signature = ?3
                     WHERE log = ?1 AND number = ?2 AND signature IS NULL",
                )?
                .execute(params![id, of_number(place.number)?, run.signature.0])?;
        }
        self.tx
            .prepare_cached("UPDATE log SET last = ?2 WHERE id = ?1")?
            .execute(params![id, of_number(newest)?])?;
        Ok(())
    }

    fn log(
        &self,
        team: &TeamId,
        scope: &Scope,
        log: &LogId,
    ) -> Result<Option<(i64, u64)>, HubError> {
        let (kind, space) = of_scope(scope);
        let kept: Option<(i64, i64)> = self
            .tx
            .prepare_cached(
                "SELECT id, last FROM log WHERE team = ?1 AND scope = ?2 AND space = ?3
                 AND device = ?4 AND incarnation = ?5",
            )?
            .query_row(
                params![
                    team.0,
                    kind,
                    space,
                    log.device.0,
                    log.incarnation.0.cast_signed()
                ],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        kept.map(|(id, last)| Ok((id, to_number(last)?)))
            .transpose()
    }

    fn add_log(&self, run: &Append<'_>) -> Result<i64, HubError> {
        let (kind, space) = of_scope(&run.scope);
        let incarnation = run.log.incarnation.0.cast_signed();
        self.tx
            .prepare_cached(
                "INSERT INTO log (team, scope, space, device, incarnation, last)
                 VALUES (?1, ?2, ?3, ?4, ?5, 0)",
            )?
            .execute(params![
                run.team.0,
                kind,
                space,
                run.log.device.0,
                incarnation
            ])?;
        Ok(self.tx.last_insert_rowid())
    }

    fn hash_in(&self, id: i64, number: u64) -> Result<Option<Hash>, HubError> {
        Ok(self
            .tx
            .prepare_cached("SELECT hash FROM entry WHERE log = ?1 AND number = ?2")?
            .query_row(params![id, of_number(number)?], |row| row.get(0).map(Hash))
            .optional()?)
    }

    fn insert(
        &self,
        id: i64,
        number: u64,
        hash: &Hash,
        content: &Content,
        key_epoch: Option<[u8; 16]>,
        now: Millis,
    ) -> Result<(), HubError> {
        let (document, nonce, payload, erased) = match content {
            Content::Record(bytes) => (None, None, bytes.as_slice(), false),
            Content::Change(change) => {
                let (payload, erased) = match &change.payload {
                    Payload::Here(bytes) => (bytes.as_slice(), false),
                    Payload::Erased(hash) => (hash.0.as_slice(), true),
                };
                (Some(change.document.0), Some(change.nonce), payload, erased)
            }
        };
        self.tx
            .prepare_cached(
                "INSERT INTO entry
                 (log, number, hash, document, nonce, payload, erased, key_epoch, received_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                id,
                of_number(number)?,
                hash.0,
                document,
                nonce,
                payload,
                erased,
                key_epoch,
                now.0
            ])?;
        Ok(())
    }

    /// Keeps the document's key that travels with a change, if one does; answers its epoch.
    fn add_key(
        &self,
        run: &Append<'_>,
        change: &SealedChange,
    ) -> Result<Option<[u8; 16]>, HubError> {
        let (Some(key), Some(space)) = (&change.key, run.scope.space()) else {
            return Ok(None);
        };
        self.tx
            .prepare_cached(
                "INSERT INTO document_key (team, space, document, device, epoch, nonce, sealed)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT DO UPDATE SET nonce = excluded.nonce, sealed = excluded.sealed
                 WHERE ?8",
            )?
            .execute(params![
                run.team.0,
                space.0,
                change.document.0,
                run.log.device.0,
                key.epoch.0,
                key.nonce,
                key.sealed,
                run.own
            ])?;
        Ok(Some(key.epoch.0))
    }
}

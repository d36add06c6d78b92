//! Reading logs: how far they are, the records, and runs cut out of them.

use super::Store;
use super::columns::{of_number, of_scope, to_number, to_scope};
use crate::HubError;
use nabij_protocol::entry::{Content, Payload, Place, Run, SealedChange, SealedKey};
use nabij_protocol::id::{
    DeviceId, DocumentId, EpochId, Hash, Incarnation, LogId, Scope, Signature, TeamId,
};
use nabij_protocol::session::Wanted;
use nabij_protocol::vector::Vectors;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::{BTreeMap, BTreeSet};

/// What an entry costs in a page beside its payload, roughly.
const OVERHEAD: usize = 120;

impl Store {
    /// How far each log of the team is.
    ///
    /// # Errors
    /// [`HubError::Database`], [`HubError::Damaged`].
    pub(crate) fn vectors(&self, team: &TeamId) -> Result<Vectors, HubError> {
        let mut vectors = Vectors::default();
        let mut statement = self.db.prepare_cached(
            "SELECT scope, space, device, incarnation, last FROM log WHERE team = ?1 AND last > 0",
        )?;
        let mut rows = statement.query(params![team.0])?;
        while let Some(row) = rows.next()? {
            let (scope, log) = scope_and_log(row)?;
            vectors.raise(scope, log, to_number(row.get(4)?)?);
        }
        Ok(vectors)
    }

    /// All records of the team, with their places, in the order of the logs.
    ///
    /// # Errors
    /// [`HubError::Database`], [`HubError::Damaged`].
    pub(crate) fn records(&self, team: &TeamId) -> Result<Vec<(Place, Vec<u8>)>, HubError> {
        let mut statement = self.db.prepare_cached(
            "SELECT l.scope, l.space, l.device, l.incarnation, e.number, e.payload
             FROM log l JOIN entry e ON e.log = l.id
             WHERE l.team = ?1 AND l.scope IN (0, 1) ORDER BY l.scope, l.id, e.number",
        )?;
        let mut rows = statement.query(params![team.0])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            let (scope, log) = scope_and_log(row)?;
            let number = to_number(row.get(4)?)?;
            records.push((
                Place {
                    team: *team,
                    scope,
                    log,
                    number,
                },
                row.get(5)?,
            ));
        }
        Ok(records)
    }

    /// The hash of one entry; [`Hash::ZERO`] for number zero, none where it is not kept.
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
        hash_at(&self.db, team, scope, log, number)
    }

    /// The newest `count` changes by arrival that lie in these scopes: for each log the first of them.
    ///
    /// # Errors
    /// [`HubError::Database`], [`HubError::Damaged`].
    pub(crate) fn newest(
        &self,
        team: &TeamId,
        scopes: &BTreeSet<Scope>,
        count: usize,
    ) -> Result<BTreeMap<(Scope, LogId), u64>, HubError> {
        // CROSS JOIN keeps SQLite to the order written: entries backwards, as many as are needed, unsorted.
        let mut statement = self.db.prepare_cached(
            "SELECT l.scope, l.space, l.device, l.incarnation, e.number
             FROM entry e CROSS JOIN log l ON l.id = e.log
             WHERE l.team = ?1 AND l.scope = 2 ORDER BY e.rowid DESC",
        )?;
        let mut rows = statement.query(params![team.0])?;
        let mut firsts = BTreeMap::new();
        let mut left = count;
        while let Some(row) = rows.next()?
            && left > 0
        {
            let (scope, log) = scope_and_log(row)?;
            if scopes.contains(&scope) {
                firsts.insert((scope, log), to_number(row.get(4)?)?);
                left = left.saturating_sub(1);
            }
        }
        Ok(firsts)
    }

    /// Cuts a run out of a log: from the entry after `wanted.after` to the last signed entry that fits
    /// into about `wanted.bytes`, or to the first signed one if none fits. None when nothing is there.
    ///
    /// # Errors
    /// [`HubError::Database`], [`HubError::Damaged`].
    pub(crate) fn run(&self, team: &TeamId, wanted: &Wanted) -> Result<Option<Run>, HubError> {
        let (kind, space) = of_scope(&wanted.scope);
        let mut statement = self.db.prepare_cached(
            "SELECT e.number, e.document, e.nonce, e.payload, e.erased, e.signature,
                    k.epoch, k.nonce, k.sealed
             FROM log l JOIN entry e ON e.log = l.id
             LEFT JOIN document_key k ON k.team = l.team AND k.space = l.space
                  AND k.document = e.document AND k.device = l.device AND k.epoch = e.key_epoch
             WHERE l.team = ?1 AND l.scope = ?2 AND l.space = ?3 AND l.device = ?4
               AND l.incarnation = ?5 AND e.number > ?6
             ORDER BY e.number",
        )?;
        let mut rows = statement.query(params![
            team.0,
            kind,
            space,
            wanted.log.device.0,
            wanted.log.incarnation.0.cast_signed(),
            of_number(wanted.after)?
        ])?;
        let mut contents = Vec::new();
        let mut cut: Option<(usize, Signature)> = None;
        let (mut bytes, mut expected) = (0_usize, wanted.after);
        while let Some(row) = rows.next()? {
            let number = to_number(row.get(0)?)?;
            expected = expected.saturating_add(1);
            if number != expected {
                return Err(HubError::Damaged("log with a hole"));
            }
            let content = content(row)?;
            bytes = bytes.saturating_add(size(&content));
            if cut.is_some() && (bytes > wanted.bytes || number > wanted.up_to) {
                break;
            }
            contents.push(content);
            if let Some(signature) = row.get::<_, Option<[u8; 64]>>(5)? {
                cut = Some((contents.len(), Signature(signature)));
            }
        }
        Ok(cut.map(|(length, signature)| {
            contents.truncate(length);
            Run {
                scope: wanted.scope,
                log: wanted.log,
                after: wanted.after,
                contents,
                signature,
            }
        }))
    }
}

/// See [`Store::hash_at`]; the same inside a transaction.
pub(super) fn hash_at(
    db: &Connection,
    team: &TeamId,
    scope: &Scope,
    log: &LogId,
    number: u64,
) -> Result<Option<Hash>, HubError> {
    if number == 0 {
        return Ok(Some(Hash::ZERO));
    }
    let (kind, space) = of_scope(scope);
    Ok(db
        .prepare_cached(
            "SELECT e.hash FROM log l JOIN entry e ON e.log = l.id
             WHERE l.team = ?1 AND l.scope = ?2 AND l.space = ?3 AND l.device = ?4
               AND l.incarnation = ?5 AND e.number = ?6",
        )?
        .query_row(
            params![
                team.0,
                kind,
                space,
                log.device.0,
                log.incarnation.0.cast_signed(),
                of_number(number)?
            ],
            |row| row.get(0).map(Hash),
        )
        .optional()?)
}

/// The first four columns of a row: scope, space, device, incarnation.
fn scope_and_log(row: &Row<'_>) -> Result<(Scope, LogId), HubError> {
    let space: Vec<u8> = row.get(1)?;
    let scope = to_scope(row.get(0)?, &space)?;
    let incarnation: i64 = row.get(3)?;
    let log = LogId {
        device: DeviceId(row.get(2)?),
        incarnation: Incarnation(incarnation.cast_unsigned()),
    };
    Ok((scope, log))
}

/// The content in a row of [`Store::run`].
fn content(row: &Row<'_>) -> Result<Content, HubError> {
    let payload: Vec<u8> = row.get(3)?;
    let Some(document) = row.get::<_, Option<[u8; 16]>>(1)? else {
        return Ok(Content::Record(payload));
    };
    let nonce = row
        .get::<_, Option<[u8; 24]>>(2)?
        .ok_or(HubError::Damaged("sealed change"))?;
    let payload = if row.get(4)? {
        Payload::Erased(Hash(
            payload
                .try_into()
                .map_err(|_| HubError::Damaged("erased change"))?,
        ))
    } else {
        Payload::Here(payload)
    };
    let key = match row.get::<_, Option<[u8; 16]>>(6)? {
        Some(epoch) => Some(SealedKey {
            epoch: EpochId(epoch),
            nonce: row.get(7)?,
            sealed: row.get(8)?,
        }),
        None => None,
    };
    Ok(Content::Change(SealedChange {
        document: DocumentId(document),
        nonce,
        payload,
        key,
    }))
}

fn size(content: &Content) -> usize {
    let payload = match content {
        Content::Record(bytes) => bytes.len(),
        Content::Change(change) => match &change.payload {
            Payload::Here(bytes) => bytes.len(),
            Payload::Erased(_) => 0,
        },
    };
    payload.saturating_add(OVERHEAD)
}

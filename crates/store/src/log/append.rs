//! Writing one entry behind the head of its log.

use super::{Incoming, Opened};
use crate::columns::{incarnation_column, number_column, number_from, scope_columns};
use crate::error::Error;
use crate::{meta, receipts};
use nabij_domain::Millis;
use nabij_protocol::entry::{Content, Payload, Place, SealedChange, SealedKey, entry_hash};
use nabij_protocol::id::{DocumentId, Hash};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// A change that is in the log already.
pub(crate) struct Stored {
    /// Its row.
    pub entry: i64,
    /// The document that it changes.
    pub document: DocumentId,
    /// It waits, or is in quarantine.
    pub open: bool,
}

/// Finds a change by its place.
pub(crate) fn stored(tx: &Transaction<'_>, place: &Place) -> Result<Option<Stored>, Error> {
    let (kind, space) = scope_columns(&place.scope);
    let found = tx
        .prepare_cached(
            "SELECT e.id, e.document,
               e.id IN (SELECT entry FROM waiting) OR e.id IN (SELECT entry FROM quarantine)
             FROM log l JOIN entry e ON e.log = l.id
             WHERE l.scope_kind = ?1 AND l.space = ?2 AND l.device = ?3 AND l.incarnation = ?4
               AND e.number = ?5 AND e.document IS NOT NULL",
        )?
        .query_row(
            params![
                kind,
                space,
                place.log.device.0,
                incarnation_column(place.log.incarnation),
                number_column(place.number)?
            ],
            |row| {
                Ok(Stored {
                    entry: row.get(0)?,
                    document: DocumentId(row.get(1)?),
                    open: row.get(2)?,
                })
            },
        )
        .optional()?;
    Ok(found)
}

/// Where an entry now stands, and whether what was opened of it is of use.
pub(crate) struct Appended {
    /// Its row.
    pub entry: i64,
    /// It was not here before.
    pub new: bool,
    /// It is new, or waits, or is in quarantine: what was opened of it is worth a try.
    pub open: bool,
}

struct Log {
    id: i64,
    own: bool,
    number: u64,
    hash: Hash,
}

/// Adds the entry to its log, or finds it there.
pub(crate) fn append(
    tx: &Transaction<'_>,
    incoming: &Incoming<'_>,
    now: Millis,
) -> Result<Appended, Error> {
    let place = &incoming.place;
    match meta::team(tx)? {
        Some(team) if team != place.team => return Err(Error::OtherTeam),
        Some(_) => {}
        None => meta::set_team(tx, &place.team)?,
    }
    let log = log_of(tx, place)?;
    if place.number > 0 && place.number <= log.number {
        return known(tx, &log, incoming);
    }
    let expected = log.number.saturating_add(1);
    if place.number != expected {
        return Err(Error::Gap { expected });
    }
    if entry_hash(place, &log.hash, incoming.content) != incoming.hash {
        return Err(Error::Chain(place.number));
    }
    let entry = insert(tx, &log, incoming, now)?;
    tx.prepare_cached("UPDATE log SET number = ?2, hash = ?3 WHERE id = ?1")?
        .execute(params![
            log.id,
            number_column(place.number)?,
            incoming.hash.0
        ])?;
    if log.own && place.number > receipts::covered(tx, log.id)? {
        receipts::note_unshared(tx, entry)?;
    }
    Ok(Appended {
        entry,
        new: true,
        open: true,
    })
}

fn log_of(tx: &Transaction<'_>, place: &Place) -> Result<Log, Error> {
    let (kind, space) = scope_columns(&place.scope);
    let (device, incarnation) = (place.log.device, incarnation_column(place.log.incarnation));
    let found = tx
        .prepare_cached(
            "SELECT id, own, number, hash FROM log
             WHERE scope_kind = ?1 AND space = ?2 AND device = ?3 AND incarnation = ?4",
        )?
        .query_row(params![kind, space, device.0, incarnation], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, i64>(2)?, row.get(3)?))
        })
        .optional()?;
    if let Some((id, own, number, hash)) = found {
        return Ok(Log {
            id,
            own,
            number: number_from(number)?,
            hash: Hash(hash),
        });
    }
    let own = meta::device(tx)? == Some(device);
    tx.prepare_cached(
        "INSERT INTO log (scope_kind, space, device, incarnation, own, number, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6)",
    )?
    .execute(params![
        kind,
        space,
        device.0,
        incarnation,
        own,
        Hash::ZERO.0
    ])?;
    Ok(Log {
        id: tx.last_insert_rowid(),
        own,
        number: 0,
        hash: Hash::ZERO,
    })
}

fn insert(
    tx: &Transaction<'_>,
    log: &Log,
    incoming: &Incoming<'_>,
    now: Millis,
) -> Result<i64, Error> {
    let place = &incoming.place;
    let signature = incoming.signature.map(|signature| signature.0);
    let number = number_column(place.number)?;
    let mut statement = tx.prepare_cached(
        "INSERT INTO entry (log, number, hash, record, document, nonce, payload, payload_hash, document_key,
           signature, arrived_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    match incoming.content {
        Content::Record(record) => statement.execute(params![
            log.id,
            number,
            incoming.hash.0,
            record,
            None::<&[u8]>,
            None::<&[u8]>,
            None::<&[u8]>,
            None::<&[u8]>,
            None::<i64>,
            signature,
            now.0
        ])?,
        Content::Change(change) => {
            let (payload, hash) = match &change.payload {
                Payload::Here(bytes) => (Some(bytes), None),
                Payload::Erased(hash) => (None, Some(hash.0)),
            };
            statement.execute(params![
                log.id,
                number,
                incoming.hash.0,
                None::<&[u8]>,
                change.document.0,
                change.nonce,
                payload,
                hash,
                key_row(tx, place, change)?,
                signature,
                now.0
            ])?
        }
    };
    Ok(tx.last_insert_rowid())
}

/// The row of the key that travels with the change.
pub(crate) fn key_row(
    tx: &Connection,
    place: &Place,
    change: &SealedChange,
) -> Result<Option<i64>, Error> {
    let (
        Some(SealedKey {
            epoch,
            nonce,
            sealed,
        }),
        Some(space),
    ) = (&change.key, place.scope.space())
    else {
        return Ok(None);
    };
    let values = params![space.0, change.document.0, epoch.0, nonce, sealed];
    tx.prepare_cached(
        "INSERT INTO document_key (space, document, epoch, nonce, sealed) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO NOTHING",
    )?
    .execute(values)?;
    let id = tx
        .prepare_cached(
            "SELECT id FROM document_key
             WHERE space = ?1 AND document = ?2 AND epoch = ?3 AND nonce = ?4 AND sealed = ?5",
        )?
        .query_row(values, |row| row.get(0))?;
    Ok(Some(id))
}

/// An entry whose number the log has: the same one, or a fork.
fn known(tx: &Transaction<'_>, log: &Log, incoming: &Incoming<'_>) -> Result<Appended, Error> {
    let number = incoming.place.number;
    let (entry, hash, signed, keyed, open): (i64, [u8; 32], bool, bool, bool) = tx
        .prepare_cached(
            "SELECT id, hash, signature IS NOT NULL, document_key IS NOT NULL,
               id IN (SELECT entry FROM waiting) OR id IN (SELECT entry FROM quarantine)
             FROM entry WHERE log = ?1 AND number = ?2",
        )?
        .query_row(params![log.id, number_column(number)?], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        })?;
    if hash != incoming.hash.0 {
        return Err(Error::Fork(number));
    }
    if let (false, Some(signature)) = (signed, incoming.signature) {
        tx.execute(
            "UPDATE entry SET signature = ?2 WHERE id = ?1",
            params![entry, signature.0],
        )?;
    }
    // The key row is not in the chain, so it can come later, or again where another one opens nothing; but not with
    // an entry that was erased. One that opens nothing itself replaces none.
    let opens = matches!(incoming.opened, Opened::Change { .. });
    if let (
        true,
        Content::Change(
            change @ SealedChange {
                payload: Payload::Here(_),
                ..
            },
        ),
    ) = (!keyed || (open && opens), incoming.content)
        && let Some(key) = key_row(tx, &incoming.place, change)?
    {
        tx.execute(
            "UPDATE entry SET document_key = ?2 WHERE id = ?1",
            params![entry, key],
        )?;
    }
    Ok(Appended {
        entry,
        new: false,
        open,
    })
}

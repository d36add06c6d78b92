//! Reading logs: how far they are, the records, and their entries.

use super::columns::{
    Columns, Value, fixed, maybe_fixed, of_number, of_scope, scope_and_log, to_number,
};
use super::{Database, all, one};
use crate::HubError;
use crate::store::Entry;
use nabij_protocol::entry::{Content, Payload, Place, SealedChange, SealedKey};
use nabij_protocol::id::{DocumentId, EpochId, Hash, LogId, Scope, Signature, TeamId};
use nabij_protocol::vector::Vectors;
use std::collections::{BTreeMap, BTreeSet};

/// How far each log of the team is.
pub(super) fn vectors<D: Database>(db: &mut D, team: &TeamId) -> Result<Vectors, HubError> {
    let mut vectors = Vectors::default();
    db.each(
        "SELECT scope, space, device, incarnation, last FROM log WHERE team = ?1 AND last > 0",
        &[Value::Bytes(&team.0)],
        &mut |row| {
            let (scope, log) = scope_and_log(row)?;
            vectors.raise(scope, log, to_number(row.int(4)?)?);
            Ok(())
        },
    )?;
    Ok(vectors)
}

/// How many records the team has; zero for one that is not served.
pub(super) fn records_kept<D: Database>(db: &mut D, team: &TeamId) -> Result<u64, HubError> {
    let sql = "SELECT records FROM team WHERE team = ?1";
    let kept = one(db, sql, &[Value::Bytes(&team.0)], |row| row.int(0))?;
    to_number(kept.unwrap_or(0))
}

/// All records of the team, with their places, in the order of the logs.
pub(super) fn records<D: Database>(
    db: &mut D,
    team: &TeamId,
) -> Result<Vec<(Place, Vec<u8>)>, HubError> {
    all(
        db,
        "SELECT l.scope, l.space, l.device, l.incarnation, e.number, e.payload
         FROM log l JOIN entry e ON e.log = l.id
         WHERE l.team = ?1 AND l.scope IN (0, 1) ORDER BY l.scope, l.id, e.number",
        &[Value::Bytes(&team.0)],
        |row| {
            let (scope, log) = scope_and_log(row)?;
            let place = Place {
                team: *team,
                scope,
                log,
                number: to_number(row.int(4)?)?,
            };
            Ok((place, row.bytes(5)?))
        },
    )
}

/// The hash of one entry; [`Hash::ZERO`] for number zero, none where it is not kept.
pub(super) fn hash_at<D: Database>(
    db: &mut D,
    team: &TeamId,
    scope: &Scope,
    log: &LogId,
    number: u64,
) -> Result<Option<Hash>, HubError> {
    if number == 0 {
        return Ok(Some(Hash::ZERO));
    }
    let (kind, space) = of_scope(scope);
    one(
        db,
        "SELECT e.hash FROM log l JOIN entry e ON e.log = l.id
         WHERE l.team = ?1 AND l.scope = ?2 AND l.space = ?3 AND l.device = ?4
           AND l.incarnation = ?5 AND e.number = ?6",
        &[
            Value::Bytes(&team.0),
            Value::Int(kind),
            Value::Bytes(space),
            Value::Bytes(&log.device.0),
            Value::Int(log.incarnation.0.cast_signed()),
            Value::Int(of_number(number)?),
        ],
        |row| fixed(row, 0).map(Hash),
    )
}

/// The newest `most` changes by arrival that lie in these scopes: for each log the first of them.
pub(super) fn newest<D: Database>(
    db: &mut D,
    team: &TeamId,
    scopes: &BTreeSet<Scope>,
    most: usize,
) -> Result<BTreeMap<(Scope, LogId), u64>, HubError> {
    let mut logs = all(
        db,
        "SELECT l.scope, l.space, l.device, l.incarnation, l.id, e.arrival
         FROM log l JOIN entry e ON e.log = l.id AND e.number = l.last
         WHERE l.team = ?1 AND l.scope = 2",
        &[Value::Bytes(&team.0)],
        |row| Ok((row.int(5)?, row.int(4)?, scope_and_log(row)?)),
    )?;
    logs.retain(|(_, _, (scope, _))| scopes.contains(scope));
    logs.sort_unstable_by_key(|(arrival, _, _)| std::cmp::Reverse(*arrival));
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    // By arrival: which log, and the number there. Never more than `most`.
    let mut found: BTreeMap<i64, ((Scope, LogId), u64)> = BTreeMap::new();
    for (arrival, id, key) in logs {
        // The rest of the logs ended before everything found.
        if found.len() >= most && found.keys().next().is_some_and(|oldest| *oldest > arrival) {
            break;
        }
        db.each(
            "SELECT arrival, number FROM entry WHERE log = ?1 ORDER BY number DESC LIMIT ?2",
            &[Value::Int(id), Value::Int(limit)],
            &mut |row| {
                found.insert(row.int(0)?, (key, to_number(row.int(1)?)?));
                Ok(())
            },
        )?;
        while found.len() > most {
            found.pop_first();
        }
    }
    let mut firsts = BTreeMap::new();
    for (key, number) in found.into_values() {
        let first = firsts.entry(key).or_insert(number);
        *first = number.min(*first);
    }
    Ok(firsts)
}

/// Up to `most` entries of a log from the one after `after` on, with what travels beside them.
pub(super) fn entries<D: Database>(
    db: &mut D,
    team: &TeamId,
    scope: &Scope,
    log: &LogId,
    after: u64,
    most: usize,
) -> Result<Vec<Entry>, HubError> {
    let (kind, space) = of_scope(scope);
    all(
        db,
        "SELECT e.number, e.hash, e.document, e.nonce, e.payload, e.erased, e.signature,
                k.epoch, k.nonce, k.sealed
         FROM log l JOIN entry e ON e.log = l.id
         LEFT JOIN document_key k ON k.team = l.team AND k.space = l.space
              AND k.document = e.document AND k.device = l.device AND k.epoch = e.key_epoch
         WHERE l.team = ?1 AND l.scope = ?2 AND l.space = ?3 AND l.device = ?4
           AND l.incarnation = ?5 AND e.number > ?6
         ORDER BY e.number LIMIT ?7",
        &[
            Value::Bytes(&team.0),
            Value::Int(kind),
            Value::Bytes(space),
            Value::Bytes(&log.device.0),
            Value::Int(log.incarnation.0.cast_signed()),
            Value::Int(of_number(after)?),
            Value::Int(i64::try_from(most).unwrap_or(i64::MAX)),
        ],
        |row| {
            Ok(Entry {
                number: to_number(row.int(0)?)?,
                hash: Hash(fixed(row, 1)?),
                content: content(row)?,
                signature: maybe_fixed(row, 6)?.map(Signature),
            })
        },
    )
}

/// The content in a row of [`entries`].
fn content(row: &dyn Columns) -> Result<Content, HubError> {
    let payload = row.bytes(4)?;
    let Some(document) = maybe_fixed(row, 2)? else {
        return Ok(Content::Record(payload));
    };
    let payload = if row.int(5)? == 0 {
        Payload::Here(payload)
    } else {
        Payload::Erased(Hash(
            payload
                .try_into()
                .map_err(|_| HubError::Damaged("erased change"))?,
        ))
    };
    let key = match maybe_fixed(row, 7)? {
        Some(epoch) => Some(SealedKey {
            epoch: EpochId(epoch),
            nonce: fixed(row, 8)?,
            sealed: row.bytes(9)?,
        }),
        None => None,
    };
    Ok(Content::Change(SealedChange {
        document: DocumentId(document),
        nonce: fixed(row, 3)?,
        payload,
        key,
    }))
}

//! Entries that are shown and are not in their logs: before their turn, or the other side of a fork.

use super::{Batch, Candidate, Unmerged, groups, kept, merge, show};
use crate::columns::{incarnation_column, number_column};
use crate::error::{Error, damaged};
use crate::log::{Incoming, Opened, TakenIn, key_row, row};
use crate::rebuild::Open;
use crate::search;
use nabij_protocol::entry::{Content, Place, SealedChange, decode, encode};
use nabij_protocol::id::{DeviceId, Incarnation, LogId, Scope, SpaceId, TeamId};
use rusqlite::{Transaction, params};

/// See [`crate::Store::look_ahead`].
pub(crate) fn look(tx: &Transaction<'_>, entries: Vec<Incoming<'_>>) -> Result<TakenIn, Error> {
    let mut batch = Batch::new();
    for incoming in entries {
        let (Scope::Changes(space), Content::Change(change)) =
            (incoming.place.scope, incoming.content)
        else {
            continue;
        };
        let Opened::Change {
            claimed,
            change: opened,
            author,
        } = &incoming.opened
        else {
            continue;
        };
        if let Some(row) = keep(tx, &incoming, space, change)? {
            batch
                .entry((change.document, space))
                .or_default()
                .push(Candidate {
                    entry: row,
                    claimed: *claimed,
                    change: opened.clone(),
                    author: *author,
                });
        }
    }
    let mut taken = TakenIn::default();
    apply(tx, batch, &mut taken)?;
    Ok(taken)
}

/// Shows anew what is ahead, after the log was read: a rebuild.
pub(crate) fn again(
    tx: &Transaction<'_>,
    team: TeamId,
    open: Open<'_>,
    taken: &mut TakenIn,
) -> Result<(), Error> {
    let mut batch = Batch::new();
    {
        let mut statement = tx.prepare_cached(
            "SELECT id, space, device, incarnation, number, content FROM ahead ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let space = SpaceId(row.get(1)?);
            let log = LogId {
                device: DeviceId(row.get(2)?),
                incarnation: Incarnation(row.get::<_, i64>(3)?.cast_unsigned()),
            };
            let place = Place {
                team,
                scope: Scope::Changes(space),
                log,
                number: crate::columns::number_from(row.get(4)?)?,
            };
            let bytes: Vec<u8> = row.get(5)?;
            let change: SealedChange = decode("sealed change", &bytes).map_err(damaged)?;
            if let Opened::Change {
                claimed,
                change: opened,
                author,
            } = open(&place, &change)
            {
                batch
                    .entry((change.document, space))
                    .or_default()
                    .push(Candidate {
                        entry: row.get(0)?,
                        claimed,
                        change: opened,
                        author,
                    });
            }
        }
    }
    apply(tx, batch, taken)
}

/// The entry has come in its turn.
pub(crate) fn arrived(tx: &Transaction<'_>, place: &Place) -> Result<(), Error> {
    let Scope::Changes(space) = place.scope else {
        return Ok(());
    };
    tx.prepare_cached(
        "DELETE FROM ahead WHERE space = ?1 AND device = ?2 AND incarnation = ?3 AND number = ?4
           AND forked = 0",
    )?
    .execute(params![
        space.0,
        place.log.device.0,
        incarnation_column(place.log.incarnation),
        number_column(place.number)?
    ])?;
    Ok(())
}

/// Sets an entry of the log aside as the other side of a fork: it is read from as before.
pub(crate) fn set_aside(
    tx: &Transaction<'_>,
    place: &Place,
    hash: &[u8; 32],
    change: &SealedChange,
) -> Result<(), Error> {
    let Scope::Changes(space) = place.scope else {
        return Ok(());
    };
    tx.prepare_cached(
        "INSERT INTO ahead (space, device, incarnation, number, hash, document, content, forked)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1) ON CONFLICT DO UPDATE SET forked = 1",
    )?
    .execute(params![
        space.0,
        place.log.device.0,
        incarnation_column(place.log.incarnation),
        number_column(place.number)?,
        hash,
        change.document.0,
        encode(change)
    ])?;
    Ok(())
}

/// Keeps one that is not in the log and not here yet; answers its row.
fn keep(
    tx: &Transaction<'_>,
    incoming: &Incoming<'_>,
    space: SpaceId,
    change: &SealedChange,
) -> Result<Option<i64>, Error> {
    let place = &incoming.place;
    let (device, incarnation, number) = (
        place.log.device.0,
        incarnation_column(place.log.incarnation),
        number_column(place.number)?,
    );
    let held = row(tx, &place.scope, &place.log)?;
    if held.is_some_and(|held| held.number >= place.number) {
        return Ok(None);
    }
    let kept = tx
        .prepare_cached(
            "INSERT INTO ahead (space, device, incarnation, number, hash, document, content, forked)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0) ON CONFLICT DO NOTHING",
        )?
        .execute(params![
            space.0,
            device,
            incarnation,
            number,
            incoming.hash.0,
            change.document.0,
            encode(change)
        ])?;
    if kept == 0 {
        return Ok(None);
    }
    let kept = tx.last_insert_rowid();
    // What comes in its turn and changes the same document finds the key here.
    key_row(tx, place, change)?;
    Ok(Some(kept))
}

/// Shows what can be shown; the rest is let go, for it comes again.
fn apply(tx: &Transaction<'_>, batch: Batch, taken: &mut TakenIn) -> Result<(), Error> {
    let mut index = search::Changes::default();
    for group in groups(batch) {
        let mut unmerged = Vec::with_capacity(group.len());
        for (of, candidates) in group {
            let kept = kept(tx, &of.0)?;
            if kept.as_ref().is_some_and(|kept| kept.space != of.1) {
                for candidate in candidates {
                    let_go(tx, &candidate)?;
                }
            } else {
                unmerged.push(Unmerged {
                    of,
                    kept,
                    candidates,
                });
            }
        }
        let merged = merge::side_by_side(&unmerged);
        for (unmerged, merged) in unmerged.into_iter().zip(merged) {
            let fates = show(tx, &unmerged, merged, taken, &mut index)?;
            for (candidate, fate) in unmerged.candidates.iter().zip(fates) {
                if fate == merge::Fate::In {
                    taken.new = taken.new.saturating_add(1);
                } else {
                    let_go(tx, candidate)?;
                }
            }
        }
    }
    index.write(tx)
}

fn let_go(tx: &Transaction<'_>, candidate: &Candidate) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM ahead WHERE id = ?1 AND forked = 0")?
        .execute([candidate.entry])?;
    Ok(())
}

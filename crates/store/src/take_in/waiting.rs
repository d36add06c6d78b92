//! Changes that come into their document later.

use super::Candidate;
use crate::error::Error;
use nabij_domain::{Change, Millis};
use nabij_protocol::id::{DocumentId, MemberId, SpaceId};
use rusqlite::{Transaction, params};

/// Keeps a change whose key is not here.
pub(super) fn for_key(
    tx: &Transaction<'_>,
    entry: i64,
    of: (DocumentId, SpaceId),
) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO waiting (entry, document, space, reason) VALUES (?1, ?2, ?3, 'no_key')
         ON CONFLICT DO NOTHING",
    )?
    .execute(params![entry, of.0.0, of.1.0])?;
    Ok(())
}

/// Keeps an opened change whose predecessors are not here, so that it needs no opening again.
pub(super) fn for_predecessors(
    tx: &Transaction<'_>,
    of: (DocumentId, SpaceId),
    candidate: &Candidate,
) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM quarantine WHERE entry = ?1")?
        .execute([candidate.entry])?;
    tx.prepare_cached(
        "INSERT OR REPLACE INTO waiting (entry, document, space, reason, change, author, claimed)
         VALUES (?1, ?2, ?3, 'predecessors', ?4, ?5, ?6)",
    )?
    .execute(params![
        candidate.entry,
        of.0.0,
        of.1.0,
        candidate.change.as_bytes(),
        candidate.author.0,
        candidate.claimed.0
    ])?;
    Ok(())
}

/// Adds the opened changes of a document that waited for what may have come now.
pub(super) fn add_opened(
    tx: &Transaction<'_>,
    of: (DocumentId, SpaceId),
    candidates: &mut Vec<Candidate>,
) -> Result<(), Error> {
    let mut statement = tx.prepare_cached(
        "SELECT entry, claimed, change, author FROM waiting
         WHERE document = ?1 AND space = ?2 AND change IS NOT NULL ORDER BY entry",
    )?;
    let mut rows = statement.query(params![of.0.0, of.1.0])?;
    while let Some(row) = rows.next()? {
        let entry = row.get(0)?;
        if candidates.iter().any(|candidate| candidate.entry == entry) {
            continue;
        }
        candidates.push(Candidate {
            entry,
            claimed: Millis(row.get(1)?),
            change: Change::from_bytes(row.get(2)?),
            author: MemberId(row.get(3)?),
        });
    }
    Ok(())
}

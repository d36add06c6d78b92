//! Making the read model anew from the log.

use crate::error::Error;
use crate::log::{Opened, TakenIn, content_from, place_from};
use crate::store::Store;
use crate::take_in::{self, Batch};
use crate::{dump, meta, migrate};
use nabij_domain::Millis;
use nabij_protocol::entry::{Content, Place, SealedChange};
use nabij_protocol::id::TeamId;
use rusqlite::{Transaction, params};

/// How many entries are opened and held in memory at once.
const AT_ONCE: i64 = 1_000;

impl Store {
    /// Whether the read model lacks what the log holds, because this version reads it differently than the
    /// one that wrote it: [`Store::rebuild`] is due.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn needs_rebuild(&self) -> Result<bool, Error> {
        self.read(|connection| Ok(meta::number(connection, meta::STALE)? == Some(1)))
    }

    /// Drops the read model and makes it anew from the log, through the same function that takes entries in.
    /// All or nothing. `open` opens a change as for [`Store::take_in`]; it may read from this store but not
    /// write.
    ///
    /// # Errors
    /// Faults of the file; the read model is then as it was.
    pub fn rebuild(&self, open: Open<'_>, now: Millis) -> Result<(), Error> {
        self.write(|tx| from_log(tx, open, now))
    }

    /// Whether the read model that is kept says what one made anew from the log says. Changes nothing.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn views_follow_from_log(&self, open: Open<'_>, now: Millis) -> Result<bool, Error> {
        self.attempt(|tx| {
            let kept = dump::all(tx)?;
            from_log(tx, open, now)?;
            Ok(kept == dump::all(tx)?)
        })
    }
}

/// Opens one change of the log, as for [`Store::take_in`].
pub type Open<'a> = &'a dyn Fn(&Place, &SealedChange) -> Opened;

fn from_log(tx: &Transaction<'_>, open: Open<'_>, now: Millis) -> Result<(), Error> {
    migrate::empty_read_model(tx)?;
    meta::set_number(tx, meta::STALE, 0)?;
    let Some(team) = meta::team(tx)? else {
        return Ok(());
    };
    let mut taken = TakenIn::default();
    let mut after = 0;
    loop {
        let (batch, last) = next(tx, team, after, open, now, &mut taken)?;
        let Some(last) = last else {
            return take_in::ahead::again(tx, team, open, &mut taken);
        };
        take_in::apply_all(tx, batch, now, &mut taken, &|| ())?;
        after = last;
    }
}

/// The next changes in order of arrival, opened, and the last row that was looked at.
fn next(
    tx: &Transaction<'_>,
    team: TeamId,
    after: i64,
    open: Open<'_>,
    now: Millis,
    taken: &mut TakenIn,
) -> Result<(Batch, Option<i64>), Error> {
    let mut statement = tx.prepare_cached(&format!(
        "SELECT e.id, l.scope_kind, l.space, l.device, l.incarnation, e.number, {}
         FROM entry e JOIN log l ON l.id = e.log LEFT JOIN document_key k ON k.id = e.document_key
         WHERE e.id > ?1 AND e.document IS NOT NULL ORDER BY e.id LIMIT ?2",
        crate::log::CONTENT
    ))?;
    let mut rows = statement.query(params![after, AT_ONCE])?;
    let mut batch = Batch::new();
    let mut last = None;
    while let Some(row) = rows.next()? {
        let entry = row.get("id")?;
        last = Some(entry);
        let place = place_from(team, row)?;
        let (Content::Change(change), Some(space)) = (content_from(row)?, place.scope.space())
        else {
            continue;
        };
        let opened = open(&place, &change);
        take_in::open(
            tx,
            &mut batch,
            entry,
            (change.document, space),
            opened,
            now,
            taken,
        )?;
    }
    Ok((batch, last))
}

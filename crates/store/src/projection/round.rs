//! Rounds.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, round};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let round = round::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO round (document, space, shift, at, ended_at, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        round.shift.0,
        round.at.0,
        round.ended_at.map(|at| at.0),
        round.by.0,
        round.recorded_at.0,
        round.withdrawn
    ])?;
    difference::project(tx, of.num, &round.differences)
}

//! Check-ins that were missed.

use super::{Of, difference};
use crate::columns::ids_column;
use crate::error::{Error, damaged};
use nabij_domain::{Document, missed_check_in};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let missed = missed_check_in::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO missed_check_in (document, space, due, colleagues, ended_at, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        missed.due.0,
        ids_column(&missed.colleagues),
        missed.ended_at.map(|at| at.0),
        missed.by.0,
        missed.recorded_at.0,
        missed.withdrawn
    ])?;
    difference::project(tx, of.num, &missed.differences)
}

//! Shifts.

use super::{Of, difference};
use crate::columns::ids_column;
use crate::error::{Error, damaged};
use nabij_domain::{Document, shift};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let shift = shift::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO shift (document, space, at, ended_at, colleagues, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        shift.at.0,
        shift.ended_at.map(|at| at.0),
        ids_column(&shift.colleagues),
        shift.by.0,
        shift.recorded_at.0,
        shift.withdrawn
    ])?;
    difference::project(tx, of.num, &shift.differences)
}

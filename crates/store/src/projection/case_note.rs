//! Case notes.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, case_note};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let note = case_note::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO case_note (document, space, text, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        note.text.as_str(),
        note.by.0,
        note.recorded_at.0,
        note.withdrawn
    ])?;
    difference::project(tx, of.num, &note.differences)
}

//! Who has read which handover.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, handover_reading};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let reading = handover_reading::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO handover_reading (document, space, handover, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        reading.handover.0,
        reading.by.0,
        reading.recorded_at.0,
        reading.withdrawn
    ])?;
    difference::project(tx, of.num, &reading.differences)
}

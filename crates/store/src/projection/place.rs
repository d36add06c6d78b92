//! Places.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, place};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let place = place::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO place (document, space, name, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        place.name.as_str(),
        place.by.0,
        place.recorded_at.0,
        place.withdrawn
    ])?;
    difference::project(tx, of.num, &place.differences)
}

//! Groups.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, Personal, group};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let group = group::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO street_group (document, space, name, place, text, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        group.name.as_str(),
        group.place.map(|place| place.0),
        group.text.as_ref().map(Personal::as_str),
        group.by.0,
        group.recorded_at.0,
        group.withdrawn
    ])?;
    difference::project(tx, of.num, &group.differences)
}

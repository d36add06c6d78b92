//! Merges of persons.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, person_merge};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let merge = person_merge::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO person_merge (document, space, person, into_id, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        merge.person.0,
        merge.into.0,
        merge.by.0,
        merge.recorded_at.0,
        merge.withdrawn
    ])?;
    difference::project(tx, of.num, &merge.differences)
}

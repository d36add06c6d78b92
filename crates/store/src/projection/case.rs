//! Cases.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, case};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let case = case::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO case_row (document, id, space, name, opened_at, opened_by, import, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        of.num,
        of.id.0,
        of.space.0,
        case.name.as_str(),
        case.opened_at.0,
        case.by.0,
        case.import.map(|import| import.0),
        case.withdrawn
    ])?;
    difference::project(tx, of.num, &case.differences)
}

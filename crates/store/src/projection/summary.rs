//! Summaries.

use super::Of;
use crate::error::{Error, damaged};
use nabij_domain::{Document, summary};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let summary = summary::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO summary (document, id, space, text, recorded_by, recorded_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        of.num,
        of.id.0,
        of.space.0,
        summary.text.as_str(),
        summary.by.0,
        summary.recorded_at.0
    ])?;
    Ok(())
}

//! Contact moments.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, Personal, contact_moment};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let moment = contact_moment::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO contact_moment (document, space, in_case, nickname, kind, text, at, place, recorded_by,
           recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        // Which case it is, the space says: a document cannot claim to lie in another one.
        moment.case.is_some(),
        moment.nickname.as_ref().map(Personal::as_str),
        moment.kind.as_str(),
        moment.text.as_str(),
        moment.at.0,
        moment.place.as_ref().map(Personal::as_str),
        moment.by.0,
        moment.recorded_at.0,
        moment.withdrawn
    ])?;
    difference::project(tx, of.num, &moment.differences)
}

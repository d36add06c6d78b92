//! Colleagues.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, colleague};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let colleague = colleague::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO colleague (document, id, space, member, name, role) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        of.num,
        of.id.0,
        of.space.0,
        colleague.member.0,
        colleague.name.as_str(),
        colleague.role.as_str()
    ])?;
    difference::project(tx, of.num, &colleague.differences)
}

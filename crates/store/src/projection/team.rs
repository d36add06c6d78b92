//! The team.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, team};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let team = team::read(document).map_err(damaged)?;
    tx.prepare_cached("INSERT INTO team (document, id, space, name) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![of.num, of.id.0, of.space.0, team.name.as_str()])?;
    difference::project(tx, of.num, &team.differences)
}

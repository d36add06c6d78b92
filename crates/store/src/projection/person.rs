//! Persons without a case.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{
    Document, Personal,
    person::{self, Purpose},
};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let person = person::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO person (document, space, nickname, text, in_group, place, purpose, import, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        person.nickname.as_str(),
        person.text.as_ref().map(Personal::as_str),
        person.group.map(|group| group.0),
        person.place.map(|place| place.0),
        person.purpose.map(Purpose::as_str),
        person.import.map(|import| import.0),
        person.by.0,
        person.recorded_at.0,
        person.withdrawn
    ])?;
    difference::project(tx, of.num, &person.differences)
}

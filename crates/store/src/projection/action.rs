//! Actions.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, Personal, action};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let action = action::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO action (document, space, in_case, person, contact_moment, shift, text, colleague, owner, due, due_hour, outcome, ended_at, import, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        action.case.is_some(),
        action.person.map(|person| person.0),
        action.contact_moment.map(|moment| moment.0),
        action.shift.map(|shift| shift.0),
        action.text.as_str(),
        action.colleague.map(|colleague| colleague.0),
        action.owner.as_ref().map(Personal::as_str),
        action.due.map(|due| due.0),
        action.due_hour,
        action.outcome.as_str(),
        action.ended_at.map(|at| at.0),
        action.import.map(|import| import.0),
        action.by.0,
        action.recorded_at.0,
        action.withdrawn
    ])?;
    difference::project(tx, of.num, &action.differences)
}

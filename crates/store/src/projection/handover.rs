//! Handovers, with their lines.

use super::{Of, difference};
use crate::columns::ids_column;
use crate::error::{Error, damaged};
use nabij_domain::{Document, Personal, handover};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let handover = handover::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO handover (document, space, kind, in_case, shift, colleagues, why, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        handover.kind.as_str(),
        handover.case.is_some(),
        handover.shift.map(|shift| shift.0),
        ids_column(&handover.colleagues),
        handover.why.as_ref().map(Personal::as_str),
        handover.by.0,
        handover.recorded_at.0,
        handover.withdrawn
    ])?;
    let mut statement = tx.prepare_cached(
        "INSERT INTO handover_line (document, position, part, heading, at, text, about)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (position, line) in (0_i64..).zip(&handover.lines) {
        statement.execute(params![
            of.num,
            position,
            line.part.as_str(),
            line.heading.as_ref().map(Personal::as_str),
            line.at.map(|at| at.0),
            line.text.as_str(),
            line.about.map(|about| about.0)
        ])?;
    }
    difference::project(tx, of.num, &handover.differences)
}

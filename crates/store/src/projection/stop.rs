//! Stops.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{
    Document, Personal,
    stop::{self, Mood},
};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let stop = stop::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO stop (document, space, shift, round, place, at, head_count, mood, in_group, topic, agreement, next_step, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        stop.shift.0,
        stop.round.map(|round| round.0),
        stop.place.0,
        stop.at.0,
        stop.head_count,
        stop.mood.map(Mood::as_str),
        stop.group.map(|group| group.0),
        stop.topic.as_ref().map(Personal::as_str),
        stop.agreement.as_ref().map(Personal::as_str),
        stop.next_step.as_ref().map(Personal::as_str),
        stop.by.0,
        stop.recorded_at.0,
        stop.withdrawn
    ])?;
    difference::project(tx, of.num, &stop.differences)
}

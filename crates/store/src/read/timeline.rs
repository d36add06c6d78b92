//! Contact moments and notes of a space together, newest first.

use super::{CaseNoteRow, ContactMomentRow, case_note, contact_moment};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis};
use nabij_protocol::id::SpaceId;
use rusqlite::{Connection, OptionalExtension, params};
use std::cmp::Reverse;

/// One item of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "a page of them is read and handed on, never kept"
)]
pub enum TimelineRow {
    /// A contact moment.
    ContactMoment(ContactMomentRow),
    /// A note.
    CaseNote(CaseNoteRow),
}

impl TimelineRow {
    /// When it happened.
    pub fn at(&self) -> Millis {
        match self {
            TimelineRow::ContactMoment(moment) => moment.at,
            TimelineRow::CaseNote(note) => note.at,
        }
    }

    /// Its document.
    pub fn id(&self) -> Id {
        match self {
            TimelineRow::ContactMoment(moment) => moment.id,
            TimelineRow::CaseNote(note) => note.id,
        }
    }
}

/// The moment of the item at an offset, newest first, or of the newest for offset zero.
const BORDER: &str = "SELECT at FROM contact_moment WHERE space = ?1 AND withdrawn = 0 AND at < ?2
  UNION ALL
  SELECT recorded_at FROM case_note WHERE space = ?1 AND withdrawn = 0 AND recorded_at < ?2
  ORDER BY 1 DESC LIMIT 1 OFFSET ?3";

impl Store {
    /// The newest items of a space that happened before `before` (`None`: all), newest first and by id at one
    /// moment, and whether older ones follow: ask again with the moment of the last one as `before`. About
    /// `limit` of them: items of one moment are never parted, so there can be a few more.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn timeline(
        &self,
        space: &SpaceId,
        before: Option<Millis>,
        limit: u32,
    ) -> Result<(Vec<TimelineRow>, bool), Error> {
        // Nothing happens in the last millisecond that there is.
        let before = before.map_or(i64::MAX, |before| before.0);
        self.read(|connection| {
            let last = border(connection, space, before, limit.saturating_sub(1))?;
            let from = last.unwrap_or(i64::MIN);
            let within = params![space.0, from, before];
            let moments = contact_moment::rows(
                connection,
                "WHERE m.space = ?1 AND m.withdrawn = 0 AND m.at >= ?2 AND m.at < ?3",
                within,
            )?;
            let notes = case_note::rows(
                connection,
                "WHERE n.space = ?1 AND n.withdrawn = 0 AND n.recorded_at >= ?2 AND n.recorded_at < ?3",
                within,
            )?;
            let moments = moments.into_iter().map(TimelineRow::ContactMoment);
            let notes = notes.into_iter().map(TimelineRow::CaseNote);
            let mut items: Vec<TimelineRow> = moments.chain(notes).collect();
            items.sort_by_key(|item| (Reverse(item.at()), item.id()));
            let more = match last {
                Some(last) => border(connection, space, last, 0)?.is_some(),
                None => false,
            };
            Ok((items, more))
        })
    }
}

fn border(
    connection: &Connection,
    space: &SpaceId,
    before: i64,
    offset: u32,
) -> Result<Option<i64>, Error> {
    let mut statement = connection.prepare_cached(BORDER)?;
    Ok(statement
        .query_row(params![space.0, before, offset], |row| row.get(0))
        .optional()?)
}

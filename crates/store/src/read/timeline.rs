//! Contact moments, notes and merges of a space or of a person together, newest first.

use super::{
    CaseNoteRow, ContactMomentRow, PersonMergeRow, case_note, contact_moment, person_merge,
};
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
    /// That a person turned out to be another, or a case.
    PersonMerge(PersonMergeRow),
}

impl TimelineRow {
    /// When it happened.
    pub fn at(&self) -> Millis {
        match self {
            TimelineRow::ContactMoment(moment) => moment.at,
            TimelineRow::CaseNote(note) => note.at,
            TimelineRow::PersonMerge(merge) => merge.at,
        }
    }

    /// Its document.
    pub fn id(&self) -> Id {
        match self {
            TimelineRow::ContactMoment(moment) => moment.id,
            TimelineRow::CaseNote(note) => note.id,
            TimelineRow::PersonMerge(merge) => merge.id,
        }
    }
}

/// Whose items. The street's merges lie in its space; a case's and a person's are found by whom they are about.
struct Of {
    /// The space, as a column; nothing for a person.
    space: Vec<u8>,
    /// The case or person and everybody who was merged into it: ids as JSON.
    whole: String,
}

impl Of {
    fn new(connection: &Connection, space: Option<&SpaceId>, whole: Id) -> Result<Of, Error> {
        let mut all = person_merge::joined(connection)?.parts(whole);
        all.push(whole);
        let all: Vec<String> = all.iter().map(|id| format!("\"{id}\"")).collect();
        Ok(Of {
            space: space.map(|space| space.0.to_vec()).unwrap_or_default(),
            whole: format!("[{}]", all.join(",")),
        })
    }
}

/// The ids in `whole`.
const WHOLE: &str = "(SELECT unhex(value) FROM json_each(?2))";
/// What happened on the street with somebody who belongs here: by reference, and only as long as the merge stands.
const REFERRED: &str = "m.withdrawn = 0 AND m.in_case = 0 AND m.space <> ?1 AND m.document IN
    (SELECT r.document FROM contact_moment_person r WHERE r.person IN";
const MERGES: &str = "x.withdrawn = 0 AND (x.space = ?1 OR x.person IN";

impl Store {
    /// The newest items of a space that happened before `before` (`None`: all), newest first and by id at one
    /// moment, and whether older ones follow: ask again with the moment of the last one as `before`. About
    /// `limit` of them: items of one moment are never parted, so there can be a few more. With a case come the
    /// street's contact moments with persons who were merged into it, and those merges.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn timeline(
        &self,
        space: &SpaceId,
        before: Option<Millis>,
        limit: u32,
    ) -> Result<(Vec<TimelineRow>, bool), Error> {
        self.read(|connection| {
            let of = Of::new(connection, Some(space), Id(space.0))?;
            stretch(connection, &of, before, limit)
        })
    }

    /// As [`Store::timeline`], of a person without a case and of whoever was merged into this person.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn person_timeline(
        &self,
        person: Id,
        before: Option<Millis>,
        limit: u32,
    ) -> Result<(Vec<TimelineRow>, bool), Error> {
        self.read(|connection| {
            let of = Of::new(connection, None, person)?;
            stretch(connection, &of, before, limit)
        })
    }

    /// What was taken back in a space, the newest first by when it happened; at most `limit`.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn withdrawn(&self, space: &SpaceId, limit: u32) -> Result<Vec<TimelineRow>, Error> {
        self.read(|connection| {
            let moments = contact_moment::rows(
                connection,
                "WHERE m.space = ?1 AND m.withdrawn = 1 ORDER BY m.at DESC LIMIT ?2",
                params![space.0, limit],
            )?;
            let notes = case_note::rows(
                connection,
                "WHERE n.space = ?1 AND n.withdrawn = 1 ORDER BY n.recorded_at DESC LIMIT ?2",
                params![space.0, limit],
            )?;
            let merges = person_merge::rows(
                connection,
                "WHERE (x.space = ?1 OR x.into_id = ?1) AND x.withdrawn = 1
                 ORDER BY x.recorded_at DESC LIMIT ?2",
                params![space.0, limit],
            )?;
            let mut items = sorted(moments, notes, merges);
            items.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
            Ok(items)
        })
    }
}

fn stretch(
    connection: &Connection,
    of: &Of,
    before: Option<Millis>,
    limit: u32,
) -> Result<(Vec<TimelineRow>, bool), Error> {
    // Nothing happens in the last millisecond that there is.
    let before = before.map_or(i64::MAX, |before| before.0);
    let last = border(connection, of, before, limit.saturating_sub(1))?;
    let from = last.unwrap_or(i64::MIN);
    let within = params![of.space, of.whole, from, before];
    let mut moments = contact_moment::rows(
        connection,
        "WHERE m.space = ?1 AND ?2 = ?2 AND m.withdrawn = 0 AND m.at >= ?3 AND m.at < ?4",
        within,
    )?;
    moments.extend(contact_moment::rows(
        connection,
        &format!("WHERE {REFERRED} {WHOLE}) AND m.at >= ?3 AND m.at < ?4"),
        within,
    )?);
    let notes = case_note::rows(
        connection,
        "WHERE n.space = ?1 AND ?2 = ?2 AND n.withdrawn = 0
         AND n.recorded_at >= ?3 AND n.recorded_at < ?4",
        within,
    )?;
    let merges = person_merge::rows(
        connection,
        &format!(
            "WHERE {MERGES} {WHOLE} OR x.into_id IN {WHOLE})
             AND x.recorded_at >= ?3 AND x.recorded_at < ?4"
        ),
        within,
    )?;
    let more = match last {
        Some(last) => border(connection, of, last, 0)?.is_some(),
        None => false,
    };
    Ok((sorted(moments, notes, merges), more))
}

fn sorted(
    moments: Vec<ContactMomentRow>,
    notes: Vec<CaseNoteRow>,
    merges: Vec<PersonMergeRow>,
) -> Vec<TimelineRow> {
    let moments = moments.into_iter().map(TimelineRow::ContactMoment);
    let notes = notes.into_iter().map(TimelineRow::CaseNote);
    let merges = merges.into_iter().map(TimelineRow::PersonMerge);
    let mut items: Vec<TimelineRow> = moments.chain(notes).chain(merges).collect();
    items.sort_by_key(|item| (Reverse(item.at()), item.id()));
    items
}

/// The moment of the item at an offset, newest first, or of the newest for offset zero.
fn border(
    connection: &Connection,
    of: &Of,
    before: i64,
    offset: u32,
) -> Result<Option<i64>, Error> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT at FROM contact_moment WHERE space = ?1 AND withdrawn = 0 AND at < ?3
         UNION ALL
         SELECT m.at FROM contact_moment m WHERE {REFERRED} {WHOLE}) AND m.at < ?3
         UNION ALL
         SELECT recorded_at FROM case_note WHERE space = ?1 AND withdrawn = 0 AND recorded_at < ?3
         UNION ALL
         SELECT x.recorded_at FROM person_merge x
           WHERE {MERGES} {WHOLE} OR x.into_id IN {WHOLE}) AND x.recorded_at < ?3
         ORDER BY 1 DESC LIMIT 1 OFFSET ?4"
    ))?;
    Ok(statement
        .query_row(params![of.space, of.whole, before, offset], |row| {
            row.get(0)
        })
        .optional()?)
}

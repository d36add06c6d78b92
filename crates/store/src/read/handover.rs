//! Handovers, and who has read them.

use super::{each, member, shared};
use crate::columns::{
    id, ids, millis, number_from, optional_id, optional_millis, optional_personal, space,
};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::handover::{HandoverKind, HandoverLine, HandoverPart};
use nabij_domain::{Id, Millis, Personal};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Connection, OptionalExtension, Params, Row};

/// One document of a handover: the street's, or one case's. What was sent in one go has one author, one moment
/// and one shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverRow {
    /// Its document.
    pub id: Id,
    /// The space it lies in.
    pub space: SpaceId,
    /// The case (the space's id) when it is about one.
    pub case: Option<Id>,
    /// What that case is called, when its document is here.
    pub case_name: Option<Personal>,
    /// What it is for.
    pub kind: HandoverKind,
    /// The shift it was made from.
    pub shift: Option<Id>,
    /// When that shift began, when its document is here.
    pub shift_at: Option<Millis>,
    /// Whom it is meant for; none: whoever works the next shift.
    pub colleagues: Vec<MemberId>,
    /// Why we do it this way.
    pub why: Option<Personal>,
    /// Who sent it.
    pub by: MemberId,
    /// When.
    pub recorded_at: Millis,
    /// How many lines it has.
    pub lines: u64,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
    /// Who has read it, the first one first.
    pub readings: Vec<HandoverReadingRow>,
}

/// That a colleague has read a handover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandoverReadingRow {
    /// Who.
    pub by: MemberId,
    /// When, the first time.
    pub at: Millis,
}

const SELECT: &str = "SELECT d.id, h.space, h.kind, h.in_case, c.name AS case_name, h.shift,
    s.at AS shift_at, h.colleagues, h.why, h.recorded_by, h.recorded_at,
    (SELECT count(*) FROM handover_line l WHERE l.document = h.document) AS lines,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM handover h JOIN document d ON d.num = h.document
    LEFT JOIN case_of_space c ON h.in_case AND c.space = h.space
    LEFT JOIN document sd ON sd.id = h.shift LEFT JOIN shift s ON s.document = sd.num";

impl Store {
    /// The newest documents of handovers, without those taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn handovers(&self, limit: u32) -> Result<Vec<HandoverRow>, Error> {
        self.read(|connection| {
            rows(
                connection,
                "WHERE h.withdrawn = 0 ORDER BY h.recorded_at DESC, d.id LIMIT ?1",
                [limit],
            )
        })
    }

    /// All documents that were sent in one go with this one, as far as they are here and were not taken back: the
    /// street's first, then by the name of the case.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn handover_parts(&self, handover: Id) -> Result<Vec<HandoverRow>, Error> {
        self.read(|connection| {
            rows(
                connection,
                "JOIN handover o JOIN document od ON od.num = o.document
                 WHERE od.id = ?1 AND h.withdrawn = 0 AND h.recorded_by = o.recorded_by
                   AND h.recorded_at = o.recorded_at AND h.kind = o.kind AND h.shift IS o.shift
                 ORDER BY h.in_case, c.name COLLATE NOCASE, d.id",
                [&handover.0],
            )
        })
    }

    /// The documents in which a member handed this shift over, without those taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn handovers_of_shift(&self, shift: Id, by: &MemberId) -> Result<Vec<HandoverRow>, Error> {
        self.read(|connection| {
            rows(
                connection,
                "WHERE h.shift = ?1 AND h.recorded_by = ?2 AND h.withdrawn = 0
                 ORDER BY h.recorded_at DESC, h.in_case, d.id",
                [&shift.0, &by.0],
            )
        })
    }

    /// The lines of one document of a handover, in order.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn handover_lines(&self, handover: Id) -> Result<Vec<HandoverLine>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT l.part, l.heading, l.at, l.text, l.about
                 FROM handover_line l JOIN document d ON d.num = l.document
                 WHERE d.id = ?1 ORDER BY l.position",
            )?;
            let mut rows = statement.query([&handover.0])?;
            let mut lines = Vec::new();
            while let Some(row) = rows.next()? {
                lines.push(line(row)?);
            }
            Ok(lines)
        })
    }

    /// Why we do it this way, as the newest handover of a case says.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn newest_why(&self, case: Id) -> Result<Option<Personal>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT h.why FROM handover h JOIN document d ON d.num = h.document
                 WHERE h.space = ?1 AND h.why IS NOT NULL AND h.withdrawn = 0
                 ORDER BY h.recorded_at DESC, d.id LIMIT 1",
            )?;
            let why: Option<String> = statement
                .query_row([&case.0], |row| row.get(0))
                .optional()?;
            Ok(why.map(Personal::from))
        })
    }
}

fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<HandoverRow>, Error> {
    each(
        connection,
        &format!("{SELECT} {condition}"),
        params,
        |row| from(connection, row),
    )
}

fn from(connection: &Connection, row: &Row<'_>) -> Result<HandoverRow, Error> {
    let handover = id(row, "id")?;
    let space = space(row, "space")?;
    let in_case: bool = row.get("in_case")?;
    let kind: String = row.get("kind")?;
    let colleagues = ids(row, "colleagues")?;
    Ok(HandoverRow {
        id: handover,
        space,
        case: in_case.then_some(Id(space.0)),
        case_name: optional_personal(row, "case_name")?,
        kind: HandoverKind::parse(&kind).unwrap_or(HandoverKind::Shift),
        shift: optional_id(row, "shift")?,
        shift_at: optional_millis(row, "shift_at")?,
        colleagues: colleagues.iter().map(|each| MemberId(each.0)).collect(),
        why: optional_personal(row, "why")?,
        by: member(row, "recorded_by")?,
        recorded_at: millis(row, "recorded_at")?,
        lines: number_from(row.get("lines")?)?,
        shared: shared(row)?,
        readings: readings(connection, handover)?,
    })
}

fn readings(connection: &Connection, handover: Id) -> Result<Vec<HandoverReadingRow>, Error> {
    each(
        connection,
        "SELECT recorded_by, min(recorded_at) AS at FROM handover_reading
         WHERE handover = ?1 AND withdrawn = 0 GROUP BY recorded_by ORDER BY at, recorded_by",
        [&handover.0],
        |row| {
            Ok(HandoverReadingRow {
                by: member(row, "recorded_by")?,
                at: millis(row, "at")?,
            })
        },
    )
}

fn line(row: &Row<'_>) -> Result<HandoverLine, Error> {
    let part: String = row.get("part")?;
    Ok(HandoverLine {
        part: HandoverPart::parse(&part).unwrap_or(HandoverPart::Sentence),
        heading: optional_personal(row, "heading")?,
        at: optional_millis(row, "at")?,
        text: Personal::from(row.get::<_, String>("text")?),
        about: optional_id(row, "about")?,
    })
}

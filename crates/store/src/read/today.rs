//! What waits for somebody who comes in: differences, what colleagues added, and how many persons to link.

use super::{DifferenceRow, difference, kind, member};
use crate::columns::{
    id, millis, number_column, number_from, optional_id, optional_personal, space,
};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{DocumentKind, Id, Millis, Personal};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::params;

/// A document with fields that colleagues filled in differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferingRow {
    /// The document.
    pub id: Id,
    /// What it is.
    pub kind: DocumentKind,
    /// The space it lies in.
    pub space: SpaceId,
    /// The case of that space, when its document is here.
    pub case_name: Option<Personal>,
    /// The shift it is or belongs to, for a shift, a round and a stop.
    pub shift: Option<Id>,
    /// What differs in it.
    pub differences: Vec<DifferenceRow>,
}

/// Something that a colleague added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedRow {
    /// The document.
    pub id: Id,
    /// What it is.
    pub kind: DocumentKind,
    /// The space it lies in.
    pub space: SpaceId,
    /// The case of that space, when its document is here.
    pub case_name: Option<Personal>,
    /// The shift it belongs to, for a stop.
    pub shift: Option<Id>,
    /// Who added it.
    pub by: MemberId,
    /// When it happened.
    pub at: Millis,
    /// Its words, or the name of its place or of itself.
    pub words: Option<Personal>,
}

/// What colleagues added: the newest, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedRows {
    /// The newest first, as many as were asked for.
    pub rows: Vec<AddedRow>,
    /// How many in all, counted up to a thousand.
    pub total: u64,
    /// Whether there are more than were counted.
    pub more: bool,
}

/// Without a case, a purpose or a merge: nobody said yet who that is.
const TO_LINK: &str = "SELECT count(*) FROM person x JOIN document d ON d.num = x.document
  WHERE x.withdrawn = 0 AND x.purpose IS NULL
    AND NOT EXISTS (SELECT 1 FROM person_merge m WHERE m.person = d.id AND m.withdrawn = 0)";

/// What can differ and be taken back. A summary, a colleague and the team cannot be taken back.
const WITHDRAWABLE: [&str; 14] = [
    "case_row",
    "contact_moment",
    "case_note",
    "place",
    "street_group",
    "shift",
    "round",
    "stop",
    "person",
    "person_merge",
    "action",
    "handover",
    "handover_reading",
    "missed_check_in",
];

/// What others than `?2` added in entries after `?1`, the last to arrive first: the first entry of a document, joined
/// with what it is. Walks the log backwards, so that it costs what is new and not what there is.
const ADDED: &str = "SELECT * FROM (SELECT e.id AS entry, d.id, d.kind, d.space, s.shift,
    coalesce(m.recorded_by, n.recorded_by, c.opened_by, s.recorded_by, a.recorded_by, h.recorded_by) AS by,
    coalesce(m.at, n.recorded_at, c.opened_at, s.at, a.recorded_at, h.recorded_at) AS at,
    coalesce(m.text, n.text, c.name, a.text,
      (SELECT p.name FROM document pd JOIN place p ON p.document = pd.num WHERE pd.id = s.place)) AS words,
    coalesce(m.withdrawn, n.withdrawn, c.withdrawn, s.withdrawn, a.withdrawn, h.withdrawn) AS withdrawn
  FROM entry e JOIN document d ON d.id = e.document
    LEFT JOIN contact_moment m ON m.document = d.num
    LEFT JOIN case_note n ON n.document = d.num
    LEFT JOIN case_row c ON c.document = d.num
    LEFT JOIN stop s ON s.document = d.num
    LEFT JOIN action a ON a.document = d.num
    LEFT JOIN handover h ON h.document = d.num
  WHERE e.id > ?1 AND NOT EXISTS (SELECT 1 FROM entry o WHERE o.document = e.document AND o.id < e.id))
  WHERE withdrawn = 0 AND by <> ?2 ORDER BY entry DESC LIMIT ?3";

/// Further than this nobody counts what is new.
const MOST_COUNTED: u32 = 1000;

impl Store {
    /// How many persons there are of whom nobody said yet who they are.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn to_link(&self) -> Result<u64, Error> {
        self.read(|connection| {
            let total = connection
                .prepare_cached(TO_LINK)?
                .query_row([], |row| row.get(0))?;
            number_from(total)
        })
    }

    /// Every document that colleagues filled in differently and nobody took back, by id: where nobody has chosen
    /// yet, or (`settled`) where somebody has.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn differing(&self, settled: bool) -> Result<Vec<DifferingRow>, Error> {
        let alive: String = WITHDRAWABLE
            .iter()
            .map(|table| {
                format!(
                    " AND NOT EXISTS (SELECT 1 FROM {table} w WHERE w.document = d.num AND w.withdrawn = 1)"
                )
            })
            .collect();
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&format!(
                "SELECT d.num, d.id, d.kind, d.space, c.name AS case_name,
                   coalesce(r.shift, s.shift, CASE d.kind WHEN 'shift' THEN d.id END) AS shift
                 FROM document d LEFT JOIN round r ON r.document = d.num LEFT JOIN stop s ON s.document = d.num
                   LEFT JOIN case_of_space c ON c.space = d.space
                 WHERE d.num IN (SELECT document FROM difference WHERE (settled_by IS NOT NULL) = ?1){alive}
                 ORDER BY d.id"
            ))?;
            let mut rows = statement.query([settled])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let differences = difference::of(connection, row.get("num")?)?;
                found.push(DifferingRow {
                    id: id(row, "id")?,
                    kind: kind(row)?,
                    space: space(row, "space")?,
                    case_name: optional_personal(row, "case_name")?,
                    shift: optional_id(row, "shift")?,
                    differences: differences
                        .into_iter()
                        .filter(|differing| differing.settled.is_some() == settled)
                        .collect(),
                });
            }
            Ok(found)
        })
    }

    /// The number of the entry that came in last: a mark for [`Store::added_since`]. Not a time: what a colleague
    /// wrote on Tuesday and shares on Thursday is new on Thursday.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn newest_entry(&self) -> Result<u64, Error> {
        self.read(|connection| {
            let newest = connection
                .prepare_cached("SELECT coalesce(max(id), 0) FROM entry")?
                .query_row([], |row| row.get(0))?;
            number_from(newest)
        })
    }

    /// What others than `me` added in entries after `mark`, the last to arrive first.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn added_since(&self, mark: u64, me: &MemberId, limit: u32) -> Result<AddedRows, Error> {
        let mark = number_column(mark)?;
        self.read(|connection| {
            let total = connection
                .prepare_cached(&format!("SELECT count(*) FROM ({ADDED})"))?
                .query_row(params![mark, me.0, MOST_COUNTED.saturating_add(1)], |row| {
                    row.get(0)
                })?;
            let mut statement = connection.prepare_cached(&format!(
                "SELECT a.*, c.name AS case_name FROM ({ADDED}) a
                   LEFT JOIN case_of_space c ON c.space = a.space
                 ORDER BY a.entry DESC"
            ))?;
            let mut rows = statement.query(params![mark, me.0, limit])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(AddedRow {
                    id: id(row, "id")?,
                    kind: kind(row)?,
                    space: space(row, "space")?,
                    case_name: optional_personal(row, "case_name")?,
                    shift: optional_id(row, "shift")?,
                    by: member(row, "by")?,
                    at: millis(row, "at")?,
                    words: optional_personal(row, "words")?,
                });
            }
            let total = number_from(total)?;
            Ok(AddedRows {
                rows: found,
                total: total.min(u64::from(MOST_COUNTED)),
                more: total > u64::from(MOST_COUNTED),
            })
        })
    }
}

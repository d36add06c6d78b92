//! What came and cannot be read, or not yet: whose it is, where it belongs, and why.

use super::waiting::{joins_of_document, words_of_document};
use super::{each, kind};
use crate::columns::{millis, number_from, optional_id, optional_personal};
use crate::error::{Error, damaged};
use crate::log::{CONTENT, content_from, place_from};
use crate::meta;
use crate::store::Store;
use nabij_domain::{DocumentKind, Id, Millis, Personal};
use nabij_protocol::entry::{Content, Place, SealedChange};
use nabij_protocol::id::{DeviceId, DocumentId, SpaceId};

/// What cannot be read, or not yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unread {
    /// Entries that wait for a key or for what they build on.
    pub waiting: u64,
    /// Entries in quarantine.
    pub quarantined: u64,
}

/// Changes of one document by one laptop that are not in the read model, all for the same reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadRow {
    /// The document.
    pub document: DocumentId,
    /// What it is, if something of it could be read.
    pub kind: Option<DocumentKind>,
    /// The space it lies in.
    pub space: SpaceId,
    /// The case of that space, when its document is here.
    pub case_name: Option<Personal>,
    /// The shift it belongs to, for a stop.
    pub shift: Option<Id>,
    /// Its words or its name as far as they could be read.
    pub words: Option<Personal>,
    /// The laptop that wrote the changes.
    pub device: DeviceId,
    /// How many changes.
    pub count: u64,
    /// "no_key", "predecessors", or the code under which they lie in quarantine.
    pub why: String,
    /// When the first of them came.
    pub since: Millis,
}

const UNREAD: &str = concat!(
    "SELECT e.document, d.kind, l.space, k.name AS case_name, s.shift, ",
    words_of_document!(),
    ", l.device, count(*) AS count, u.why, min(e.arrived_at) AS since
  FROM (SELECT entry, reason AS why FROM waiting UNION ALL SELECT entry, code FROM quarantine) u
    JOIN entry e ON e.id = u.entry JOIN log l ON l.id = e.log
    LEFT JOIN document d ON d.id = e.document AND d.space = l.space
    ",
    joins_of_document!("l.space"),
    "
  WHERE e.document IS NOT NULL
  GROUP BY e.document, l.space, l.device, u.why ORDER BY since DESC, e.document LIMIT ?1"
);

impl Store {
    /// How much came that cannot be read, or not yet.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn unread(&self) -> Result<Unread, Error> {
        self.read(|connection| {
            let count = |sql| -> Result<u64, Error> {
                number_from(
                    connection
                        .prepare_cached(sql)?
                        .query_row([], |row| row.get(0))?,
                )
            };
            Ok(Unread {
                waiting: count("SELECT count(*) FROM waiting")?,
                quarantined: count("SELECT count(*) FROM quarantine")?,
            })
        })
    }

    /// The same by document, laptop and reason, the newest first, as many as `limit`.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn unread_rows(&self, limit: u32) -> Result<Vec<UnreadRow>, Error> {
        self.read(|connection| {
            each(connection, UNREAD, [limit], |row| {
                let space: Vec<u8> = row.get("space")?;
                let known: Option<String> = row.get("kind")?;
                Ok(UnreadRow {
                    document: DocumentId(row.get("document")?),
                    kind: known.map(|_| kind(row)).transpose()?,
                    space: SpaceId(space.try_into().map_err(damaged)?),
                    case_name: optional_personal(row, "case_name")?,
                    shift: optional_id(row, "shift")?,
                    words: optional_personal(row, "words")?,
                    device: DeviceId(row.get("device")?),
                    count: number_from(row.get("count")?)?,
                    why: row.get("why")?,
                    since: millis(row, "since")?,
                })
            })
        })
    }

    /// The changes in quarantine as they came, in order of arrival: to try once more whether they open.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn quarantined_changes(&self) -> Result<Vec<(Place, SealedChange)>, Error> {
        self.read(|connection| {
            let Some(team) = meta::team(connection)? else {
                return Ok(Vec::new());
            };
            let query = format!(
                "SELECT l.scope_kind, l.space, l.device, l.incarnation, e.number, {CONTENT}
                 FROM quarantine q JOIN entry e ON e.id = q.entry JOIN log l ON l.id = e.log
                   LEFT JOIN document_key k ON k.id = e.document_key
                 ORDER BY e.id"
            );
            let found = each(connection, &query, [], |row| {
                let place = place_from(team, row)?;
                Ok(match content_from(row)? {
                    Content::Change(change) => Some((place, change)),
                    Content::Record(_) => None,
                })
            })?;
            Ok(found.into_iter().flatten().collect())
        })
    }
}

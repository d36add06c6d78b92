//! What this laptop wrote and no receipt of the hub covers, by title; and who has stated to hold how much.

use super::{each, kind};
use crate::columns::{id, millis, number_from, optional_id, optional_personal, scope_from, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{DocumentKind, Id, Millis, Personal};
use nabij_protocol::id::{Scope, SigningPublic, SpaceId};
use rusqlite::params;

/// A document with changes of ours that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingRow {
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
    /// Its words, or its name.
    pub words: Option<Personal>,
    /// Since when the oldest of its changes waits.
    pub since: Millis,
}

/// How much somebody has stated to hold of what this laptop wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmedRow {
    /// Whose signature it is.
    pub signer: SigningPublic,
    /// How many of our entries.
    pub holds: u64,
    /// When it was said last: by the clock of the signer in a receipt, by ours at a meeting that changed nothing.
    pub at: Millis,
}

/// The words or the name of a document `d`.
macro_rules! words_of_document {
    () => {
        "coalesce(m.text, n.text, c.name, a.text, p.nickname, pl.name, g.name,
      (SELECT p.name FROM document pd JOIN place p ON p.document = pd.num WHERE pd.id = s.place)) AS words"
    };
}
/// What [`words_of_document`] reads, and the case of the space that `$space` names.
macro_rules! joins_of_document {
    ($space:literal) => {
        concat!(
            "LEFT JOIN contact_moment m ON m.document = d.num
    LEFT JOIN case_note n ON n.document = d.num
    LEFT JOIN case_row c ON c.document = d.num
    LEFT JOIN stop s ON s.document = d.num
    LEFT JOIN action a ON a.document = d.num
    LEFT JOIN person p ON p.document = d.num
    LEFT JOIN place pl ON pl.document = d.num
    LEFT JOIN street_group g ON g.document = d.num
    LEFT JOIN case_of_space k ON k.space = ",
            $space
        )
    };
}
pub(super) use {joins_of_document, words_of_document};

const WAITING: &str = concat!(
    "SELECT d.id, d.kind, d.space, k.name AS case_name, s.shift, ",
    words_of_document!(),
    ", min(e.arrived_at) AS since
  FROM unshared u JOIN entry e ON e.id = u.entry JOIN document d ON d.id = u.document
    ",
    joins_of_document!("d.space"),
    "
  GROUP BY d.num ORDER BY since DESC, d.id LIMIT ?1"
);

const CONFIRMED: &str = "SELECT r.signer,
    sum(CASE WHEN l.own = 1 THEN min(l.number, r.number) ELSE 0 END) AS holds,
    max(max(r.at), coalesce((SELECT m.at FROM met m WHERE m.signer = r.signer), 0)) AS at
  FROM receipt r JOIN log l ON l.id = r.log GROUP BY r.signer ORDER BY at DESC";

impl Store {
    /// What waits for the hub's receipt, the newest first, as many as `limit`.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn waiting(&self, limit: u32) -> Result<Vec<WaitingRow>, Error> {
        self.read(|connection| {
            each(connection, WAITING, [limit], |row| {
                Ok(WaitingRow {
                    id: id(row, "id")?,
                    kind: kind(row)?,
                    space: space(row, "space")?,
                    case_name: optional_personal(row, "case_name")?,
                    shift: optional_id(row, "shift")?,
                    words: optional_personal(row, "words")?,
                    since: millis(row, "since")?,
                })
            })
        })
    }

    /// Since when the oldest change waits for a receipt.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn waiting_since(&self) -> Result<Option<Millis>, Error> {
        self.read(|connection| {
            let oldest: Option<i64> = connection
                .prepare_cached(
                    "SELECT min(e.arrived_at) FROM unshared u JOIN entry e ON e.id = u.entry",
                )?
                .query_row([], |row| row.get(0))?;
            Ok(oldest.map(Millis))
        })
    }

    /// Who has stated to hold how much of what this laptop wrote.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn confirmed(&self) -> Result<Vec<ConfirmedRow>, Error> {
        self.read(|connection| {
            each(connection, CONFIRMED, [], |row| {
                Ok(ConfirmedRow {
                    signer: SigningPublic(row.get("signer")?),
                    holds: number_from(row.get("holds")?)?,
                    at: millis(row, "at")?,
                })
            })
        })
    }

    /// How many of our entries lie in these spaces' logs and in the team's own.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn own_entries_in(&self, spaces: &[SpaceId]) -> Result<u64, Error> {
        self.read(|connection| {
            let mut sum: u64 = 0;
            let mut statement = connection.prepare_cached(
                "SELECT coalesce(sum(number), 0) FROM log WHERE own = 1 AND space = ?1",
            )?;
            for space in spaces.iter().map(|space| &space.0[..]).chain([&[][..]]) {
                let count: i64 = statement.query_row(params![space], |row| row.get(0))?;
                sum = sum.saturating_add(number_from(count)?);
            }
            Ok(sum)
        })
    }

    /// The scopes in which records of ours wait, and since when: who is in the team, who belongs to a case, keys.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn waiting_records(&self) -> Result<Vec<(Scope, Millis)>, Error> {
        self.read(|connection| {
            each(
                connection,
                "SELECT u.scope_kind, u.space, min(e.arrived_at) AS since
                 FROM unshared u JOIN entry e ON e.id = u.entry WHERE u.document IS NULL
                 GROUP BY u.scope_kind, u.space",
                [],
                |row| {
                    let scope = scope_from(row.get("scope_kind")?, row.get("space")?)?;
                    Ok((scope, millis(row, "since")?))
                },
            )
        })
    }
}

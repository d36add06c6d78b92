//! Shifts: one evening's work of one coach, alone or with colleagues.

use super::{DifferenceRow, difference, each, member, shared, version};
use crate::columns::{
    id, ids, millis, number_from, optional_id, optional_millis, optional_personal, space,
};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis, Personal, Version};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Connection, Params, Row, params};

/// A shift as lists and forms show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftRow {
    /// Its document.
    pub id: Id,
    /// The street's space.
    pub space: SpaceId,
    /// When it began.
    pub at: Millis,
    /// When it ended; none while it runs.
    pub ended_at: Option<Millis>,
    /// Who began it.
    pub by: MemberId,
    /// Who works along.
    pub colleagues: Vec<MemberId>,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// Taken back.
    pub withdrawn: bool,
    /// How many stops were recorded in it.
    pub stops: u64,
    /// How many contact moments that are here were recorded in it.
    pub contact_moments: u64,
    /// The newest round of it that has not ended.
    pub running_round: Option<Id>,
    /// The newest stop in it.
    pub newest_stop: Option<NewestStop>,
    /// The version that this shows.
    pub version: Version,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<DifferenceRow>,
}

/// Where a shift last stopped: what a form begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewestStop {
    /// The stop's document.
    pub id: Id,
    /// When it was.
    pub at: Millis,
    /// The place, from the team's list.
    pub place: Id,
    /// What that place is called, when its document is here.
    pub place_name: Option<Personal>,
}

impl ShiftRow {
    /// Whether this member began it or works along in it.
    pub fn is_of(&self, member: &MemberId) -> bool {
        self.by == *member || self.colleagues.contains(member)
    }
}

const SELECT: &str =
    "SELECT d.num, d.id, d.version, s.space, s.at, s.ended_at, s.colleagues, s.recorded_by,
    s.recorded_at, s.withdrawn,
    (SELECT rd.id FROM round r JOIN document rd ON rd.num = r.document
      WHERE r.shift = d.id AND r.ended_at IS NULL AND r.withdrawn = 0
      ORDER BY r.at DESC, rd.id DESC LIMIT 1) AS running_round,
    (SELECT count(*) FROM stop n WHERE n.shift = d.id AND n.withdrawn = 0) AS stops,
    (SELECT count(*) FROM contact_moment n WHERE n.shift = d.id AND n.withdrawn = 0) AS contact_moments,
    td.id AS stop, t.at AS stop_at, t.place AS stop_place, p.name AS stop_place_name,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM shift s JOIN document d ON d.num = s.document
    LEFT JOIN stop t ON t.document = (
      SELECT x.document FROM stop x JOIN document xd ON xd.num = x.document
      WHERE x.shift = d.id AND x.withdrawn = 0 ORDER BY x.at DESC, xd.id DESC LIMIT 1)
    LEFT JOIN document td ON td.num = t.document
    LEFT JOIN document pd ON pd.id = t.place LEFT JOIN place p ON p.document = pd.num";

impl Store {
    /// The newest shift that has not ended and that this member began or works along in; at one moment, the one
    /// with the highest id. However long ago it began: whether it was forgotten, the caller decides.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn running_shift(&self, member: &MemberId) -> Result<Option<ShiftRow>, Error> {
        let running = self.read(|connection| {
            rows(
                connection,
                "WHERE s.ended_at IS NULL AND s.withdrawn = 0 ORDER BY s.at DESC, d.id DESC",
                [],
            )
        })?;
        Ok(running.into_iter().find(|shift| shift.is_of(member)))
    }

    /// A shift, also one that was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn shift(&self, id: Id) -> Result<Option<ShiftRow>, Error> {
        self.read(|connection| Ok(rows(connection, "WHERE d.id = ?1", [&id.0])?.pop()))
    }

    /// Shifts of anybody that began before `before` (`None`: all), the newest first, up to `limit`.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn shifts(&self, before: Option<Millis>, limit: u32) -> Result<Vec<ShiftRow>, Error> {
        let before = before.map_or(i64::MAX, |before| before.0);
        self.read(|connection| {
            rows(
                connection,
                "WHERE s.at < ?1 AND s.withdrawn = 0 ORDER BY s.at DESC, d.id DESC LIMIT ?2",
                params![before, limit],
            )
        })
    }
}

fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<ShiftRow>, Error> {
    each(
        connection,
        &format!("{SELECT} {condition}"),
        params,
        |row| from(connection, row),
    )
}

fn from(connection: &Connection, row: &Row<'_>) -> Result<ShiftRow, Error> {
    let newest_stop = match optional_id(row, "stop")? {
        Some(stop) => Some(NewestStop {
            id: stop,
            at: millis(row, "stop_at")?,
            place: id(row, "stop_place")?,
            place_name: optional_personal(row, "stop_place_name")?,
        }),
        None => None,
    };
    Ok(ShiftRow {
        id: id(row, "id")?,
        space: space(row, "space")?,
        at: millis(row, "at")?,
        ended_at: optional_millis(row, "ended_at")?,
        by: member(row, "recorded_by")?,
        colleagues: ids(row, "colleagues")?
            .into_iter()
            .map(|member| MemberId(member.0))
            .collect(),
        recorded_at: millis(row, "recorded_at")?,
        withdrawn: row.get("withdrawn")?,
        stops: number_from(row.get("stops")?)?,
        contact_moments: number_from(row.get("contact_moments")?)?,
        running_round: optional_id(row, "running_round")?,
        newest_stop,
        version: version(row)?,
        shared: shared(row)?,
        differences: difference::of(connection, row.get("num")?)?,
    })
}

//! Stops of a round.

use super::{DifferenceRow, difference, each, member, shared, version};
use crate::columns::{id, millis, optional_id, optional_personal, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis, Personal, Version, stop::Mood};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Connection, Params, Row};

/// A stop as a shift's log and forms show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopRow {
    /// Its document.
    pub id: Id,
    /// The street's space.
    pub space: SpaceId,
    /// The shift it belongs to.
    pub shift: Id,
    /// The round it belongs to.
    pub round: Option<Id>,
    /// Where, from the team's list.
    pub place: Id,
    /// What that place is called, when its document is here.
    pub place_name: Option<Personal>,
    /// When.
    pub at: Millis,
    /// How many people stood there.
    pub head_count: Option<u32>,
    /// What the mood was.
    pub mood: Option<Mood>,
    /// The group that was met.
    pub group: Option<Id>,
    /// What that group is called, when its document is here.
    pub group_name: Option<Personal>,
    /// What was talked about.
    pub topic: Option<Personal>,
    /// What was agreed.
    pub agreement: Option<Personal>,
    /// What comes next.
    pub next_step: Option<Personal>,
    /// Who recorded it.
    pub by: MemberId,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// Whether it was changed since.
    pub edited: bool,
    /// Taken back.
    pub withdrawn: bool,
    /// The version that this shows.
    pub version: Version,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<DifferenceRow>,
}

const SELECT: &str = "SELECT d.num, d.id, d.version, d.changes > 1 AS edited, s.space, s.shift, s.round, s.place,
    p.name AS place_name, s.at, s.head_count, s.mood, s.in_group, g.name AS group_name, s.topic, s.agreement,
    s.next_step, s.recorded_by, s.recorded_at, s.withdrawn,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM stop s JOIN document d ON d.num = s.document
    LEFT JOIN document pd ON pd.id = s.place LEFT JOIN place p ON p.document = pd.num
    LEFT JOIN document gd ON gd.id = s.in_group LEFT JOIN street_group g ON g.document = gd.num";

impl Store {
    /// A stop, also one that was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn stop(&self, id: Id) -> Result<Option<StopRow>, Error> {
        self.read(|connection| Ok(rows(connection, "WHERE d.id = ?1", [&id.0])?.pop()))
    }
}

pub(super) fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<StopRow>, Error> {
    each(
        connection,
        &format!("{SELECT} {condition}"),
        params,
        |row| from(connection, row),
    )
}

fn from(connection: &Connection, row: &Row<'_>) -> Result<StopRow, Error> {
    let mood: Option<String> = row.get("mood")?;
    Ok(StopRow {
        id: id(row, "id")?,
        space: space(row, "space")?,
        shift: id(row, "shift")?,
        round: optional_id(row, "round")?,
        place: id(row, "place")?,
        place_name: optional_personal(row, "place_name")?,
        at: millis(row, "at")?,
        head_count: row.get("head_count")?,
        mood: mood.as_deref().and_then(Mood::parse),
        group: optional_id(row, "in_group")?,
        group_name: optional_personal(row, "group_name")?,
        topic: optional_personal(row, "topic")?,
        agreement: optional_personal(row, "agreement")?,
        next_step: optional_personal(row, "next_step")?,
        by: member(row, "recorded_by")?,
        recorded_at: millis(row, "recorded_at")?,
        edited: row.get("edited")?,
        withdrawn: row.get("withdrawn")?,
        version: version(row)?,
        shared: shared(row)?,
        differences: difference::of(connection, row.get("num")?)?,
    })
}

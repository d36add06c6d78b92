//! Contact moments.

use super::{
    DifferenceRow, PersonName, difference, each, member, person, person_merge, shared, version,
};
use crate::columns::{id, millis, optional_id, optional_personal, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::person_merge::Joined;
use nabij_domain::{ContactKind, ContactOutcome, Id, LifeDomain, Millis, Personal, Version};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Connection, Params, Row};

/// A contact moment as lists and forms show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactMomentRow {
    /// Its document.
    pub id: Id,
    /// The space it lies in: a case's, or the street.
    pub space: SpaceId,
    /// The case (the space's id) when it belongs to one.
    pub case: Option<Id>,
    /// What that case is called, when its document is here.
    pub case_name: Option<Personal>,
    /// What the young person is called, as was written in the moment itself.
    pub nickname: Option<Personal>,
    /// The persons without a case whom it was with.
    pub persons: Vec<PersonName>,
    /// How many others the same was written for, in documents of their own.
    pub others: u32,
    /// What kind of contact it was.
    pub kind: ContactKind,
    /// What happened.
    pub text: Personal,
    /// When it happened.
    pub at: Millis,
    /// Where.
    pub place: Option<Personal>,
    /// Whether somebody was reached.
    pub outcome: ContactOutcome,
    /// The parts of a life it was about.
    pub life_domains: Vec<LifeDomain>,
    /// The group it was with.
    pub group: Option<Id>,
    /// What that group is called, when its document is here.
    pub group_name: Option<Personal>,
    /// The shift in which it happened.
    pub shift: Option<Id>,
    /// The stop of a round at which it happened.
    pub stop: Option<Id>,
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

const SELECT: &str = "SELECT d.num, d.id, d.version, d.changes > 1 AS edited, m.space, m.in_case,
    c.name AS case_name, m.nickname, m.kind, m.text, m.at, m.place, m.recorded_by, m.recorded_at,
    m.withdrawn, m.outcome, m.life_domains, m.in_group, g.name AS group_name, m.shift, m.stop, m.others, EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM contact_moment m JOIN document d ON d.num = m.document
    LEFT JOIN case_of_space c ON m.in_case AND c.space = m.space
    LEFT JOIN document gd ON gd.id = m.in_group LEFT JOIN street_group g ON g.document = gd.num";

impl Store {
    /// A contact moment, also one that was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn contact_moment(&self, id: Id) -> Result<Option<ContactMomentRow>, Error> {
        self.glance(|connection| Ok(rows(connection, "WHERE d.id = ?1", [&id.0])?.pop()))
    }
}

pub(super) fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<ContactMomentRow>, Error> {
    let joined = person_merge::joined(connection)?;
    each(
        connection,
        &format!("{SELECT} {condition}"),
        params,
        |row| from(connection, &joined, row),
    )
}

fn from(
    connection: &Connection,
    joined: &Joined,
    row: &Row<'_>,
) -> Result<ContactMomentRow, Error> {
    let space = space(row, "space")?;
    let in_case: bool = row.get("in_case")?;
    let num = row.get("num")?;
    let outcome: String = row.get("outcome")?;
    let life_domains: String = row.get("life_domains")?;
    Ok(ContactMomentRow {
        id: id(row, "id")?,
        space,
        case: in_case.then_some(Id(space.0)),
        case_name: optional_personal(row, "case_name")?,
        nickname: optional_personal(row, "nickname")?,
        persons: person::of_moment(connection, joined, num)?,
        others: row.get::<_, Option<u32>>("others")?.unwrap_or_default(),
        kind: ContactKind::parse(&row.get::<_, String>("kind")?),
        text: Personal::from(row.get::<_, String>("text")?),
        at: millis(row, "at")?,
        place: optional_personal(row, "place")?,
        outcome: ContactOutcome::parse(&outcome).unwrap_or(ContactOutcome::Reached),
        life_domains: life_domains
            .split_whitespace()
            .filter_map(LifeDomain::parse)
            .collect(),
        group: optional_id(row, "in_group")?,
        group_name: optional_personal(row, "group_name")?,
        shift: optional_id(row, "shift")?,
        stop: optional_id(row, "stop")?,
        by: member(row, "recorded_by")?,
        recorded_at: millis(row, "recorded_at")?,
        edited: row.get("edited")?,
        withdrawn: row.get("withdrawn")?,
        version: version(row)?,
        shared: shared(row)?,
        differences: difference::of(connection, num)?,
    })
}

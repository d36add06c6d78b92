//! Contact moments.

use super::{DifferenceRow, difference, member, shared, version};
use crate::columns::{id, millis, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{ContactKind, Id, Millis, Personal, Version};
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
    /// What the young person is called.
    pub nickname: Option<Personal>,
    /// What kind of contact it was.
    pub kind: ContactKind,
    /// What happened.
    pub text: Personal,
    /// When it happened.
    pub at: Millis,
    /// Where.
    pub place: Option<Personal>,
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
    m.withdrawn, EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM contact_moment m JOIN document d ON d.num = m.document
    LEFT JOIN case_of_space c ON m.in_case AND c.space = m.space";

impl Store {
    /// A contact moment, also one that was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn contact_moment(&self, id: Id) -> Result<Option<ContactMomentRow>, Error> {
        self.read(|connection| Ok(rows(connection, "WHERE d.id = ?1", [&id.0])?.pop()))
    }
}

pub(super) fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<ContactMomentRow>, Error> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} {condition}"))?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from(connection, row)?);
    }
    Ok(found)
}

fn from(connection: &Connection, row: &Row<'_>) -> Result<ContactMomentRow, Error> {
    let space = space(row, "space")?;
    let in_case: bool = row.get("in_case")?;
    let personal = |column| -> Result<Option<Personal>, Error> {
        Ok(row.get::<_, Option<String>>(column)?.map(Personal::from))
    };
    Ok(ContactMomentRow {
        id: id(row, "id")?,
        space,
        case: in_case.then_some(Id(space.0)),
        case_name: personal("case_name")?,
        nickname: personal("nickname")?,
        kind: ContactKind::parse(&row.get::<_, String>("kind")?),
        text: Personal::from(row.get::<_, String>("text")?),
        at: millis(row, "at")?,
        place: personal("place")?,
        by: member(row, "recorded_by")?,
        recorded_at: millis(row, "recorded_at")?,
        edited: row.get("edited")?,
        withdrawn: row.get("withdrawn")?,
        version: version(row)?,
        shared: shared(row)?,
        differences: difference::of(connection, row.get("num")?)?,
    })
}

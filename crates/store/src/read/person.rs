//! Persons without a case.

use super::{DifferenceRow, difference, each, member, person_merge, shared, version};
use crate::columns::{
    id, millis, number_from, optional_id, optional_millis, optional_personal, space,
};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::person::Purpose;
use nabij_domain::person_merge::Joined;
use nabij_domain::{Id, Millis, Personal, Version};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Connection, Params, Row};

/// A person as lists and pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Its document.
    pub id: Id,
    /// The street's space.
    pub space: SpaceId,
    /// What coaches call this person.
    pub nickname: Personal,
    /// By what to know this person again.
    pub text: Option<Personal>,
    /// The group this person is met with.
    pub group: Option<Id>,
    /// What that group is called, when its document is here.
    pub group_name: Option<Personal>,
    /// The place where this person was met last.
    pub place: Option<Id>,
    /// What the place is called where this person was met last: of the newest contact moment with a place, or else
    /// the one noted with the person.
    pub place_name: Option<Personal>,
    /// For what purpose this person is kept.
    pub purpose: Option<Purpose>,
    /// Who recorded it.
    pub by: MemberId,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// Taken back.
    pub withdrawn: bool,
    /// How many contact moments there are with this person, without those taken back.
    pub moments: u64,
    /// When this person was seen last: the newest contact moment, or else when it was recorded.
    pub seen: Millis,
    /// Since when this person is not kept any longer; `None`: there is a purpose.
    pub expires_at: Option<Millis>,
    /// Into whom this person was merged, as it counts.
    pub merged_into: Option<Id>,
    /// The version that this shows.
    pub version: Version,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<DifferenceRow>,
}

/// A person as something that refers to it shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    /// The person's document.
    pub id: Id,
    /// What coaches call this person; `None`: its document is not here.
    nickname: Option<Personal>,
    expires_at: Option<Millis>,
    /// Into whom this person was merged, as it counts.
    pub merged_into: Option<Id>,
}

impl PersonRow {
    /// Whether this person is not kept any longer at `now`, and so in no list, suggestion or search.
    pub fn is_expired(&self, now: Millis) -> bool {
        self.expires_at.is_some_and(|at| at <= now)
    }
}

impl PersonName {
    /// Whether this person is not kept any longer at `now`.
    pub fn is_expired(&self, now: Millis) -> bool {
        self.expires_at.is_some_and(|at| at <= now)
    }

    /// The nickname, unless this person is not kept any longer at `now`.
    pub fn nickname(&self, now: Millis) -> Option<&Personal> {
        self.nickname.as_ref().filter(|_| !self.is_expired(now))
    }
}

const SELECT: &str = "SELECT d.num, d.id, d.version, p.space, p.nickname, p.text, p.in_group, g.name AS group_name,
    p.place, l.name AS place_name, (
      SELECT m.place FROM contact_moment_person x JOIN contact_moment m ON m.document = x.document
      WHERE x.person = d.id AND m.withdrawn = 0 AND m.place IS NOT NULL ORDER BY m.at DESC LIMIT 1) AS last_place, p.purpose, p.recorded_by, p.recorded_at, p.withdrawn, s.seen, s.expires_at,
    (SELECT count(*) FROM contact_moment_person x JOIN contact_moment m ON m.document = x.document
      WHERE x.person = d.id AND m.withdrawn = 0) AS moments,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM person p JOIN document d ON d.num = p.document JOIN person_standing s ON s.document = p.document
    LEFT JOIN document gd ON gd.id = p.in_group LEFT JOIN street_group g ON g.document = gd.num
    LEFT JOIN document ld ON ld.id = p.place LEFT JOIN place l ON l.document = ld.num";

impl Store {
    /// Everybody who is kept at `now`, most recently seen first; also those who were merged into somebody. Without
    /// those taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn persons(&self, now: Millis) -> Result<Vec<PersonRow>, Error> {
        self.read(|connection| {
            rows(
                connection,
                "WHERE p.withdrawn = 0 AND (s.expires_at IS NULL OR s.expires_at > ?1)
                 ORDER BY s.seen DESC, d.id",
                [now.0],
            )
        })
    }

    /// One person, also when it was taken back or is not kept any longer: see [`PersonRow::is_expired`].
    ///
    /// # Errors
    /// Faults of the file.
    pub fn person(&self, id: Id) -> Result<Option<PersonRow>, Error> {
        self.read(|connection| Ok(rows(connection, "WHERE d.id = ?1", [&id.0])?.pop()))
    }
}

fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<PersonRow>, Error> {
    let joined = person_merge::joined(connection)?;
    each(
        connection,
        &format!("{SELECT} {condition}"),
        params,
        |row| from(connection, &joined, row),
    )
}

fn from(connection: &Connection, joined: &Joined, row: &Row<'_>) -> Result<PersonRow, Error> {
    let id = id(row, "id")?;
    let purpose: Option<String> = row.get("purpose")?;
    Ok(PersonRow {
        id,
        space: space(row, "space")?,
        nickname: Personal::from(row.get::<_, String>("nickname")?),
        text: optional_personal(row, "text")?,
        group: optional_id(row, "in_group")?,
        group_name: optional_personal(row, "group_name")?,
        place: optional_id(row, "place")?,
        place_name: match optional_personal(row, "last_place")? {
            None => optional_personal(row, "place_name")?,
            last => last,
        },
        purpose: purpose.as_deref().and_then(Purpose::parse),
        by: member(row, "recorded_by")?,
        recorded_at: millis(row, "recorded_at")?,
        withdrawn: row.get("withdrawn")?,
        moments: number_from(row.get("moments")?)?,
        seen: millis(row, "seen")?,
        expires_at: optional_millis(row, "expires_at")?,
        merged_into: joined.merged_into(id),
        version: version(row)?,
        shared: shared(row)?,
        differences: difference::of(connection, row.get("num")?)?,
    })
}

/// A person by its document's id, whether that is here or not.
pub(super) fn name(
    connection: &Connection,
    joined: &Joined,
    person: Id,
) -> Result<PersonName, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT p.nickname, s.expires_at FROM document d JOIN person p ON p.document = d.num
           JOIN person_standing s ON s.document = d.num WHERE d.id = ?1",
    )?;
    let mut rows = statement.query([&person.0])?;
    let (nickname, expires_at) = match rows.next()? {
        Some(row) => (
            optional_personal(row, "nickname")?,
            optional_millis(row, "expires_at")?,
        ),
        None => (None, None),
    };
    Ok(PersonName {
        id: person,
        nickname,
        expires_at,
        merged_into: joined.merged_into(person),
    })
}

/// The persons whom a contact moment was with, by its row.
pub(super) fn of_moment(
    connection: &Connection,
    joined: &Joined,
    num: i64,
) -> Result<Vec<PersonName>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT person FROM contact_moment_person WHERE document = ?1 ORDER BY person",
    )?;
    let persons = statement
        .query_map([num], |row| id(row, "person"))?
        .collect::<Result<Vec<Id>, _>>()?;
    persons
        .into_iter()
        .map(|person| name(connection, joined, person))
        .collect()
}

//! Values that colleagues set without having seen each other's, with who and when.

use super::{PersonName, kind, person, person_merge, version};
use crate::columns::id;
use crate::error::Error;
use nabij_domain::{DocumentKind, Field, Id, Millis, Personal, Version};
use nabij_protocol::id::MemberId;
use rusqlite::{Connection, Row};

/// A field with more than one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceRow {
    /// In which document.
    pub document: Id,
    /// What that is about.
    pub kind: DocumentKind,
    /// In which version these values stand in it.
    pub version: Version,
    /// The field.
    pub field: Field,
    /// Two or more, in the same order on every device; see `nabij_domain::Difference`.
    pub values: Vec<AlternativeRow>,
    /// Who chose between them, if somebody did.
    pub settled: Option<SettledRow>,
}

/// Who chose, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettledRow {
    /// Who.
    pub by: Option<MemberId>,
    /// When, as claimed.
    pub at: Millis,
}

/// One of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlternativeRow {
    /// The value as text, as `nabij_domain::Alternative` has it.
    pub value: Personal,
    /// What the place, group or case is called that the value names.
    pub name: Option<Personal>,
    /// The persons whom the value names.
    pub persons: Vec<PersonName>,
    /// Who set it.
    pub by: Option<MemberId>,
    /// When, as claimed.
    pub at: Millis,
    /// Whether it is the one that shows.
    pub chosen: bool,
}

/// Fields that can differ.
const FIELDS: [Field; 39] = [
    Field::By,
    Field::RecordedAt,
    Field::Case,
    Field::Nickname,
    Field::Kind,
    Field::Text,
    Field::At,
    Field::Place,
    Field::Name,
    Field::OpenedAt,
    Field::Member,
    Field::Role,
    Field::Withdrawn,
    Field::Persons,
    Field::Person,
    Field::Outcome,
    Field::LifeDomains,
    Field::Shift,
    Field::Round,
    Field::Stop,
    Field::Group,
    Field::Others,
    Field::Import,
    Field::EndedAt,
    Field::Colleagues,
    Field::HeadCount,
    Field::Mood,
    Field::Topic,
    Field::Agreement,
    Field::NextStep,
    Field::Purpose,
    Field::Into,
    Field::Owner,
    Field::Due,
    Field::DueHour,
    Field::ContactMoment,
    Field::Lines,
    Field::Why,
    Field::Handover,
];

/// The differences in a document, by its row.
pub(super) fn of(connection: &Connection, num: i64) -> Result<Vec<DifferenceRow>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT o.id, o.kind, o.version, d.field, d.value, d.at, d.chosen, a.member,
           d.settled_at, s.member AS settled_by
         FROM difference d JOIN document o ON o.num = d.document
           LEFT JOIN actor a ON a.actor = d.actor
           LEFT JOIN actor s ON s.actor = d.settled_by
         WHERE d.document = ?1 ORDER BY d.position",
    )?;
    let mut rows = statement.query([num])?;
    let mut differences: Vec<DifferenceRow> = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get("field")?;
        let field = FIELDS
            .into_iter()
            .find(|field| field.as_str() == name)
            .ok_or(Error::Damaged)?;
        let value = Personal::from(row.get::<_, String>("value")?);
        let alternative = AlternativeRow {
            name: named(connection, field, &value)?,
            persons: persons(connection, field, &value)?,
            value,
            by: row.get::<_, Option<[u8; 16]>>("member")?.map(MemberId),
            at: Millis(row.get("at")?),
            chosen: row.get("chosen")?,
        };
        match differences.last_mut() {
            Some(last) if last.field == field => last.values.push(alternative),
            _ => differences.push(DifferenceRow {
                document: id(row, "id")?,
                kind: kind(row)?,
                version: version(row)?,
                field,
                values: vec![alternative],
                settled: settled(row)?,
            }),
        }
    }
    Ok(differences)
}

fn settled(row: &Row<'_>) -> Result<Option<SettledRow>, Error> {
    let Some(at) = row.get::<_, Option<i64>>("settled_at")? else {
        return Ok(None);
    };
    Ok(Some(SettledRow {
        by: row.get::<_, Option<[u8; 16]>>("settled_by")?.map(MemberId),
        at: Millis(at),
    }))
}

/// What the place, group or case is called, where the value is the id of one that is here.
fn named(
    connection: &Connection,
    field: Field,
    value: &Personal,
) -> Result<Option<Personal>, Error> {
    if !matches!(field, Field::Place | Field::Group | Field::Case) {
        return Ok(None);
    }
    let Ok(thing) = value.as_str().parse::<Id>() else {
        return Ok(None);
    };
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(p.name, g.name, c.name) FROM document d
           LEFT JOIN place p ON p.document = d.num LEFT JOIN street_group g ON g.document = d.num
           LEFT JOIN case_row c ON c.document = d.num
         WHERE d.id = ?1",
    )?;
    let mut rows = statement.query([&thing.0])?;
    let name = match rows.next()? {
        Some(row) => row.get::<_, Option<String>>(0)?,
        None => None,
    };
    Ok(name.map(Personal::from))
}

fn persons(
    connection: &Connection,
    field: Field,
    value: &Personal,
) -> Result<Vec<PersonName>, Error> {
    if !matches!(field, Field::Person | Field::Persons) || value.as_str().is_empty() {
        return Ok(Vec::new());
    }
    let joined = person_merge::joined(connection)?;
    value
        .as_str()
        .split_whitespace()
        .filter_map(|id| id.parse().ok())
        .map(|id| person::name(connection, &joined, id))
        .collect()
}

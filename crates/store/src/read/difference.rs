//! Values that colleagues set without having seen each other's, with who and when.

use crate::error::Error;
use nabij_domain::{Field, Millis, Personal};
use nabij_protocol::id::MemberId;
use rusqlite::Connection;

/// A field with more than one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceRow {
    /// The field.
    pub field: Field,
    /// Two or more, in the same order on every device, the one that shows last.
    pub values: Vec<AlternativeRow>,
}

/// One of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlternativeRow {
    /// The value as text, as `nabij_domain::Alternative` has it.
    pub value: Personal,
    /// Who set it.
    pub by: Option<MemberId>,
    /// When that colleague's app last wrote in this document, as claimed.
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
        "SELECT d.field, d.value, d.chosen, a.member, coalesce(da.at, 0) AS at
         FROM difference d LEFT JOIN actor a ON a.actor = d.actor
           LEFT JOIN document_actor da ON da.document = d.document AND da.actor = d.actor
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
        let version = AlternativeRow {
            value: Personal::from(row.get::<_, String>("value")?),
            by: row.get::<_, Option<[u8; 16]>>("member")?.map(MemberId),
            at: Millis(row.get("at")?),
            chosen: row.get("chosen")?,
        };
        match differences.last_mut() {
            Some(last) if last.field == field => last.values.push(version),
            _ => differences.push(DifferenceRow {
                field,
                values: vec![version],
            }),
        }
    }
    Ok(differences)
}

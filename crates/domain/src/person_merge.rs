//! That a person turned out to be another person, or a case. Taking it back parts them again; nothing of either is
//! changed by it.

use crate::document::{Author, Change, Difference, Document, DocumentKind, Fields, Put, begin};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::refusal::Refusal;

/// A person who turned out to be another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPersonMerge {
    /// Who turned out to be another.
    pub person: Id,
    /// Whom: a person, or a case.
    pub into: Id,
}

/// A merge as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonMerge {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// Who turned out to be another.
    pub person: Id,
    /// Whom: a person, or a case.
    pub into: Id,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::PersonMerge;

/// Records that two are one.
pub fn create(
    author: &Author,
    new: NewPersonMerge,
    now: Millis,
) -> Result<(Document, Change), Refusal> {
    let fields = vec![
        (Field::Person, Put::from(new.person)),
        (Field::Into, Put::from(new.into)),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Reads it.
pub fn read(document: &Document) -> Result<PersonMerge, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(PersonMerge {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        person: fields.id(Field::Person)?,
        into: fields.id(Field::Into)?,
        withdrawn: fields.flag(Field::Withdrawn)?,
        differences: fields.differences(&[Field::Withdrawn]),
    })
}

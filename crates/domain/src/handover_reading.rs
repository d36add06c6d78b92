//! That a colleague has read a handover.

use crate::document::{Author, Change, Difference, Document, DocumentKind, Fields, Put, begin};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::refusal::Refusal;

/// A handover that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewHandoverReading {
    /// Which.
    pub handover: Id,
}

/// A reading as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverReading {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// Which.
    pub handover: Id,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::HandoverReading;

/// Records that it was read.
pub fn create(
    author: &Author,
    new: NewHandoverReading,
    now: Millis,
) -> Result<(Document, Change), Refusal> {
    let fields = vec![
        (Field::Handover, Put::from(new.handover)),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Reads it.
pub fn read(document: &Document) -> Result<HandoverReading, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(HandoverReading {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        handover: fields.id(Field::Handover)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[Field::Withdrawn]),
    })
}

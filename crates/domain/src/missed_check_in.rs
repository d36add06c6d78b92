//! That a coach who worked alone did not check in at the agreed time. Says when, never where.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::refusal::Refusal;

/// A check-in that was missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMissedCheckIn {
    /// When the coach would have checked in.
    pub due: Millis,
    /// Members who are to know.
    pub colleagues: Vec<Id>,
}

/// A change: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MissedCheckInEdit {
    /// When the coach said that all is well.
    pub ended_at: Option<Option<Millis>>,
}

/// A missed check-in as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedCheckIn {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// When the coach would have checked in.
    pub due: Millis,
    /// Members who are to know.
    pub colleagues: Vec<Id>,
    /// When the coach said that all is well.
    pub ended_at: Option<Millis>,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::MissedCheckIn;

/// Records that a check-in was missed.
pub fn create(
    author: &Author,
    new: NewMissedCheckIn,
    now: Millis,
) -> Result<(Document, Change), Refusal> {
    let fields = vec![
        (Field::Due, Put::from(new.due)),
        (Field::Colleagues, Put::from(new.colleagues.as_slice())),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes it as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: MissedCheckInEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    puts.value(Field::EndedAt, edit.ended_at)?;
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads it.
pub fn read(document: &Document) -> Result<MissedCheckIn, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(MissedCheckIn {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        due: fields.moment(Field::Due)?,
        colleagues: fields.ids(Field::Colleagues)?,
        ended_at: fields.optional_moment(Field::EndedAt)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[Field::EndedAt, Field::Withdrawn]),
    })
}

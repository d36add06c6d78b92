//! A shift (dienst): one evening's work of one coach, alone or with colleagues.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::refusal::Refusal;

/// A shift that begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewShift {
    /// When it began.
    pub at: Millis,
    /// Members who work along.
    pub colleagues: Vec<Id>,
}

/// A change to a shift: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShiftEdit {
    /// When it began.
    pub at: Option<Millis>,
    /// When it ended; `None` while it runs.
    pub ended_at: Option<Option<Millis>>,
    /// Members who work along.
    pub colleagues: Option<Vec<Id>>,
}

/// A shift as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// When it began.
    pub at: Millis,
    /// When it ended; `None` while it runs.
    pub ended_at: Option<Millis>,
    /// Members who work along.
    pub colleagues: Vec<Id>,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Shift;

/// Begins a shift.
pub fn create(author: &Author, new: NewShift, now: Millis) -> Result<(Document, Change), Refusal> {
    let fields = vec![
        (Field::At, Put::from(new.at)),
        (Field::Colleagues, Put::from(new.colleagues.as_slice())),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes it as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: ShiftEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    puts.value(Field::At, edit.at)?;
    puts.value(Field::EndedAt, edit.ended_at)?;
    puts.value(Field::Colleagues, edit.colleagues.as_deref())?;
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads it.
pub fn read(document: &Document) -> Result<Shift, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Shift {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        at: fields.moment(Field::At)?,
        ended_at: fields.optional_moment(Field::EndedAt)?,
        colleagues: fields.ids(Field::Colleagues)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[
            Field::At,
            Field::EndedAt,
            Field::Colleagues,
            Field::Withdrawn,
        ]),
    })
}

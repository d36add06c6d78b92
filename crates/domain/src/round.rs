//! A round (ronde): a walk past places, within a shift.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::refusal::Refusal;

/// A round that begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRound {
    /// The shift it belongs to.
    pub shift: Id,
    /// When it began.
    pub at: Millis,
}

/// A change to a round: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundEdit {
    /// When it ended; `None` while it runs.
    pub ended_at: Option<Option<Millis>>,
}

/// A round as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// The shift it belongs to.
    pub shift: Id,
    /// When it began.
    pub at: Millis,
    /// When it ended; `None` while it runs.
    pub ended_at: Option<Millis>,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Round;

/// Begins a round.
pub fn create(author: &Author, new: NewRound, now: Millis) -> Result<(Document, Change), Refusal> {
    let fields = vec![
        (Field::Shift, Put::from(new.shift)),
        (Field::At, Put::from(new.at)),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes it as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: RoundEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    puts.value(Field::EndedAt, edit.ended_at)?;
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads it.
pub fn read(document: &Document) -> Result<Round, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Round {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        shift: fields.id(Field::Shift)?,
        at: fields.moment(Field::At)?,
        ended_at: fields.optional_moment(Field::EndedAt)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[Field::At, Field::EndedAt, Field::Withdrawn]),
    })
}

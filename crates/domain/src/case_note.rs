//! A note in a case.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;

/// A note to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCaseNote {
    /// The case it belongs to.
    pub case: Id,
    /// The words, up to 20,000 characters.
    pub text: Personal,
}

/// A change to a note: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseNoteEdit {
    /// The words.
    pub text: Option<Personal>,
    /// Takes it back, or puts it back.
    pub withdrawn: Option<bool>,
}

/// A note as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseNote {
    /// Who wrote it first.
    pub by: Id,
    /// When it was first written.
    pub recorded_at: Millis,
    /// The case it belongs to.
    pub case: Id,
    /// The words.
    pub text: Personal,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::CaseNote;

/// Writes a note.
pub fn create(
    author: &Author,
    new: NewCaseNote,
    now: Millis,
) -> Result<(Document, Change), Refusal> {
    rules::body(Field::Text, &new.text)?;
    let fields = vec![
        (Field::Case, Put::from(new.case)),
        (Field::Text, Put::from(&new.text)),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes a note as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: CaseNoteEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    if let Some(text) = edit.text {
        rules::body(Field::Text, &text)?;
        puts.set(Field::Text, &text)?;
    }
    if let Some(withdrawn) = edit.withdrawn {
        puts.set(Field::Withdrawn, withdrawn)?;
    }
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads a note.
pub fn read(document: &Document) -> Result<CaseNote, Refusal> {
    read_fields(&Fields::now(document, KIND)?)
}

/// Reads it as it was in a version that the document has been in.
pub fn read_at(document: &Document, version: &Version) -> Result<CaseNote, Refusal> {
    read_fields(&Fields::then(document, version, KIND)?)
}

fn read_fields(fields: &Fields<'_>) -> Result<CaseNote, Refusal> {
    Ok(CaseNote {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        case: fields.id(Field::Case)?,
        text: fields.text(Field::Text)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[Field::Case, Field::Text, Field::Withdrawn]),
    })
}

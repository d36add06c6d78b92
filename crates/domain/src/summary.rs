//! A case's summary: the one text colleagues write together, merged letter by letter.

use crate::document::{
    Author, Change, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;

/// A summary to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSummary {
    /// The case it sums up.
    pub case: Id,
    /// The words, up to 20,000 characters; may still be empty.
    pub text: Personal,
}

/// A change to a summary: `None` leaves it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryEdit {
    /// The whole text as it should read, compared with the version it was written on.
    pub text: Option<Personal>,
}

/// A summary as it reads now. Two edits at once both stay in the text, so it has no differences; together
/// they can be longer than one edit may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Who began it.
    pub by: Id,
    /// When it was begun.
    pub recorded_at: Millis,
    /// The case it sums up.
    pub case: Id,
    /// The words.
    pub text: Personal,
}

const KIND: DocumentKind = DocumentKind::Summary;

/// Begins a summary.
pub fn create(
    author: &Author,
    new: NewSummary,
    now: Millis,
) -> Result<(Document, Change), Refusal> {
    rules::body_or_nothing(Field::Text, &new.text)?;
    let fields = vec![
        (Field::Case, Put::from(new.case)),
        (Field::Text, Put::SharedText(new.text.into_inner())),
    ];
    begin(KIND, author, now, fields)
}

/// Changes a summary as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: SummaryEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    if let Some(text) = edit.text {
        rules::body_or_nothing(Field::Text, &text)?;
        puts.set(Field::Text, Put::SharedText(text.into_inner()))?;
    }
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads a summary.
pub fn read(document: &Document) -> Result<Summary, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Summary {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        case: fields.id(Field::Case)?,
        text: fields.shared_text(Field::Text)?,
    })
}

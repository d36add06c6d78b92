//! A case: one young person, family or group the team works for.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;

/// A case to open; it opens now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCase {
    /// What colleagues call it, up to 200 characters.
    pub name: Personal,
    /// The import that made it.
    pub import: Option<Id>,
}

/// A change to a case: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseEdit {
    /// What colleagues call it.
    pub name: Option<Personal>,
    /// Takes it back, or puts it back.
    pub withdrawn: Option<bool>,
}

/// A case as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What colleagues call it.
    pub name: Personal,
    /// When it was opened.
    pub opened_at: Millis,
    /// Who opened it.
    pub by: Id,
    /// The import that made it.
    pub import: Option<Id>,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Case;

/// Opens a case.
pub fn create(author: &Author, new: NewCase, now: Millis) -> Result<(Document, Change), Refusal> {
    rules::line(Field::Name, &new.name)?;
    let fields = vec![
        (Field::Name, Put::from(&new.name)),
        (Field::OpenedAt, Put::from(now)),
        (Field::Import, Put::from(new.import)),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes a case as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: CaseEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    if let Some(name) = edit.name {
        rules::line(Field::Name, &name)?;
        puts.set(Field::Name, &name)?;
    }
    if let Some(withdrawn) = edit.withdrawn {
        puts.set(Field::Withdrawn, withdrawn)?;
    }
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads a case.
pub fn read(document: &Document) -> Result<Case, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Case {
        name: fields.text(Field::Name)?,
        opened_at: fields.moment(Field::OpenedAt)?,
        by: fields.id(Field::By)?,
        import: fields.optional_id(Field::Import)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[Field::Name, Field::Withdrawn]),
    })
}

//! A group on the street: what the team calls it, without names of persons.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;

/// A group to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGroup {
    /// What colleagues call it, up to 200 characters.
    pub name: Personal,
    /// The place where it is usually met.
    pub place: Option<Id>,
    /// What colleagues should know of it, up to 20,000 characters.
    pub text: Option<Personal>,
}

/// A change to a group: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupEdit {
    /// What colleagues call it, up to 200 characters.
    pub name: Option<Personal>,
    /// The place where it is usually met.
    pub place: Option<Option<Id>>,
    /// What colleagues should know of it, up to 20,000 characters.
    pub text: Option<Option<Personal>>,
}

/// A group as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// What colleagues call it, up to 200 characters.
    pub name: Personal,
    /// The place where it is usually met.
    pub place: Option<Id>,
    /// What colleagues should know of it, up to 20,000 characters.
    pub text: Option<Personal>,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Group;

/// Adds a group.
pub fn create(author: &Author, new: NewGroup, now: Millis) -> Result<(Document, Change), Refusal> {
    rules::line(Field::Name, &new.name)?;
    let fields = vec![
        (Field::Name, Put::from(&new.name)),
        (Field::Place, Put::from(new.place)),
        (
            Field::Text,
            Put::from(&rules::optional_body(Field::Text, new.text)?),
        ),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes it as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: GroupEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    puts.line(Field::Name, edit.name)?;
    puts.value(Field::Place, edit.place)?;
    puts.optional_body(Field::Text, edit.text)?;
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads it.
pub fn read(document: &Document) -> Result<Group, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Group {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        name: fields.text(Field::Name)?,
        place: fields.optional_id(Field::Place)?,
        text: fields.optional_text(Field::Text)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[
            Field::Name,
            Field::Place,
            Field::Text,
            Field::Withdrawn,
        ]),
    })
}

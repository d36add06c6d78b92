//! A place on the street, from the team's own list: where one goes, never where somebody is.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;

/// A place to add to the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlace {
    /// What colleagues call it, up to 200 characters.
    pub name: Personal,
}

/// A change to a place: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceEdit {
    /// What colleagues call it, up to 200 characters.
    pub name: Option<Personal>,
}

/// A place as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// What colleagues call it, up to 200 characters.
    pub name: Personal,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Place;

/// Adds a place.
pub fn create(author: &Author, new: NewPlace, now: Millis) -> Result<(Document, Change), Refusal> {
    rules::line(Field::Name, &new.name)?;
    let fields = vec![
        (Field::Name, Put::from(&new.name)),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes it as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: PlaceEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    puts.line(Field::Name, edit.name)?;
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads it.
pub fn read(document: &Document) -> Result<Place, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Place {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        name: fields.text(Field::Name)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[Field::Name, Field::Withdrawn]),
    })
}

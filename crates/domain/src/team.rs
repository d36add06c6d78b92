//! The team: for now, its name.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::Millis;
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;

/// A team to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTeam {
    /// The name, up to 200 characters.
    pub name: Personal,
}

/// A change to the team: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamEdit {
    /// The name.
    pub name: Option<Personal>,
}

/// The team as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// The name.
    pub name: Personal,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Team;

/// Begins a team.
pub fn create(author: &Author, new: NewTeam, now: Millis) -> Result<(Document, Change), Refusal> {
    rules::line(Field::Name, &new.name)?;
    begin(KIND, author, now, vec![(Field::Name, Put::from(&new.name))])
}

/// Changes the team as it read in `base`. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: TeamEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    if let Some(name) = edit.name {
        rules::line(Field::Name, &name)?;
        puts.set(Field::Name, &name)?;
    }
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads the team.
pub fn read(document: &Document) -> Result<Team, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Team {
        name: fields.text(Field::Name)?,
        differences: fields.differences(&[Field::Name]),
    })
}

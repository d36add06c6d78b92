//! A colleague: whose name and role the others see.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;

/// What somebody does in the team. What somebody may do is decided elsewhere, by membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Works on the street.
    Coach,
    /// Works with families.
    FamilyCoach,
    /// Directs cases.
    Director,
    /// Watches over privacy.
    PrivacyOfficer,
    /// A role a later version adds; its word stays stored as it is.
    Other,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 5] = [
        Role::Coach,
        Role::FamilyCoach,
        Role::Director,
        Role::PrivacyOfficer,
        Role::Other,
    ];

    /// The stored word.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Coach => "coach",
            Role::FamilyCoach => "family_coach",
            Role::Director => "director",
            Role::PrivacyOfficer => "privacy_officer",
            Role::Other => "other",
        }
    }

    /// The role for a stored word; an unknown word reads as [`Role::Other`].
    pub fn parse(word: &str) -> Role {
        Role::ALL
            .into_iter()
            .find(|role| role.as_str() == word)
            .unwrap_or(Role::Other)
    }
}

/// A colleague to introduce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewColleague {
    /// Whom it is about.
    pub member: Id,
    /// The name, up to 200 characters.
    pub name: Personal,
    /// The role.
    pub role: Role,
}

/// A change to a colleague's entry: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColleagueEdit {
    /// The name.
    pub name: Option<Personal>,
    /// The role.
    pub role: Option<Role>,
}

/// A colleague as the entry reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Whom it is about.
    pub member: Id,
    /// The name.
    pub name: Personal,
    /// The role.
    pub role: Role,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Colleague;

/// Introduces a colleague.
pub fn create(
    author: &Author,
    new: NewColleague,
    now: Millis,
) -> Result<(Document, Change), Refusal> {
    rules::line(Field::Name, &new.name)?;
    let fields = vec![
        (Field::Member, Put::from(new.member)),
        (Field::Name, Put::from(&new.name)),
        (Field::Role, Put::from(new.role.as_str())),
    ];
    begin(KIND, author, now, fields)
}

/// Changes a colleague's entry as it read in `base`. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: ColleagueEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    if let Some(name) = edit.name {
        rules::line(Field::Name, &name)?;
        puts.set(Field::Name, &name)?;
    }
    if let Some(role) = edit.role {
        let stored = puts.base().text(Field::Role)?;
        // A word a later version wrote reads as "other" here; choosing "other" must not lose it.
        match Role::parse(stored.as_str()) == role {
            true => puts.set(Field::Role, &stored)?,
            false => puts.set(Field::Role, role.as_str())?,
        }
    }
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads a colleague's entry.
pub fn read(document: &Document) -> Result<Colleague, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Colleague {
        member: fields.id(Field::Member)?,
        name: fields.text(Field::Name)?,
        role: Role::parse(fields.text(Field::Role)?.as_str()),
        differences: fields.differences(&[Field::Name, Field::Role]),
    })
}

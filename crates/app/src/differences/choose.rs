//! Choosing between what two colleagues set, and taking the choice back.

use super::DifferenceField;
use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use nabij_domain::{Field, Id, Personal, choice};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Chooses in one field of one document.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeepDifference {
    /// In which document.
    pub id: String,
    /// On which version of it the difference was seen: what was set meanwhile differs again.
    pub version: String,
    /// Of which field.
    pub field: DifferenceField,
    /// What it becomes.
    pub choice: DifferenceChoice,
}

/// What a field becomes that held two values.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DifferenceChoice {
    /// One of the values, by its place in the list, from zero.
    Value(usize),
    /// A further value: words, or for a time its milliseconds since 1970, or for a count its digits.
    Words(String),
}

/// The document after a choice.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChosenVersion {
    /// In which version it is now: to take the choice back.
    pub version: String,
}

/// Takes the choice in one field of one document back.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakeBackChoice {
    /// In which document.
    pub id: String,
    /// On which version of it.
    pub version: String,
    /// Of which field.
    pub field: DifferenceField,
}

pub(crate) fn keep_difference(
    app: &App,
    request: KeepDifference,
    origin: &Origin,
) -> Result<ChosenVersion, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let field = stored(request.field)?;
    vault.edit(
        app,
        id,
        &request.version,
        origin,
        |document, base, author, now| match request.choice {
            DifferenceChoice::Value(position) => {
                choice::keep(document, base, field, position, author, now)
            }
            DifferenceChoice::Words(words) => {
                choice::write(document, base, field, Personal::from(words), author, now)
            }
        },
    )?;
    let (_, document) = vault.store.document(id)?.ok_or(Error::NotFound)?;
    Ok(ChosenVersion {
        version: document.version().to_string(),
    })
}

pub(crate) fn take_back_choice(
    app: &App,
    request: TakeBackChoice,
    origin: &Origin,
) -> Result<Empty, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let field = stored(request.field)?;
    vault.edit(
        app,
        id,
        &request.version,
        origin,
        |document, base, author, now| choice::take_back(document, base, field, author, now),
    )?;
    Ok(Empty {})
}

fn stored(field: DifferenceField) -> Result<Field, Error> {
    field.stored().ok_or(Error::NotFound)
}

//! Case notes: what a coach wants the file to hold beside what happened.

use crate::App;
use crate::cases::{Share, case_id};
use crate::differences::{Difference, Names, differences};
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::write::{Write, new_id, write};
use nabij_domain::case_note::{self, CaseNoteEdit, NewCaseNote};
use nabij_domain::{Id, Millis, Personal};
use nabij_protocol::id::SpaceId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A note as a timeline shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseNoteRow {
    /// Which.
    pub id: String,
    /// In which case.
    pub case_id: String,
    /// The note.
    pub text: String,
    /// When it was recorded; milliseconds since 1970.
    pub at: i64,
    /// Who recorded it.
    pub by: String,
    /// Whether that is the one who uses this laptop.
    pub mine: bool,
    /// Whether it was changed since.
    pub edited: bool,
    /// The version to send back with an edit.
    pub version: String,
    /// Whether what was written here is shared.
    pub share: Share,
    /// Where two colleagues set one value.
    pub differences: Vec<Difference>,
}

/// Records a note.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordCaseNote {
    /// In which case.
    pub case_id: String,
    /// The note.
    pub text: String,
}

/// Changes a note.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditCaseNote {
    /// Which.
    pub id: String,
    /// The version on which it was opened.
    pub version: String,
    /// The note.
    pub text: String,
}

pub(crate) fn record_case_note(
    app: &App,
    request: RecordCaseNote,
    origin: &Origin,
) -> Result<CaseNoteRow, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let case = case_id(&request.case_id)?;
    vault.store.case(case)?.ok_or(Error::NotFound)?;
    let new = NewCaseNote {
        case,
        text: Personal::from(request.text),
    };
    let (_, change) = case_note::create(&vault.author(me), new, Millis(app.now()))?;
    let id = new_id();
    let writes = vec![Write::change(SpaceId(case.0), id, change)];
    write(app, &vault, &mut standing, writes, origin)?;
    drop(standing);
    case_note_row(&vault, id)
}

pub(crate) fn edit_case_note(
    app: &App,
    request: EditCaseNote,
    origin: &Origin,
) -> Result<CaseNoteRow, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let edit = CaseNoteEdit {
        text: Some(Personal::from(request.text)),
        ..Default::default()
    };
    vault.edit(
        app,
        id,
        &request.version,
        origin,
        |document, base, author, now| case_note::edit(document, base, edit, author, now),
    )?;
    case_note_row(&vault, id)
}

fn case_note_row(vault: &OpenVault, id: Id) -> Result<CaseNoteRow, Error> {
    let row = vault.store.case_note(id)?.ok_or(Error::NotFound)?;
    Ok(case_note_row_of(&Names::of(vault)?, row))
}

pub(crate) fn case_note_row_of(names: &Names, row: nabij_store::CaseNoteRow) -> CaseNoteRow {
    CaseNoteRow {
        id: row.id.to_string(),
        case_id: row.case.to_string(),
        text: row.text.into_inner(),
        at: row.at.0,
        by: names.name(&row.by),
        mine: names.is_me(&row.by),
        edited: row.edited,
        version: row.version.to_string(),
        share: Share::of(row.shared),
        differences: differences(names, &row.differences),
    }
}

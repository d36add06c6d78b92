//! Where we stand: the one text that everyone in the case writes together.

use crate::App;
use crate::cases::{Share, case_id};
use crate::differences::Names;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use nabij_domain::{Id, Personal, summary};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One text that everyone in the case shares: where we stand.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Of which case.
    pub case_id: String,
    /// The text.
    pub text: String,
    /// The version to send back with an edit.
    pub version: String,
    /// Whether what was written here is shared.
    pub share: Share,
    /// Who changed it last.
    pub changed_by: Option<String>,
    /// When; milliseconds since 1970.
    pub changed_at: Option<i64>,
}

/// Writes the summary.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditSummary {
    /// Of which case.
    pub case_id: String,
    /// The version on which it was opened.
    pub version: String,
    /// The whole text.
    pub text: String,
}

pub(crate) fn edit_summary(
    app: &App,
    request: EditSummary,
    origin: &Origin,
) -> Result<Summary, Error> {
    let vault = app.vault()?;
    let case = case_id(&request.case_id)?;
    let document = vault.store.summary_document(case)?.ok_or(Error::NotFound)?;
    let edit = summary::SummaryEdit {
        text: Some(Personal::from(request.text)),
    };
    vault.edit(
        app,
        document,
        &request.version,
        origin,
        |document, base, author, now| summary::edit(document, base, edit, author, now),
    )?;
    read_summary(&vault, case, &Names::of(&vault)?)
}

pub(crate) fn read_summary(vault: &OpenVault, case: Id, names: &Names) -> Result<Summary, Error> {
    let row = vault.store.summary(case)?.ok_or(Error::NotFound)?;
    Ok(Summary {
        case_id: case.to_string(),
        text: row.text.into_inner(),
        version: row.version.to_string(),
        share: Share::of(row.shared),
        changed_by: row.changed_by.map(|by| names.name(&by)),
        changed_at: row.changed_at.map(|at| at.0),
    })
}

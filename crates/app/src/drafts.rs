//! The unfinished contact moment: survives a kill, never leaves this laptop.

use crate::App;
use crate::contact_moments::ContactKind;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was typed so far.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// In which case.
    pub case_id: Option<String>,
    /// Who it was with.
    pub nickname: Option<String>,
    /// What kind.
    pub kind: ContactKind,
    /// What happened.
    pub text: String,
    /// When; milliseconds since 1970.
    pub at: Option<i64>,
    /// Where.
    pub place: Option<String>,
}

/// The draft, if there is one.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptDraft {
    /// The draft.
    pub draft: Option<Draft>,
}

/// Keeps a draft, or forgets it.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveDraft {
    /// The draft; none to forget it.
    pub draft: Option<Draft>,
}

pub(crate) fn read_draft(app: &App, _: Empty, _: &Origin) -> Result<KeptDraft, Error> {
    let kept = app.vault()?.store.draft()?;
    let draft = kept
        .map(|kept| serde_json::from_str(kept.as_str()))
        .transpose();
    Ok(KeptDraft {
        draft: draft.map_err(|_| Error::Damaged)?,
    })
}

pub(crate) fn save_draft(app: &App, request: SaveDraft, _: &Origin) -> Result<Empty, Error> {
    let text = request
        .draft
        .map(|draft| serde_json::to_string(&draft))
        .transpose()?;
    app.vault()?.store.set_draft(text.as_deref())?;
    Ok(Empty {})
}

//! The unfinished contact moment: survives a kill, never leaves this laptop.

use crate::App;
use crate::contact_moments::{AgreedAction, ContactKind, ContactOutcome, Whom};
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::life_domains::LifeDomain;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was typed so far.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// With whom. What a draft of an older version does not have is empty.
    #[serde(default)]
    pub people: Vec<Whom>,
    /// What kind.
    pub kind: ContactKind,
    /// What happened.
    pub text: String,
    /// When; milliseconds since 1970.
    pub at: Option<i64>,
    /// Where.
    pub place: Option<String>,
    /// Whether somebody was reached.
    #[serde(default)]
    pub outcome: ContactOutcome,
    /// The parts of a life it was about.
    #[serde(default)]
    pub life_domains: Vec<LifeDomain>,
    /// The group it was with.
    #[serde(default)]
    pub group_id: Option<String>,
    /// What was agreed.
    #[serde(default)]
    pub actions: Vec<AgreedAction>,
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

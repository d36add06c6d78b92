//! Searching all text on this laptop.

use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use nabij_domain::Personal;
use nabij_store::HitKind as Found;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to look for.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Search {
    /// Words; each must occur, from its beginning.
    pub query: String,
    /// How many hits at the most; none for all.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// What was found.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Hits {
    /// The best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    #[ts(type = "number")]
    pub total: u64,
}

/// One item in which all words occur.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: HitKind,
    /// Which.
    pub id: String,
    /// In which case.
    pub case_id: Option<String>,
    /// The case's name, or who it was with.
    pub title: String,
    /// When; milliseconds since 1970.
    pub at: Option<i64>,
    /// The text around the words.
    pub snippet: Vec<SnippetPart>,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HitKind {
    /// A contact moment.
    ContactMoment,
    /// A note.
    CaseNote,
    /// A summary.
    Summary,
    /// A case, by its name.
    Case,
}

/// A piece of the text around the words.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SnippetPart {
    /// The piece.
    pub text: String,
    /// Whether it is one of the words.
    pub hit: bool,
}

pub(crate) fn search(app: &App, request: Search, _: &Origin) -> Result<Hits, Error> {
    let vault = app.vault()?;
    let found = vault.store.search(&request.query, request.limit)?;
    let hits = found
        .hits
        .into_iter()
        .map(|hit| Hit {
            kind: hit_kind(hit.kind),
            id: hit.id.to_string(),
            case_id: hit.case.map(|case| case.to_string()),
            title: hit.title.map(Personal::into_inner).unwrap_or_default(),
            at: hit.at.map(|at| at.0),
            snippet: hit
                .snippet
                .into_iter()
                .map(|part| SnippetPart {
                    text: part.text.into_inner(),
                    hit: part.hit,
                })
                .collect(),
        })
        .collect();
    Ok(Hits {
        hits,
        total: found.total,
    })
}

fn hit_kind(kind: Found) -> HitKind {
    match kind {
        Found::ContactMoment => HitKind::ContactMoment,
        Found::CaseNote => HitKind::CaseNote,
        Found::Summary => HitKind::Summary,
        Found::Case => HitKind::Case,
    }
}

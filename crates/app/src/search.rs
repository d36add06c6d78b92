//! Searching everything on this laptop.

mod filters;

pub use filters::SearchFilters;

use crate::App;
use crate::contact_moments::ContactKind;
use crate::differences::Names;
use crate::error::Error;
use crate::ipc::Origin;
use nabij_domain::{Millis, Personal};
use nabij_store::{Found, HitKind as Stored};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to look for.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Search {
    /// Words, which must all occur; between quotes as they stand. Without words the filters alone decide.
    pub query: String,
    /// What hits must be.
    #[serde(default)]
    pub filters: SearchFilters,
    /// How many hits at the most; none: as many as are counted.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// What was found.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Hits {
    /// The best first.
    pub hits: Vec<Hit>,
    /// How many there are in all; from a thousand on they are not counted.
    #[ts(type = "number")]
    pub total: u64,
    /// Whether there are more than `total`.
    pub more: bool,
}

/// One item in which all words occur.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: HitKind,
    /// What kind of contact it was, when it is a contact moment.
    pub contact_kind: Option<ContactKind>,
    /// Which; of a case its document.
    pub id: String,
    /// In which case.
    pub case_id: Option<String>,
    /// In which shift.
    pub shift_id: Option<String>,
    /// The case's name, who it was with, or the place.
    pub title: String,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// Who wrote it.
    pub by: String,
    /// The text around the words.
    pub snippet: Vec<SnippetPart>,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HitKind {
    /// A case, by its name.
    Case,
    /// A person without a case.
    Person,
    /// A summary.
    Summary,
    /// A contact moment.
    ContactMoment,
    /// A note.
    CaseNote,
    /// An action.
    Action,
    /// A stop of a round.
    Stop,
    /// A group.
    Group,
    /// A place of the team's list.
    Place,
    /// A handover.
    Handover,
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
    let Some(filter) = request.filters.resolved(&vault)? else {
        return Ok(Hits {
            hits: Vec::new(),
            total: 0,
            more: false,
        });
    };
    let now = Millis(app.now());
    let found = vault
        .store
        .search(&request.query, &filter, request.limit, now)?;
    Ok(hits_of(&Names::of(&vault)?, found))
}

fn hits_of(names: &Names, found: Found) -> Hits {
    Hits {
        hits: found
            .hits
            .into_iter()
            .map(|hit| hit_of(names, hit))
            .collect(),
        total: found.total,
        more: found.more,
    }
}

fn hit_of(names: &Names, hit: nabij_store::Hit) -> Hit {
    Hit {
        kind: hit.kind.into(),
        contact_kind: hit.contact_kind.map(Into::into),
        id: hit.id.to_string(),
        case_id: hit.case.map(|case| case.to_string()),
        shift_id: hit.shift.map(|shift| shift.to_string()),
        title: hit.title.map(Personal::into_inner).unwrap_or_default(),
        at: hit.at.0,
        by: names.name(&hit.by),
        snippet: hit
            .snippet
            .into_iter()
            .map(|part| SnippetPart {
                text: part.text.into_inner(),
                hit: part.hit,
            })
            .collect(),
    }
}

impl From<HitKind> for Stored {
    fn from(kind: HitKind) -> Self {
        match kind {
            HitKind::Case => Stored::Case,
            HitKind::Person => Stored::Person,
            HitKind::Summary => Stored::Summary,
            HitKind::ContactMoment => Stored::ContactMoment,
            HitKind::CaseNote => Stored::CaseNote,
            HitKind::Action => Stored::Action,
            HitKind::Stop => Stored::Stop,
            HitKind::Group => Stored::Group,
            HitKind::Place => Stored::Place,
            HitKind::Handover => Stored::Handover,
        }
    }
}

impl From<Stored> for HitKind {
    fn from(kind: Stored) -> Self {
        match kind {
            Stored::Case => HitKind::Case,
            Stored::Person => HitKind::Person,
            Stored::Summary => HitKind::Summary,
            Stored::ContactMoment => HitKind::ContactMoment,
            Stored::CaseNote => HitKind::CaseNote,
            Stored::Action => HitKind::Action,
            Stored::Stop => HitKind::Stop,
            Stored::Group => HitKind::Group,
            Stored::Place => HitKind::Place,
            Stored::Handover => HitKind::Handover,
        }
    }
}

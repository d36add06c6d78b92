//! Today: what a coach sees first. The running shift, and what waits.

use crate::App;
use crate::differences::{DifferingItem, Names, differing};
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::shift_log::{ShiftFile, shift_file};
use nabij_domain::{DocumentKind, Millis, Personal};
use nabij_protocol::id::SpaceId;
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Up to which entry the person has seen what colleagues added. Of this vault, never shared.
const LOOKED: &str = "looked";

/// How many rows of what waits are shown; the totals count all.
const SHOWN: u32 = 20;

/// How many characters of somebody's words are shown.
const GLANCE: usize = 160;

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ThingKind {
    /// A case.
    Case,
    /// A contact moment.
    ContactMoment,
    /// A note in a case.
    CaseNote,
    /// A summary of a case.
    Summary,
    /// A place.
    Place,
    /// A group.
    Group,
    /// A shift.
    Shift,
    /// A round of a shift.
    Round,
    /// A stop of a round.
    Stop,
    /// A person without a case.
    Person,
    /// An action.
    Action,
    /// A handover.
    Handover,
    /// Something that has no screen of its own.
    Other,
}

impl From<DocumentKind> for ThingKind {
    fn from(kind: DocumentKind) -> Self {
        match kind {
            DocumentKind::Case => ThingKind::Case,
            DocumentKind::ContactMoment => ThingKind::ContactMoment,
            DocumentKind::CaseNote => ThingKind::CaseNote,
            DocumentKind::Summary => ThingKind::Summary,
            DocumentKind::Place => ThingKind::Place,
            DocumentKind::Group => ThingKind::Group,
            DocumentKind::Shift => ThingKind::Shift,
            DocumentKind::Round => ThingKind::Round,
            DocumentKind::Stop => ThingKind::Stop,
            DocumentKind::Person => ThingKind::Person,
            DocumentKind::Action => ThingKind::Action,
            DocumentKind::Handover => ThingKind::Handover,
            DocumentKind::PersonMerge
            | DocumentKind::HandoverReading
            | DocumentKind::MissedCheckIn
            | DocumentKind::Colleague
            | DocumentKind::Team => ThingKind::Other,
        }
    }
}

/// Something that a colleague added.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddedItem {
    /// Which.
    pub id: String,
    /// What it is.
    pub kind: ThingKind,
    /// In which case; none on the street.
    pub case_id: Option<String>,
    /// That case's name.
    pub case_name: Option<String>,
    /// In which shift, for a shift, a round and a stop.
    pub shift_id: Option<String>,
    /// Who added it.
    pub by: String,
    /// When it happened; milliseconds since 1970.
    pub at: i64,
    /// The beginning of its words.
    pub words: Option<String>,
}

/// What colleagues added since one last looked.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Added {
    /// The last to arrive first.
    pub rows: Vec<AddedItem>,
    /// How many in all, counted up to a thousand.
    #[ts(type = "number")]
    pub total: u64,
    /// Whether there are more than were counted.
    pub more: bool,
    /// Up to where this is: to send back when it has been seen.
    #[ts(type = "number")]
    pub mark: u64,
}

/// What a coach sees first.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Today {
    /// The shift that runs, also when it was forgotten.
    pub running: Option<ShiftFile>,
    /// What colleagues filled in differently.
    pub differing: Vec<DifferingItem>,
    /// What colleagues added.
    pub added: Added,
}

/// Notes what has been seen.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoteLooked {
    /// As Today answered it, so that what arrived meanwhile stays new.
    #[ts(type = "number")]
    pub mark: u64,
}

pub(crate) fn read_today(app: &App, _: Empty, _: &Origin) -> Result<Today, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let now = Millis(app.now());
    let (me, street) = {
        let standing = vault.team_view();
        let (_, me) = standing.membership()?;
        (me, standing.common_space(SpaceKind::Street)?)
    };
    let case = |space: SpaceId| (space != street).then(|| space.to_string());
    let running = match vault.store.running_shift(&me)? {
        Some(shift) => Some(shift_file(&vault, &names, shift, now)?),
        None => None,
    };
    let mark = vault.store.newest_entry()?;
    let added = vault.store.added_since(looked(&vault.store)?, &me, SHOWN)?;
    Ok(Today {
        running,
        differing: differing(&vault, &names, now, false)?,
        added: Added {
            rows: added
                .rows
                .into_iter()
                .map(|row| AddedItem {
                    id: row.id.to_string(),
                    kind: row.kind.into(),
                    case_id: case(row.space),
                    case_name: row.case_name.map(Personal::into_inner),
                    shift_id: row.shift.map(|shift| shift.to_string()),
                    by: names.name(&row.by),
                    at: row.at.0,
                    words: row.words.map(|words| beginning(words.as_str())),
                })
                .collect(),
            total: added.total,
            more: added.more,
            mark,
        },
    })
}

pub(crate) fn note_looked(app: &App, request: NoteLooked, origin: &Origin) -> Result<Empty, Error> {
    let vault = app.vault()?;
    // The mark only goes forward: an older answer may be noted after a newer one.
    if request.mark > looked(&vault.store)? {
        let mark = request.mark.to_string();
        vault.store.set_setting(LOOKED, Some(&mark))?;
        app.announce(["looked"], origin);
    }
    Ok(Empty {})
}

fn looked(store: &nabij_store::Store) -> Result<u64, Error> {
    let mark = store.setting(LOOKED)?;
    Ok(mark.and_then(|mark| mark.parse().ok()).unwrap_or(0))
}

/// As much of somebody's words as a list shows.
pub(crate) fn beginning(words: &str) -> String {
    words.chars().take(GLANCE).collect()
}

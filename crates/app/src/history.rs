//! What a contact moment or note said before, and what was taken back: nothing is ever lost.

use crate::App;
use crate::cases::case_id;
use crate::contact_moments::{ContactKind, ContactOutcome};
use crate::differences::Names;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::timeline::{TimelineItem, items};
use crate::write::{Write, write};
use nabij_domain::case_note::{self, CaseNote, CaseNoteEdit};
use nabij_domain::contact_moment::{self, ContactMoment, ContactMomentEdit};
use nabij_domain::{Document, DocumentKind, Id, Millis, Personal, Version};
use nabij_protocol::id::SpaceId;
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most that was taken back that one call answers.
const LONGEST_LIST: u32 = 200;

/// Reads the history of a contact moment or note.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadHistory {
    /// Which.
    pub id: String,
}

/// Every version that a contact moment or note has been in.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// Newest first.
    pub versions: Vec<HistoryVersion>,
}

/// One saved edit, as its author saw it.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryVersion {
    /// Which.
    pub version: String,
    /// Who wrote it.
    pub by: String,
    /// When it was written; milliseconds since 1970.
    pub at: i64,
    /// What was written in it that the version before did not have; nothing for the first.
    pub changed: Vec<HistoryField>,
    /// The text.
    pub text: String,
    /// What kind of contact; none for a note.
    pub kind: Option<ContactKind>,
    /// Whether somebody was reached; none for a note.
    pub outcome: Option<ContactOutcome>,
    /// When it happened; milliseconds since 1970; none for a note.
    pub happened_at: Option<i64>,
    /// Where.
    pub place: Option<String>,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

impl std::fmt::Debug for HistoryVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HistoryVersion(***)")
    }
}

/// What can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HistoryField {
    /// The text.
    Text,
    /// The kind of contact.
    Kind,
    /// Whether somebody was reached.
    Outcome,
    /// When it happened.
    At,
    /// Where.
    Place,
    /// The parts of a life it was about.
    LifeDomains,
    /// With whom, or with which group.
    Who,
    /// Whether it was taken back.
    Withdrawn,
}

/// Writes what a version said as a new edit.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RestoreVersion {
    /// Of which contact moment or note.
    pub id: String,
    /// Which version.
    pub version: String,
}

/// Lists what was taken back.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListWithdrawn {
    /// In which case; none: on the street.
    #[serde(default)]
    pub case_id: Option<String>,
}

/// What was taken back.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WithdrawnItems {
    /// Newest first by when it happened, at most 200.
    pub items: Vec<TimelineItem>,
    /// Whether there is more.
    pub more: bool,
}

/// A version of either kind.
#[derive(PartialEq)]
enum Said {
    Moment(Box<ContactMoment>),
    Note(CaseNote),
}

pub(crate) fn read_history(app: &App, request: ReadHistory, _: &Origin) -> Result<History, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let id: Id = request.id.parse()?;
    let (_, document) = vault.store.document(id)?.ok_or(Error::NotFound)?;
    let mut versions = Vec::new();
    let mut before = None;
    for edition in vault.store.editions(id, &document)? {
        let said = said(&document, &edition.version)?;
        versions.push(HistoryVersion {
            version: edition.version.to_string(),
            by: edition.by.map(|by| names.name(&by)).unwrap_or_default(),
            at: edition.at.0,
            changed: before
                .as_ref()
                .map(|before| changed(before, &said))
                .unwrap_or_default(),
            text: said.text().as_str().to_owned(),
            kind: said.moment().map(|moment| moment.kind.into()),
            outcome: said.moment().map(|moment| moment.outcome.into()),
            happened_at: said.moment().map(|moment| moment.at.0),
            place: said
                .moment()
                .and_then(|moment| moment.place.clone())
                .map(Personal::into_inner),
            withdrawn: said.withdrawn(),
        });
        before = Some(said);
    }
    versions.reverse();
    Ok(History { versions })
}

pub(crate) fn restore_version(
    app: &App,
    request: RestoreVersion,
    origin: &Origin,
) -> Result<Empty, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let version: Version = request.version.parse()?;
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let (space, mut document) = vault.store.document(id)?.ok_or(Error::NotFound)?;
    let base = document.version();
    let (author, now) = (vault.author(me), Millis(app.now()));
    let change = match said(&document, &version)? {
        Said::Moment(moment) => {
            contact_moment::edit(&mut document, &base, again(*moment), &author, now)?
        }
        Said::Note(note) => {
            let edit = CaseNoteEdit {
                text: Some(note.text),
                withdrawn: None,
            };
            case_note::edit(&mut document, &base, edit, &author, now)?
        }
    };
    if let Some(change) = change {
        let writes = vec![Write::change(space, id, change)];
        write(app, &vault, &mut standing, writes, origin)?;
    }
    Ok(Empty {})
}

pub(crate) fn list_withdrawn(
    app: &App,
    request: ListWithdrawn,
    _: &Origin,
) -> Result<WithdrawnItems, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let space = match request.case_id {
        Some(case) => SpaceId(case_id(&case)?.0),
        None => vault.team_view().common_space(SpaceKind::Street)?,
    };
    // One more than is shown says whether there is more.
    let mut rows = vault
        .store
        .withdrawn(&space, LONGEST_LIST.saturating_add(1))?;
    let most = usize::try_from(LONGEST_LIST).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    Ok(WithdrawnItems {
        more,
        items: items(app, &names, rows),
    })
}

/// What a moment said, as an edit. Whether it was taken back is not part of what it said.
fn again(moment: ContactMoment) -> ContactMomentEdit {
    ContactMomentEdit {
        case: None,
        nickname: Some(moment.nickname),
        kind: Some(moment.kind),
        text: Some(moment.text),
        at: Some(moment.at),
        place: Some(moment.place),
        persons: Some(moment.persons),
        outcome: Some(moment.outcome),
        life_domains: Some(moment.life_domains),
        group: Some(moment.group),
        withdrawn: None,
    }
}

fn said(document: &Document, version: &Version) -> Result<Said, Error> {
    match document.kind() {
        DocumentKind::ContactMoment => {
            let moment = contact_moment::read_at(document, version)?;
            Ok(Said::Moment(Box::new(moment)))
        }
        DocumentKind::CaseNote => Ok(Said::Note(case_note::read_at(document, version)?)),
        _ => Err(Error::NotFound),
    }
}

impl Said {
    fn text(&self) -> &Personal {
        match self {
            Said::Moment(moment) => &moment.text,
            Said::Note(note) => &note.text,
        }
    }

    fn moment(&self) -> Option<&ContactMoment> {
        match self {
            Said::Moment(moment) => Some(moment),
            Said::Note(_) => None,
        }
    }

    fn withdrawn(&self) -> bool {
        match self {
            Said::Moment(moment) => moment.withdrawn,
            Said::Note(note) => note.withdrawn,
        }
    }
}

fn changed(before: &Said, after: &Said) -> Vec<HistoryField> {
    let mut fields = Vec::new();
    let mut note = |differs: bool, field| {
        if differs {
            fields.push(field);
        }
    };
    note(before.text() != after.text(), HistoryField::Text);
    if let (Some(before), Some(after)) = (before.moment(), after.moment()) {
        note(before.kind != after.kind, HistoryField::Kind);
        note(before.outcome != after.outcome, HistoryField::Outcome);
        note(before.at != after.at, HistoryField::At);
        note(before.place != after.place, HistoryField::Place);
        note(
            before.life_domains != after.life_domains,
            HistoryField::LifeDomains,
        );
        let who = |moment: &ContactMoment| {
            (
                moment.nickname.clone(),
                moment.persons.clone(),
                moment.group,
            )
        };
        note(who(before) != who(after), HistoryField::Who);
    }
    note(
        before.withdrawn() != after.withdrawn(),
        HistoryField::Withdrawn,
    );
    fields
}

//! What happened, newest first: in a case, or on the street.

use crate::App;
use crate::case_notes::{CaseNoteRow, case_note_row_of};
use crate::contact_moments::{ContactMomentRow, contact_moment_row_of};
use crate::differences::Names;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::persons::{PersonMergeRow, person_merge_row_of};
use nabij_domain::Millis;
use nabij_protocol::id::SpaceId;
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most items of a timeline that one call answers.
const LONGEST_STRETCH: u32 = 500;

/// An item of a timeline.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum TimelineItem {
    /// A contact moment.
    ContactMoment(ContactMomentRow),
    /// A note.
    CaseNote(CaseNoteRow),
    /// That a person turned out to be another, or a case.
    PersonMerge(PersonMergeRow),
}

/// A stretch of the street's timeline.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Street {
    /// Newest first.
    pub timeline: Vec<TimelineItem>,
    /// Whether there is more before.
    pub more: bool,
}

/// Reads the street.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadStreet {
    /// How many items at the most.
    pub limit: u32,
    /// Only what was before; milliseconds since 1970.
    #[serde(default)]
    pub before: Option<i64>,
}

pub(crate) fn read_street(app: &App, request: ReadStreet, _: &Origin) -> Result<Street, Error> {
    let vault = app.vault()?;
    let street = vault.team_view().common_space(SpaceKind::Street);
    let Ok(street) = street else {
        return Ok(Street {
            timeline: Vec::new(),
            more: false,
        });
    };
    let names = Names::of(&vault)?;
    let (timeline, more) = timeline(app, &vault, &names, &street, request.before, request.limit)?;
    Ok(Street { timeline, more })
}

pub(crate) fn timeline(
    app: &App,
    vault: &OpenVault,
    names: &Names,
    space: &SpaceId,
    before: Option<i64>,
    limit: u32,
) -> Result<(Vec<TimelineItem>, bool), Error> {
    let (rows, more) = vault
        .store
        .timeline(space, before.map(Millis), at_most(limit))?;
    Ok((items(app, names, rows), more))
}

/// How many items one call answers.
pub(crate) fn at_most(limit: u32) -> u32 {
    limit.clamp(1, LONGEST_STRETCH)
}

pub(crate) fn items(
    app: &App,
    names: &Names,
    rows: Vec<nabij_store::TimelineRow>,
) -> Vec<TimelineItem> {
    let now = Millis(app.now());
    rows.into_iter()
        .map(|row| match row {
            nabij_store::TimelineRow::ContactMoment(row) => {
                TimelineItem::ContactMoment(contact_moment_row_of(names, row, now))
            }
            nabij_store::TimelineRow::CaseNote(row) => {
                TimelineItem::CaseNote(case_note_row_of(names, row))
            }
            nabij_store::TimelineRow::PersonMerge(row) => {
                TimelineItem::PersonMerge(person_merge_row_of(names, row, now))
            }
        })
        .collect()
}

//! What happened in a shift: rounds, and stops, contact moments and actions together, newest first.

use crate::App;
use crate::actions::{ActionRow, action_row_of};
use crate::contact_moments::{ContactMomentRow, contact_moment_row_of};
use crate::differences::Names;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::rounds::{RoundRow, round_row_of};
use crate::shifts::{ShiftRow, shift_row_of};
use crate::stops::{StopRow, stop_row_of};
use nabij_domain::{Id, Millis};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use ts_rs::TS;

/// Something that happened in a shift.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum LogItem {
    /// A stop.
    Stop(StopRow),
    /// A contact moment.
    ContactMoment(ContactMomentRow),
    /// An action that came from it.
    Action(ActionRow),
}

impl LogItem {
    fn at(&self) -> i64 {
        match self {
            LogItem::Stop(row) => row.at,
            LogItem::ContactMoment(row) => row.at,
            LogItem::Action(row) => row.recorded_at,
        }
    }
}

/// A shift with all that happened in it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShiftFile {
    /// The shift.
    pub shift: ShiftRow,
    /// Its rounds, the first one first.
    pub rounds: Vec<RoundRow>,
    /// Its stops, contact moments and actions, newest first.
    pub log: Vec<LogItem>,
}

/// Reads a shift.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadShift {
    /// Which.
    pub shift_id: String,
}

pub(crate) fn read_shift(app: &App, request: ReadShift, _: &Origin) -> Result<ShiftFile, Error> {
    let vault = app.vault()?;
    let id: Id = request.shift_id.parse()?;
    let shift = vault.store.shift(id)?.ok_or(Error::NotFound)?;
    shift_file(&vault, &Names::of(&vault)?, shift, Millis(app.now()))
}

pub(crate) fn shift_file(
    vault: &OpenVault,
    names: &Names,
    shift: nabij_store::ShiftRow,
    now: Millis,
) -> Result<ShiftFile, Error> {
    let log = vault.store.shift_log(shift.id)?;
    let stops = log.stops.into_iter();
    let stops = stops.map(|row| LogItem::Stop(stop_row_of(names, row)));
    let moments = log.contact_moments.into_iter();
    let moments = moments.map(|row| LogItem::ContactMoment(contact_moment_row_of(names, row, now)));
    let actions = log.actions.into_iter();
    let actions = actions.map(|row| LogItem::Action(action_row_of(names, row, now)));
    let mut items: Vec<LogItem> = stops.chain(moments).chain(actions).collect();
    items.sort_by_key(|item| Reverse(item.at()));
    Ok(ShiftFile {
        shift: shift_row_of(names, shift, now),
        rounds: log
            .rounds
            .into_iter()
            .map(|row| round_row_of(names, row))
            .collect(),
        log: items,
    })
}

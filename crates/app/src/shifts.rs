//! Shifts: one evening's work of one coach, alone or with colleagues.

use crate::App;
use crate::cases::{Share, members};
use crate::differences::{Difference, Names, differences};
use crate::error::Error;
use crate::ipc::{Origin, given};
use crate::open_vault::{OpenVault, TeamStanding};
use crate::team::Colleague;
use crate::write::{Write, new_id, write};
use nabij_domain::{Id, Millis, Personal, shift};
use nabij_protocol::id::MemberId;
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A shift that runs longer than this, in milliseconds, was forgotten: nothing is recorded in it by itself any more.
const FORGOTTEN_AFTER: i64 = 14 * 60 * 60 * 1000;

/// The most shifts that one call answers.
const LONGEST_LIST: u32 = 200;

/// A shift as lists show it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShiftRow {
    /// Which.
    pub id: String,
    /// When it began; milliseconds since 1970.
    pub at: i64,
    /// When it ended; none while it runs.
    pub ended_at: Option<i64>,
    /// Who began it.
    pub by: String,
    /// Whether the one who uses this laptop began it or works along.
    pub mine: bool,
    /// Who works along.
    pub colleagues: Vec<Colleague>,
    /// Whether it runs longer than anybody works: to be ended.
    pub forgotten: bool,
    /// The round that is being walked.
    pub running_round: Option<String>,
    /// What the place of the newest stop is called: the likely place of what comes next.
    pub last_place: Option<String>,
    /// How many stops.
    #[ts(type = "number")]
    pub stops: u64,
    /// How many contact moments that are here.
    #[ts(type = "number")]
    pub contact_moments: u64,
    /// The version to send back with an edit.
    pub version: String,
    /// Whether what was written here is shared.
    pub share: Share,
    /// Where two colleagues set one value.
    pub differences: Vec<Difference>,
}

/// Shifts.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Shifts {
    /// The newest first.
    pub shifts: Vec<ShiftRow>,
}

/// Starts a shift.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StartShift {
    /// Who works along.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub colleagues: Vec<String>,
}

/// Changes a shift: only what is named.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditShift {
    /// Which.
    pub id: String,
    /// The version on which it was opened.
    pub version: String,
    /// When it began; milliseconds since 1970.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<i64>,
    /// When it ended; `null` lets it run again.
    #[serde(default, deserialize_with = "given")]
    #[ts(optional)]
    pub ended_at: Option<Option<i64>>,
    /// Who works along.
    #[serde(default)]
    #[ts(optional)]
    pub colleagues: Option<Vec<String>>,
}

/// Lists shifts of the team.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListShifts {
    /// How many at the most.
    pub limit: u32,
    /// Only what began before; milliseconds since 1970.
    #[serde(default)]
    pub before: Option<i64>,
}

pub(crate) fn start_shift(
    app: &App,
    request: StartShift,
    origin: &Origin,
) -> Result<ShiftRow, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let now = Millis(app.now());
    let mut colleagues = members(&request.colleagues)?;
    colleagues.retain(|member| *member != me);
    let (id, written) = shift_of(&vault, &standing, &colleagues, now, now)?;
    if let Some(shift) = written {
        write(app, &vault, &mut standing, vec![shift], origin)?;
    }
    drop(standing);
    shift_row(&vault, id, now)
}

pub(crate) fn edit_shift(
    app: &App,
    request: EditShift,
    origin: &Origin,
) -> Result<ShiftRow, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let colleagues = request.colleagues.as_deref().map(members).transpose()?;
    let edit = shift::ShiftEdit {
        at: request.at.map(Millis),
        ended_at: request.ended_at.map(|at| at.map(Millis)),
        colleagues: colleagues.map(|members| ids(&members)),
    };
    vault.edit(
        app,
        id,
        &request.version,
        origin,
        |document, base, author, now| shift::edit(document, base, edit, author, now),
    )?;
    shift_row(&vault, id, Millis(app.now()))
}

pub(crate) fn list_shifts(app: &App, request: ListShifts, _: &Origin) -> Result<Shifts, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let now = Millis(app.now());
    let limit = request.limit.clamp(1, LONGEST_LIST);
    let rows = vault.store.shifts(request.before.map(Millis), limit)?;
    Ok(Shifts {
        shifts: rows
            .into_iter()
            .map(|row| shift_row_of(&names, row, now))
            .collect(),
    })
}

/// The shift that runs for this member now, and was not forgotten: what is recorded belongs to it.
pub(crate) fn running_shift(
    vault: &OpenVault,
    me: &MemberId,
    now: Millis,
) -> Result<Option<nabij_store::ShiftRow>, Error> {
    let running = vault.store.running_shift(me)?;
    Ok(running.filter(|shift| !is_forgotten(shift, now)))
}

/// The shift that runs, or a new one that began at `at`, to write together with what happened in it.
pub(crate) fn shift_of(
    vault: &OpenVault,
    standing: &TeamStanding,
    colleagues: &[MemberId],
    at: Millis,
    now: Millis,
) -> Result<(Id, Option<Write>), Error> {
    let (_, me) = standing.membership()?;
    let street = standing.common_space(SpaceKind::Street)?;
    if let Some(running) = running_shift(vault, &me, now)? {
        return Ok((running.id, None));
    }
    let new = shift::NewShift {
        at: at.min(now),
        colleagues: ids(colleagues),
    };
    let (_, change) = shift::create(&vault.author(me), new, now)?;
    let id = new_id();
    Ok((id, Some(Write::change(street, id, change))))
}

fn ids(members: &[MemberId]) -> Vec<Id> {
    members.iter().map(|member| Id(member.0)).collect()
}

pub(crate) fn is_forgotten(shift: &nabij_store::ShiftRow, now: Millis) -> bool {
    shift.ended_at.is_none() && now.0.saturating_sub(shift.at.0) > FORGOTTEN_AFTER
}

pub(crate) fn shift_row(vault: &OpenVault, id: Id, now: Millis) -> Result<ShiftRow, Error> {
    let row = vault.store.shift(id)?.ok_or(Error::NotFound)?;
    Ok(shift_row_of(&Names::of(vault)?, row, now))
}

pub(crate) fn shift_row_of(names: &Names, row: nabij_store::ShiftRow, now: Millis) -> ShiftRow {
    ShiftRow {
        id: row.id.to_string(),
        at: row.at.0,
        ended_at: row.ended_at.map(|at| at.0),
        by: names.name(&row.by),
        mine: names.is_me(&row.by) || row.colleagues.iter().any(|member| names.is_me(member)),
        colleagues: names.among(&row.colleagues.iter().copied().collect()),
        forgotten: is_forgotten(&row, now),
        running_round: row.running_round.map(|round| round.to_string()),
        last_place: row
            .newest_stop
            .and_then(|stop| stop.place_name)
            .map(Personal::into_inner),
        stops: row.stops,
        contact_moments: row.contact_moments,
        version: row.version.to_string(),
        share: Share::of(row.shared),
        differences: differences(names, &row.differences),
    }
}

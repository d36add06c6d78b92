//! Rounds: walks past places, within a shift. One is walked at a time.

use crate::App;
use crate::cases::Share;
use crate::differences::Names;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::shifts::shift_of;
use crate::write::{Write, new_id, write};
use nabij_domain::{Author, Id, Millis, round};
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A round as a shift's log shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoundRow {
    /// Which.
    pub id: String,
    /// In which shift.
    pub shift_id: String,
    /// When it began; milliseconds since 1970.
    pub at: i64,
    /// When it ended; none while it is walked.
    pub ended_at: Option<i64>,
    /// Who began it.
    pub by: String,
    /// Whether what was written here is shared.
    pub share: Share,
}

/// Starts a round now.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartRound {}

/// Ends a round now.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndRound {
    /// Which.
    pub round_id: String,
}

pub(crate) fn start_round(app: &App, _: StartRound, origin: &Origin) -> Result<RoundRow, Error> {
    let vault = app.vault()?;
    let now = Millis(app.now());
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let author = vault.author(me);
    let street = standing.common_space(SpaceKind::Street)?;
    let (shift, new_shift) = shift_of(&vault, &standing, &[], now, now)?;
    let mut writes: Vec<Write> = new_shift.into_iter().collect();
    let rounds = vault.store.shift_log(shift)?.rounds;
    for running in rounds.iter().filter(|round| round.ended_at.is_none()) {
        writes.extend(end_round_at(&vault, running.id, now, &author, now)?);
    }
    let new = round::NewRound { shift, at: now };
    let (_, change) = round::create(&author, new, now)?;
    let id = new_id();
    writes.push(Write::change(street, id, change));
    write(app, &vault, &mut standing, writes, origin)?;
    drop(standing);
    round_row(&vault, id)
}

pub(crate) fn end_round(app: &App, request: EndRound, origin: &Origin) -> Result<RoundRow, Error> {
    let vault = app.vault()?;
    let id: Id = request.round_id.parse()?;
    let now = Millis(app.now());
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let ended = vault.store.round(id)?.ok_or(Error::NotFound)?.ended_at;
    // Ended already, here or by a colleague who walks along: that moment stays.
    if ended.is_none()
        && let Some(end) = end_round_at(&vault, id, now, &vault.author(me), now)?
    {
        write(app, &vault, &mut standing, vec![end], origin)?;
    }
    drop(standing);
    round_row(&vault, id)
}

fn round_row(vault: &OpenVault, id: Id) -> Result<RoundRow, Error> {
    let row = vault.store.round(id)?.ok_or(Error::NotFound)?;
    Ok(round_row_of(&Names::of(vault)?, row))
}

pub(crate) fn round_row_of(names: &Names, row: nabij_store::RoundRow) -> RoundRow {
    RoundRow {
        id: row.id.to_string(),
        shift_id: row.shift.to_string(),
        at: row.at.0,
        ended_at: row.ended_at.map(|at| at.0),
        by: names.name(&row.by),
        share: Share::of(row.shared),
    }
}

/// The write that ends a round; none when it has ended at that moment already.
pub(crate) fn end_round_at(
    vault: &OpenVault,
    id: Id,
    at: Millis,
    author: &Author,
    now: Millis,
) -> Result<Option<Write>, Error> {
    let (space, mut document) = vault.store.document(id)?.ok_or(Error::NotFound)?;
    let base = document.version();
    let edit = round::RoundEdit {
        ended_at: Some(Some(at)),
    };
    let change = round::edit(&mut document, &base, edit, author, now)?;
    Ok(change.map(|change| Write::change(space, id, change)))
}

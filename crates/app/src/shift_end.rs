//! The end of a shift, and what is then still open.

use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::rounds::end_round_at;
use crate::shifts::{ShiftRow, is_forgotten, shift_row};
use crate::write::{Write, write};
use nabij_domain::{Id, Millis, shift};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Ends a shift, with the round that is being walked.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndShift {
    /// Which.
    pub shift_id: String,
    /// When; milliseconds since 1970. None: now, or, of a shift that was forgotten, when the last thing in it
    /// happened.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<i64>,
}

/// A shift that ended, and what is still open.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndedShift {
    /// The shift.
    pub shift: ShiftRow,
    /// How many things of it are not shared yet.
    #[ts(type = "number")]
    pub not_shared: u64,
    /// How many actions of it are open.
    #[ts(type = "number")]
    pub open_actions: u64,
    /// How many persons are still to be linked, of any shift.
    #[ts(type = "number")]
    pub to_link: u64,
    /// Whether there is a handover of it.
    pub handed_over: bool,
}

pub(crate) fn end_shift(
    app: &App,
    request: EndShift,
    origin: &Origin,
) -> Result<EndedShift, Error> {
    let vault = app.vault()?;
    let id: Id = request.shift_id.parse()?;
    let now = Millis(app.now());
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let author = vault.author(me);
    let log = vault.store.shift_log(id)?;
    let running = vault.store.shift(id)?.ok_or(Error::NotFound)?;
    let at = match request.at {
        Some(at) => Millis(at),
        None if is_forgotten(&running, now) => {
            let stops = log.stops.iter().map(|stop| stop.at);
            let moments = log.contact_moments.iter().map(|moment| moment.at);
            stops
                .chain(moments)
                .chain([running.at])
                .max()
                .unwrap_or(now)
        }
        None => now,
    };
    let mut writes: Vec<Write> = Vec::new();
    for round in log.rounds.iter().filter(|round| round.ended_at.is_none()) {
        writes.extend(end_round_at(
            &vault,
            round.id,
            at.max(round.at),
            &author,
            now,
        )?);
    }
    let (space, mut document) = vault.store.document(id)?.ok_or(Error::NotFound)?;
    let base = document.version();
    let edit = shift::ShiftEdit {
        ended_at: Some(Some(at)),
        ..Default::default()
    };
    let change = shift::edit(&mut document, &base, edit, &author, now)?;
    writes.extend(change.map(|change| Write::change(space, id, change)));
    if !writes.is_empty() {
        write(app, &vault, &mut standing, writes, origin)?;
    }
    drop(standing);
    let open = vault.store.left_open(id)?;
    Ok(EndedShift {
        shift: shift_row(&vault, id, now)?,
        not_shared: open.not_shared,
        open_actions: open.open_actions,
        to_link: vault.store.to_link()?,
        handed_over: open.handed_over,
    })
}

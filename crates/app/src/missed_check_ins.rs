//! That a colleague who worked alone did not check in: shown to those whom that colleague chose.

use crate::App;
use crate::differences::Names;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use nabij_domain::{Id, Millis};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How long "all is well" stays to be seen.
const SEEN_FOR: i64 = 24 * 60 * 60_000;
/// After so long a missed check-in may be put away, even if its coach never said a word: a laptop can break.
const OLD_AFTER: i64 = 12 * 60 * 60_000;

/// The setting with what was put away on this laptop.
const PUT_AWAY: &str = "missed_check_ins_put_away";

/// A colleague who did not check in.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MissedCheckIn {
    /// Which.
    pub id: String,
    /// Who.
    pub name: String,
    /// When that colleague would have; milliseconds since 1970.
    pub due: i64,
    /// When that colleague said that all is well; milliseconds since 1970.
    pub ended_at: Option<i64>,
    /// Whether it may be put away: it has ended, or is long ago.
    pub may_put_away: bool,
}

/// The colleagues who did not check in and chose this one to know.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MissedCheckIns {
    /// The newest first.
    pub missed: Vec<MissedCheckIn>,
}

/// Puts a missed check-in away, on this laptop.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutMissedCheckInAway {
    /// Which.
    pub id: String,
}

pub(crate) fn list_missed_check_ins(
    app: &App,
    _: Empty,
    _: &Origin,
) -> Result<MissedCheckIns, Error> {
    let vault = app.vault()?;
    let put_away = put_away(&vault)?;
    let shown = for_me(app, &vault)?;
    Ok(MissedCheckIns {
        missed: shown
            .into_iter()
            .filter(|missed| !put_away.contains(&missed.id))
            .collect(),
    })
}

pub(crate) fn put_missed_check_in_away(
    app: &App,
    request: PutMissedCheckInAway,
    origin: &Origin,
) -> Result<MissedCheckIns, Error> {
    let vault = app.vault()?;
    let shown = for_me(app, &vault)?;
    let found = shown.iter().find(|missed| missed.id == request.id);
    if !found.ok_or(Error::NotFound)?.may_put_away {
        return Err(Error::NotAllowed);
    }
    // Only what would still be shown is remembered.
    let mut put_away = put_away(&vault)?;
    put_away.retain(|id| shown.iter().any(|missed| missed.id == *id));
    put_away.push(request.id);
    let kept = serde_json::to_string(&put_away)?;
    vault.store.set_setting(PUT_AWAY, Some(&kept))?;
    app.announce(["street"], origin);
    list_missed_check_ins(app, Empty {}, origin)
}

fn for_me(app: &App, vault: &OpenVault) -> Result<Vec<MissedCheckIn>, Error> {
    let Ok((_, me)) = vault.team_view().membership() else {
        return Ok(Vec::new());
    };
    let names = Names::of(vault)?;
    let now = app.now();
    let rows = vault
        .store
        .missed_check_ins(Millis(now.saturating_sub(SEEN_FOR)))?;
    Ok(rows
        .into_iter()
        .filter(|row| row.colleagues.contains(&Id(me.0)))
        .map(|row| MissedCheckIn {
            id: row.id.to_string(),
            name: names.name(&row.by),
            due: row.due.0,
            ended_at: row.ended_at.map(|at| at.0),
            may_put_away: row.ended_at.is_some() || now.saturating_sub(row.due.0) > OLD_AFTER,
        })
        .collect())
}

fn put_away(vault: &OpenVault) -> Result<Vec<String>, Error> {
    let kept = vault.store.setting(PUT_AWAY)?;
    // Losing this costs a second look at a message, not more.
    Ok(kept
        .and_then(|kept| serde_json::from_str(&kept).ok())
        .unwrap_or_default())
}

//! Looking the vault over, for whoever does not trust it: file, logs, views, search, quarantine, clock, hub.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use crate::receive::Opener;
use crate::sync::{SyncState, sync_now};
use nabij_domain::Millis;
use nabij_protocol::entry::{Place, SealedChange};
use nabij_store::Opened;
use serde::Serialize;
use std::cell::RefCell;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What was looked at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Findings {
    /// One for each check.
    pub findings: Vec<Finding>,
}

/// What one check found.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Which check.
    pub check: Check,
    /// Whether all is well.
    pub ok: bool,
    /// What was found, for the wording.
    pub code: FindingCode,
    /// How many things it concerns.
    #[ts(type = "number")]
    pub count: u64,
}

/// A check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Check {
    /// The pages of the encrypted file.
    VaultFile,
    /// The chains of all logs.
    Chain,
    /// The views against the log.
    ReadModel,
    /// The search index.
    Search,
    /// What could not be taken in.
    Quarantine,
    /// The clock against the hub's.
    Clock,
    /// The hub.
    Hub,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FindingCode {
    /// All is well.
    Good,
    /// Pages are damaged.
    Damaged,
    /// A chain does not hold.
    Broken,
    /// The views are not what the log says: build them anew.
    Stale,
    /// Things lie in quarantine.
    Quarantined,
    /// The clock is off.
    ClockOff,
    /// There is no hub.
    NoHub,
    /// The hub cannot be reached.
    Offline,
    /// The hub refuses or answers nonsense.
    HubFault,
    /// Something waits to be shared.
    Waiting,
}

fn finding(check: Check, count: u64, otherwise: FindingCode) -> Finding {
    let ok = count == 0;
    Finding {
        check,
        ok,
        code: if ok { FindingCode::Good } else { otherwise },
        count,
    }
}

pub(crate) fn check_vault(app: &App, _: Empty, origin: &Origin) -> Result<Findings, Error> {
    let vault = app.vault()?;
    let found = vault.store.check()?;
    let stale = !views_follow_from_log(app, &vault)?;
    let mut findings = vec![
        finding(Check::VaultFile, found.damaged_pages, FindingCode::Damaged),
        finding(Check::Chain, found.broken_logs, FindingCode::Broken),
        finding(Check::ReadModel, u64::from(stale), FindingCode::Stale),
        finding(
            Check::Search,
            u64::from(!found.search_intact),
            FindingCode::Stale,
        ),
        finding(
            Check::Quarantine,
            found.quarantined,
            FindingCode::Quarantined,
        ),
    ];
    findings.extend(check_hub(app, origin)?);
    Ok(Findings { findings })
}

fn check_hub(app: &App, origin: &Origin) -> Result<Vec<Finding>, Error> {
    let status = sync_now(app, Empty {}, origin)?;
    let (ok, code) = match status.state {
        SyncState::Alone => (true, FindingCode::NoHub),
        SyncState::Error => (false, FindingCode::HubFault),
        _ if status.offline => (false, FindingCode::Offline),
        SyncState::Shared => (true, FindingCode::Good),
        SyncState::Busy | SyncState::Waiting | SyncState::Paused => (false, FindingCode::Waiting),
    };
    let skew = status.clock_skew_seconds.unwrap_or(0).unsigned_abs();
    Ok(vec![
        finding(Check::Clock, skew, FindingCode::ClockOff),
        Finding {
            check: Check::Hub,
            ok,
            code,
            count: status.waiting,
        },
    ])
}

/// Compares the views that were kept with views built from the log alone, without changing either.
fn views_follow_from_log(app: &App, vault: &OpenVault) -> Result<bool, Error> {
    from_log(vault, true, |open| {
        vault.store.views_follow_from_log(open, Millis(app.now()))
    })
}

/// Drops the views and builds them from the log.
pub(crate) fn rebuild(app: &App, vault: &OpenVault) -> Result<(), Error> {
    from_log(vault, (), |open| {
        vault.store.rebuild(open, Millis(app.now()))
    })
}

/// Lends `work` what opens the changes in the log; `nothing` is the answer as long as there is no team.
fn from_log<T>(
    vault: &OpenVault,
    nothing: T,
    work: impl FnOnce(nabij_store::Open<'_>) -> Result<T, nabij_store::Error>,
) -> Result<T, Error> {
    let standing = vault.standing();
    let Some(team) = standing.team else {
        return Ok(nothing);
    };
    let opener = RefCell::new(Opener {
        vault,
        standing: &standing,
        team,
        keys: BTreeMap::new(),
    });
    let open = |place: &Place, change: &SealedChange| {
        opener
            .borrow_mut()
            .open_change(place, change)
            .unwrap_or(Opened::CannotOpen("fault"))
    };
    Ok(work(&open)?)
}

pub(crate) fn rebuild_read_model(app: &App, _: Empty, origin: &Origin) -> Result<Empty, Error> {
    let vault = app.vault()?;
    rebuild(app, &vault)?;
    app.announce(["cases", "street", "search", "team", "sync"], origin);
    Ok(Empty {})
}

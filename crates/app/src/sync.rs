//! Sharing with the hub: the commands, and what the pill shows.
//!
//! One thread ([`runner`]) holds one connection ([`link`]) and carries out what the session of the room
//! `protocol` asks for. Writing never waits for it.

mod address;
mod carrier;
mod conversation;
mod dial;
mod line;
mod link;
mod poll;
mod proxy;
mod room;
mod runner;
mod socket;
mod state;
mod talk;
mod tls;

pub(crate) use address::{check_address, hub_address, hub_key, keep_hub, pin};
pub(crate) use conversation::{Conversation, Peer};
pub(crate) use room::{Event, Heads, Line, SyncRoom};
pub(crate) use runner::start;

use crate::App;
use crate::error::Error;
use crate::failure::Failure;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Sets, changes or forgets the hub.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetHub {
    /// `ws://` or `wss://` and a host; nothing to forget it.
    pub hub: Option<String>,
}

/// What the pill shows, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SyncState {
    /// There is no hub: this laptop is alone.
    Alone,
    /// The hub has signed for everything written here.
    Shared,
    /// Entries go one way or the other.
    Busy,
    /// Something waits for the hub's receipt.
    Waiting,
    /// A person has to do something.
    Error,
    /// A person has paused sharing.
    Paused,
}

/// What the pill and the sync centre show.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncStatus {
    /// In a word.
    pub state: SyncState,
    /// The hub's address.
    pub hub: Option<String>,
    /// Whether the hub could not be reached.
    pub offline: bool,
    /// While busy: how many entries have gone.
    #[ts(type = "number")]
    pub done: u64,
    /// While busy: of how many.
    #[ts(type = "number")]
    pub total: u64,
    /// How many items wait for the hub's receipt.
    #[ts(type = "number")]
    pub waiting: u64,
    /// Whether anything waits for it, with a title or without.
    pub pends: bool,
    /// For how many whole days the oldest of them has waited.
    #[ts(type = "number")]
    pub waiting_days: i64,
    /// Whether that is so long that a person should look.
    pub stale: bool,
    /// Bytes sent over the present connection.
    #[ts(type = "number")]
    pub bytes_sent: u64,
    /// Bytes received over the present connection.
    #[ts(type = "number")]
    pub bytes_received: u64,
    /// What went wrong last, if it is still so.
    pub failure: Option<Failure>,
    /// When the hub last signed for something; milliseconds since 1970.
    pub last_shared_at: Option<i64>,
    /// What the hub's receipts cover.
    pub receipt: Option<ReceiptInfo>,
    /// How far this laptop's clock is from the hub's, in seconds, if more than five minutes.
    pub clock_skew_seconds: Option<i64>,
}

/// What the hub has signed for.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptInfo {
    /// Which hub: the beginning of its id.
    pub hub: String,
    /// How many entries of this laptop.
    #[ts(type = "number")]
    pub covers: u64,
}

pub(crate) fn set_hub(app: &App, request: SetHub, origin: &Origin) -> Result<SyncStatus, Error> {
    let vault = app.vault()?;
    let hub = request
        .hub
        .as_deref()
        .map(str::trim)
        .filter(|hub| !hub.is_empty());
    if let Some(hub) = hub {
        check_address(hub)?;
    }
    let kept = hub_address(&vault)?;
    if hub != kept.as_deref() {
        // The same address with a token is the same hub: it is still known by its key.
        let same = kept.is_some() && hub.and_then(|hub| hub.split('#').next()) == kept.as_deref();
        let key = if same { hub_key(&vault)? } else { None };
        keep_hub(&vault, hub, key)?;
        app.sync().forget_failure();
        // What another hub turned down says nothing of this one.
        app.sync().note_refused(std::collections::BTreeMap::new());
        app.sync().reconnect();
    }
    app.announce(["team", "sync"], origin);
    sync_status(app, Empty {}, origin)
}

pub(crate) fn sync_now(app: &App, _: Empty, origin: &Origin) -> Result<SyncStatus, Error> {
    let vault = app.vault()?;
    if hub_address(&vault)?.is_some() && !paused(&vault)? {
        if app.sync().runs() {
            app.sync().wait_for_round();
        } else {
            runner::once(app, &vault);
        }
    }
    sync_status(app, Empty {}, origin)
}

/// Meets the hub anew and waits until everything has gone both ways or cannot.
pub(crate) fn try_again(app: &App) -> Result<(), Error> {
    let vault = app.vault()?;
    if hub_address(&vault)?.is_some() && !paused(&vault)? {
        app.sync().forget_failure();
        if app.sync().runs() {
            app.sync().reconnect();
            app.sync().wait_for_round();
        } else {
            runner::once(app, &vault);
        }
    }
    Ok(())
}

pub(crate) fn sync_status(app: &App, _: Empty, _: &Origin) -> Result<SyncStatus, Error> {
    let vault = app.vault()?;
    let hub = hub_address(&vault)?;
    let view = app.sync().view();
    let waiting = vault.store.waiting_to_share()?;
    let busy = view.total > view.done;
    let failure = view.failure.clone().filter(|_| hub.is_some());
    let state = state::of(state::Facts {
        hub: hub.is_some(),
        member: is_member(&vault),
        paused: paused(&vault)?,
        failed: failure.is_some(),
        busy,
        waiting: waiting.any(),
    });
    let waiting_days = match vault.store.waiting_since()? {
        Some(since) if hub.is_some() => app.now().saturating_sub(since.0).max(0) / DAY,
        _ => 0,
    };
    Ok(SyncStatus {
        state,
        offline: hub.is_some() && view.offline,
        hub,
        done: view.done,
        total: view.total,
        waiting: waiting.items,
        pends: waiting.any(),
        waiting_days,
        stale: waiting_days >= STALE_DAYS,
        bytes_sent: view.bytes_sent,
        bytes_received: view.bytes_received,
        failure,
        last_shared_at: vault.store.last_receipt_at()?.map(|at| at.0),
        receipt: receipt(&vault)?,
        clock_skew_seconds: view.skew_seconds,
    })
}

/// Pauses sharing or goes on with it.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PauseSync {
    /// Whether to pause.
    pub paused: bool,
}

/// The setting that says that sharing is paused, over restarts too.
const PAUSED: &str = "sync_paused";
/// From how many days on unshared work is said in amber.
const STALE_DAYS: i64 = 3;
/// Milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Whether a person has paused sharing.
pub(crate) fn paused(vault: &OpenVault) -> Result<bool, Error> {
    Ok(vault.store.setting(PAUSED)?.is_some())
}

pub(crate) fn pause_sync(
    app: &App,
    request: PauseSync,
    origin: &Origin,
) -> Result<SyncStatus, Error> {
    let vault = app.vault()?;
    if request.paused != paused(&vault)? {
        let value = request.paused.then_some("yes");
        vault.store.set_setting(PAUSED, value)?;
        app.sync().forget_failure();
        app.sync().reconnect();
    }
    app.announce(["sync"], origin);
    sync_status(app, Empty {}, origin)
}

fn is_member(vault: &OpenVault) -> bool {
    vault.team_view().membership().is_ok()
}

fn receipt(vault: &OpenVault) -> Result<Option<ReceiptInfo>, Error> {
    let Some(key) = hub_key(vault)? else {
        return Ok(None);
    };
    let covers = vault.store.receipt_covers(&key)?;
    let id = nabij_protocol::id::HubId::of(&key).to_string();
    Ok(Some(ReceiptInfo {
        hub: id.chars().take(8).collect(),
        covers,
    }))
}

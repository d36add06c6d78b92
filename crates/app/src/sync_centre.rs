//! The sync centre: what waits, who has confirmed what, what was noticed, and what happened last.

use crate::App;
use crate::error::Error;
use crate::failure::FailureCode;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use crate::sync::{Event, hub_key};
use crate::today::{ThingKind, beginning};
use nabij_protocol::id::{DeviceId, MemberId, SigningPublic, SpaceId};
use nabij_store::{FindingKind, WaitingRow};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many items that wait are listed.
const LISTED: u32 = 200;
/// For how long a finding is shown; milliseconds.
const REMEMBERED: i64 = 30 * 24 * 60 * 60 * 1000;

/// Everything that the sync centre shows beside the status.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncCentre {
    /// What waits for the hub's receipt, the newest first, up to two hundred.
    pub waiting: Vec<WaitingItem>,
    /// Who has confirmed what, the hub first.
    pub confirmed: Vec<Confirmation>,
    /// What was noticed in the last thirty days, the newest first.
    pub findings: Vec<SyncFinding>,
    /// What came that waits for a key or for what it builds on.
    #[ts(type = "number")]
    pub waiting_to_read: u64,
    /// What came that cannot be read.
    #[ts(type = "number")]
    pub unreadable: u64,
    /// What happened last, the newest first.
    pub lines: Vec<SyncLine>,
}

/// Something that waits.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WaitingItem {
    /// Which.
    pub id: String,
    /// What it is.
    pub kind: ThingKind,
    /// In which case; none on the street.
    pub case_id: Option<String>,
    /// That case's name.
    pub case_name: Option<String>,
    /// In which shift, for a stop.
    pub shift_id: Option<String>,
    /// The beginning of its words.
    pub words: Option<String>,
    /// Since when; milliseconds since 1970.
    pub since: i64,
}

/// What the hub or a colleague's laptop has stated to hold of what was written here.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Confirmation {
    /// The colleague's name; none for the hub.
    pub name: Option<String>,
    /// The beginning of the hub's or the laptop's id.
    pub device: String,
    /// How many entries it holds.
    #[ts(type = "number")]
    pub holds: u64,
    /// Of how many that it may hold.
    #[ts(type = "number")]
    pub of: u64,
    /// When it said so last; milliseconds since 1970.
    pub at: i64,
}

/// Something that was noticed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncFinding {
    /// What.
    pub kind: SyncFindingKind,
    /// Whose entries it is about; none when that is not known here.
    pub name: Option<String>,
    /// How many entries.
    #[ts(type = "number")]
    pub count: u64,
    /// When it was noticed first; milliseconds since 1970.
    pub at: i64,
}

/// What was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SyncFindingKind {
    /// The hub once signed for more than it has now.
    HubLost,
    /// A colleague's laptop holds what the hub did not give.
    Withheld,
    /// Somebody holds another entry under a number of a log.
    OtherHistory,
    /// A run did not fit its log and was left out.
    DoesNotFit,
    /// This laptop's log had two histories; what stood here was written anew.
    WrittenAnew,
}

impl From<FindingKind> for SyncFindingKind {
    fn from(kind: FindingKind) -> Self {
        match kind {
            FindingKind::HubLost => SyncFindingKind::HubLost,
            FindingKind::Withheld => SyncFindingKind::Withheld,
            FindingKind::OtherHistory => SyncFindingKind::OtherHistory,
            FindingKind::DoesNotFit => SyncFindingKind::DoesNotFit,
            FindingKind::WrittenAnew => SyncFindingKind::WrittenAnew,
        }
    }
}

/// One thing that happened.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncLine {
    /// When; milliseconds since 1970.
    pub at: i64,
    /// What.
    pub event: SyncEvent,
    /// What went wrong, for a failure.
    pub code: Option<FailureCode>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SyncEvent {
    /// The hub was met.
    Met,
    /// Everything known has gone both ways.
    CaughtUp,
    /// There is no connection.
    Offline,
    /// A log was begun anew.
    BegunAnew,
    /// Something went wrong.
    Failed,
}

pub(crate) fn read_sync_centre(app: &App, _: Empty, _: &Origin) -> Result<SyncCentre, Error> {
    let vault = app.vault()?;
    let names = names(&vault)?;
    let unread = vault.store.unread()?;
    let findings = vault.store.findings()?;
    Ok(SyncCentre {
        waiting: waiting(&vault)?,
        confirmed: confirmed(&vault, &names)?,
        findings: findings
            .into_iter()
            .filter(|finding| finding.at.0 >= app.now().saturating_sub(REMEMBERED))
            .map(|finding| SyncFinding {
                kind: finding.kind.into(),
                name: name_of(&vault, &names, &finding.log.device),
                count: finding.count,
                at: finding.at.0,
            })
            .collect(),
        waiting_to_read: unread.waiting,
        unreadable: unread.quarantined,
        lines: lines(app),
    })
}

fn waiting(vault: &OpenVault) -> Result<Vec<WaitingItem>, Error> {
    let rows = vault.store.waiting(LISTED)?;
    let item = |row: WaitingRow| WaitingItem {
        id: row.id.to_string(),
        kind: row.kind.into(),
        case_id: row.case_name.is_some().then(|| row.space.to_string()),
        case_name: row.case_name.map(nabij_domain::Personal::into_inner),
        shift_id: row.shift.map(|id| id.to_string()),
        words: row.words.map(|words| beginning(words.as_str())),
        since: row.since.0,
    };
    Ok(rows.into_iter().map(item).collect())
}

/// The names of colleagues by member.
fn names(vault: &OpenVault) -> Result<BTreeMap<MemberId, String>, Error> {
    Ok(vault
        .store
        .colleagues()?
        .into_iter()
        .map(|row| (MemberId(row.member.0), row.name.into_inner()))
        .collect())
}

fn name_of(
    vault: &OpenVault,
    names: &BTreeMap<MemberId, String>,
    device: &DeviceId,
) -> Option<String> {
    let member = vault.team_view().roster.device(device)?.member;
    names.get(&member).cloned()
}

fn confirmed(
    vault: &OpenVault,
    names: &BTreeMap<MemberId, String>,
) -> Result<Vec<Confirmation>, Error> {
    let hub = hub_key(vault)?;
    let mut found = Vec::new();
    for row in vault.store.confirmed()? {
        let device = DeviceId::of(&row.signer);
        let (name, of) = if Some(row.signer) == hub {
            (None, vault.store.own_entries()?)
        } else if let Some(name) = name_of(vault, names, &device) {
            (
                Some(name),
                vault.store.own_entries_in(&may(vault, &device))?,
            )
        } else {
            // A hub of before, or a laptop that was taken out of the team.
            continue;
        };
        found.push(Confirmation {
            name,
            device: short(&row.signer),
            holds: row.holds,
            of: of.max(row.holds),
            at: row.at.0,
        });
    }
    found.sort_by_key(|row| (row.name.is_some(), row.name.clone()));
    Ok(found)
}

/// The spaces that a laptop may hold.
fn may(vault: &OpenVault, device: &DeviceId) -> Vec<SpaceId> {
    let standing = vault.team_view();
    let Some(device) = standing.roster.device(device) else {
        return Vec::new();
    };
    let mut spaces: Vec<SpaceId> = standing
        .roster
        .scopes_of(&device.member)
        .iter()
        .filter_map(nabij_protocol::id::Scope::space)
        .collect();
    spaces.sort_unstable();
    spaces.dedup();
    spaces
}

fn short(signer: &SigningPublic) -> String {
    let id = DeviceId::of(signer).to_string();
    id.chars().take(8).collect()
}

fn lines(app: &App) -> Vec<SyncLine> {
    let line = |line: crate::sync::Line| {
        let (event, code) = match line.event {
            Event::Met => (SyncEvent::Met, None),
            Event::CaughtUp => (SyncEvent::CaughtUp, None),
            Event::Offline => (SyncEvent::Offline, None),
            Event::BegunAnew => (SyncEvent::BegunAnew, None),
            Event::Failed(code) => (SyncEvent::Failed, Some(code)),
        };
        SyncLine {
            at: line.at,
            event,
            code,
        }
    };
    app.sync().lines().into_iter().map(line).collect()
}

//! The sync centre: what waits, who has confirmed what, what was noticed, and what happened last.

use crate::App;
use crate::error::Error;
use crate::failure::FailureCode;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use crate::sync::{Event, hub_key};
use crate::today::{ThingKind, beginning};
use nabij_protocol::id::{DeviceId, MemberId, Scope, SigningPublic, SpaceId};
use nabij_protocol::message::Refusal;
use nabij_store::{ConfirmedRow, FindingKind, UnreadRow, WaitingRow};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many items that wait are listed.
const LISTED: u32 = 200;
/// How many are looked through for what failed.
const SOUGHT: u32 = 5000;
/// For how long a finding is shown; milliseconds.
const REMEMBERED: i64 = 30 * 24 * 60 * 60 * 1000;

/// Everything that the sync centre shows beside the status.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncCentre {
    /// What waits for the hub's receipt, up to two hundred: what failed first, then the newest first.
    pub waiting: Vec<WaitingItem>,
    /// Records that wait with it, which have no title: who is in the team, who belongs to a case, keys.
    pub records: Option<WaitingRecords>,
    /// Who has confirmed what, the hub first.
    pub confirmed: Vec<Confirmation>,
    /// What was noticed in the last thirty days, the newest first.
    pub findings: Vec<SyncFinding>,
    /// What came and cannot be read, or not yet, by document; the newest first, up to two hundred.
    pub unread: Vec<UnreadItem>,
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
    /// Why the hub did not take it, when it was offered.
    pub failed: Option<TurnedDown>,
}

/// Records that wait.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WaitingRecords {
    /// Since when; milliseconds since 1970.
    pub since: i64,
    /// Why the hub did not take some of them, when they were offered.
    pub failed: Option<TurnedDown>,
}

/// Why the hub did not take something. Where nothing at all goes, the status says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TurnedDown {
    /// The hub keeps no more for this team.
    Full,
    /// To the hub's knowledge this laptop may not write there.
    NotAllowed,
}

impl From<Refusal> for TurnedDown {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Full => TurnedDown::Full,
            _ => TurnedDown::NotAllowed,
        }
    }
}

/// Something that came and cannot be read, or not yet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnreadItem {
    /// Which: a name that nothing else in the list has.
    pub id: String,
    /// Why it cannot be read.
    pub why: UnreadWhy,
    /// Who wrote it; none when that is not known here.
    pub name: Option<String>,
    /// What it is, where something of it can be read.
    pub kind: Option<ThingKind>,
    /// In which case.
    pub case_id: Option<String>,
    /// That case's name.
    pub case_name: Option<String>,
    /// In which shift, for a stop.
    pub shift_id: Option<String>,
    /// The beginning of its words, as far as they can be read.
    pub words: Option<String>,
    /// How many changes of it.
    #[ts(type = "number")]
    pub count: u64,
    /// Since when; milliseconds since 1970.
    pub since: i64,
}

/// Why something cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum UnreadWhy {
    /// Its key, or word of its writer, is not here yet.
    NoKey,
    /// What it builds on is not here yet.
    Incomplete,
    /// It was made by a newer version of Nabij.
    Newer,
    /// It does not open, or makes no sense.
    Broken,
}

impl UnreadWhy {
    /// From the store's code.
    fn of(code: &str) -> UnreadWhy {
        match code {
            "no_key" => UnreadWhy::NoKey,
            "predecessors" => UnreadWhy::Incomplete,
            "newer" => UnreadWhy::Newer,
            _ => UnreadWhy::Broken,
        }
    }
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
    /// When it said so last; milliseconds since 1970. None when it has said nothing yet.
    pub at: Option<i64>,
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
    let refused = app.sync().refused();
    Ok(SyncCentre {
        waiting: waiting(&vault, &refused)?,
        records: records(&vault, &refused)?,
        unread: unread_items(&vault, &names)?,
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

/// Tries once more what failed, and answers how it stands then.
pub(crate) fn retry_failed(app: &App, _: Empty, origin: &Origin) -> Result<SyncCentre, Error> {
    let vault = app.vault()?;
    crate::receive::try_unread_again(app, &vault)?;
    crate::sync::try_again(app)?;
    drop(vault);
    app.announce(["sync"], origin);
    read_sync_centre(app, Empty {}, origin)
}

fn waiting(
    vault: &OpenVault,
    refused: &BTreeMap<Scope, Refusal>,
) -> Result<Vec<WaitingItem>, Error> {
    // What failed comes first, however old it is.
    let looked_at = if refused.is_empty() { LISTED } else { SOUGHT };
    let rows = vault.store.waiting(looked_at)?;
    let item = |row: WaitingRow| WaitingItem {
        id: row.id.to_string(),
        kind: row.kind.into(),
        case_id: row.case_name.is_some().then(|| row.space.to_string()),
        case_name: row.case_name.map(nabij_domain::Personal::into_inner),
        shift_id: row.shift.map(|id| id.to_string()),
        words: row.words.map(|words| beginning(words.as_str())),
        since: row.since.0,
        failed: refused
            .get(&Scope::Changes(row.space))
            .map(|refusal| TurnedDown::from(*refusal)),
    };
    let mut items: Vec<WaitingItem> = rows.into_iter().map(item).collect();
    items.sort_by_key(|item| item.failed.is_none());
    items.truncate(LISTED.try_into().unwrap_or(usize::MAX));
    Ok(items)
}

fn records(
    vault: &OpenVault,
    refused: &BTreeMap<Scope, Refusal>,
) -> Result<Option<WaitingRecords>, Error> {
    let scopes = vault.store.waiting_records()?;
    let since = scopes.iter().map(|(_, since)| since.0).min();
    let failed = scopes.iter().find_map(|(scope, _)| refused.get(scope));
    Ok(since.map(|since| WaitingRecords {
        since,
        failed: failed.map(|refusal| TurnedDown::from(*refusal)),
    }))
}

fn unread_items(
    vault: &OpenVault,
    names: &BTreeMap<MemberId, String>,
) -> Result<Vec<UnreadItem>, Error> {
    let rows = vault.store.unread_rows(LISTED)?;
    let item = |row: UnreadRow| UnreadItem {
        id: format!("{}-{}-{}", row.document, row.device, row.why),
        why: UnreadWhy::of(&row.why),
        name: name_of(vault, names, &row.device),
        kind: row.kind.map(Into::into),
        case_id: row.case_name.is_some().then(|| row.space.to_string()),
        case_name: row.case_name.map(nabij_domain::Personal::into_inner),
        shift_id: row.shift.map(|id| id.to_string()),
        words: row.words.map(|words| beginning(words.as_str())),
        count: row.count,
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
    let mut signed: BTreeMap<SigningPublic, ConfirmedRow> = vault
        .store
        .confirmed()?
        .into_iter()
        .map(|row| (row.signer, row))
        .collect();
    let mut row = |name: Option<String>, signer: SigningPublic, of: u64| {
        let row = signed.remove(&signer);
        let holds = row.as_ref().map_or(0, |row| row.holds);
        Confirmation {
            name,
            device: short(&signer),
            holds,
            of: of.max(holds),
            at: row.map(|row| row.at.0),
        }
    };
    let mut found = Vec::new();
    if let Some(hub) = hub {
        found.push(row(None, hub, vault.store.own_entries()?));
    }
    // A laptop that has said nothing yet is listed as well. A hub of before, or a laptop that was taken out of the
    // team, is not.
    for (device, name) in laptops(vault, names) {
        let of = vault
            .store
            .own_entries_in(&may(vault, &DeviceId::of(&device)))?;
        found.push(row(Some(name), device, of));
    }
    found.sort_by_key(|row| (row.name.is_some(), row.name.clone()));
    Ok(found)
}

/// The other laptops of the team, by their signing keys, and whose they are.
fn laptops(vault: &OpenVault, names: &BTreeMap<MemberId, String>) -> Vec<(SigningPublic, String)> {
    let own = vault.device.card().signing;
    let standing = vault.team_view();
    let mut found = Vec::new();
    for (member, name) in names {
        for device in standing.roster.devices_of(member) {
            if device.card.signing != own {
                found.push((device.card.signing, name.clone()));
            }
        }
    }
    found
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

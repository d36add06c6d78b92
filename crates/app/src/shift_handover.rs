//! The handover of a shift: made from what was recorded in it, put in order by the coach, sent in one write: a
//! document in the street for what everybody may know, and one in each case for those who hold it.

mod draft;
mod plan;

pub use draft::HandoverDraft;

use crate::App;
use crate::cases::Share;
use crate::differences::Names;
use crate::error::Error;
use crate::handover_file::{Part, PartLines};
use crate::handovers::{HandoverReader, readers};
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use crate::write::{Write, new_id, write};
use nabij_domain::handover::{self, HandoverKind, NewHandover};
use nabij_domain::{Id, Millis, withdrawal};
use nabij_protocol::id::{MemberId, SpaceId};
use nabij_protocol::record::SpaceKind;
use nabij_store::{HandoverRow, HandoverShift};
use plan::Plan;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Makes the handover of a shift.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ComposeHandover {
    /// Of which shift; none: the newest of the one who uses this laptop.
    #[serde(default)]
    pub shift_id: Option<String>,
}

/// A handover that is not sent yet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedHandover {
    /// Of which shift; none when there is none.
    pub shift: Option<ProposedShift>,
    /// The street first, place by place; then case by case.
    pub groups: Vec<ProposedGroup>,
    /// Members it is meant for; none: whoever works the next shift.
    pub to: Vec<String>,
    /// What was sent of this shift before.
    pub sent: Option<SentBefore>,
}

/// The shift of a handover.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedShift {
    /// Which.
    pub id: String,
    /// When it began; milliseconds since 1970.
    pub at: i64,
    /// When it ended; none while it runs.
    pub ended_at: Option<i64>,
}

/// Lines that belong together, and are read by the same people.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedGroup {
    /// The case; none: the street.
    pub case_id: Option<String>,
    /// The name of the case or the place; none for what has no place.
    pub heading: Option<String>,
    /// Who else will read it; none: the whole team.
    pub readers: Option<Vec<String>>,
    /// In the coach's order.
    pub lines: Vec<ProposedLine>,
}

/// A line of a handover that is not sent yet.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedLine {
    /// By what it is known in a draft: the same as long as what it was made from is.
    pub key: String,
    /// What it is.
    pub part: Part,
    /// When it happened; milliseconds since 1970.
    pub at: Option<i64>,
    /// What it says.
    pub text: String,
    /// Whether what it was made from is shared.
    pub share: Share,
    /// Whether it is struck: not to be sent.
    pub struck: bool,
}

impl std::fmt::Debug for ProposedLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ProposedLine(***)")
    }
}

/// What was sent of a shift before.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SentBefore {
    /// One of its documents.
    pub id: String,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// Whether the hub has all of it.
    pub share: Share,
    /// Who has read it.
    pub readers: Vec<HandoverReader>,
}

/// Keeps what the coach made of a handover. Never leaves this laptop.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveHandoverDraft {
    /// Of which shift.
    pub shift_id: String,
    /// Order, struck lines, own sentences, and whom it is for.
    pub draft: HandoverDraft,
}

/// Sends a handover, in place of what was sent of the same shift before.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SendHandover {
    /// Of which shift.
    pub shift_id: String,
    /// As it was seen: a line that is not in its order is not sent.
    pub draft: HandoverDraft,
}

/// A handover that was sent.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SentHandover {
    /// Its documents.
    pub ids: Vec<String>,
    /// The documents that it came in place of.
    pub replaced: Vec<String>,
}

pub(crate) fn compose_handover(
    app: &App,
    request: ComposeHandover,
    _: &Origin,
) -> Result<ProposedHandover, Error> {
    let vault = app.vault()?;
    let (_, me) = vault.team_view().membership()?;
    let shift = request.shift_id.as_deref().map(shift_id).transpose()?;
    let Some(shift) = vault.store.handover_shift(shift, &me)? else {
        return Ok(ProposedHandover {
            shift: None,
            groups: Vec::new(),
            to: Vec::new(),
            sent: None,
        });
    };
    let names = Names::of(&vault)?;
    let draft = draft::kept(&vault, shift.id)?;
    let plan = Plan::of(app, &vault, &names, me, shift, &draft)?;
    Ok(ProposedHandover {
        shift: Some(ProposedShift {
            id: shift.id.to_string(),
            at: shift.at.0,
            ended_at: shift.ended_at.map(|at| at.0),
        }),
        groups: plan.groups.into_iter().map(Into::into).collect(),
        to: draft.to,
        sent: sent_before(&names, &vault.store.handovers_of_shift(shift.id, &me)?),
    })
}

pub(crate) fn save_handover_draft(
    app: &App,
    request: SaveHandoverDraft,
    _: &Origin,
) -> Result<Empty, Error> {
    let vault = app.vault()?;
    vault.team_view().membership()?;
    draft::keep(&vault, shift_id(&request.shift_id)?, request.draft)?;
    Ok(Empty {})
}

pub(crate) fn send_handover(
    app: &App,
    request: SendHandover,
    origin: &Origin,
) -> Result<SentHandover, Error> {
    let vault = app.vault()?;
    let (_, me) = vault.team_view().membership()?;
    let shift = shift_id(&request.shift_id)?;
    let shift = vault
        .store
        .handover_shift(Some(shift), &me)?
        .ok_or(Error::NotFound)?;
    let colleagues = members(&request.draft.to)?;
    // Kept as it is sent, so that taking the handover back brings it to where it was.
    draft::keep(&vault, shift.id, request.draft.clone())?;
    let plan = Plan::of(app, &vault, &Names::of(&vault)?, me, shift, &request.draft)?;
    let parts = plan.seen(&request.draft);
    if parts.is_empty() {
        return Err(Error::Invalid("draft"));
    }
    let mut standing = vault.standing();
    let street = standing.common_space(SpaceKind::Street)?;
    let (author, now) = (vault.author(me), Millis(app.now()));
    let mut writes = Vec::new();
    let mut ids = Vec::new();
    for (case, lines) in parts {
        let new = NewHandover {
            kind: HandoverKind::Shift,
            case,
            shift: Some(shift.id),
            colleagues: colleagues.clone(),
            lines,
            why: None,
        };
        let (_, change) = handover::create(&author, new, now)?;
        let id = new_id();
        let space = case.map_or(street, |case| SpaceId(case.0));
        writes.push(Write::change(space, id, change));
        ids.push(id.to_string());
    }
    let mut replaced = Vec::new();
    for former in vault.store.handovers_of_shift(shift.id, &me)? {
        let (space, mut document) = vault.store.document(former.id)?.ok_or(Error::NotFound)?;
        let base = document.version();
        let change = withdrawal::set(&mut document, &base, true, &author, now)?;
        writes.extend(change.map(|change| Write::change(space, former.id, change)));
        replaced.push(former.id.to_string());
    }
    write(app, &vault, &mut standing, writes, origin)?;
    Ok(SentHandover { ids, replaced })
}

/// The handover as it would be sent now, for a paper.
pub(crate) fn unsent(
    app: &App,
    vault: &OpenVault,
    shift: Id,
    draft: &HandoverDraft,
) -> Result<(HandoverShift, Vec<PartLines>), Error> {
    let (_, me) = vault.team_view().membership()?;
    let shift = vault
        .store
        .handover_shift(Some(shift), &me)?
        .ok_or(Error::NotFound)?;
    let plan = Plan::of(app, vault, &Names::of(vault)?, me, shift, draft)?;
    let named = plan.case_names();
    let parts = plan.seen(draft).into_iter().map(|(case, lines)| PartLines {
        case,
        case_name: case.and_then(|case| named.get(&case).cloned()),
        why: None,
        lines,
    });
    Ok((shift, parts.collect()))
}

fn sent_before(names: &Names, rows: &[HandoverRow]) -> Option<SentBefore> {
    let newest = rows.first()?;
    let parts: Vec<&HandoverRow> = rows
        .iter()
        .filter(|row| row.recorded_at == newest.recorded_at)
        .collect();
    Some(SentBefore {
        id: newest.id.to_string(),
        at: newest.recorded_at.0,
        share: Share::of(parts.iter().all(|part| part.shared)),
        readers: readers(names, &parts),
    })
}

pub(crate) fn shift_id(text: &str) -> Result<Id, Error> {
    text.parse().map_err(|_| Error::Invalid("shiftId"))
}

/// Members that a request names, each once.
pub(crate) fn members(ids: &[String]) -> Result<Vec<Id>, Error> {
    let mut members = ids
        .iter()
        .map(|id| id.parse::<MemberId>().map_err(|_| Error::Invalid("to")))
        .collect::<Result<Vec<_>, _>>()?;
    members.sort_unstable();
    members.dedup();
    Ok(members.into_iter().map(|member| Id(member.0)).collect())
}

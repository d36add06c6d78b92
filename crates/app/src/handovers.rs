//! Handovers that were sent: who must read them, what they say, and who has read them.

use crate::App;
use crate::cases::Share;
use crate::differences::Names;
use crate::error::Error;
use crate::handover_file::{HandoverFile, file};
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use crate::write::{Write, new_id, write};
use nabij_domain::handover_reading::{self, NewHandoverReading};
use nabij_domain::{Id, Millis, Personal, handover, person};
use nabij_protocol::id::{MemberId, SpaceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The most handovers that one call answers.
const MOST: usize = 200;
/// The most documents looked at for them: each case in a handover has one of its own.
const MOST_PARTS: u32 = 2_000;
/// After this long a handover that was meant for nobody by name asks nobody to read it any more: three days.
const NEXT_SHIFT: i64 = 3 * 24 * 60 * 60 * 1000;

/// What a handover is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HandoverKind {
    /// The next shift.
    Shift,
    /// The colleague who takes cases over for good.
    Caseload,
}

/// Who has read a handover.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandoverReader {
    /// Who.
    pub name: String,
    /// When; milliseconds since 1970.
    pub at: i64,
}

/// A handover as the list shows it: all that was sent in one go and is on this laptop.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandoverRow {
    /// One of its documents.
    pub id: String,
    /// What it is for.
    pub kind: HandoverKind,
    /// When it was sent; milliseconds since 1970.
    pub at: i64,
    /// When the shift began that it was made from.
    pub shift_at: Option<i64>,
    /// Who sent it.
    pub by: String,
    /// Whether that is the one who uses this laptop.
    pub mine: bool,
    /// Whom it is meant for by name; none: the next shift.
    pub to: Vec<String>,
    /// The cases in it, by name.
    pub cases: Vec<String>,
    /// How many lines.
    #[ts(type = "number")]
    pub lines: u64,
    /// Whether the one who uses this laptop still has to read it.
    pub unread: bool,
    /// Who has read it.
    pub readers: Vec<HandoverReader>,
    /// Whether the hub has all of it.
    pub share: Share,
}

/// Handovers, newest first.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandoverRows {
    /// Those for this colleague or for the next shift, those of the cases on this laptop, and those sent from here.
    pub handovers: Vec<HandoverRow>,
    /// How many of them are still to be read.
    pub unread: u32,
}

/// Reads a handover.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadHandover {
    /// One of its documents.
    pub id: String,
}

/// Says that handovers were read.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoteHandoverRead {
    /// Their documents.
    pub ids: Vec<String>,
}

pub(crate) fn list_handovers(app: &App, _: Empty, _: &Origin) -> Result<HandoverRows, Error> {
    let vault = app.vault()?;
    let Ok((_, me)) = vault.team_view().membership() else {
        return Ok(HandoverRows {
            handovers: Vec::new(),
            unread: 0,
        });
    };
    let names = Names::of(&vault)?;
    let mut sendings: BTreeMap<Sending, Vec<nabij_store::HandoverRow>> = BTreeMap::new();
    for part in vault.store.handovers(MOST_PARTS)? {
        // What names people by nickname is shown no longer than they are kept.
        let age = app.now().saturating_sub(part.recorded_at.0);
        if part.case.is_none() && age >= person::KEPT_WITHOUT_PURPOSE {
            continue;
        }
        sendings.entry(Sending::of(&part)).or_default().push(part);
    }
    let handovers: Vec<HandoverRow> = sendings
        .into_values()
        .rev()
        .filter(|parts| is_for(parts, me))
        .take(MOST)
        .filter_map(|parts| handover_row(&names, &parts, me, app.now()))
        .collect();
    let unread = handovers.iter().filter(|row| row.unread).count();
    Ok(HandoverRows {
        unread: u32::try_from(unread).unwrap_or(u32::MAX),
        handovers,
    })
}

pub(crate) fn read_handover(
    app: &App,
    request: ReadHandover,
    _: &Origin,
) -> Result<HandoverFile, Error> {
    let vault = app.vault()?;
    let (_, me) = vault.team_view().membership()?;
    let names = Names::of(&vault)?;
    let parts = vault.store.handover_parts(request.id.parse()?)?;
    let row = handover_row(&names, &parts, me, app.now()).ok_or(Error::NotFound)?;
    file(app, &vault, row, &parts)
}

pub(crate) fn note_handover_read(
    app: &App,
    request: NoteHandoverRead,
    origin: &Origin,
) -> Result<Empty, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let (author, now) = (vault.author(me), Millis(app.now()));
    let mut writes = Vec::new();
    for id in &request.ids {
        let handover: Id = id.parse()?;
        if let Some(space) = still_to_read(&vault, handover, me)? {
            let new = NewHandoverReading { handover };
            let (_, change) = handover_reading::create(&author, new, now)?;
            writes.push(Write::change(space, new_id(), change));
        }
    }
    if !writes.is_empty() {
        write(app, &vault, &mut standing, writes, origin)?;
    }
    Ok(Empty {})
}

/// The space of a handover that this member has not read and did not send.
fn still_to_read(vault: &OpenVault, id: Id, me: MemberId) -> Result<Option<SpaceId>, Error> {
    let parts = vault.store.handover_parts(id)?;
    let part = parts.iter().find(|part| part.id == id);
    let part = part.ok_or(Error::NotFound)?;
    let is_read = part.readings.iter().any(|reading| reading.by == me);
    Ok((!is_read && part.by != me).then_some(part.space))
}

/// What was sent in one go: oldest first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Sending {
    at: Millis,
    by: MemberId,
    kind: handover::HandoverKind,
    shift: Option<Id>,
}

impl Sending {
    fn of(part: &nabij_store::HandoverRow) -> Sending {
        Sending {
            at: part.recorded_at,
            by: part.by,
            kind: part.kind,
            shift: part.shift,
        }
    }
}

/// Whether it concerns this member: sent by, meant for, or about a case of.
fn is_for(parts: &[nabij_store::HandoverRow], me: MemberId) -> bool {
    parts.iter().any(|part| {
        part.by == me
            || part.case.is_some()
            || part.colleagues.is_empty()
            || part.colleagues.contains(&me)
    })
}

fn handover_row(
    names: &Names,
    parts: &[nabij_store::HandoverRow],
    me: MemberId,
    now: i64,
) -> Option<HandoverRow> {
    let first = parts.first()?;
    let is_old = now.saturating_sub(first.recorded_at.0) > NEXT_SHIFT;
    let asks = !is_old || first.colleagues.contains(&me);
    let is_read = |part: &nabij_store::HandoverRow| part.readings.iter().any(|one| one.by == me);
    let mut cases: Vec<String> = parts
        .iter()
        .filter_map(|part| part.case_name.clone().map(Personal::into_inner))
        .collect();
    cases.sort_unstable_by_key(|name| name.to_lowercase());
    Some(HandoverRow {
        id: first.id.to_string(),
        kind: match first.kind {
            handover::HandoverKind::Shift => HandoverKind::Shift,
            handover::HandoverKind::Caseload => HandoverKind::Caseload,
        },
        at: first.recorded_at.0,
        shift_at: first.shift_at.map(|at| at.0),
        by: names.name(&first.by),
        mine: first.by == me,
        to: first.colleagues.iter().map(|to| names.name(to)).collect(),
        cases,
        lines: parts.iter().map(|part| part.lines).sum(),
        unread: first.by != me && asks && !parts.iter().all(is_read),
        readers: readers(names, &parts.iter().collect::<Vec<_>>()),
        share: Share::of(parts.iter().all(|part| part.shared)),
    })
}

/// Who has read any part of a handover, and when first, in that order.
pub(crate) fn readers(names: &Names, parts: &[&nabij_store::HandoverRow]) -> Vec<HandoverReader> {
    let mut first: BTreeMap<MemberId, i64> = BTreeMap::new();
    for reading in parts.iter().flat_map(|part| &part.readings) {
        let at = first.entry(reading.by).or_insert(reading.at.0);
        *at = (*at).min(reading.at.0);
    }
    let mut readers: Vec<HandoverReader> = first
        .into_iter()
        .map(|(member, at)| HandoverReader {
            name: names.name(&member),
            at,
        })
        .collect();
    readers.sort_by_key(|reader| reader.at);
    readers
}

//! Cases: one family or young person each, in a space of its own; and the street, which is nobody's.

use crate::App;
use crate::differences::{Difference, Names, differences};
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use crate::spaces::{grant, open_space};
use crate::summary::{Summary, read_summary};
use crate::team::Colleague;
use crate::timeline::{TimelineItem, timeline};
use crate::write::{Write, new_id, write};
use nabij_domain::{Id, Millis, Personal, case, summary};
use nabij_protocol::id::{MemberId, SpaceId};
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether the hub has signed for everything that this laptop wrote in an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Share {
    /// Not yet.
    Waiting,
    /// Yes, or this laptop wrote nothing in it.
    Shared,
}

impl Share {
    pub(crate) fn of(shared: bool) -> Share {
        if shared {
            Share::Shared
        } else {
            Share::Waiting
        }
    }
}

/// A case as the list shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    /// Which.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When the newest contact moment was; milliseconds since 1970.
    pub last_at: Option<i64>,
    /// How many contact moments.
    #[ts(type = "number")]
    pub moments: u64,
    /// Who holds it.
    pub colleagues: Vec<Colleague>,
    /// Whether all that was written here is shared.
    pub share: Share,
    /// In how many places two colleagues set one value.
    #[ts(type = "number")]
    pub differences: u64,
}

/// The street as the list shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StreetRow {
    /// How many contact moments without a case.
    #[ts(type = "number")]
    pub moments: u64,
    /// When the newest was; milliseconds since 1970.
    pub last_at: Option<i64>,
    /// Whether all that was written here is shared.
    pub share: Share,
    /// In how many places two colleagues set one value.
    #[ts(type = "number")]
    pub differences: u64,
}

/// All cases and the street.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseRows {
    /// The cases, the one with the newest contact first.
    pub cases: Vec<CaseRow>,
    /// The street.
    pub street: StreetRow,
}

/// One case.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseFile {
    /// As the list shows it.
    pub case: CaseRow,
    /// The version to send back with an edit of the name.
    pub version: String,
    /// Where two colleagues set the name.
    pub differences: Vec<Difference>,
    /// Where we stand.
    pub summary: Summary,
    /// Newest first.
    pub timeline: Vec<TimelineItem>,
    /// Whether there is more before.
    pub more: bool,
}

/// Opens a case.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenCase {
    /// Its name.
    pub name: String,
    /// With which colleagues, besides oneself.
    #[serde(default)]
    pub with: Vec<String>,
}

/// Renames a case.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditCase {
    /// Which.
    pub case_id: String,
    /// The version on which it was opened.
    pub version: String,
    /// The name.
    pub name: String,
}

/// Shares a case with more colleagues.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShareCase {
    /// Which.
    pub case_id: String,
    /// With whom.
    pub with: Vec<String>,
}

/// Reads a case.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadCase {
    /// Which.
    pub case_id: String,
    /// How many items at the most.
    pub limit: u32,
    /// Only what was before; milliseconds since 1970.
    #[serde(default)]
    pub before: Option<i64>,
}

pub(crate) fn open_case(app: &App, request: OpenCase, origin: &Origin) -> Result<CaseRow, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    let (team, me) = standing.membership()?;
    let mut with = members(&request.with)?;
    with.retain(|member| *member != me);
    let now = Millis(app.now());
    let author = vault.author(me);
    let name = Personal::from(request.name);
    let (_, case_change) = case::create(&author, case::NewCase { name, import: None }, now)?;
    let (space, mut writes) = open_space(&vault, &mut standing, SpaceKind::Case, team, me, &with)?;
    let new = summary::NewSummary {
        case: Id(space.0),
        text: Personal::from(""),
    };
    let (_, summary_change) = summary::create(&author, new, now)?;
    writes.push(Write::change(space, new_id(), case_change));
    writes.push(Write::change(space, new_id(), summary_change));
    write(app, &vault, &mut standing, writes, origin)?;
    drop(standing);
    case_row(&vault, Id(space.0))
}

pub(crate) fn share_case(app: &App, request: ShareCase, origin: &Origin) -> Result<CaseRow, Error> {
    let vault = app.vault()?;
    let case = case_id(&request.case_id)?;
    let mut standing = vault.standing();
    standing.membership()?;
    let mut writes = Vec::new();
    for member in members(&request.with)? {
        let public = standing
            .roster
            .member(&member)
            .map(|member| member.key.clone())
            .ok_or(Error::NotFound)?;
        writes.extend(grant(&standing, SpaceId(case.0), member, &public)?);
    }
    if !writes.is_empty() {
        write(app, &vault, &mut standing, writes, origin)?;
        app.announce(["cases".to_owned(), format!("case:{case}")], origin);
    }
    drop(standing);
    case_row(&vault, case)
}

pub(crate) fn edit_case(app: &App, request: EditCase, origin: &Origin) -> Result<CaseRow, Error> {
    let vault = app.vault()?;
    let case = case_id(&request.case_id)?;
    let document = vault.store.case_document(case)?.ok_or(Error::NotFound)?;
    let edit = case::CaseEdit {
        name: Some(Personal::from(request.name)),
        ..Default::default()
    };
    vault.edit(
        app,
        document,
        &request.version,
        origin,
        |document, base, author, now| case::edit(document, base, edit, author, now),
    )?;
    case_row(&vault, case)
}

pub(crate) fn list_cases(app: &App, _: Empty, _: &Origin) -> Result<CaseRows, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let cases = vault
        .store
        .list_cases()?
        .into_iter()
        .map(|row| case_row_of(&vault, &names, row))
        .collect();
    let street = match vault.team_view().common_space(SpaceKind::Street) {
        Ok(street) => {
            let overview = vault.store.street(&street)?;
            StreetRow {
                moments: overview.moments,
                last_at: overview.last_at.map(|at| at.0),
                share: Share::of(overview.shared),
                differences: overview.differences,
            }
        }
        Err(_) => StreetRow {
            moments: 0,
            last_at: None,
            share: Share::Shared,
            differences: 0,
        },
    };
    Ok(CaseRows { cases, street })
}

pub(crate) fn read_case(app: &App, request: ReadCase, _: &Origin) -> Result<CaseFile, Error> {
    let vault = app.vault()?;
    let case = case_id(&request.case_id)?;
    let names = Names::of(&vault)?;
    let row = vault.store.case(case)?.ok_or(Error::NotFound)?;
    let version = row.version.to_string();
    let differences = differences(&names, &row.differences);
    let (timeline, more) = timeline(
        app,
        &vault,
        &names,
        &SpaceId(case.0),
        request.before,
        request.limit,
    )?;
    Ok(CaseFile {
        case: case_row_of(&vault, &names, row),
        version,
        differences,
        summary: read_summary(&vault, case, &names)?,
        timeline,
        more,
    })
}

/// The document or case that a request names.
pub(crate) fn case_id(text: &str) -> Result<Id, Error> {
    text.parse().map_err(|_| Error::Invalid("caseId"))
}

pub(crate) fn members(ids: &[String]) -> Result<Vec<MemberId>, Error> {
    let mut members = ids
        .iter()
        .map(|id| id.parse::<MemberId>().map_err(|_| Error::Invalid("with")))
        .collect::<Result<Vec<_>, _>>()?;
    members.sort_unstable();
    members.dedup();
    Ok(members)
}

fn case_row(vault: &OpenVault, case: Id) -> Result<CaseRow, Error> {
    let row = vault.store.case(case)?.ok_or(Error::NotFound)?;
    Ok(case_row_of(vault, &Names::of(vault)?, row))
}

fn case_row_of(vault: &OpenVault, names: &Names, row: nabij_store::CaseRow) -> CaseRow {
    let holders = vault
        .team_view()
        .roster
        .space(&SpaceId(row.id.0))
        .map(|space| space.holders.clone())
        .unwrap_or_default();
    CaseRow {
        id: row.id.to_string(),
        name: row.name.into_inner(),
        last_at: row.last_at.map(|at| at.0),
        moments: row.moments,
        colleagues: names.among(&holders),
        share: Share::of(row.shared),
        differences: row.difference_count,
    }
}

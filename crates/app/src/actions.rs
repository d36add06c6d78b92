//! Actions: what was agreed, who does it, by when. All three ways of ending one are as good as each other.

use crate::App;
use crate::cases::{Share, case_id};
use crate::differences::{Difference, Names, differences_with_persons};
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::{OpenVault, TeamView};
use crate::shifts::running_shift;
use crate::write::{Write, new_id, write};
use nabij_domain::action::{self, ActionEdit, NewAction};
use nabij_domain::{Id, Millis, Personal};
use nabij_protocol::id::{MemberId, SpaceId};
use nabij_protocol::record::SpaceKind;
use nabij_store::ActionsSought;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most actions that one call answers.
const MOST_ROWS: u32 = 200;

/// How an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ActionOutcome {
    /// Still to do.
    Open,
    /// Done (gedaan).
    Done,
    /// Deliberately not done (bewust niet gedaan).
    DeliberatelyNot,
    /// The person was not reached (niet bereikt).
    NotReached,
}

impl From<ActionOutcome> for action::ActionOutcome {
    fn from(outcome: ActionOutcome) -> Self {
        match outcome {
            ActionOutcome::Open => action::ActionOutcome::Open,
            ActionOutcome::Done => action::ActionOutcome::Done,
            ActionOutcome::DeliberatelyNot => action::ActionOutcome::DeliberatelyNot,
            ActionOutcome::NotReached => action::ActionOutcome::NotReached,
        }
    }
}

impl From<action::ActionOutcome> for ActionOutcome {
    fn from(outcome: action::ActionOutcome) -> Self {
        match outcome {
            action::ActionOutcome::Open => ActionOutcome::Open,
            action::ActionOutcome::Done => ActionOutcome::Done,
            action::ActionOutcome::DeliberatelyNot => ActionOutcome::DeliberatelyNot,
            action::ActionOutcome::NotReached => ActionOutcome::NotReached,
        }
    }
}

/// An action as lists and the agenda show it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionRow {
    /// Which.
    pub id: String,
    /// Of which case; none on the street.
    pub case_id: Option<String>,
    /// That case's name.
    pub case_name: Option<String>,
    /// About which person without a case.
    pub person_id: Option<String>,
    /// What that person is called.
    pub nickname: Option<String>,
    /// What was agreed.
    pub text: String,
    /// The colleague who does it.
    pub colleague_id: Option<String>,
    /// That colleague's name.
    pub colleague: Option<String>,
    /// Who else does it, in the coach's words.
    pub owner: Option<String>,
    /// Whether it is for the one who uses this laptop.
    pub mine: bool,
    /// By when; milliseconds since 1970.
    pub due: Option<i64>,
    /// Whether the hour counts, not only the day.
    pub due_hour: bool,
    /// How it stands.
    pub outcome: ActionOutcome,
    /// When it ended; milliseconds since 1970.
    pub ended_at: Option<i64>,
    /// Who recorded it.
    pub by: String,
    /// When it was recorded; milliseconds since 1970.
    pub recorded_at: i64,
    /// The version to send back with an edit.
    pub version: String,
    /// Whether what was written here is shared.
    pub share: Share,
    /// Where two colleagues set one value.
    pub differences: Vec<Difference>,
}

/// Actions that fit a question.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionRows {
    /// At most 200: what is open by when it is due, then what ended, the newest first.
    pub actions: Vec<ActionRow>,
    /// How many fit.
    #[ts(type = "number")]
    pub total: u64,
}

/// Which actions: those that fit all that is named.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ListActions {
    /// Only those that are for the one who uses this laptop.
    #[ts(as = "Option<bool>")]
    pub mine: bool,
    /// Of this case.
    pub case_id: Option<String>,
    /// About this person without a case.
    pub person_id: Option<String>,
    /// Open (`true`) or ended (`false`).
    pub open: Option<bool>,
    /// With a date (`true`) or without (`false`).
    pub dated: Option<bool>,
    /// Due from this moment on; milliseconds since 1970.
    pub from: Option<i64>,
    /// Due before this moment; milliseconds since 1970.
    pub until: Option<i64>,
}

/// Writes an action down.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddAction {
    /// Of which case; none: of the street.
    #[serde(default)]
    pub case_id: Option<String>,
    /// About which person without a case.
    #[serde(default)]
    pub person_id: Option<String>,
    /// What was agreed: the only thing that is required.
    pub text: String,
    /// The colleague who does it.
    #[serde(default)]
    pub colleague_id: Option<String>,
    /// Who else does it, in the coach's words: the young person, the neighbour.
    #[serde(default)]
    pub owner: Option<String>,
    /// By when.
    #[serde(default)]
    pub due: Due,
}

/// By when something is to be done.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Due {
    /// The moment, or some moment of the day; milliseconds since 1970. None: no date.
    pub at: Option<i64>,
    /// Whether the hour counts, not only the day.
    pub hour: bool,
}

/// Changes an action: only what is named.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditAction {
    /// Which.
    pub id: String,
    /// The version on which it was opened.
    pub version: String,
    /// What was agreed.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
    /// The colleague who does it; empty for none.
    #[serde(default)]
    #[ts(optional)]
    pub colleague_id: Option<String>,
    /// Who else does it; empty for nobody.
    #[serde(default)]
    #[ts(optional)]
    pub owner: Option<String>,
    /// By when.
    #[serde(default)]
    #[ts(optional)]
    pub due: Option<Due>,
}

/// Ends an action in one of three ways, or opens it again.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndAction {
    /// Which.
    pub id: String,
    /// The version that was seen: who ended it meanwhile stays beside.
    pub version: String,
    /// How it ended; `open` to open it again.
    pub outcome: ActionOutcome,
}

pub(crate) fn list_actions(
    app: &App,
    request: ListActions,
    _: &Origin,
) -> Result<ActionRows, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let me = vault.team_view().me;
    if request.mine && me.is_none() {
        return Err(Error::NotAMember);
    }
    let sought = ActionsSought {
        of: me.filter(|_| request.mine),
        case: request.case_id.as_deref().map(case_id).transpose()?,
        person: request.person_id.as_deref().map(str::parse).transpose()?,
        open: request.open,
        dated: request.dated,
        from: request.from.map(Millis),
        until: request.until.map(Millis),
    };
    let found = vault.store.actions(&sought, MOST_ROWS)?;
    Ok(ActionRows {
        actions: found
            .actions
            .into_iter()
            .map(|row| action_row_of(&names, row, Millis(app.now())))
            .collect(),
        total: found.total,
    })
}

pub(crate) fn add_action(
    app: &App,
    request: AddAction,
    origin: &Origin,
) -> Result<ActionRow, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let case = request.case_id.as_deref().map(case_id).transpose()?;
    let space = match case {
        Some(case) => {
            vault.store.case(case)?.ok_or(Error::NotFound)?;
            SpaceId(case.0)
        }
        None => standing.common_space(SpaceKind::Street)?,
    };
    let new = NewAction {
        case,
        person: request.person_id.as_deref().map(str::parse).transpose()?,
        contact_moment: None,
        shift: running_shift(&vault, &me, Millis(app.now()))?.map(|shift| shift.id),
        text: Personal::from(request.text),
        colleague: colleague(&standing, request.colleague_id.as_deref())?,
        owner: request.owner.map(Personal::from),
        due: request.due.at.map(Millis),
        due_hour: request.due.hour,
        import: None,
    };
    let (_, change) = action::create(&vault.author(me), new, Millis(app.now()))?;
    let id = new_id();
    write(
        app,
        &vault,
        &mut standing,
        vec![Write::change(space, id, change)],
        origin,
    )?;
    drop(standing);
    action_row(&vault, id, Millis(app.now()))
}

pub(crate) fn edit_action(
    app: &App,
    request: EditAction,
    origin: &Origin,
) -> Result<ActionRow, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let colleague = match request.colleague_id.as_deref() {
        Some(sent) => Some(colleague(&vault.team_view(), Some(sent))?),
        None => None,
    };
    let edit = ActionEdit {
        text: request.text.map(Personal::from),
        colleague,
        owner: request.owner.map(|owner| Some(Personal::from(owner))),
        due: request.due.map(|due| due.at.map(Millis)),
        due_hour: request.due.map(|due| due.hour),
        ..Default::default()
    };
    vault.edit(
        app,
        id,
        &request.version,
        origin,
        |document, base, author, now| action::edit(document, base, edit, author, now),
    )?;
    action_row(&vault, id, Millis(app.now()))
}

pub(crate) fn end_action(
    app: &App,
    request: EndAction,
    origin: &Origin,
) -> Result<ActionRow, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    vault.edit(
        app,
        id,
        &request.version,
        origin,
        |document, base, author, now| {
            let edit = ActionEdit {
                outcome: Some(request.outcome.into()),
                ended_at: Some((request.outcome != ActionOutcome::Open).then_some(now)),
                ..Default::default()
            };
            action::edit(document, base, edit, author, now)
        },
    )?;
    action_row(&vault, id, Millis(app.now()))
}

/// The colleague who does it: somebody of the team. Empty for nobody.
fn colleague(standing: &TeamView, sent: Option<&str>) -> Result<Option<Id>, Error> {
    let Some(sent) = sent.filter(|sent| !sent.is_empty()) else {
        return Ok(None);
    };
    let member: MemberId = sent.parse().map_err(|_| Error::Invalid("colleagueId"))?;
    standing
        .roster
        .member(&member)
        .ok_or(Error::Invalid("colleagueId"))?;
    Ok(Some(Id(member.0)))
}

fn action_row(vault: &OpenVault, id: Id, now: Millis) -> Result<ActionRow, Error> {
    let row = vault.store.action(id)?.ok_or(Error::NotFound)?;
    Ok(action_row_of(&Names::of(vault)?, row, now))
}

pub(crate) fn action_row_of(names: &Names, row: nabij_store::ActionRow, now: Millis) -> ActionRow {
    let is_kept = row.person_expires_at.is_none_or(|at| at > now);
    ActionRow {
        id: row.id.to_string(),
        case_id: row.case.map(|case| case.to_string()),
        case_name: row.case_name.map(Personal::into_inner),
        person_id: row.person.map(|person| person.to_string()),
        nickname: row.nickname.filter(|_| is_kept).map(Personal::into_inner),
        text: row.text.into_inner(),
        colleague_id: row.colleague.map(|colleague| colleague.to_string()),
        colleague: row.colleague.map(|colleague| names.name(&colleague)),
        owner: row.owner.map(Personal::into_inner),
        mine: names.is_me(&row.colleague.unwrap_or(row.by)),
        due: row.due.map(|due| due.0),
        due_hour: row.due_hour,
        outcome: row.outcome.into(),
        ended_at: row.ended_at.map(|at| at.0),
        by: names.name(&row.by),
        recorded_at: row.recorded_at.0,
        version: row.version.to_string(),
        share: Share::of(row.shared),
        differences: differences_with_persons(names, &row.differences, now),
    }
}
